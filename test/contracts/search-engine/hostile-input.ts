import fc from "fast-check";
import { describe, expect } from "vitest";
import { towns } from "../../support/search-corpus.js";
import type { Contract } from "./harness.js";

/** Text that means something to a database, or nothing to anyone. */
export const hostileTexts: readonly string[] = [
  ...['"', '""', '" OR "', "AND", "OR", "NOT", "town AND", "town NOT", "NEAR(town city, 2)", "NEAR("],
  ...[
    "*",
    "to*",
    "^town",
    "{title_zh} : town",
    "title_en:town",
    "-",
    "--",
    '-"',
    "(",
    ")",
    "{",
    "}",
    ":",
    "+",
  ],
  ...["'; DROP TABLE documents; --", "' OR 1=1 --", "%_\\", "\u0000", "\u001b[31m", "\ud800", "\udfff小镇"],
  ...["😀🎉", "👨‍👩‍👧", "¶", "town ¶ city", "字".repeat(10_000), "a".repeat(10_000), "ab ".repeat(3_300)],
  ...["地理信息".repeat(2_500), "\u202e袜业", "e\u0301".repeat(500), "１２３，４５６", "٣٤", "ไทย", "한국어"],
];

/** Nothing that anyone types breaks a search, or the next one. */
export function describeHostileInput({ promise, filledWith }: Contract): void {
  describe("hostile input", () => {
    promise("is answered, and the next search is as good as ever", async () => {
      const { search, find } = await filledWith(towns());
      for (const query of hostileTexts) {
        const page = await search(query, { wantsFacets: true, wantsHighlights: true });
        expect(page.total, query.slice(0, 40)).toBeGreaterThanOrEqual(page.edges.length);
        await search(`袜业 -${query}`);
        await search(`"${query}`);
      }
      expect(await find("袜业")).toEqual(["zhuji"]);
      expect(await find("town ¶ city")).toEqual(await find("town city"));
    });

    promise("of any kind is answered", async () => {
      const { search } = await filledWith(towns());
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 60 }), async (query) => {
          const page = await search(query, { wantsHighlights: true });
          expect(page.total).toBeGreaterThanOrEqual(page.edges.length);
        }),
        { numRuns: 300 },
      );
    });
  });
}
