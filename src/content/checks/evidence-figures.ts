import { sameFigure, sameNumber, type Dimension, type Figure } from "../../text/figure.js";
import { figuresIn } from "../../text/figures.js";
import { YEAR } from "../../text/figure-units.js";
import type { CaseFile, EvidenceFile, IndicatorFile } from "../case-file.js";
import type { SeedLists } from "../seed-files.js";
import { localeKeys } from "./rule.js";

/** A figure without its place. */
export type StatedFigure = Pick<Figure, "dimension" | "value">;

/** What the values of a measure measure: `factor` of them make the dimension's own unit. */
export interface MeasureUnit {
  readonly dimension: Dimension;
  readonly factor: number;
}

const unitDimensions: Readonly<Record<string, MeasureUnit>> = {
  CNY: { dimension: "money", factor: 1 },
  CNY_PER_MU: { dimension: "money", factor: 1 },
  CNY_PER_MONTH: { dimension: "money", factor: 1 },
  CNY_PER_YEAR: { dimension: "money", factor: 1 },
  SQUARE_METRE: { dimension: "area", factor: 1 },
  METRE: { dimension: "length", factor: 1 },
  PERCENT: { dimension: "percent", factor: 1 },
  YEAR: { dimension: "time", factor: YEAR },
  MONTH: { dimension: "time", factor: YEAR / 12 },
  DAY: { dimension: "time", factor: 1 },
  HOUR: { dimension: "time", factor: 1 / 24 },
  MINUTE: { dimension: "time", factor: 1 / 1440 },
  TONNE: { dimension: "weight", factor: 1e3 },
  KILOGRAM: { dimension: "weight", factor: 1 },
  MILLIGRAM_PER_LITRE: { dimension: "weight", factor: 1e-6 },
  WATT: { dimension: "power", factor: 1 },
  WATT_HOUR: { dimension: "energy", factor: 1 },
};

/** By the key of the measure; a unit that is not known counts things. */
export function measureUnits(lists: SeedLists): ReadonlyMap<string, MeasureUnit> {
  return new Map(
    lists["vocabulary/measures.yaml"].map(({ key, unit }) => [
      key,
      unitDimensions[unit] ?? { dimension: "count", factor: 1 },
    ]),
  );
}

/** The figures that each piece of a case's evidence bears out, by anchor. */
export function evidenceFigures(
  { evidence }: CaseFile,
  lists: SeedLists,
): ReadonlyMap<string, readonly StatedFigure[]> {
  const units = measureUnits(lists);
  const published = new Map(lists["sources.yaml"].map((source) => [source.key, source.published]));
  return new Map(
    evidence.map((item) => [
      item.anchor,
      [
        ...localeKeys.flatMap(({ key, locale }) => figuresIn(item.statement[key], locale, { ones: true })),
        ...item.indicators.flatMap((indicator) => indicatorFigures(indicator, units)),
        ...datesOf(item, published).flatMap(dateFigures),
      ],
    ]),
  );
}

/** Whether a figure of a text is among those of the evidence. */
export function isAmong(figure: StatedFigure, stated: readonly StatedFigure[]): boolean {
  return stated.some((other) => sameFigure(figure, other));
}

function indicatorFigures(
  { measure, value, valueMax, valueText }: IndicatorFile,
  units: ReadonlyMap<string, MeasureUnit>,
): StatedFigure[] {
  const unit = units.get(measure);
  const values = valueMax === null ? [value] : [value, valueMax];
  return [
    ...localeKeys.flatMap(({ key, locale }) => figuresIn(valueText[key], locale, { ones: true })),
    ...(unit === undefined
      ? []
      : values.map((number) => ({ dimension: unit.dimension, value: number * unit.factor }))),
  ];
}

function datesOf(evidence: EvidenceFile, published: ReadonlyMap<string, string | null>): string[] {
  const { period, indicators, source, alsoReportedBy } = evidence;
  const periods = [period, ...indicators.map((indicator) => indicator.period)];
  return [
    ...periods.flatMap((stretch) => [stretch?.from, stretch?.to]),
    ...indicators.map(({ asOf }) => asOf),
    ...[source, ...alsoReportedBy].map((key) => published.get(key)),
  ].filter((date) => typeof date === "string");
}

/** 2019-07-05: the year, the month and the day. */
function dateFigures(date: string): StatedFigure[] {
  const dimensions = ["year", "month", "day"] as const;
  return date.split("-").flatMap((part, index) => {
    const dimension = dimensions[index];
    return dimension === undefined ? [] : [{ dimension, value: Number(part) }];
  });
}

/**
 * Whether the text of an indicator gives its value; a unit that the text leaves out is not missed, and a
 * value with decimals may be rounded at its last one: two thirds are 66.7 per cent.
 */
export function givesValue(figures: readonly StatedFigure[], value: number, unit: MeasureUnit): boolean {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  const rounding = decimals === 0 ? 0 : 0.5 * 10 ** -decimals;
  return figures.some((figure) => {
    if (figure.dimension !== unit.dimension && figure.dimension !== "count") return false;
    const given = figure.dimension === unit.dimension ? figure.value / unit.factor : figure.value;
    return sameNumber(given, value) || Math.abs(given - value) <= rounding;
  });
}
