import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { variables } from "../../src/variables.js";
import { httpStatusByCode } from "../../src/errors.js";
import { evidenceTable } from "../../src/outlets/evidence-table.js";
import { figureTable } from "../../src/outlets/figure-table.js";
import { similarityWeights } from "../../src/matching/similarity.js";
import { conditionWeights } from "../../src/matching/town-conditions.js";
import { openTestApp, type TestApp } from "../support/app.js";

const root = fileURLToPath(new URL("../..", import.meta.url));
const readme = readFileSync(`${root}README.md`, "utf8");
const { scripts } = JSON.parse(readFileSync(`${root}package.json`, "utf8")) as {
  scripts: Record<string, string>;
};

/** The rows of the table below a heading, as cells. */
function tableBelow(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split("\n## ")[0] ?? "";
  return section
    .split("\n")
    .filter((line) => /^\| (?!---)/.test(line))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

describe("the README", () => {
  test("lists every variable with its default and meaning", () => {
    expect(tableBelow("Variables")).toEqual(
      variables.map(({ name, default: value, meaning }) => [
        `\`${name}\``,
        value === null ? "" : `\`${value}\``,
        meaning.replaceAll("|", "\\|"),
      ]),
    );
  });

  test("lists every error code with its status and a meaning", () => {
    const rows = tableBelow("Error codes");
    expect(rows.map(([code, status]) => [code, status])).toEqual(
      Object.entries(httpStatusByCode).map(([code, status]) => [`\`${code}\``, String(status)]),
    );
    for (const [, , meaning] of rows) expect(meaning?.length).toBeGreaterThan(10);
  });

  test("explains every column of the tables, and only those", () => {
    const section = readme.split("\n## Export\n")[1]?.split("\n## ")[0] ?? "";
    const named = section
      .split("\n")
      .filter((line) => line.startsWith("| `") && !line.includes("/export/"))
      .flatMap((line) => [...(line.split(" | ")[0] ?? "").matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const columns = [evidenceTable, figureTable].flatMap((table) => Object.keys(table));
    expect(new Set(named)).toEqual(new Set(columns));
  });

  test("has the weights of the scores as they are", () => {
    const { EXEMPLARY, CAUTIONARY } = similarityWeights;
    const { isTraditionalIndustry, near, ...parts } = conditionWeights;
    for (const [row, weights] of [
      ["`similarCases` of a model case", EXEMPLARY],
      ["`similarCases` of a cautionary case", CAUTIONARY],
      [
        "`casesLikeMyTown`, weight of conditions",
        { ...parts, "traditional industry": isTraditionalIndustry, nearness: near },
      ],
    ] as const) {
      const line = readme.split("\n").find((one) => one.startsWith(`| ${row} `)) ?? "";
      const told = Object.entries(weights).map(([part, weight]) => `${part} ${weight}`);
      expect(told.filter((words) => !line.includes(words))).toEqual([]);
    }
  });

  test("names only commands that there are, and all that a user may want", () => {
    const named = [...readme.matchAll(/`npm (?:run )?([a-z:]+)(?: [^`]*)?`/g)].map(([, name]) => name ?? "");
    expect(named.filter((name) => name !== "install" && !(name in scripts))).toEqual([]);
    const internal = /^(build|format|check:)/;
    expect(Object.keys(scripts).filter((name) => !internal.test(name) && !named.includes(name))).toEqual([]);
  });

  test("names only files and folders that there are", () => {
    const here = new Set(readdirSync(root));
    const named = [...readme.matchAll(/`(?!application)([a-z]+)\/[^`]*`/g)].map(([, folder]) => folder ?? "");
    expect(named.filter((folder) => !here.has(folder))).toEqual([]);
  });
});

describe("each query in the README", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp();
  });
  afterAll(() => app.close());

  const examples = [...readme.matchAll(/```graphql\n([^]*?)```\n\n```json\n([^]*?)```/g)].map(
    ([, query, answer]) => ({
      query: query ?? "",
      answer: answer ?? "",
    }),
  );

  test("is there for each of the three users", () => {
    expect(examples).toHaveLength(3);
  });

  test.each(examples)("has the answer that the service gives: $query", async ({ query, answer }) => {
    expect(JSON.parse(answer)).toEqual(await app.data(query));
  });
});
