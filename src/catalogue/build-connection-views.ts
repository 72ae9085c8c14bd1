import { labelOf, optionalLabel, optionalText, textOf, wordOf } from "../database/row-values.js";
import type { Row } from "../database/reader.js";
import { warningKindNames } from "../names.js";
import { firstDayOf } from "../partial-dates.js";
import type { ConnectionKind, Label, PartialDate, WarningKind } from "../terms.js";
import type { RowsOfCase } from "./case-rows.js";
import { found } from "./found.js";
import type {
  CaseActorView,
  CaseProblemView,
  CaseView,
  EvidenceView,
  PracticeUseView,
  WarningView,
} from "./views.js";
import type { VocabularyIndex } from "./vocabulary-views.js";

type EvidenceById = ReadonlyMap<string, EvidenceView>;

/** How the case bears practices out, or how it speaks against them. */
export function practiceUsesOf(
  rows: RowsOfCase,
  kind: "practice" | "contradiction",
  ofCase: CaseView,
  evidence: EvidenceById,
  vocabulary: VocabularyIndex,
): PracticeUseView[] {
  return rows.of(`case_${kind}`).map((row) => ({
    practice: found(vocabulary.practices, textOf(row, "practice_id")),
    case: ofCase,
    reason: labelOf(row, "reason"),
    evidence:
      kind === "practice"
        ? evidenceOf(rows.on(row.position, "practice_position", "case_practice_evidence"), evidence)
        : evidenceBehind(rows, kind, row, evidence),
  }));
}

export function problemsOf(
  rows: RowsOfCase,
  evidence: EvidenceById,
  vocabulary: VocabularyIndex,
): CaseProblemView[] {
  return rows.of("case_problem").map((row) => ({
    problem: found(vocabulary.problems, textOf(row, "problem_id")),
    evidence: evidenceBehind(rows, "problem", row, evidence),
  }));
}

export function actorsOf(rows: RowsOfCase, evidence: EvidenceById): CaseActorView[] {
  return rows.of("case_actor").map((row) => ({
    role: wordOf(row, "role"),
    kind: wordOf(row, "kind"),
    name: labelOf(row, "name"),
    evidence: evidenceBehind(rows, "actor", row, evidence),
  }));
}

export function warningOf({ of }: RowsOfCase, vocabulary: VocabularyIndex): WarningView | null {
  const [warning] = of("case_warning");
  if (warning === undefined) return null;
  const kind = wordOf<WarningKind>(warning, "kind");
  const standsForId = optionalText(warning, "stands_for_id");
  return {
    kind,
    name: warningKindNames[kind],
    problem: labelOf(warning, "problem"),
    correction: labelOf(warning, "correction"),
    orderedBy: optionalLabel(warning, "ordered_by"),
    standsFor: standsForId === null ? null : found(vocabulary.corrections, standsForId),
    sources: of("case_warning_source").map((row) => found(vocabulary.sources, textOf(row, "source_id"))),
  };
}

export const openQuestionsOf = ({ of }: RowsOfCase): Label[] =>
  of("open_question").map((row) => labelOf(row, "text"));

/** Evidence with a date of its own, oldest first; of the same day in the order of the case. */
export function timelineOf(evidence: readonly EvidenceView[]): EvidenceView[] {
  return evidence
    .flatMap((one) => {
      const date = ownDateOf(one);
      return date === null ? [] : [{ one, day: firstDayOf(date) }];
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
    .map(({ one }) => one);
}

/**
 * “By the end of 2018” is a date that the source gives; “as reported in 2020” is only that of the report, which
 * may be years after what it tells: among dates of events it would mislead about what came first.
 */
function ownDateOf({ period }: EvidenceView): PartialDate | null {
  if (period === null || (period.from === null && period.basis === "INFERRED")) return null;
  return period.from ?? period.to;
}

function evidenceBehind(
  rows: RowsOfCase,
  connection: ConnectionKind,
  { position }: Row,
  evidence: EvidenceById,
): EvidenceView[] {
  const behind = rows.on(position, "connection_position", "case_connection_evidence");
  return evidenceOf(
    behind.filter((row) => row.connection === connection),
    evidence,
  );
}

const evidenceOf = (rows: readonly Row[], evidence: EvidenceById): EvidenceView[] =>
  rows.map((row) => found(evidence, textOf(row, "evidence_id")));
