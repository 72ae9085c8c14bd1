import { buildSchema, parse } from "graphql";
import { describe, expect, it } from "vitest";
import { costOf, type ListSizes } from "../../src/graphql/cost.js";

describe("the cost of an operation", () => {
  it.each([
    ["a scalar", "{ version }", 0],
    ["an object", "{ town { name } }", 1],
    ["objects inside objects", "{ town { region { region { name } } } }", 3],
    ["a list of scalars", "{ town { tags } }", 1],
    ["a list of objects, taken for ten", "{ regions { name } }", 10],
    ["what is inside a list", "{ regions { region { name } } }", 20],
    ["a list that declares its size", "{ provinces { region { name } } }", 62],
    ["introspection", "{ __typename __schema { types { name } } }", 0],
    ["a field that does not exist", "{ town { nothing { name } } }", 1],
  ])("counts %s: %s", (_what, query, cost) => {
    expect(costOfText(query)).toBe(cost);
  });

  it.each([
    ["as many entries as are asked for", "{ towns(first: 30) { nodes { name } } }", 31],
    ["backwards too", "{ towns(last: 30) { nodes { name } } }", 31],
    ["20 where nothing is asked for", "{ towns { nodes { name } } }", 21],
    ["the schema's default where there is one", "{ sources { nodes { name } } }", 6],
    [
      "edges, and the node of each",
      "{ towns(first: 30) { edges { cursor node { region { name } } } } }",
      1 + 30 * 3,
    ],
    ["nodes and edges both", "{ towns(first: 30) { nodes { name } edges { cursor } } }", 61],
    ["no more than a page may have", "{ towns(first: 5000) { nodes { name } } }", 101],
    ["nothing less than nothing", "{ towns(first: -5) { nodes { name } } }", 1],
    [
      "pages inside pages",
      "{ towns(first: 10) { nodes { towns(first: 10) { nodes { name } } } } }",
      1 + 10 * (1 + 1 + 10),
    ],
    ["a list with `first` like a page", "{ similar(first: 7) { name } }", 7],
    ["the default of a list with `first`", "{ similar { name } }", 5],
    ["a node for every id", '{ nodes(ids: ["a", "b", "c"]) { id } }', 3],
    ["one id as a list of one", '{ nodes(ids: "a") { id } }', 1],
  ])("counts %s: %s", (_what, query, cost) => {
    expect(costOfText(query)).toBe(cost);
  });

  it("counts what stands beside the entries once, whatever the page size", () => {
    const beside = "totalCount pageInfo { hasNextPage } facets { regions { count } } searchInfo { engine }";
    expect(costOfText(`{ towns(first: 100) { ${beside} } }`)).toBe(1 + 1 + 1 + (5 + 10) + 1);
  });

  it("reads sizes from variables, and from their defaults", () => {
    const query =
      "query ($n: Int = 40, $ids: [ID!]!) { towns(first: $n) { nodes { name } } nodes(ids: $ids) { id } }";
    expect(costOfText(query, { ids: ["a", "b"] })).toBe(41 + 2);
    expect(costOfText(query, { n: 10, ids: "a" })).toBe(11 + 1);
    expect(costOfText(query, { n: null, ids: [] })).toBe(41);
    expect(costOfText(query.replace(" = 40", ""), { n: null, ids: [] })).toBe(21);
    expect(costOfText(query.replace(" = 40", ""), { n: "many", ids: [] })).toBe(21);
  });

  it("leaves out what is skipped", () => {
    const query =
      "query ($yes: Boolean = true) { a: town @skip(if: $yes) { name } b: town @include(if: $yes) { name } }";
    expect(costOfText(query)).toBe(1);
    expect(costOfText(query, { yes: false })).toBe(1);
    expect(
      costOfText(
        "{ ... @include(if: false) { town { name } } ...F @skip(if: true) } fragment F on Query { town { name } }",
      ),
    ).toBe(0);
  });

  it("counts aliases and fragments each time", () => {
    expect(
      costOfText("{ a: town { name } b: town { name } ...F ...F } fragment F on Query { town { name } }"),
    ).toBe(4);
    expect(
      costOfText("{ towns(first: 10) { ...F } } fragment F on TownConnection { nodes { name } totalCount }"),
    ).toBe(12);
    expect(
      costOfText(
        '{ nodes(ids: ["a", "b"]) { ... on Town { region { name } } ... on Region { region { name } } } }',
      ),
    ).toBe(6);
  });

  it("takes sizes from a table", () => {
    expect(costOfText("{ regions { name } town { regions { name } } }", {}, { "Query.regions": 34 })).toBe(
      34 + 1 + 10,
    );
  });

  it("ends on fragments in a circle, and quickly on fragments that double", () => {
    expect(
      costOfText(
        "{ town { ...A } } fragment A on Town { sister { ...B } } fragment B on Town { sister { ...A } }",
      ),
    ).toBe(3);
    const doubling = Array.from(
      { length: 60 },
      (_, i) => `fragment F${i} on Town { a: sister { ...F${i + 1} } b: sister { ...F${i + 1} } }`,
    );
    const before = performance.now();
    expect(costOfText(`{ town { ...F0 } } ${doubling.join(" ")} fragment F60 on Town { name }`)).toBe(
      2 ** 61 - 1,
    );
    expect(performance.now() - before).toBeLessThan(200);
  });

  it("is that of the operation that runs", () => {
    const document = parse("query A { town { name } } query B { regions { name } }");
    expect(costOf(schema, document, "A")).toBe(1);
    expect(costOf(schema, document, "B")).toBe(10);
    expect(costOf(schema, document, "C")).toBe(0);
    expect(costOf(schema, document)).toBe(0);
  });
});

const schema = withSizes(
  buildSchema(/* GraphQL */ `
    interface Node {
      id: ID!
    }
    type Region implements Node {
      id: ID!
      name: String!
      region: Region
    }
    type Town implements Node {
      id: ID!
      name: String!
      tags: [String!]!
      sister: Town
      region: Region!
      regions: [Region!]!
      towns(first: Int): TownConnection!
    }
    type PageInfo {
      hasNextPage: Boolean!
    }
    type SearchInfo {
      engine: String!
    }
    type FacetValue {
      count: Int!
    }
    type Facets {
      regions: [FacetValue!]!
    }
    type TownEdge {
      node: Town!
      cursor: String!
    }
    type TownConnection {
      edges: [TownEdge!]!
      nodes: [Town!]!
      pageInfo: PageInfo!
      totalCount: Int!
      facets: Facets!
      searchInfo: SearchInfo!
    }
    type Query {
      version: String!
      town: Town
      regions: [Region!]!
      provinces: [Region!]!
      towns(first: Int, last: Int): TownConnection!
      sources(first: Int = 5): TownConnection!
      similar(first: Int = 5): [Town!]!
      nodes(ids: [ID!]!): [Node]!
    }
  `),
);

function withSizes(built: ReturnType<typeof buildSchema>) {
  const provinces = built.getQueryType()?.getFields()["provinces"];
  if (provinces) provinces.extensions = { complexity: { listSize: 31 } };
  return built;
}

function costOfText(
  query: string,
  variables: Record<string, unknown> = {},
  listSizes: ListSizes = {},
): number {
  return costOf(schema, parse(query), null, variables, listSizes);
}
