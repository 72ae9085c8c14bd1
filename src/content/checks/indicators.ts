import { figuresIn } from "../../text/figures.js";
import type { EvidenceFile, IndicatorFile } from "../case-file.js";
import { givesValue, measureUnits, type MeasureUnit } from "./evidence-figures.js";
import { localeKeys, type Rule } from "./rule.js";

/** An indicator's words are those of its statement, and give its value in the unit of its measure. */
export const checkIndicators: Rule = (files) => {
  const units = measureUnits(files.lists);
  return files.cases.flatMap(({ file, content }) =>
    content.evidence.flatMap((evidence, place) =>
      evidence.indicators.flatMap((indicator, index) =>
        problemsOf(evidence, indicator, units.get(indicator.measure)).map(({ field, reason }) => ({
          file,
          path: `evidence[${place}].indicators[${index}].${field}`,
          reason: `${reason} (${evidence.anchor})`,
        })),
      ),
    ),
  );
};

interface FieldProblem {
  readonly field: string;
  readonly reason: string;
}

function problemsOf(
  evidence: EvidenceFile,
  indicator: IndicatorFile,
  unit: MeasureUnit | undefined,
): FieldProblem[] {
  const { qualifier, valueMax, timeBasis, period } = indicator;
  const problems = [
    ...localeKeys.flatMap((locale) => textProblems(evidence, indicator, { ...locale, unit })),
    ...publishedProblems(indicator, unit),
  ];
  if ((qualifier === "RANGE") !== (valueMax !== null)) {
    problems.push({ field: "valueMax", reason: "goes with the qualifier RANGE, and RANGE with it" });
  }
  if (valueMax !== null && valueMax <= indicator.value) {
    problems.push({ field: "valueMax", reason: `${valueMax} is not above the value ${indicator.value}` });
  }
  if (timeBasis === "PERIOD" && period === null && evidence.period === null) {
    problems.push({ field: "period", reason: "missing: the time basis is PERIOD" });
  }
  return problems;
}

function textProblems(
  { statement }: EvidenceFile,
  indicator: IndicatorFile,
  { key, locale, unit }: { key: "zh" | "en"; locale: "ZH" | "EN"; unit: MeasureUnit | undefined },
): FieldProblem[] {
  const field = `valueText.${key}`;
  const text = indicator.valueText[key];
  if (!statement[key].includes(text)) return [{ field, reason: `“${text}” is not in the statement` }];
  return valuesLeftOut(text, locale, indicator, unit).map((number) => ({
    field,
    reason: `“${text}” does not give the value ${number}`,
  }));
}

/** The source's own print says the same number, in whatever unit. */
function publishedProblems(indicator: IndicatorFile, unit: MeasureUnit | undefined): FieldProblem[] {
  const text = indicator.valueAsPublished;
  if (text === null) return [];
  const locale = /\p{Script=Han}/u.test(text) ? "ZH" : "EN";
  return valuesLeftOut(text, locale, indicator, unit).map((number) => ({
    field: "valueAsPublished",
    reason: `“${text}” does not give the value ${number}`,
  }));
}

function valuesLeftOut(
  text: string,
  locale: "ZH" | "EN",
  { value, valueMax }: IndicatorFile,
  unit: MeasureUnit | undefined,
): number[] {
  if (unit === undefined) return [];
  const figures = figuresIn(text, locale, { ones: true });
  return [value, ...(valueMax === null ? [] : [valueMax])].filter(
    (number) => !givesValue(figures, number, unit),
  );
}
