import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.js";
import { phraseOf, runsOf, tokensOf } from "../../src/text/tokens.js";

describe("the tokens of a text", () => {
  test.each([
    ["新能源汽车", ["新能", "能源", "源汽", "汽车", "车"]],
    ["镇", ["镇"]],
    ["5G基站，4A景区", ["5g", "基站", "站", "4a", "景区", "区"]],
    ["7.4亿元", ["7", "4", "亿元", "元"]],
    ["E-commerce and R&D", ["e", "commerce", "and", "r", "d"]],
    ["𠮷野家", ["𠮷野", "野家", "家"]],
    ["😀 — …", []],
  ])("%s", (text, tokens) => {
    expect(tokensOf(fold(text))).toEqual(tokens);
  });

  test("no token has white space, quotes or any other sign in it", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const token of tokensOf(fold(text)))
          expect(token).toMatch(/^[\p{L}\p{N}\p{M}\p{Script=Han}]+$/u);
      }),
    );
  });

  test("runs know where they stand", () => {
    const folded = "第3批 towns";
    expect(runsOf(folded).map(({ start, end }) => folded.slice(start, end))).toEqual([
      "第",
      "3",
      "批",
      "towns",
    ]);
  });
});

describe("the phrase of a text", () => {
  test("stands in the tokens of every text around it", () => {
    const han = fc.stringMatching(/^[地理信息产业新能源车镇]{1,12}$/);
    fc.assert(
      fc.property(han, han, han, (before, wanted, after) => {
        expect(stands(phraseOf(wanted), tokensOf(before + wanted + after))).toBe(true);
      }),
    );
  });

  test("goes over the border between Han and Latin", () => {
    expect(stands(phraseOf("基站5g"), tokensOf("建设基站5g网络"))).toBe(true);
    expect(stands(phraseOf("5g基"), tokensOf("建设5g基站"))).toBe(true);
    expect(stands(phraseOf("基站5g"), tokensOf("建设基站4g网络"))).toBe(false);
  });

  test("is nothing where there is nothing to find", () => {
    expect(phraseOf("!? 😀")).toBeNull();
  });
});

function stands(phrase: ReturnType<typeof phraseOf>, tokens: readonly string[]): boolean {
  if (!phrase) return false;
  return tokens.some((_, start) =>
    phrase.tokens.every((token, place) => {
      const found = tokens[start + place];
      const isLast = place === phrase.tokens.length - 1;
      return isLast && phrase.isOpen ? found?.startsWith(token) : found === token;
    }),
  );
}
