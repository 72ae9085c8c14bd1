import { join } from "node:path";
import { parse, validate, type GraphQLSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compiler, interpreter, type Execute, type Operation } from "../../src/graphql/compiled-documents.js";
import { createSchema } from "../../src/graphql/schema.js";
import { readOperations } from "../../src/http/pages/operations.js";
import { schemaFolder } from "../../src/project-folders.js";
import { searchCases } from "../../src/search/search-cases.js";
import { searchStateOf } from "../../src/search/search-state.js";
import { fixedClock } from "../support/storage.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { generateDocument } from "../support/generated-documents.js";

const GENERATED = 2_000;

/** Compiled code answers as graphql-js does: the same fields in the same order, byte for byte. */
let app: TestApp;
let schema: GraphQLSchema;
let ask: { readonly interpreted: Execute; readonly compiled: Execute; readonly fallbacks: () => number };
let operation: (query: string, variables?: Operation["variables"]) => Operation;

beforeAll(async () => {
  app = await openTestApp();
  const { catalogue, engine, indexes, storage } = app;
  schema = createSchema({
    version: "1.0.0",
    publicUrl: null,
    // How long a search took is not the same twice.
    searchCases: async (edition, args) => {
      const page = await searchCases(engine, edition, args);
      return { ...page, info: { ...page.info, tookMs: 0 } };
    },
    searchState: () => searchStateOf(indexes, storage.changeLog, fixedClock),
  });
  const interpreted = interpreter(schema, 10);
  let fallbacks = 0;
  const counted: Execute = (one) => {
    fallbacks += 1;
    return interpreted(one);
  };
  ask = { interpreted, compiled: compiler(schema, counted, 1), fallbacks: () => fallbacks };
  const edition = catalogue.current();
  operation = (query, variables = {}) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    return { document, name: null, variables, context: { edition } };
  };
});
afterAll(() => app.close());

async function expectSame(one: Operation, message: string): Promise<void> {
  const wanted = await ask.interpreted(one);
  const given = await ask.compiled(one);
  expect(JSON.stringify(given), message).toBe(JSON.stringify(wanted));
}

describe("compiled code and graphql-js", () => {
  test.each(readOperations(join(schemaFolder, "operations")))(
    "answer $name the same",
    async ({ query, variables }) => {
      const before = ask.fallbacks();
      await expectSame(operation(query, variables), query);
      expect(ask.fallbacks()).toBe(before);
    },
  );

  test(`answer ${GENERATED} generated documents the same`, async () => {
    const facts = [...app.catalogue.current().columns.facts];
    const words = {
      strings: [...facts.slice(0, 8).map(({ slug }) => slug), "袜业", "town", "330000", "enterprises"],
      ids: facts.slice(0, 8).map(({ id }) => id),
    };
    const before = ask.fallbacks();
    let withErrors = 0;
    for (let seed = 1; seed <= GENERATED; seed++) {
      const { query, variables } = generateDocument(schema, seed, words);
      const one = operation(query, variables);
      if ((await ask.interpreted(one)).errors) withErrors += 1;
      else await expectSame(one, query);
    }
    // Most of them have answers, and all of those came from compiled code.
    expect(withErrors).toBeLessThan(GENERATED / 2);
    expect(ask.fallbacks()).toBe(before);
  }, 180_000);

  test("have the same words for what goes wrong", async () => {
    const wrong: [string, Operation["variables"]][] = [
      ['{ a: cases(filter: { provinces: ["x"] }) { totalCount } }', {}],
      ["query ($n: Int!) { cases(first: $n) { totalCount } }", {}],
      ["query ($f: CaseFilter) { cases(filter: $f) { totalCount } }", { f: { kinds: ["X"], no: 1 } }],
      ['{ b: case(slug: "dream-town") { similarCases(first: 1000) { __typename } } }', {}],
    ];
    for (const [query, variables] of wrong) await expectSame(operation(query, variables), query);
  });
});
