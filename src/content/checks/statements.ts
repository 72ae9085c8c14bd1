import { YEAR } from "../../text/figure-units.js";
import { sameFigure, sameNumber, type Dimension, type Figure } from "../../text/figure.js";
import { figuresIn } from "../../text/figures.js";
import type { EvidenceFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import { exemptNames } from "./exempt-names.js";
import { localeKeys, type Rule } from "./rule.js";

const CALENDAR: ReadonlySet<Dimension> = new Set(["year", "decade", "month", "day"]);

/** A statement says the same figures in both languages, and each has an indicator or is listed as another's. */
export const checkStatements: Rule = (files) => {
  const names = exemptNames(files);
  return files.cases.flatMap(({ file, content }) =>
    content.evidence.flatMap((evidence, index) => {
      const [zh = [], en = []] = localeKeys.map(({ key, locale }) =>
        figuresIn(evidence.statement[key], locale, { exempt: names[key] }),
      );
      const tell = (path: string, reason: string): Problem => ({
        ...{ file, path: `evidence[${index}].${path}` },
        reason: `${reason} (${evidence.anchor})`,
      });
      return [
        ...uncovered(evidence, zh).map(({ text }) =>
          tell("statement.zh", `${text} has no indicator and is not in otherFigures`),
        ),
        ...evidence.otherFigures
          .filter((text) => !evidence.statement.zh.includes(text))
          .map((text) => tell("otherFigures", `“${text}” is not in the Chinese statement`)),
        ...missing(zh, evidence.statement.en, "EN").map(({ text }) =>
          tell("statement.en", `does not say ${text}`),
        ),
        ...missing(en, evidence.statement.zh, "ZH").map(({ text }) =>
          tell("statement.zh", `does not say ${text}`),
        ),
      ];
    }),
  );
};

/** Figures of the Chinese statement that neither an indicator nor `otherFigures` has; dates aside. */
function uncovered(
  { statement, indicators, otherFigures }: EvidenceFile,
  figures: readonly Figure[],
): Figure[] {
  const texts = [...indicators.map(({ valueText }) => valueText.zh), ...otherFigures];
  const stretches = texts.flatMap((text) => placesOf(text, statement.zh));
  return figures.filter(
    ({ dimension, start, end }) =>
      !CALENDAR.has(dimension) &&
      !statement.zh.startsWith("翻", start) &&
      !stretches.some((stretch) => stretch.start < end && start < stretch.end),
  );
}

function placesOf(text: string, within: string): { start: number; end: number }[] {
  const places = [];
  for (let start = within.indexOf(text); start >= 0; start = within.indexOf(text, start + 1)) {
    places.push({ start, end: start + text.length });
  }
  return places;
}

/** Figures of one language that the other does not state; it may word a date, or being the first, otherwise. */
function missing(figures: readonly Figure[], other: string, locale: "ZH" | "EN"): Figure[] {
  const stated = figuresIn(other, locale, { ones: true });
  const dimensions = new Set(stated.map(({ dimension }) => dimension));
  return figures.filter((figure) => {
    if (CALENDAR.has(figure.dimension) && !dimensions.has(figure.dimension)) return false;
    if (figure.dimension === "ordinal" && figure.value === 1) return false;
    const isStated = stated.some((one) => sameFigure(figure, one) || isSameCount(figure, one));
    return !isStated && !isPair(figure, other) && !isFirstMonths(figure, stated);
  });
}

/** Phase two and 两期; 160 million, and 1.6亿元. */
function isSameCount(one: Figure, other: Figure): boolean {
  const isLoose = [one, other].some(({ dimension }) => dimension === "count");
  return (
    isLoose &&
    !CALENDAR.has(one.dimension) &&
    !CALENDAR.has(other.dimension) &&
    sameNumber(one.value, other.value)
  );
}

/** English has words for two that are no numbers. */
function isPair({ dimension, value }: Figure, other: string): boolean {
  return dimension === "count" && value === 2 && /\b(?:both|pair|twin|couple|double|either)\b/i.test(other);
}

/** The first eleven months are 1至11月. */
function isFirstMonths({ dimension, value }: Figure, stated: readonly Figure[]): boolean {
  if (dimension !== "time") return false;
  const months = stated.filter((one) => one.dimension === "month").map((one) => one.value);
  return months.includes(1) && months.some((month) => sameNumber(month * (YEAR / 12), value));
}
