import { badInput } from "../errors.js";
import { firstDayOf, lastDayOf } from "../partial-dates.js";
import type { EvidenceKind, EvidenceScope, IndicatorNature, PartialDate } from "../terms.js";
import type { EvidenceFacts } from "./case-facts.js";
import type { Edition } from "./edition.js";
import type { FigureFacts } from "./figure-facts.js";
import type { CaseFilter } from "./filter.js";
import { keysIn, sameKeys, type Known } from "./known-values.js";
import {
  parseCaseFilter,
  parseMeasureKeys,
  withoutEmpty,
  type CaseFilterInput,
  type Some,
} from "./parse-filter.js";
import { isInTime, type TimeFilter } from "./times.js";

/** A filter of evidence as callers write it. */
export interface EvidenceFilterInput {
  readonly cases?: CaseFilterInput | null | undefined;
  readonly kinds?: Some<EvidenceKind>;
  readonly measures?: Some<string>;
  readonly natures?: Some<IndicatorNature>;
  readonly scopes?: Some<EvidenceScope>;
  /** Public ids. */
  readonly sources?: Some<string>;
  readonly languages?: Some<string>;
  readonly from?: PartialDate | null | undefined;
  readonly to?: PartialDate | null | undefined;
  readonly hasConflict?: boolean | null | undefined;
}

/** A checked one. Measure, nature, scope and time are asked of one and the same figure. */
export interface EvidenceFilter extends TimeFilter {
  readonly cases: CaseFilter;
  readonly kinds?: readonly EvidenceKind[];
  readonly measures?: readonly string[];
  readonly natures?: readonly IndicatorNature[];
  readonly scopes?: readonly EvidenceScope[];
  /** Keys. */
  readonly sources?: readonly string[];
  readonly languages?: readonly string[];
  readonly hasConflict?: boolean;
}

/** @throws {AppError} BAD_USER_INPUT naming the argument and the value that no vocabulary has. */
export function parseEvidenceFilter(
  input: EvidenceFilterInput | null | undefined,
  edition: Edition,
): EvidenceFilter {
  const sources: Known = {
    ...{ list: "sources", values: [] },
    keys: new Map(edition.sources.map(({ id, key }) => [id, key])),
  };
  const languages = sameKeys(
    "sources { language }",
    edition.sources.map(({ language }) => language),
  );
  const [from, to] = [input?.from, input?.to];
  if (from != null && to != null && firstDayOf(from) > lastDayOf(to)) {
    throw badInput("filter.from", from, { zh: `晚于to（${to}）。`, en: `it is after \`to\`, ${to}.` });
  }
  return {
    cases: parseCaseFilter(input?.cases, edition, "filter.cases"),
    ...withoutEmpty({
      kinds: input?.kinds,
      measures: parseMeasureKeys(input?.measures, edition, "filter.measures"),
      natures: input?.natures,
      scopes: input?.scopes,
      sources: keysIn("filter.sources", input?.sources, sources),
      languages: keysIn("filter.languages", input?.languages, languages),
      ...{ from, to, hasConflict: input?.hasConflict },
    }),
  };
}

/** Whether a piece of evidence passes, itself or by one of its figures; its case is asked elsewhere. */
export function matchesEvidence(facts: EvidenceFacts, filter: Omit<EvidenceFilter, "cases">): boolean {
  const { hasConflict, scopes, measures, natures } = filter;
  if (!anyOf(filter.kinds, facts.kind)) return false;
  if (!anyOf(filter.sources, facts.source) || !anyOf(filter.languages, facts.language)) return false;
  if (hasConflict !== undefined && hasConflict !== facts.hasConflict) return false;
  if (facts.figures.some((figure) => matchesFigure(figure, filter))) return true;
  const asksForFigure = measures !== undefined || natures !== undefined;
  return !asksForFigure && anyOf(scopes, facts.scope) && isInTime(facts.time, filter);
}

/** Whether one figure passes what the filter asks of figures; its evidence is asked elsewhere. */
export function matchesFigure(
  { measure, nature, scope, time }: Pick<FigureFacts, "measure" | "nature" | "scope" | "time">,
  filter: Omit<EvidenceFilter, "cases">,
): boolean {
  const { measures, natures, scopes } = filter;
  return anyOf(measures, measure) && anyOf(natures, nature) && anyOf(scopes, scope) && isInTime(time, filter);
}

function anyOf<Value>(wanted: readonly Value[] | undefined, value: Value): boolean {
  return wanted === undefined || wanted.includes(value);
}
