import { getNamedType, isLeafType, isObjectType, isRequiredArgument, type GraphQLNamedType } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cardFields, isWhole } from "../../src/catalogue/case-card.js";
import { passagesOf } from "../../src/search/passages.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { aCase, contentOf, label, vocabulary } from "../support/content.js";
import { randomContent } from "../support/random-content.js";
import { schema } from "../support/schema-fields.js";
import { openTestStorage } from "../support/storage.js";

/** Lists read cards, which are less than cases: nothing of that may be seen. */
describe.each([
  ["with no case kept in memory", "1"],
  ["with so few kept that cards and whole ones come and go", "60000"],
  ["with all kept", "134217728"],
])("%s", (_, bytes) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(undefined, { EXEMPLAR_CASE_CACHE_BYTES: bytes, EXEMPLAR_RATE_LIMIT: "off" });
  });
  afterAll(() => app.close());

  test.each(selections())("`%s` of a case is the same in every list as by its id", async (_name, field) => {
    const fields = `fragment Fields on Case { id ${field} }`;
    const lists: readonly [string, string][] = [
      ["cases", `query { list: cases(first: 4) { nodes { id ${field} } } }`],
      [
        "edges",
        `query { list: cases(last: 4) { edges { ...Edge } } }
         fragment Edge on CaseEdge { node { ... @include(if: true) { id } ...Fields } } ${fields}`,
      ],
      [
        "hits",
        `query { list: searchCases(query: "小镇", first: 4) { ... on CaseSearchConnection { nodes { ...Fields } } } } ${fields}`,
      ],
    ];
    for (const [name, query] of lists) {
      await app.data(query);
      const { list } = await app.data<{ list: { nodes?: Answer[]; edges?: { node: Answer }[] } }>(query);
      const listed = list.nodes ?? list.edges?.map(({ node }) => node) ?? [];
      const { nodes } = await app.data<{ nodes: Answer[] }>(
        `query($ids: [ID!]!) { nodes(ids: $ids) { ...Fields } } ${fields}`,
        { ids: listed.map(({ id }) => id) },
      );
      expect([name, listed.length]).toEqual([name, 4]);
      expect([name, listed]).toEqual([name, nodes]);
      const { slug, town } = await app
        .data<ByName>(`query($id: ID!) { node(id: $id) { ... on Case { slug town { slug } } } }`, {
          id: listed[0]?.id,
        })
        .then(({ node }) => node);
      const byName = await app.data<{ case: Answer; town: { cases: Answer[] } }>(
        `query($case: String!, $town: String!) {
          case(slug: $case) { ...Fields } town(slug: $town) { cases { ...Fields } }
        } ${fields}`,
        { case: slug, town: town.slug },
      );
      expect([name, byName.case]).toEqual([name, nodes[0]]);
      expect(byName.town.cases).toContainEqual(nodes[0]);
    }
  });
});

test("cards are less than cases, and give way to the whole", async () => {
  const storage = await openTestStorage(randomContent(50, 5));
  const catalogue = await storage.openCatalogue();
  const { columns, cards, cases } = catalogue.current();
  const ids = [...columns.facts].map(({ id }) => id);
  await cards(ids);
  const ofCards = catalogue.caseCache();
  await cases(ids);
  const ofCases = catalogue.caseCache();
  await Promise.all([cards(ids), cases(ids)]);
  const all = { entries: ids.length, maxBytes: ofCards.maxBytes };
  expect(ofCards).toEqual({ ...all, hits: 0, misses: ids.length, bytes: ofCards.bytes });
  expect(ofCases).toEqual({ ...all, hits: 0, misses: 2 * ids.length, bytes: ofCases.bytes });
  expect(ofCards.bytes).toBeLessThan(ofCases.bytes / 2);
  expect(catalogue.caseCache()).toEqual({ ...ofCases, hits: 2 * ids.length });
});

test("what a search looks in is read without the whole case, and is the same", async () => {
  const storage = await openTestStorage(randomContent(50, 6));
  const { columns, casesWithTexts, cases } = (await storage.openCatalogue()).current();
  const ids = [...columns.facts].map(({ id }) => id);
  const [parts, wholes] = [await casesWithTexts(ids), await cases(ids)];
  const passages = (all: typeof parts) => all.map((one) => (one ? passagesOf(one) : null));
  expect(passages(parts)).toEqual(passages(wholes));
  expect(parts.some((one) => one !== null && isWhole(one))).toBe(false);
});

test("highlights are the same whether their evidence is asked for or not", async () => {
  const app = await openTestApp();
  const query = (more: string) =>
    `{ searchCases(query: "产业", fields: [EVIDENCE], first: 20) { edges { highlights { anchor text ranges { start } ${more} } } } }`;
  const [without, withEvidence] = [
    await app.data<Hits>(query("")),
    await app.data<Hits>(query("evidence { anchor }")),
  ];
  const found = highlightsIn(withEvidence);
  expect(found.length).toBeGreaterThan(20);
  expect(found.map(({ evidence }) => evidence?.anchor)).toEqual(found.map(({ anchor }) => anchor));
  expect(found).toMatchObject(highlightsIn(without));
  await app.close();
});

interface Hits {
  readonly searchCases: { readonly edges: readonly { readonly highlights: readonly Highlight[] }[] };
}
type Highlight = { readonly anchor: string; readonly evidence?: { readonly anchor: string } };
const highlightsIn = ({ searchCases }: Hits): Highlight[] =>
  searchCases.edges.flatMap(({ highlights }) => highlights);

test("the card of a case that names a word newer than the request's edition is read all the same", async () => {
  const storage = await openTestStorage(contentOf([aCase({ slug: "one" })]));
  const held = (await storage.openCatalogue()).current();
  const tags = [
    ...vocabulary["vocabulary/tags.yaml"],
    { key: "brand-new", name: label("新词", "A new word") },
  ];
  await storage.seed(
    contentOf([aCase({ slug: "one", tags: ["brand-new"] })], { "vocabulary/tags.yaml": tags }),
  );
  const [card] = await held.cards([...held.columns.facts].map(({ id }) => id));
  expect(card?.tags.map(({ name }) => name.en)).toEqual(["A new word"]);
});

type Answer = { readonly id: string };
type ByName = { readonly node: { readonly slug: string; readonly town: { readonly slug: string } } };

/** Each field of a case and of its figures, with what is below it. */
function selections(): [string, string][] {
  const fieldsOf = (name: string): [string, string][] =>
    Object.values(typeNamed(name)).flatMap((field) =>
      field.args.some(isRequiredArgument)
        ? []
        : [[field.name, selectionOf(field.name, getNamedType(field.type), 1)]],
    );
  return [
    ...fieldsOf("Case"),
    ...fieldsOf("Indicator").map(([name, field]): [string, string] => [
      `indicators.${name}`,
      `indicators { ${field} }`,
    ]),
    ["all that cards have", [...cardFields].map((name) => selectionOfCase(name)).join(" ")],
  ];
}

function typeNamed(name: string) {
  const type = schema.getType(name);
  if (!isObjectType(type)) throw new Error(`${name} is no object type`);
  return type.getFields();
}

function selectionOfCase(name: string): string {
  const field = typeNamed("Case")[name];
  return field === undefined ? name : selectionOf(name, getNamedType(field.type), 1);
}

function selectionOf(name: string, type: GraphQLNamedType, depth: number): string {
  if (isLeafType(type)) return name;
  if (!isObjectType(type) || depth === 0) return `${name} { __typename }`;
  const below = Object.values(type.getFields())
    .filter(({ args }) => args.length === 0)
    .map((field) => selectionOf(field.name, getNamedType(field.type), depth - 1));
  return `${name} { __typename ${below.join(" ")} }`;
}
