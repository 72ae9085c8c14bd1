import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { schemaFolder } from "../../src/project-folders.js";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { aCase, aTown, contentOf, label, vocabulary } from "../support/content.js";

const query = `query ($prefix: String!, $first: Int) {
  suggest(prefix: $prefix, first: $first) { kind label { zh en } target { __typename } }
}`;

/** As `TOWN 诸暨袜艺小镇`, in order. */
async function suggested(app: TestApp, prefix: string, first: number | null = null): Promise<string[]> {
  const { suggest } = await app.data<{ suggest: { kind: string; label: { zh: string } }[] }>(query, {
    ...{ prefix, first },
  });
  return suggest.map(({ kind, label: { zh } }) => `${kind} ${zh}`);
}

describe("on the real content", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());

  test.each([
    ["诸暨", "Chinese"],
    ["諸暨", "traditional characters"],
    ["zhuji", "pinyin"],
    ["ZhuJi", "capitals"],
    ["ｚｈｕｊｉ", "full-width letters"],
    ["zhu ji", "syllables apart"],
    ["zhu'ji", "an apostrophe between them"],
    ["Zhū jì", "tones"],
    ["zhūjì", "tones, run together"],
    ["zhu1 ji4", "tones as numbers"],
    ["zhu1ji4", "such, run together"],
    [" zhu\u200bji ", "what cannot be seen"],
    ["诸ji", "an input method at work"],
    ["zhuij", "two letters swapped"],
    ["zhujii", "a letter too many"],
  ])("%j finds the town and then the city of Zhuji: %s", async (prefix) => {
    expect(await suggested(app, prefix)).toEqual(["TOWN 诸暨袜艺小镇", "REGION 诸暨市"]);
  });

  test.each([
    ["changle", "TOWN 长乐东湖数字小镇", "pinyin of a character with two sounds"],
    ["changchun", "REGION 长春市", "an English name, whole"],
    ["chongq", "REGION 重庆市", "the same, unfinished"],
    ["lvse", "TOWN 句容绿色新能源小镇", "pinyin inside a name, ü as v"],
    ["luse", "TOWN 句容绿色新能源小镇", "ü as u"],
    ["lüse", "TOWN 句容绿色新能源小镇", "ü as it is"],
    ["zj", "TOWN 诸暨袜艺小镇", "initials"],
    ["ctwh", "CATEGORY 传统文化传承保护", "initials of a category"],
    ["ylq", "TOWN 天津西青杨柳青文旅小镇", "initials inside a name"],
    ["rencai", "TAG 人才", "pinyin of a tag"],
    ["缺人才", "PROBLEM 缺人才", "a problem"],
    ["红木", "INDUSTRY 红木家具", "the beginning of an industry"],
    ["hardwood", "INDUSTRY 红木家具", "the same in English"],
    ["三医", "TOWN 成都温江“三医”研发小镇", "Chinese inside a name"],
    ["dream", "TOWN 杭州梦想小镇", "an English word inside a name"],
    ["embr", "INDUSTRY 刺绣", "the beginning of an English name"],
    ["su embroidery t", "TOWN 苏州苏绣小镇", "several words"],
    ["zuji", "TOWN 诸暨袜艺小镇", "pinyin with a letter left out"],
    ["lithum", "TOWN 宁德锂电新能源小镇", "a word with a typing error"],
    ["xi'an", "REGION 西安市", "an English name with an apostrophe"],
    ["TRADITIONAL_IND", "CATEGORY 传统产业转型升级", "a key"],
    ["clean-up-f", "PRACTICE 先整治后提升", "a slug"],
  ])("%s finds %s first: %s", async (prefix, first) => {
    expect((await suggested(app, prefix))[0]).toBe(first);
  });

  test.each([
    ["诸既", "another character with the same sound"],
    ["zhx", "a typing error in too few letters"],
    ["zhuxx", "two typing errors"],
    ["qqqq", "what no name has"],
  ])("%s finds nothing: %s", async (prefix) => {
    expect(await suggested(app, prefix)).toEqual([]);
  });

  test("the operation for portals leads to the town", async () => {
    const operation = readFileSync(join(schemaFolder, "operations/portal-suggest.graphql"), "utf8");
    const { suggest } = await app.data<{ suggest: unknown[] }>(operation, { prefix: "诸暨" });
    expect(suggest[0]).toEqual({
      kind: "TOWN",
      label: { zh: "诸暨袜艺小镇", en: "Zhuji Hosiery (Sock) Town" },
      target: { __typename: "Town", slug: "zhuji-hosiery-town" },
    });
  });

  test("every kind leads to a thing of its type", async () => {
    const types = new Map<string, string>();
    for (const prefix of ["诸暨", "先整治", "传统", "人才", "浙江", "缺人才", "红木"]) {
      const { suggest } = await app.data<{ suggest: { kind: string; target: { __typename: string } }[] }>(
        query,
        { prefix },
      );
      for (const { kind, target } of suggest) types.set(kind, target.__typename);
    }
    expect(Object.fromEntries(types)).toEqual({
      ...{ TOWN: "Town", CASE: "Case", CATEGORY: "Category" },
      ...{ PRACTICE: "Practice", TAG: "Tag", REGION: "Region" },
      ...{ PROBLEM: "Problem", INDUSTRY: "Industry" },
    });
  });

  test("a case is suggested by its title, and not beside its town", async () => {
    const ofZhuji = "CASE 诸暨袜艺小镇：先整治关停袜企，再用设计和智能制造升级袜业";
    expect(await suggested(app, "整治关停")).toEqual([ofZhuji]);
    expect(await suggested(app, "诸暨袜艺小镇：先")).toEqual([ofZhuji]);
    expect(await suggested(app, "upgrading with design")).toEqual([ofZhuji]);
    expect(await suggested(app, "诸暨袜艺")).toEqual(["TOWN 诸暨袜艺小镇"]);
  });

  test("at most eight come, or as many as are asked for", async () => {
    const all = await suggested(app, "小镇");
    expect(all).toHaveLength(8);
    expect(await suggested(app, "小镇", 3)).toEqual(all.slice(0, 3));
    expect(await suggested(app, "小镇", 8)).toEqual(all);
  });

  test.each([0, -1, 9, 100, 2 ** 31 - 1])("a `first` of %i is refused", async (first) => {
    const { status, data, errors } = await app.ask(query, { prefix: "小镇", first });
    expect([status, data, errors?.[0]?.extensions]).toEqual([
      400,
      null,
      { code: "PAGE_SIZE_OUT_OF_RANGE", argument: "first", sent: first, limit: 8 },
    ]);
  });

  test("a text of 100 characters is answered, a longer one refused in the reader's language", async () => {
    for (const text of ["诸".repeat(100), "a".repeat(100), "🏭".repeat(100), "a ".repeat(50)]) {
      expect(await suggested(app, text)).toEqual([]);
    }
    const refusal = async (language: string) => {
      const answer = await app.http.inject({
        ...{ method: "POST", url: "/graphql", headers: { "accept-language": language } },
        payload: { query, variables: { prefix: "a".repeat(101) } },
      });
      const { errors } = answer.json<{ errors: { message: string; extensions: object }[] }>();
      return [answer.statusCode, errors[0]?.message, errors[0]?.extensions];
    };
    const details = {
      code: "QUERY_TOO_LONG",
      ...{ argument: "prefix", limitName: "maxPrefixLength", sent: 101, limit: 100 },
    };
    expect(await refusal("en")).toEqual([
      ...[400, "`prefix` has 101 characters; at most 100 are allowed.", details],
    ]);
    expect(await refusal("zh")).toEqual([400, "prefix 有 101 个字符，最多 100 个。", details]);
  });

  test.each([
    ["nothing", ["", " ", "\u3000", "\n\t", "\u00a0"]],
    ["signs alone", ["'", "-", "…", "()", "：", '"', "\\", "%", "*", "🏭", "❤️"]],
    ["what cannot be seen", ["\u0000", "\u200b", "\u202e\u202c", "\ufeff", "\ud800", "\udc00", "\uffff"]],
  ])("for %s nothing is suggested", async (_what, some) => {
    for (const text of some) expect([text, await suggested(app, text)]).toEqual([text, []]);
  });

  test("odd texts are answered, and soon", async () => {
    const odd = [
      ...["小镇\u0000", "镇\ud83c", "𠀀", "город", "مدينة", "まち", "ŉ", "ß".repeat(100), "ﷺ".repeat(100)],
      ...[
        "x' OR '1'='1",
        "'; DROP TABLE town; --",
        "(".repeat(100),
        "a'".repeat(50),
        `e${"\u0301".repeat(99)}`,
      ],
      ...["__proto__", "constructor", "toString", "z1".repeat(50), "诸a".repeat(50), "v".repeat(100)],
    ];
    for (const text of odd) {
      const { status, errors } = await app.ask(query, { prefix: text });
      expect([text, status, errors]).toEqual([text, 200, undefined]);
    }
  });
});

const named = (key: string, zh: string, en: string) => ({ key, name: label(zh, en) });
const practice = (slug: string, zh: string, en: string) => ({
  ...{ slug, name: label(zh, en), description: label("说明", "What it is"), conditions: [] },
});
const uses = (slug: string) => ({ practice: slug, reason: label("做法。", "How."), evidence: ["f1"] });

describe("the order", () => {
  test("is the whole name, its beginning, a word or the sound, the inside", async () => {
    const app = await testApp(
      contentOf(
        [
          aCase({ slug: "one", tags: ["cloud"], practices: [uses("cloud-sales")] }),
          aCase({ slug: "two", town: aTown("two", { name: label("白云小镇", "Old cloud town") }) }),
          aCase({ slug: "three", town: aTown("three", { name: label("云山小镇", "Cloudy hills") }) }),
          aCase({ slug: "four", town: aTown("four", { name: label("运动小镇", "Games town") }) }),
        ],
        {
          "vocabulary/tags.yaml": [named("cloud", "云", "Cloud")],
          "vocabulary/practices.yaml": [practice("cloud-sales", "云上销售", "Sales in the cloud")],
        },
      ),
    );
    expect(await suggested(app, "云")).toEqual([
      ...["TAG 云", "TOWN 云山小镇", "PRACTICE 云上销售", "TOWN 白云小镇"],
    ]);
    expect(await suggested(app, "cloud")).toEqual([
      ...["TAG 云", "TOWN 云山小镇", "PRACTICE 云上销售", "TOWN 白云小镇"],
    ]);
    expect(await suggested(app, "yun")).toEqual([
      ...["TAG 云", "TOWN 云山小镇", "TOWN 运动小镇", "PRACTICE 云上销售"],
    ]);
  });

  test("is that of the kinds where matches are equal, then the number of cases, then the name", async () => {
    const [category, ...categories] = vocabulary["vocabulary/categories.yaml"];
    const [county, ...regions] = [...vocabulary["vocabulary/regions.yaml"]].reverse();
    if (!category || !county) throw new Error("the vocabulary is empty");
    const silk = { ...county, key: "silk-zone", name: label("丝县", "Silk Zone") };
    const at = (slug: string, zh: string) => aTown(slug, { name: label(zh, slug), region: "silk-zone" });
    const app = await testApp(
      contentOf(
        [
          aCase({
            slug: "one",
            tags: ["a", "b", "c"],
            town: at("one", "丝路小镇"),
            practices: [uses("weave")],
          }),
          aCase({ slug: "two", tags: ["b"], town: at("two", "别处小镇"), title: label("丝线案例", "Yarn") }),
        ],
        {
          "vocabulary/categories.yaml": [{ ...category, name: label("丝业", "Trade") }, ...categories],
          "vocabulary/practices.yaml": [practice("weave", "丝织", "Weaving")],
          "vocabulary/tags.yaml": [named("a", "丝丙", "A"), named("b", "丝乙", "B"), named("c", "丝丁", "C")],
          "vocabulary/regions.yaml": [...[...regions].reverse(), silk],
        },
      ),
    );
    expect(await suggested(app, "丝")).toEqual([
      ...["TOWN 丝路小镇", "CASE 丝线案例", "CATEGORY 丝业", "PRACTICE 丝织"],
      ...["TAG 丝乙", "TAG 丝丙", "TAG 丝丁", "REGION 丝县"],
    ]);
  });
});

describe("what is published", () => {
  const renamed = aTown("old", {
    name: label("新名小镇", "Newname Town"),
    formerNames: [{ name: label("旧称小镇", "Oldname Town"), until: null, source: "paper" }],
  });

  test("a town is found by a former name too, and shown by its present one", async () => {
    const app = await testApp(contentOf([aCase({ slug: "old", town: renamed })]));
    for (const prefix of ["旧称", "舊稱", "oldn", "jiuch", "jcxz", "新名", "oldnmae"]) {
      expect([prefix, await suggested(app, prefix)]).toEqual([prefix, ["TOWN 新名小镇"]]);
    }
  });

  test("a town with a praised and a warned case stands for both", async () => {
    const app = await testApp(
      contentOf([
        aCase({ slug: "old", town: renamed, title: label("新名小镇：先进", "Newname: praised") }),
        aCase({ slug: "warned", town: "old-town", title: label("新名小镇：停工", "Newname: stopped") }),
      ]),
    );
    expect(await suggested(app, "新名")).toEqual(["TOWN 新名小镇"]);
    expect(await suggested(app, "停工")).toEqual(["CASE 新名小镇：停工"]);
  });

  test("is followed: a draft and what only it uses never come, until it is published", async () => {
    const hidden = (status: "draft" | "published") =>
      contentOf([
        aCase({ slug: "shown", tags: ["craft"] }),
        aCase({
          ...{ slug: "hidden", status, tags: ["talent"], town: renamed, category: "CULTURAL_HERITAGE" },
          title: label("隐藏的案例", "A hidden case"),
        }),
      ]);
    const app = await testApp(hidden("draft"));
    const all = async () =>
      (
        await Promise.all(
          ["新名", "旧称", "隐藏", "hidden", "人才", "传统文化", "手工艺"].map((one) => suggested(app, one)),
        )
      ).flat();
    expect(await all()).toEqual(["TAG 手工艺"]);
    await app.seed(hidden("published"));
    expect(await all()).toEqual([
      ...["TOWN 新名小镇", "TOWN 新名小镇", "CASE 隐藏的案例", "CASE 隐藏的案例"],
      ...["TAG 人才", "CATEGORY 传统文化传承保护", "TAG 手工艺"],
    ]);
    await app.seed(hidden("draft"));
    expect(await all()).toEqual(["TAG 手工艺"]);
  });
});
