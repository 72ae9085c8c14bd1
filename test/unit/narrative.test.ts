import { describe, expect, it } from "vitest";
import { parseNarrative } from "../../src/content/narrative.js";

/** The words that each mark covers: `f7: 到2016年`. */
function covered(markdown: string): string[] {
  const { text, citations } = parseNarrative(markdown);
  return citations.map(({ start, end, anchor }) => `${anchor}: ${text.slice(start, end)}`);
}

describe("a narrative", () => {
  it("loses its footnote marks and the space before them", () => {
    expect(parseNarrative("The town closed [^f1]. It is shut[^f2][^f3].\n").text).toBe(
      "The town closed. It is shut.",
    );
  });

  it("without marks cites nothing", () => {
    expect(parseNarrative("没有脚注。")).toEqual({ text: "没有脚注。", citations: [] });
  });

  it("counts places in UTF-16 code units of the text without marks", () => {
    expect(parseNarrative("𠮷镇[^f1]。到2016年[^f2]。").citations).toEqual([
      { start: 0, end: 3, anchor: "f1" },
      { start: 4, end: 10, anchor: "f2" },
    ]);
  });
});

describe("a mark", () => {
  it("covers its sentence", () => {
    expect(covered("前一句。到2016年，入驻企业495家[^f21]。后一句。")).toEqual([
      "f21: 到2016年，入驻企业495家",
    ]);
  });

  it("covers what follows the mark before, in the same sentence", () => {
    expect(covered("产值150亿元[^f1]，税收1.6亿元[^f2]。")).toEqual(["f1: 产值150亿元", "f2: ，税收1.6亿元"]);
  });

  it("shares its stretch with the marks beside it", () => {
    expect(covered("They agree[^f9][^f10]. They differ[^f1] [^f2].")).toEqual([
      "f9: They agree",
      "f10: They agree",
      "f1: They differ",
      "f2: They differ",
    ]);
  });

  it.each([
    ["甲。乙[^f1]。", "乙"],
    ["甲！乙[^f1]。", "乙"],
    ["甲？乙[^f1]。", "乙"],
    ["甲；乙[^f1]。", "乙"],
    ["“甲。”乙[^f1]。", "乙"],
    ["甲\n\n乙[^f1]。", "乙"],
    ["One. Two[^f1].", "Two"],
    ["One? Two[^f1].", "Two"],
    ["“One.” Two[^f1].", "Two"],
    ["- one\n- two[^f1]", "- two"],
  ])("starts after the end of a sentence: %s", (markdown, words) => {
    expect(covered(markdown)).toEqual([`f1: ${words}`]);
  });

  it.each([
    ["It covers 2.87 square kilometres[^f1].", "It covers 2.87 square kilometres"],
    ["Notice No. 481 names it[^f1].", "Notice No. 481 names it"],
    ["甲，乙、丙[^f1]。", "甲，乙、丙"],
    ["One; two[^f1].", "One; two"],
  ])("runs over what ends no sentence: %s", (markdown, words) => {
    expect(covered(markdown)).toEqual([`f1: ${words}`]);
  });

  it("after the full stop covers nothing", () => {
    expect(covered("甲。[^f1]")).toEqual(["f1: "]);
  });
});
