import type { Edition } from "../catalogue/edition.js";
import { matchCases, type CaseFilter } from "../catalogue/filter.js";
import type { NamedGroup } from "../catalogue/group-values.js";
import { badInput } from "../errors.js";
import type { Label } from "../terms.js";
import { divideCases } from "./divide-cases.js";

export const caseDimensions = [
  "CATEGORY",
  "CATEGORY_BASIS",
  "PROVINCE",
  "ROUND",
  "KIND",
  "INDUSTRY",
  "PROBLEM",
  "PRACTICE",
  "WARNING_KIND",
] as const;
export type CaseDimension = (typeof caseDimensions)[number];

const MOST_DIMENSIONS = 2;

/** Numbers of cases by one or two dimensions. */
export interface CaseStatistics {
  /** Of the cases that pass the filter, each once. */
  readonly totalCount: number;
  /** Each value of the first dimension with each of the second. */
  readonly cells: readonly StatisticsCell[];
}

export interface StatisticsCell {
  /** One a dimension, in the order asked for. */
  readonly keys: readonly StatisticsKey[];
  readonly count: number;
}

export interface StatisticsKey {
  readonly dimension: CaseDimension;
  readonly value: string;
  readonly label: Label;
}

/**
 * Counts the cases that pass a filter, from the columns alone.
 * @throws {AppError} BAD_USER_INPUT for no dimension, for more than two, and for one twice.
 */
export function caseStatistics(
  edition: Edition,
  filter: CaseFilter,
  groupBy: readonly CaseDimension[],
): CaseStatistics {
  assertDimensions(groupBy);
  const matched = matchCases(edition.columns, filter);
  const cells = groupBy
    .map((dimension) =>
      divideCases(edition, groupOf[dimension], matched).map(({ value, label, cases }) => ({
        ...{ key: { dimension, value, label }, cases },
      })),
    )
    .reduce(
      (rows, parts) =>
        rows.flatMap(({ keys, cases }) =>
          parts.map((part) => ({ keys: [...keys, part.key], cases: cases.and(part.cases) })),
        ),
      [{ keys: [] as StatisticsKey[], cases: matched }],
    );
  return {
    totalCount: matched.count(),
    cells: cells.map(({ keys, cases }) => ({ keys, count: cases.count() })),
  };
}

const groupOf: { readonly [Dimension in CaseDimension]: NamedGroup } = {
  CATEGORY: "categories",
  CATEGORY_BASIS: "categoryBasis",
  PROVINCE: "provinces",
  ROUND: "rounds",
  KIND: "kinds",
  INDUSTRY: "industries",
  PROBLEM: "problems",
  PRACTICE: "practices",
  WARNING_KIND: "warningKinds",
};

function assertDimensions(groupBy: readonly CaseDimension[]): void {
  if (groupBy.length === 0 || groupBy.length > MOST_DIMENSIONS) {
    throw badInput("groupBy", groupBy, {
      zh: `须为1至${MOST_DIMENSIONS}个维度。`,
      en: `between 1 and ${MOST_DIMENSIONS} dimensions are needed.`,
    });
  }
  const again = groupBy.findIndex((dimension, place) => groupBy.indexOf(dimension) < place);
  if (again < 0) return;
  throw badInput(`groupBy[${again}]`, groupBy[again], {
    zh: "这个维度已经有了。",
    en: "the dimension is there already.",
  });
}
