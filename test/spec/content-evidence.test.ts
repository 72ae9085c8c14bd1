import { describe, expect, it } from "vitest";
import type { CorrectionFile } from "../../src/content/programme-file.js";
import { label } from "../support/content.js";
import {
  firmsIndicator,
  moneyEvidence,
  moneyIndicator,
  saidOf,
  soundEvidence,
  soundFile,
} from "../support/sound-case.js";

describe("an indicator is told that", () => {
  it.each<[string, object, string]>([
    [
      "has words that the statement lacks",
      { valueText: label("495户", "495 firms") },
      "valueText.zh: “495户” is not in the statement (f1)",
    ],
    [
      "has a value that its words do not give",
      { value: 496 },
      "valueText.zh: “495家” does not give the value 496 (f1)",
    ],
    [
      "was published with another number",
      { valueAsPublished: "0.5千家" },
      "valueAsPublished: “0.5千家” does not give the value 495 (f1)",
    ],
    [
      "has a range without its upper end",
      { qualifier: "RANGE" },
      "valueMax: goes with the qualifier RANGE, and RANGE with it (f1)",
    ],
    ["has no period", { timeBasis: "PERIOD" }, "period: missing: the time basis is PERIOD (f1)"],
  ])("%s", (_, parts, sentence) => {
    const evidence = [soundEvidence({ indicators: [firmsIndicator(parts)] }), moneyEvidence({})];
    expect(saidOf({ evidence })[0]).toBe(`${soundFile}: evidence[0].indicators[0].${sentence}`);
  });

  it("may be published in another unit or language than it is stated in", () => {
    for (const valueAsPublished of ["7.4亿元", "74000万元", "740 million yuan"]) {
      const indicators = [moneyIndicator({ valueAsPublished })];
      expect(saidOf({ evidence: [soundEvidence({}), moneyEvidence({ indicators })] })).toEqual([]);
    }
  });

  it("gives both ends of a range", () => {
    const statement = label("每家投资40至70万元。", "Each firm put in CNY 400,000 to 700,000.");
    const range = { qualifier: "RANGE", valueText: label("40至70万元", "CNY 400,000 to 700,000") };
    const evidenceOf = (valueMax: number) => [
      soundEvidence({}),
      moneyEvidence({}),
      moneyEvidence({
        anchor: "f3",
        statement,
        indicators: [moneyIndicator({ ...range, value: 400_000, valueMax })],
      }),
    ];
    expect(saidOf({ evidence: evidenceOf(700_000) })).toEqual([]);
    expect(saidOf({ evidence: evidenceOf(800_000) })).toEqual([
      `${soundFile}: evidence[2].indicators[0].valueText.zh: “40至70万元” does not give the value 800000 (f3)`,
      `${soundFile}: evidence[2].indicators[0].valueText.en: “CNY 400,000 to 700,000” does not give the value 800000 (f3)`,
    ]);
  });
});

describe("a statement is told that", () => {
  it.each<[string, object, string]>([
    [
      "has a figure without an indicator",
      { indicators: [] },
      "statement.zh: 495家 has no indicator and is not in otherFigures (f1)",
    ],
    [
      "lists a figure it has not",
      { otherFigures: ["36家"] },
      "otherFigures: “36家” is not in the Chinese statement (f1)",
    ],
    [
      "says more in Chinese",
      {
        statement: label("到2016年，企业有495家，另有三个园区。", "By 2016 there were 495 firms."),
        otherFigures: ["三个"],
      },
      "statement.en: does not say 三个 (f1)",
    ],
    [
      "says more in English",
      { statement: label("到2016年，企业有495家。", "By 2016 there were 495 firms in three parks.") },
      "statement.zh: does not say three (f1)",
    ],
    [
      "has another year",
      { statement: label("到2016年，企业有495家。", "By 2017 there were 495 firms.") },
      "statement.en: does not say 2016年 (f1)",
    ],
  ])("%s", (_, parts, sentence) => {
    expect(saidOf({ evidence: [soundEvidence(parts), moneyEvidence({})] })[0]).toBe(
      `${soundFile}: evidence[0].${sentence}`,
    );
  });
});

describe("correction figures", () => {
  const reading = (parts: Partial<CorrectionFile>): CorrectionFile => ({
    ...{ key: "release", scope: label("名单", "Lists"), listed: 96, renamed: null },
    ...{ eliminatedOrRectified: 34, retained: 62, qualifier: "EXACT", derivedFigures: [], parts: [] },
    ...{
      outcome: null,
      asOf: "2018",
      asOfBasis: "SOURCE",
      note: null,
      otherReadings: [],
      sources: ["paper"],
    },
    ...parts,
  });
  const part = (eliminatedOrRectified: number) => ({
    ...{ scope: label("省级", "Provincial"), eliminatedOrRectified, retained: 996, isOnGovernmentList: true },
  });
  const saidOfReadings = (...readings: CorrectionFile[]) =>
    saidOf({}, { "programme/corrections.yaml": readings });

  it("pass when they add up, and when a part of the sum is not said", () => {
    const whole = { listed: null, retained: null, eliminatedOrRectified: 385 };
    expect(
      saidOfReadings(
        reading({}),
        reading({ ...whole, key: "provinces", parts: [part(70), part(174), part(141)] }),
      ),
    ).toEqual([]);
    expect(saidOfReadings(reading({ eliminatedOrRectified: null, retained: null }))).toEqual([]);
  });

  it("that do not add up are told", () => {
    expect(saidOfReadings(reading({ retained: 61, parts: [part(30), part(3)] }))).toEqual([
      "seeds/programme/corrections.yaml: [0] release: eliminatedOrRectified and retained make 95, but 96 were listed",
      "seeds/programme/corrections.yaml: [0] release: the parts' eliminatedOrRectified make 33, the whole is 34",
    ]);
  });

  it("that do not name each other as readings of one thing are told", () => {
    expect(saidOfReadings(reading({ otherReadings: ["reports"] }), reading({ key: "reports" }))).toEqual([
      "seeds/programme/corrections.yaml: [0].otherReadings[0]: reports does not name release in turn",
    ]);
  });
});
