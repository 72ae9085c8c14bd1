import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { crawl } from "../support/crawl.js";
import { secretIds, secretSlugs, secretWords, states } from "../support/hidden-case.js";

const words = Object.values(secretWords).flatMap(({ zh, en }) => [zh, en]);
const ids = Object.values(secretIds);
const files = ["evidence.csv", "evidence.jsonl", "figures.csv", "cases.jsonl"].map(
  (name) => `/export/${name}`,
);
const isShownIn: Record<keyof typeof states, boolean> = {
  draft: false,
  published: true,
  withdrawn: false,
  "published again": true,
  "a draft again": false,
};

/** Outlet → what it shows, without the case and with it. */
const outlets: Readonly<Record<string, readonly [query: string, without: unknown, withIt: unknown]>> = {
  "the case by its slug": ['{ case(slug: "zircon-case") { slug } }', null, { slug: "zircon-case" }],
  "the case by its former slug": ['{ case(slug: "zircon-before") { slug } }', null, { slug: "zircon-case" }],
  "the town by its slug": [
    '{ town(slug: "zircon-town") { cases { slug } } }',
    null,
    { cases: [{ slug: "zircon-case" }] },
  ],
  "the list of cases": [
    "{ cases { totalCount nodes { slug } } }",
    { totalCount: 1, nodes: [{ slug: "steady" }] },
    { totalCount: 2, nodes: [{ slug: "steady" }, { slug: "zircon-case" }] },
  ],
  "the list of towns": ["{ towns { totalCount } }", { totalCount: 1 }, { totalCount: 2 }],
  "the number of cases": ["{ serviceInfo { caseCount } }", { caseCount: 1 }, { caseCount: 2 }],
  "statistics, and what a draft alone has": [
    "{ caseStatistics(groupBy: [PROVINCE, PRACTICE]) { totalCount cells { count keys { value } } } }",
    { totalCount: 1, cells: [{ count: 1, keys: [{ value: "330000" }, { value: "shared-design" }] }] },
    {
      totalCount: 2,
      cells: [
        { count: 0, keys: [{ value: "220000" }, { value: "shared-design" }] },
        { count: 1, keys: [{ value: "220000" }, { value: "clean-up-first" }] },
        { count: 1, keys: [{ value: "330000" }, { value: "shared-design" }] },
        { count: 0, keys: [{ value: "330000" }, { value: "clean-up-first" }] },
      ],
    },
  ],
  "the coverage": [
    "{ serviceInfo { coverage { kinds { count } provinces { count } rounds { count } } } }",
    {
      coverage: {
        kinds: [{ count: 1 }, { count: 0 }],
        provinces: [{ count: 0 }, { count: 1 }],
        rounds: [{ count: 1 }, { count: 0 }],
      },
    },
    {
      coverage: {
        kinds: [{ count: 1 }, { count: 1 }],
        provinces: [{ count: 1 }, { count: 1 }],
        rounds: [{ count: 1 }, { count: 1 }],
      },
    },
  ],
  "a category's cases and practices": [
    "{ category(key: CULTURAL_HERITAGE) { cases { totalCount } practices { totalCount } } }",
    { cases: { totalCount: 0 }, practices: { totalCount: 0 } },
    { cases: { totalCount: 1 }, practices: { totalCount: 1 } },
  ],
  "the towns of a region": [
    '{ region(code: "jilin") { towns { totalCount } } }',
    { towns: { totalCount: 0 } },
    { towns: { totalCount: 1 } },
  ],
  "a practice's cases and uses": [
    '{ practice(slug: "clean-up-first") { cases { totalCount } uses { case { slug } evidence { anchor } } } }',
    { cases: { totalCount: 0 }, uses: [] },
    { cases: { totalCount: 1 }, uses: [{ case: { slug: "zircon-case" }, evidence: [{ anchor: "g1" }] }] },
  ],
  "what rests on a source": [
    "{ sources { nodes { cases { totalCount } evidence { totalCount } } } }",
    { nodes: [{ cases: { totalCount: 1 }, evidence: { totalCount: 1 } }] },
    {
      nodes: [
        { cases: { totalCount: 1 }, evidence: { totalCount: 2 } },
        { cases: { totalCount: 2 }, evidence: { totalCount: 3 } },
      ],
    },
  ],
  "the counts of tags": [
    "{ tags { key caseCount } }",
    [
      { key: "craft", caseCount: 1 },
      { key: "talent", caseCount: 0 },
    ],
    [
      { key: "craft", caseCount: 1 },
      { key: "talent", caseCount: 1 },
    ],
  ],
  "the counts of industries": [
    "{ industries { caseCount } }",
    [{ caseCount: 1 }, { caseCount: 0 }],
    [{ caseCount: 1 }, { caseCount: 1 }],
  ],
  "the counts of problems": [
    "{ problems { key caseCount } }",
    [
      { key: "thin-margins", caseCount: 1 },
      { key: "no-designers", caseCount: 0 },
    ],
    [
      { key: "thin-margins", caseCount: 1 },
      { key: "no-designers", caseCount: 1 },
    ],
  ],
  "what speaks against a practice": [
    '{ practice(slug: "shared-design") { contradictedBy { slug } contradictions { case { slug } } } }',
    { contradictedBy: [], contradictions: [] },
    { contradictedBy: [{ slug: "zircon-case" }], contradictions: [{ case: { slug: "zircon-case" } }] },
  ],
  "the evidence of all cases": [
    "{ evidence { totalCount nodes { case { slug } } } }",
    { totalCount: 1, nodes: [{ case: { slug: "steady" } }] },
    {
      totalCount: 3,
      nodes: [
        { case: { slug: "steady" } },
        { case: { slug: "zircon-case" } },
        { case: { slug: "zircon-case" } },
      ],
    },
  ],
  "the counts of measures": [
    "{ measures { caseCount } }",
    [{ caseCount: 1 }, { caseCount: 0 }],
    [{ caseCount: 1 }, { caseCount: 1 }],
  ],
  "the suggestions for a word of its title": [
    '{ suggest(prefix: "琥珀") { target { ... on Case { slug } } } }',
    [],
    [{ target: { slug: "zircon-case" } }],
  ],
  "the suggestions for its former slug": [
    '{ suggest(prefix: "zircon-before") { kind } }',
    [],
    [{ kind: "CASE" }],
  ],
  "the suggestions for its town": [
    '{ suggest(prefix: "moonst") { target { ... on Town { slug } } } }',
    [],
    [{ target: { slug: "zircon-town" } }],
  ],
  "the suggestions for a former name of its town": [
    '{ suggest(prefix: "琉璃") { label { zh } } }',
    [],
    [{ label: { zh: "蜜蜡" } }],
  ],
  "the suggestions for its category": [
    '{ suggest(prefix: "传统文化") { kind } }',
    [],
    [{ kind: "CATEGORY" }],
  ],
  "the suggestions for its practice": ['{ suggest(prefix: "clean") { kind } }', [], [{ kind: "PRACTICE" }]],
  "the suggestions for its tag": ['{ suggest(prefix: "talent") { kind } }', [], [{ kind: "TAG" }]],
  "the suggestions for its regions": ['{ suggest(prefix: "jilin") { kind } }', [], [{ kind: "REGION" }]],
  "other towns that a statement names": [
    '{ case(slug: "steady") { evidence { nodes { otherTowns { slug } } } } }',
    { evidence: { nodes: [{ otherTowns: [] }] } },
    { evidence: { nodes: [{ otherTowns: [{ slug: "zircon-town" }] }] } },
  ],
  "the cases of a town that has a draft too": [
    '{ town(slug: "steady-town") { cases { slug } } }',
    { cases: [{ slug: "steady" }] },
    { cases: [{ slug: "steady" }] },
  ],
};

const facets = "categories kinds provinces industries problems practices tags rounds".split(" ");
const facetsQuery = `{ ${facets.map((group) => `${group} { value count }`).join(" ")} }`;
/** What the case adds to each facet. */
const ofTheCase: Readonly<Record<string, string>> = {
  categories: "CULTURAL_HERITAGE",
  kinds: "CAUTIONARY",
  provinces: "220000",
  industries: "cars",
  problems: "no-designers",
  practices: "clean-up-first",
  tags: "talent",
  rounds: "2",
};

describe.each(Object.entries(states))("a case that is %s", (state, contents) => {
  const isShown = isShownIn[state as keyof typeof states];
  let app: TestApp;
  beforeAll(async () => {
    const [first, ...rest] = contents;
    app = await openTestApp(first);
    for (const content of rest) await app.seed(content);
  });
  afterAll(() => app.close());

  test.each(Object.entries(outlets))(
    `is ${isShown ? "" : "not "}in %s`,
    async (_outlet, [query, without, withIt]) => {
      const [shown] = Object.values(await app.data(query));
      expect(shown).toEqual(isShown ? withIt : without);
    },
  );

  test(`is ${isShown ? "" : "not "}found again by its ids`, async () => {
    const { nodes } = await app.data<{ nodes: unknown[] }>(
      "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
      { ids },
    );
    const found = ["Case", "Section", "Evidence", "Town", "Source"].map((__typename, place) => ({
      __typename,
      id: ids[place],
    }));
    expect(nodes).toEqual(isShown ? found : ids.map(() => null));
    for (const id of ids) {
      const { node } = await app.data("query ($id: ID!) { node(id: $id) { id } }", { id });
      expect(node).toEqual(isShown ? { id } : null);
    }
  });

  test.each(["cases", 'searchCases(query: "")'])(
    `is ${isShown ? "" : "not "}in the facets of %s`,
    async (list) => {
      const { list: found } = await app.data<{
        list: { facets: Record<string, { value: string; count: number }[]> };
      }>(`{ list: ${list} { facets ${facetsQuery} } }`);
      for (const group of facets) {
        const values = found.facets[group] ?? [];
        expect(values.reduce((sum, { count }) => sum + count, 0)).toBe(isShown ? 2 : 1);
        expect(values.find(({ value }) => value === ofTheCase[group])?.count ?? 0).toBe(isShown ? 1 : 0);
      }
    },
  );

  test(`is ${isShown ? "" : "not "}a town that a filter knows`, async () => {
    const { errors } = await app.ask('{ cases(filter: { towns: ["zircon-town"] }) { totalCount } }');
    expect(errors?.[0]?.extensions["code"]).toBe(isShown ? undefined : "BAD_USER_INPUT");
  });

  test.each(["zircon-case", "zircon-before"])(
    `is ${isShown ? "" : "not "}compared by its slug %s`,
    async (slug) => {
      const { data, errors } = await app.ask(
        "query ($slugs: [String!]!) { compareCases(slugs: $slugs) { cases { slug } } }",
        { slugs: ["steady", slug] },
      );
      expect(data?.["compareCases"]).toEqual(
        isShown ? { cases: [{ slug: "steady" }, { slug: "zircon-case" }] } : undefined,
      );
      expect(errors?.[0]?.extensions["argument"]).toBe(isShown ? undefined : "slugs[1]");
    },
  );

  const indexed = (["title", "summary", "narrative", "statement", "town", "formerTown"] as const).map(
    (field) => secretWords[field],
  );
  const searched = indexed.flatMap(({ zh, en }) => [
    zh,
    en,
    `"${en}"`,
    en.slice(0, -2),
    `${en.slice(0, 4)}${en.slice(5)}`,
  ]);
  test.each(searched)(
    `is ${isShown ? "" : "not "}found by %s, and no answer tells of its words`,
    async (query) => {
      const answer = await app.ask(
        `query ($query: String!) { searchCases(query: $query) {
        totalCount
        edges { node { slug } matchedTerms highlights { text } }
        searchInfo { expansions { expandedTo } }
      } }`,
        { query },
      );
      expect(answer.data?.["searchCases"]).toMatchObject({ totalCount: isShown ? 1 : 0 });
      const told = JSON.stringify(answer.data);
      expect(words.some((word) => told.includes(word))).toBe(isShown);
    },
  );

  test(`is ${isShown ? "whole" : "nowhere"} in all that the API shows`, async () => {
    const { text } = await crawl(app);
    const pages = await Promise.all(
      ["/", "/explorer", "/readyz", "/healthz", ...files].map((url) => app.http.inject(url)),
    );
    const all = text + pages.map(({ body }) => body).join("");
    const secrets = [...words, ...secretSlugs, ...ids];
    expect(secrets.filter((secret) => all.includes(secret))).toEqual(isShown ? secrets : []);
    expect(["unborn", "胎儿"].filter((word) => all.includes(word))).toEqual([]);
  });
});
