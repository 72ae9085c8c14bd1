import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createExports, type Export } from "../../src/outlets/exports.js";
import { evidenceTable } from "../../src/outlets/evidence-table.js";
import { figureTable } from "../../src/outlets/figure-table.js";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { aCase, contentOf, label } from "../support/content.js";
import { exportPath, fetchExport, linesIn, rowsIn } from "../support/exports.js";
import { changedContent, newCase, pagedContent } from "../support/paged-content.js";
import { seed } from "../../src/content/seed.js";
import { allRecords } from "../../src/content/records/all-records.js";

const files = ["evidence.csv", "figures.csv", "evidence.jsonl", "cases.jsonl"];

describe("an exported file", () => {
  let app: TestApp;
  let origin: string;
  beforeAll(async () => {
    app = await openTestApp(contentOf([aCase({ slug: "one" })]));
    origin = await app.http.listen({ port: 0, host: "127.0.0.1" });
  });
  afterAll(() => app.close());
  const get = (path: string, init?: RequestInit) => fetchExport(origin, path, init);

  test.each(files)("%s has its name, revision, licence and size in the headers", async (name) => {
    const { status, headers } = await get(`/export/${name}`);
    const [subject, ending] = name.split(".");
    expect(status).toBe(200);
    expect(headers.get("content-type")).toBe(
      ending === "csv" ? "text/csv; charset=utf-8; header=present" : "application/jsonl; charset=utf-8",
    );
    expect(headers.get("content-disposition")).toBe(
      `attachment; filename="exemplar-${subject}-r1.${ending}"`,
    );
    expect(headers.get("x-content-revision")).toBe("1");
    expect(headers.get("x-total-count")).toBe("1");
    expect(headers.get("x-licence")).toBe("CC-BY-4.0");
    expect(headers.get("link")).toBe('<https://creativecommons.org/licenses/by/4.0/>; rel="license"');
    expect(headers.get("cache-control")).toBe("no-cache");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    const readable = headers.get("access-control-expose-headers") ?? "";
    for (const header of [
      "Content-Disposition",
      "X-Content-Revision",
      "X-Total-Count",
      "X-Licence",
      "ETag",
    ]) {
      expect(readable).toContain(header);
    }
  });

  test("has another name for another filter", async () => {
    const nameFor = async (filter: unknown) =>
      /filename="(.*)"/.exec(
        (await get(exportPath("evidence.csv", filter))).headers.get("content-disposition") ?? "",
      )?.[1];
    const names = await Promise.all([{ kinds: ["OUTCOME"] }, { kinds: ["CHALLENGE"] }].map(nameFor));
    for (const name of names) expect(name).toMatch(/^exemplar-evidence-r1-[0-9a-f]{8}\.csv$/);
    expect(new Set(names).size).toBe(2);
  });

  test.each(files)("%s is not sent twice to a client that has it", async (name) => {
    const path = exportPath(name, {});
    const first = await get(path);
    const etag = first.headers.get("etag") ?? "";
    for (const known of [etag, `"other", W/${etag}`, "*"]) {
      const again = await get(path, { headers: { "if-none-match": known } });
      expect([again.status, again.text, again.headers.get("etag")]).toEqual([304, "", etag]);
    }
    const other = await get(path, { headers: { "if-none-match": '"other"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  test("has the same tag for the same filter in other words, and another one for another filter or file", async () => {
    const tagOf = async (name: string, filter?: unknown) =>
      (await get(exportPath(name, filter))).headers.get("etag");
    const plain = await tagOf("evidence.csv");
    expect(await tagOf("evidence.csv", { kinds: [], cases: null })).toBe(plain);
    expect(await tagOf("evidence.csv", { cases: { provinces: ["zhejiang"] } })).toBe(
      await tagOf("evidence.csv", { cases: { provinces: ["330000"] } }),
    );
    const others = [
      await tagOf("evidence.csv", { kinds: ["OUTCOME"] }),
      await tagOf("figures.csv"),
      await tagOf("evidence.jsonl"),
    ];
    expect(new Set([plain, ...others]).size).toBe(4);
  });

  test.each(files)("%s answers HEAD with the headers of GET and no body", async (name) => {
    const [got, head] = [await get(`/export/${name}`), await get(`/export/${name}`, { method: "HEAD" })];
    expect([head.status, head.text]).toEqual([200, ""]);
    expect(head.headers.get("content-length")).toBeNull();
    for (const header of ["etag", "content-type", "content-disposition", "x-total-count"]) {
      expect(head.headers.get(header)).toBe(got.headers.get(header));
    }
  });

  test("begins with a byte-order mark where it is a table, and ends its lines as it should", async () => {
    for (const [name, table] of [
      ["evidence.csv", evidenceTable],
      ["figures.csv", figureTable],
    ] as const) {
      const { text } = await get(`/export/${name}`);
      expect(text.startsWith(`\uFEFF${Object.keys(table).join(",")}\r\n`)).toBe(true);
      expect(text.endsWith("\r\n")).toBe(true);
      expect(text.split("\r\n")).toHaveLength(3);
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    }
    const { text } = await get("/export/cases.jsonl");
    expect(text).toMatch(/^\{.*\}\n$/);
  });

  test("without a row is a header, or nothing", async () => {
    const filter = { kinds: ["CHALLENGE"] };
    expect(rowsIn((await get(exportPath("evidence.csv", filter))).text)).toEqual([]);
    expect((await get(exportPath("figures.csv", filter))).text).toMatch(/^\uFEFFcase_slug,[\w,]+\r\n$/);
    const lines = await get(exportPath("evidence.jsonl", filter));
    expect([lines.status, lines.text, lines.headers.get("x-total-count")]).toEqual([200, "", "0"]);
  });
});

test("a text that a spreadsheet would run comes with an apostrophe, in the table alone", async () => {
  const formula = label(
    '=HYPERLINK("https://example.org","到2016年，企业有495家")',
    "@By 2016 there were 495 firms.",
  );
  const [evidence] = aCase({ slug: "one" }).evidence;
  const app = await testApp(
    contentOf([aCase({ slug: "one", evidence: [{ ...evidence, statement: formula }] })]),
  );
  const origin = await app.http.listen({ port: 0, host: "127.0.0.1" });
  for (const name of ["evidence.csv", "figures.csv"]) {
    const [row] = rowsIn((await fetchExport(origin, `/export/${name}`)).text);
    expect([row?.["statement_zh"], row?.["statement_en"]]).toEqual([`'${formula.zh}`, `'${formula.en}`]);
  }
  const [line] = linesIn((await fetchExport(origin, "/export/evidence.jsonl")).text);
  expect(line).toMatchObject({ statement: formula });
});

describe("an export while others publish", () => {
  const content = pagedContent();
  const later = changedContent(content, (index) => index % 2 === 0, [newCase("brand-new", 1)]);
  let app: TestApp;
  beforeAll(async () => {
    app = await openTestApp(content);
  });
  afterAll(() => app.close());

  /** Each of all exports, of the edition that the app has at the moment. */
  async function opened(): Promise<Export[]> {
    const exports = createExports({
      latestEdition: () => Promise.resolve(app.catalogue.current()),
      caseFilter: () => null,
      evidenceFilter: () => null,
      publicUrl: null,
    });
    expect([...exports.keys()].sort()).toEqual([...files].sort());
    return Promise.all([...exports.values()].map((open) => open(null)));
  }

  test("is read a page of cases at a time", async () => {
    const before = app.storage.reader.statementCount();
    const cases = (await opened()).find(({ fileName }) => fileName.includes("cases"));
    expect(app.storage.reader.statementCount()).toBe(before);
    const sizes: number[] = [];
    for await (const chunk of cases?.chunks() ?? []) sizes.push(linesIn(chunk).length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(new Set(sizes.slice(0, -1))).toEqual(new Set([20]));
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(cases?.rowCount);
  });

  test("breaks off rather than mix two editions", async () => {
    const begun = (await opened()).map(({ chunks }) => chunks());
    for (const chunks of begun) expect((await chunks.next()).done).toBe(false);
    await app.seed(later);
    for (const chunks of begun) await expect(chunks.next()).rejects.toThrow("Edition 1 is gone");
  });

  test("begins with what was published a moment ago", async () => {
    const before = app.catalogue.current().contentRevision;
    await seed(app.storage.unitOfWork, allRecords(content));
    expect(app.catalogue.current().contentRevision).toBe(before);
    const { headers, body } = await app.http.inject("/export/cases.jsonl");
    expect(headers["x-content-revision"]).toBe(String(before + 1));
    const published = content.cases.filter(({ content: { status } }) => status === "published");
    expect(linesIn(body)).toHaveLength(published.length);
  });
});
