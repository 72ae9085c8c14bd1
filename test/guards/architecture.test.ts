import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../src", import.meta.url));
const sources = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .sort();
const text = (file: string): string => readFileSync(join(root, file), "utf8");
const importsOf = (file: string): string[] =>
  [
    ...text(file).matchAll(
      /^(?:import|export)\s[^;"]*?from "([^"]+)"|^import "([^"]+)"|import\("([^"]+)"\)/gm,
    ),
  ].flatMap(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? []);

/** Each library has one home; a file outside it may not import the library. */
const homes: Readonly<Record<string, RegExp>> = {
  typeorm: /^database\//,
  "better-sqlite3": /^(database\/sqlite\/|search\/embedded\/)/,
  pg: /^database\/postgres\//,
  "reflect-metadata": /^(database\/data-source|graphql\/schema)\.ts$/,
  "type-graphql": /^graphql\//,
  graphql: /^graphql\//,
  "graphql-jit": /^graphql\/compiled-documents\.ts$/,
  "@apollo/server": /^(graphql|http)\//,
  "@as-integrations/fastify": /^http\//,
  fastify: /^http\//,
  "@fastify/cors": /^http\//,
  "@fastify/rate-limit": /^http\//,
  "@graphql-yoga/render-graphiql": /^http\/pages\//,
  "prom-client": /^telemetry\//,
  "@opentelemetry/api": /^telemetry\//,
  "@opentelemetry/exporter-trace-otlp-http": /^telemetry\/tracing\.ts$/,
  "@opentelemetry/resources": /^telemetry\/tracing\.ts$/,
  "@opentelemetry/sdk-trace-node": /^telemetry\/tracing\.ts$/,
  pino: /^http\/logger\.ts$/,
  zod: /^(config\.ts$|content\/)/,
  yaml: /^content\//,
  "lru-cache": /^(catalogue|http\/answer-cache|search\/meilisearch)\//,
  meilisearch: /^search\/meilisearch\//,
  "csv-stringify": /^outlets\//,
  "opencc-js": /^text\//,
  "pinyin-pro": /^text\/pinyin\.ts$/,
  uuid: /^ids\.ts$/,
};

/** What each floor may stand on. Data goes down and never back; what is pure is open to all. */
const standsOn: Readonly<Record<string, readonly string[]>> = {
  text: [],
  database: [],
  content: ["database", "text"],
  catalogue: ["database", "text"],
  matching: ["catalogue"],
  search: ["catalogue", "database", "text"],
  graphql: ["search", "matching", "catalogue"],
  outlets: ["catalogue"],
  telemetry: ["search", "database"],
  http: ["graphql", "outlets", "telemetry"],
};
const roots = new Set([
  "app.ts",
  "cluster.ts",
  "main.ts",
  "knowledge-base.ts",
  "search-indexes.ts",
  "follow-database.ts",
  "follow-server.ts",
  "tell-of-indexes.ts",
  "tell-of-seeds.ts",
  "watched.ts",
  "open-tracing.ts",
]);

const floorOf = (file: string): string => (file.includes("/") ? (file.split("/")[0] ?? "") : "");
const packageOf = (name: string): string =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");
const targetOf = (file: string, name: string): string =>
  normalize(join(dirname(file), name)).replace(/\.js$/, ".ts");

/** Breaches of one file, told as sentences. */
function breaches(file: string, imports: readonly string[]): string[] {
  const floor = floorOf(file);
  return imports.flatMap((name) => {
    if (!name.startsWith(".")) {
      const home = name.startsWith("node:") ? undefined : (homes[packageOf(name)] ?? /^$/);
      return home === undefined || home.test(file) ? [] : [`${file} may not import ${name}`];
    }
    const target = targetOf(file, name);
    const other = floorOf(target);
    if (floor === "cli" || roots.has(file)) return [];
    if (roots.has(target) || other === "cli") return [`${file} imports ${target}, which composes it`];
    const isOpen = other === "" || other === floor || (standsOn[floor] ?? []).includes(other);
    return isOpen ? [] : [`${file} goes back up to ${target}`];
  });
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push([...path.slice(start), file]);
    if (start >= 0 || done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return found;
}

const localImports = (file: string): string[] =>
  importsOf(file)
    .filter((name) => name.startsWith("."))
    .map((name) => targetOf(file, name));

describe("the floors", () => {
  test.each(sources)("%s imports only what its floor may", (file) => {
    expect(breaches(file, importsOf(file))).toEqual([]);
  });

  test("no file imports itself by way of others", () => {
    expect(cycles(new Map(sources.map((file) => [file, localImports(file)])))).toEqual([]);
  });

  test("a planted breach and a planted cycle are caught", () => {
    expect(breaches("graphql/resolvers/planted.ts", ["typeorm"])).toHaveLength(1);
    expect(breaches("catalogue/planted.ts", ["../graphql/schema.js"])).toHaveLength(1);
    expect(breaches("search/planted.ts", ["../app.js"])).toHaveLength(1);
    expect(breaches("text/planted.ts", ["left-pad"])).toHaveLength(1);
    const planted = new Map([
      ["a.ts", ["b.ts"]],
      ["b.ts", ["c.ts"]],
      ["c.ts", ["a.ts"]],
    ]);
    expect(cycles(planted)).toEqual([["a.ts", "b.ts", "c.ts", "a.ts"]]);
  });
});

describe("the files", () => {
  test.each(sources)("%s has at most 250 lines", (file) => {
    expect(text(file).split("\n").length).toBeLessThanOrEqual(251);
  });

  test("the environment is read at the edge only", () => {
    const readers = sources.filter((file) => text(file).includes("process.env"));
    expect(readers.filter((file) => !/^(main\.ts$|cli\/)/.test(file))).toEqual([]);
  });

  test("nothing escapes the type checker", () => {
    const escapes = /: any\b|<any>|\bas any\b|@ts-(?:ignore|expect-error|nocheck)|eslint-disable/;
    const code = (file: string): string => text(file).replace(/"[^"\n]*"|\/\*\*?[^]*?\*\//g, "");
    expect(sources.filter((file) => escapes.test(code(file)))).toEqual([]);
  });

  test("there are no barrels and no default exports", () => {
    expect(sources.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
    expect(sources.filter((file) => /^export default/m.test(text(file)))).toEqual([]);
  });
});
