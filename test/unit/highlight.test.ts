import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/text/fold.js";
import { createHighlighter, type CaseHighlights, type Highlight } from "../../src/search/highlight.js";
import { planQuery } from "../../src/search/plan-query.js";
import type { Expansion, SearchScope } from "../../src/search/query-plan.js";
import { caseViewOf, type CaseSketch } from "../support/case-views.js";
import { fewTerms, towns } from "../support/search-corpus.js";

interface Found {
  /** The pieces that a loose search found by. */
  readonly looseBy?: readonly string[];
  readonly expansions?: readonly Expansion[];
  readonly scope?: Partial<SearchScope>;
}

function highlight(sketch: Omit<CaseSketch, "slug">, query: string, found: Found = {}): CaseHighlights {
  const { looseBy = [], expansions = [], scope = {} } = found;
  const plan = planQuery(query, scope);
  const loosePieces = plan.pieces
    .flatMap((piece) => [piece, ...piece.parts])
    .filter(({ phrases }) => phrases.some(({ text }) => looseBy.includes(text)));
  const view = caseViewOf({ slug: "a-town", ...sketch });
  return createHighlighter(plan, { loosePieces, expansions })(view, { isLoose: loosePieces.length > 0 });
}

const marked = ({ text, ranges }: Highlight): string[] =>
  ranges.map(({ start, end }) => text.slice(start, end));
const allMarked = ({ highlights }: CaseHighlights): string[] => highlights.flatMap(marked);
const practice = (zh: string, en = ""): Omit<CaseSketch, "slug"> => ({ sections: { PRACTICE: { zh, en } } });

describe("what is marked", () => {
  test.each([
    ["地理信息", "发展地理信息产业", ["地理信息"]],
    ["襪業", "大唐袜业起于作坊", ["袜业"]],
    ["袜业", "大唐襪業起於作坊", ["襪業"]],
    ["5g基站", "建了5G 基站", ["5G 基站"]],
    ["１２００", "超过1,200家，不是11200家", ["1,200"]],
    ["R&D", "an R & D centre, not an R in D", ["R & D"]],
    ["cafe", "the Cafe\u0301 and the cafeteria", ["Cafe\u0301", "cafeteria"]],
    ['"cafe"', "the café and the cafeteria", ["café"]],
    ["town -city", "a town and a city", ["town"]],
    ["50m2", "共50㎡", ["50㎡"]],
    ["town", "his hometown", []],
    ["ow", "a town", []],
    ["𠮷野", "在𠮷野家", ["𠮷野"]],
  ])("for %s in %s: %j", (query, text, expected) => {
    expect(allMarked(highlight(practice(text), query))).toEqual(expected);
  });

  test("words that stood in for a misspelt one, where the word itself is not there", () => {
    const expansions: Expansion[] = [{ term: "batery", expandedTo: ["battery"], reason: "TYPO" }];
    expect(allMarked(highlight(practice("", "A battery."), "batery plant", { expansions }))).toEqual([
      "battery",
    ]);
    expect(allMarked(highlight(practice("", "A batery, a battery."), "batery", { expansions }))).toEqual([
      "batery",
    ]);
  });

  test("the words of a long run only where the case does not have it whole", () => {
    const whole = highlight(practice("地理信息产业在此，信息很多。"), "地理信息产业");
    expect(allMarked(whole)).toEqual(["地理信息产业"]);
    expect(whole.matchedTerms).toEqual(["地理信息产业"]);
    const apart = highlight(practice("产业之外有信息，也有地理。"), "地理信息产业");
    expect(allMarked(apart)).toEqual(["产业", "信息", "地理"]);
  });

  test("other wordings only where the case has not the one of the query", () => {
    const known = (text: string): string[] =>
      createHighlighter(planQuery("lithium battery", { glossary: fewTerms }), {
        loosePieces: [],
        expansions: [],
      })(caseViewOf({ slug: "a-town", ...practice(text, "") }), { isLoose: false }).highlights.flatMap(
        marked,
      );
    expect(known("锂电池和锂电")).toEqual(["锂电池", "锂电"]);
    expect(known("A lithium battery is a 锂电池.")).toEqual(["lithium battery"]);
  });

  test("pieces of the query when the search was loose", () => {
    const found = highlight(practice("锂电在此。", "Electric cars."), "锂电站 electric submarine", {
      looseBy: ["锂电", "electric"],
    });
    expect(allMarked(found).sort()).toEqual(["Electric", "锂电"]);
  });

  test("nothing for a blank query", () => {
    expect(highlight(practice("地理信息"), " ")).toEqual({ highlights: [], matchedTerms: [] });
  });

  test("matched terms are as the texts have them, each once", () => {
    const { matchedTerms } = highlight(practice("", "Town, town and Hosiery TOWN"), "town hosiery");
    expect(matchedTerms).toEqual(["Town", "Hosiery"]);
  });

  test("matched terms have no signs but those inside a word", () => {
    const terms = (text: string, query: string): readonly string[] =>
      highlight(practice("", text), query).matchedTerms;
    expect(terms("the sock “industry” here", "sock industry")[0]).toBe("sock industry");
    expect(terms("an e-commerce firm", "e-commerce")).toEqual(["e-commerce"]);
    expect(terms("1,200 firms", "1200")).toEqual(["1,200"]);
  });
});

describe("which passages are shown", () => {
  const sketch = {
    title: { zh: "德清小镇", en: "Deqing" },
    town: { zh: "德清小镇", en: "Deqing" },
    summary: { zh: "小镇的概要", en: "Summary" },
    sections: { PRACTICE: { zh: "小镇的做法和信息" }, RESULT: { zh: "小镇的结果" } },
    evidence: [
      { statement: { zh: "小镇的证据", en: "Evidence" }, section: "PRACTICE" },
      { statement: { zh: "小镇在名单上", en: "Listed" } },
    ],
  } as const;

  test("three at most, one name at most, those with more of the query first", () => {
    expect(highlight(sketch, "小镇").highlights.map(({ field }) => field)).toEqual([
      "TITLE",
      "SUMMARY",
      "NARRATIVE",
    ]);
    expect(highlight(sketch, "小镇 信息").highlights.map(({ field }) => field)).toEqual([
      "NARRATIVE",
      "TITLE",
      "SUMMARY",
    ]);
    expect(highlight(sketch, "德清").highlights.map(({ field }) => field)).toEqual(["TITLE", "TOWN"]);
  });

  test("only where the search looked, each with its place", () => {
    const narrative = highlight(sketch, "小镇", { scope: { searchIn: ["RESULT"] } }).highlights;
    expect(narrative).toMatchObject([
      {
        field: "NARRATIVE",
        section: "RESULT",
        anchor: "result",
        locale: "ZH",
        text: "小镇的结果",
      },
    ]);
    const evidence = highlight(sketch, "小镇", { scope: { fields: ["EVIDENCE"] } }).highlights;
    expect(evidence).toMatchObject([
      { field: "EVIDENCE", section: "PRACTICE", anchor: "f1" },
      { field: "EVIDENCE", section: null, anchor: "f2" },
    ]);
    expect(highlight(sketch, "小镇", { scope: { locale: "EN" } }).highlights).toEqual([]);
  });
});

describe("how a passage is cropped", () => {
  const sentence = "这是一句没有特别内容的话，只是为了占地方，让整段文字变得很长很长。";
  const words = "This sentence says nothing at all, it only fills the space. ";

  test("to whole sentences where they fit", () => {
    const zh = highlight(practice(sentence.repeat(8) + "袜业在这里。" + sentence.repeat(8)), "袜业")
      .highlights[0];
    expect(zh?.text).toMatch(/^袜业在这里。(这是.*很长。)+$/u);
    const en = highlight(
      practice("", words.repeat(8) + "Hosiery is 7.4 here. " + words.repeat(8)),
      "hosiery",
    );
    expect(en.highlights[0]?.text).toMatch(/^Hosiery is 7\.4 here\. This .* space\.$/);
  });

  test("to clauses or words where a sentence is too long", () => {
    const clauses = "一个很长的分句没有停顿，".repeat(30);
    const zh = highlight(practice(`${clauses}袜业，${clauses}`), "袜业").highlights[0];
    expect(zh?.text).toMatch(/^一个很长.*袜业，.*停顿，$/u);
    const en = highlight(practice("", `${"wordy ".repeat(60)}hosiery ${"wordy ".repeat(60)}`), "hosiery");
    expect(en.highlights[0]?.text).toMatch(/^wordy( wordy)* hosiery wordy( wordy)*$/);
  });

  test("to the stretch that has most of the query", () => {
    const text = `信息在前。${sentence.repeat(8)}地理和信息在一起。${sentence.repeat(8)}`;
    expect(highlight(practice(text), "地理 信息").highlights[0]?.text).toMatch(/^地理和信息在一起。/);
  });

  test("never over the end of a paragraph", () => {
    const text = `${sentence.repeat(3)}\n\n袜业的一段。\n\n${sentence.repeat(3)}`;
    expect(highlight(practice(text), "袜业").highlights[0]?.text).toBe("袜业的一段。");
    expect(highlight(practice("一段袜业。\n\n二段作坊。"), "袜业 作坊").highlights[0]?.text).toBe(
      "一段袜业。",
    );
  });

  test("to about 160 characters, word for word, with ranges in order inside it", () => {
    const parts = fc.constantFrom(
      sentence,
      "袜业",
      words,
      "hosiery ",
      "\n\n",
      "e\u0301",
      "㎡",
      "𠮷",
      "，",
      "长".repeat(99),
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const { text: shown, ranges } of highlight(practice(text), "袜业 hosiery 𠮷").highlights) {
          expect(text).toContain(shown);
          expect(shown.length).toBeLessThanOrEqual(200);
          expect(shown).toBe(shown.trim());
          expect(ranges.length).toBeGreaterThan(0);
          let last = -1;
          for (const { start, end } of ranges) {
            expect(start).toBeGreaterThan(last);
            expect(fold(shown.slice(start, end))).toMatch(/^(袜业|hosiery|𠮷)([\s,]*(袜业|hosiery|𠮷))*$/u);
            expect(end).toBeLessThanOrEqual(shown.length);
            last = end;
          }
        }
      }),
    );
  });
});

test("every Chinese string of a case is marked word for word", () => {
  const [view] = towns();
  const text = view?.sections[0]?.narratives[0]?.text ?? "";
  for (const run of text.match(/\p{Script=Han}{2,}/gu) ?? []) {
    const wanted = run.slice(0, 6);
    const mark = createHighlighter(planQuery(`"${wanted}"`), { loosePieces: [], expansions: [] });
    expect(view && allMarked(mark(view, { isLoose: false }))).toContain(wanted);
  }
});
