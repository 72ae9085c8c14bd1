import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tokenizerVersion } from "../../src/text/tokens.js";
import { fold, foldWithOffsets, toSimplified } from "../../src/text/fold.js";

describe("fold", () => {
  test.each([
    ["Ｌｉｔｈｉｕｍ　２０１９", "lithium 2019", "full-width letters, digits and spaces"],
    ["CAFÉ Zürich e\u0301te\u0301", "cafe zurich ete", "case and Latin diacritics, composed or not"],
    ["襪業與臺灣的絲綢", "袜业与台湾的丝绸", "traditional characters"],
    ["50㎡，ﬁve…", "50m2,five...", "signs that stand for several"],
    ["a\u0000b\nc\td", "a b c d", "control characters"],
    ["x\ud800y\udc00z", "x y z", "lone surrogates"],
    ["soft\u00adhy\u200bphen\ufeff", "softhyphen", "invisible characters"],
    ["𠮷野家 😀", "𠮷野家 😀", "characters outside the basic plane stay"],
    ["が", "が", "kana keep their marks"],
  ])("%j becomes %j: %s", (text, folded) => {
    expect(fold(text)).toBe(folded);
    expect(foldWithOffsets(text).text).toBe(folded);
  });

  test("folding what is folded changes nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test("the two ways of folding agree on any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(foldWithOffsets(text).text).toBe(fold(text));
      }),
    );
  });
});

describe("the way back to the original", () => {
  test("leads to whole characters, also where lengths differ", () => {
    const text = "共50㎡，e\u0301te\u0301 ﬁne 𠮷野";
    const folded = foldWithOffsets(text);
    const behind = (part: string): string => {
      const start = folded.text.indexOf(part);
      const { start: from, end } = folded.toOriginal({ start, end: start + part.length });
      return text.slice(from, end);
    };
    expect(behind("50m2")).toBe("50㎡");
    expect(behind("50m")).toBe("50㎡");
    expect(behind("ete")).toBe("e\u0301te\u0301");
    expect(behind("fine")).toBe("ﬁne");
    expect(behind("𠮷")).toBe("𠮷");
    expect(behind("野")).toBe("野");
  });

  test("of any stretch folds to at least that stretch, and lies inside the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.nat(), fc.nat(), (text, a, b) => {
        const folded = foldWithOffsets(text);
        const start = Math.min(a, b) % (folded.text.length + 1);
        const end = Math.max(start, Math.max(a, b) % (folded.text.length + 1));
        const range = folded.toOriginal({ start, end });
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
        if (end > start) {
          expect(fold(text.slice(range.start, range.end))).toContain(folded.text.slice(start, end));
        }
      }),
    );
  });
});

test("toSimplified changes characters one by one and keeps the length", () => {
  expect(toSimplified("《襪業》 ABC Ａ")).toBe("《袜业》 ABC Ａ");
  expect(toSimplified("袜业")).toBe("袜业");
});

test("the table of simplified characters is the one that tokenizer version 1 was made with", () => {
  const characters = Array.from({ length: 0xa000 - 0x3400 }, (_, place) =>
    String.fromCharCode(0x3400 + place),
  );
  const table = createHash("sha256")
    .update(toSimplified(characters.join("")))
    .digest("hex")
    .slice(0, 16);
  // When this fails, the package has another table: raise `tokenizerVersion`, so that indexes are rebuilt.
  expect({ tokenizerVersion, table }).toEqual({ tokenizerVersion: "1", table: "9919af0058c5a64c" });
});
