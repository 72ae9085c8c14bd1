import { labelOf, optionalLabel, optionalText, textOf } from "../database/row-values.js";
import type { Row } from "../database/reader.js";
import { warningKindNames } from "../names.js";
import { firstDayOf } from "../partial-dates.js";
import type { ActorKind, ActorRole, Label, PartialDate, WarningKind } from "../terms.js";
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
  return rows.links(kind).map((link) => ({
    practice: found(vocabulary.practices, textOf(link, "target")),
    case: ofCase,
    reason: firstAndSecond(link),
    evidence: evidenceBehind(rows, `${kind}Evidence`, link, evidence),
  }));
}

export function problemsOf(
  rows: RowsOfCase,
  evidence: EvidenceById,
  vocabulary: VocabularyIndex,
): CaseProblemView[] {
  return rows.links("problem").map((link) => ({
    problem: found(vocabulary.problems, textOf(link, "target")),
    evidence: evidenceBehind(rows, "problemEvidence", link, evidence),
  }));
}

export function actorsOf(rows: RowsOfCase, evidence: EvidenceById): CaseActorView[] {
  return rows.links("actor").map((link) => {
    const [role, kind] = textOf(link, "target").split(" ") as [ActorRole, ActorKind];
    return {
      role,
      kind,
      name: firstAndSecond(link),
      evidence: evidenceBehind(rows, "actorEvidence", link, evidence),
    };
  });
}

export function warningOf({ record, links }: RowsOfCase, vocabulary: VocabularyIndex): WarningView | null {
  const kind = optionalText(record, "warning_kind") as WarningKind | null;
  if (kind === null) return null;
  const standsForId = optionalText(record, "stands_for_id");
  return {
    kind,
    name: warningKindNames[kind],
    problem: labelOf(record, "problem"),
    correction: labelOf(record, "correction"),
    orderedBy: optionalLabel(record, "ordered_by"),
    standsFor: standsForId === null ? null : found(vocabulary.corrections, standsForId),
    sources: links("warningSource").map((link) => found(vocabulary.sources, textOf(link, "target"))),
  };
}

export const openQuestionsOf = ({ links }: RowsOfCase): Label[] => links("openQuestion").map(firstAndSecond);

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

function evidenceBehind(rows: RowsOfCase, kind: string, link: Row, evidence: EvidenceById): EvidenceView[] {
  return rows.links(kind, textOf(link, "position")).map((one) => found(evidence, textOf(one, "target")));
}

const firstAndSecond = (link: Row): Label => ({ zh: textOf(link, "first"), en: textOf(link, "second") });
