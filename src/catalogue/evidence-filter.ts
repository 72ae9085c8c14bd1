import { badInput } from "../errors.js";
import { firstDayOf, lastDayOf } from "../partial-dates.js";
import type { EvidenceKind, EvidenceScope, IndicatorNature, PartialDate } from "../terms.js";
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
import type { OwnEvidenceFilter } from "./evidence-matching.js";
import { isInTime } from "./times.js";

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

/** A checked one. */
export interface EvidenceFilter extends OwnEvidenceFilter {
  readonly cases: CaseFilter;
}

/** @throws {AppError} BAD_USER_INPUT naming the argument and the value that no vocabulary has. */
export function parseEvidenceFilter(
  input: EvidenceFilterInput | null | undefined,
  edition: Edition,
): EvidenceFilter {
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
      sources: keysIn("filter.sources", input?.sources, () => knownSources(edition)),
      languages: keysIn("filter.languages", input?.languages, () => knownLanguages(edition)),
      ...{ from, to, hasConflict: input?.hasConflict },
    }),
  };
}

/** Sources go by their ids here. */
const knownSources = ({ sources }: Edition): Known => ({
  ...{ list: "sources", values: [] },
  keys: new Map(sources().map(({ id, key }) => [id, key])),
});

const knownLanguages = ({ sources }: Edition): Known =>
  sameKeys(
    "sources { language }",
    sources().map(({ language }) => language),
  );

/** Whether one figure passes what the filter asks of figures; its evidence is asked elsewhere. */
export function matchesFigure(
  { measure, nature, scope, time }: Pick<FigureFacts, "measure" | "nature" | "scope" | "time">,
  filter: OwnEvidenceFilter,
): boolean {
  const { measures, natures, scopes } = filter;
  return anyOf(measures, measure) && anyOf(natures, nature) && anyOf(scopes, scope) && isInTime(time, filter);
}

function anyOf<Value>(wanted: readonly Value[] | undefined, value: Value): boolean {
  return wanted === undefined || wanted.includes(value);
}
