import { buildSchema, parse, validate, type OperationDefinitionNode } from "graphql";
import { describe, expect, it } from "vitest";
import { documentLimitsRule } from "../../src/graphql/document-limits.js";
import { limits } from "../../src/graphql/limits.js";
import { appErrorIn } from "../../src/graphql/mask-errors.js";
import { createOperationMeasure } from "../../src/graphql/operation-size.js";
import { assertFewTokens } from "../../src/graphql/tokens.js";

describe("the size of an operation", () => {
  it.each([
    ["{ a }", { depth: 1, rootFields: 1, aliases: 0, directives: 0 }],
    ["{ a { b } c { d { e } } }", { depth: 3, rootFields: 2 }],
    ["{ x: a { y: b } }", { depth: 2, aliases: 2 }],
    ["{ ... { a { ... on T { b } } } }", { depth: 2, rootFields: 1 }],
    [
      "{ a { ...F } ...G } fragment F on T { b { c } } fragment G on Q { d e { ...F } }",
      { depth: 3, rootFields: 3 },
    ],
    ["{ ...F ...F } fragment F on Q { x: a @skip(if: true) }", { aliases: 2, directives: 2, rootFields: 2 }],
    ["{ a @b @c ...F @d ... @e { a } } fragment F on Q { a }", { directives: 4 }],
    ["{ __typename a }", { rootFields: 1, depth: 1 }],
    [
      "{ __schema { types { name } } __type(name: 1) { name } }",
      { depth: 0, rootFields: 0, introspectionDepth: 3, introspectionRootFields: 2 },
    ],
    ["{ ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A } }", { depth: 2 }],
  ])("of %s is counted with its fragments", (text, size) => {
    expect(sizeOf(text)).toMatchObject(size);
  });

  it("is found quickly when fragments double", () => {
    const fragments = Array.from(
      { length: 150 },
      (_, i) => `fragment F${i} on Q { x: a { ...F${i + 1} } ...F${i + 1} }`,
    );
    const before = performance.now();
    expect(sizeOf(`{ ...F0 } ${fragments.join(" ")} fragment F150 on Q { a }`)).toMatchObject({ depth: 151 });
    expect(performance.now() - before).toBeLessThan(200);
  });
});

describe("the limits on a document", () => {
  it("are each reported, at the operation that is over them", () => {
    const schema = buildSchema("type Query { a: Query b: Int }");
    const document = parse("query Fine { b }\nquery Odd { x: a { y: a { b } } z: b w: b }");
    const rule = documentLimitsRule({ ...limits, maxDepth: 2, maxAliases: 3, maxRootFields: 2 });
    const errors = validate(schema, document, [rule]);
    expect(errors.map((error) => [appErrorIn(error)?.code, error.locations?.[0]?.line])).toEqual([
      ["TOO_DEEP", 2],
      ["TOO_MANY_ALIASES", 2],
      ["TOO_MANY_ROOT_FIELDS", 2],
    ]);
  });
});

describe("the count of tokens", () => {
  const refusal = (document: string, maxTokens: number) => {
    try {
      assertFewTokens(document, { maxTokens });
    } catch (error) {
      return appErrorIn(error)?.details["sent"];
    }
    return null;
  };

  it("takes what the parser takes for tokens", () => {
    expect(refusal("{ a(b: $c) # comment, of, no, weight\n}", 8)).toBe(9);
    expect(refusal("{ a(b: $c) # comment, of, no, weight\n}", 9)).toBeNull();
    expect(refusal('{ a(b: "one long string") }', 8)).toBeNull();
  });

  it("leaves a character that begins no token to the parser", () => {
    expect(refusal("{ a ? b c d e f }", 3)).toBeNull();
  });

  it("stops at five times the limit", () => {
    expect(refusal("a ".repeat(1000), 10)).toBe(50);
  });
});

function sizeOf(text: string) {
  const document = parse(text);
  return createOperationMeasure(document)((document.definitions[0] as OperationDefinitionNode).selectionSet);
}
