import Database from "better-sqlite3";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "../support/search-server.js";

const prefix = `status_${process.pid}_`;
const refused = "zhuji-hosiery-town";

describe.skipIf(isSearchServerMissing)(`the command search:status${whyNoSearchServer}`, () => {
  let copy: ProjectCopy;
  let server: Awaited<ReturnType<typeof openSearchServer>>;
  const run = (script: string, ...args: string[]) =>
    copy.run(
      `cli/${script}.js`,
      {
        ...{ MEILI_URL: server.url, MEILI_SEARCH_KEY: server.key, MEILI_INDEX_KEY: server.key },
        ...{ MEILI_INDEX_PREFIX: prefix, MEILI_TIMEOUT_MS: "30000" },
      },
      args,
    ).ended;
  beforeAll(async () => {
    copy = copyProject();
    server = await openSearchServer();
    await copy.run("cli/seed.js").ended;
    expect(await run("search-reindex")).toMatchObject({ code: 0 });
  });
  afterAll(async () => {
    await server.close();
    copy.remove();
  });

  test("says of each index how it stands, and of a case that it is INDEXED, and since when", async () => {
    const { code, said } = await run("search-status", refused);
    expect(code).toBe(0);
    expect(said).toMatch(/^embedded index: generation \S+, content revision 1, 0 behind \(0 s\)$/m);
    expect(said).toMatch(/^index on the search server: .* content revision 1, 0 behind \(0 s\), server 1\./m);
    expect(said.match(/^ {2}zhuji-hosiery-town: INDEXED \(20\d\d-.*Z\)$/gm)?.length).toBe(2);
  });

  test("says of a case that waits that it is QUEUED, and of a draft that it is NOT_PUBLISHED", async () => {
    const [waiting, draft] = ["qinghe-cashmere-town", "daigu-town"];
    const file = join(copy.folder, `seeds/cases/traditional-industry-upgrading/${waiting}.yaml`);
    const before = readFileSync(file, "utf8");
    const seedWith = async (text: string): Promise<void> => {
      writeFileSync(file, text);
      expect(await copy.run("cli/seed.js").ended).toMatchObject({ code: 0 });
    };
    const database = new Database(join(copy.dataDir, "exemplar.sqlite"));
    const setStatus = database.prepare<[string, string]>("UPDATE case_record SET status = ? WHERE slug = ?");
    await seedWith(before.replace(/^title:\n {2}zh: .*$/m, "title:\n  zh: 等待中的标题"));
    setStatus.run("draft", draft);
    const { said } = await run("search-status", waiting, draft);
    expect(said.match(/^ {2}qinghe-cashmere-town: QUEUED$/gm)?.length).toBe(2);
    expect(said.match(/^ {2}daigu-town: NOT_PUBLISHED$/gm)?.length).toBe(2);
    expect(said).toMatch(/ 1 behind \(\d+ s\)/);
    setStatus.run("published", draft);
    database.close();
    await seedWith(before);
    expect(await run("search-reindex")).toMatchObject({ code: 0 });
  });

  test("names a slug that no case has", async () => {
    const { code, said } = await run("search-status", "no-such-town");
    expect([code, said]).toEqual([1, expect.stringContaining("no case has the slug no-such-town")]);
  });

  test("says of a case that the server refused that it has FAILED, and why, until it is mended", async () => {
    const documents = `/indexes/${prefix}cases/documents`;
    const filter = encodeURIComponent(`slug = "${refused}"`);
    const { results } = await server.ask<{ results: readonly { id: string; fingerprint: string }[] }>(
      "GET",
      `${documents}?filter=${filter}`,
    );
    const { id = "", fingerprint = "" } = results[0] ?? {};
    const setAside = { [id]: { reason: "the document is too large", fingerprint } };
    await server.ask("DELETE", `${documents}/${id}`);
    await server.ask("PUT", documents, [{ id: "exemplar-index-state", stamp: "refused", setAside }]);
    const { said } = await run("search-status");
    expect(said).toMatch(/^ {2}zhuji-hosiery-town: FAILED \(the document is too large\)$/m);
    expect(said.match(/FAILED/g)?.length).toBe(1);
    expect((await run("search-verify", "--repair")).code).toBe(0);
    expect((await run("search-status")).said).not.toMatch(/FAILED|QUEUED/);
  });
});
