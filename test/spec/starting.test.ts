import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";

/** Real processes of the built project, each on the data that the one before has left. */
let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => {
  copy.remove();
});

const zhuji = (): string =>
  join(copy.folder, "seeds/cases/traditional-industry-upgrading/zhuji-hosiery-town.yaml");
const setTitle = (title: string): void => {
  writeFileSync(
    zhuji(),
    readFileSync(zhuji(), "utf8").replace(/^title:\n {2}zh: .*$/m, `title:\n  zh: ${title}`),
  );
};

async function ask<Data>(server: RunningProgram, query: string): Promise<Data> {
  const url = await server.says(/API\s+(\S+)/);
  const response = await fetch(`${url}?${new URLSearchParams({ query }).toString()}`);
  return ((await response.json()) as { data: Data }).data;
}
const titleOf = async (server: RunningProgram): Promise<string | undefined> => {
  const query = '{ case(slug: "zhuji-hosiery-town") { title { zh } } }';
  return (await ask<{ case: { title: { zh: string } } }>(server, query)).case.title.zh;
};
const totalOf = async (server: RunningProgram, text: string): Promise<number> => {
  const query = `{ searchCases(query: ${JSON.stringify(text)}) { totalCount } }`;
  return (await ask<{ searchCases: { totalCount: number } }>(server, query)).searchCases.totalCount;
};

async function stop(server: RunningProgram): Promise<void> {
  server.process.kill("SIGTERM");
  expect((await server.ended).code).toBe(0);
}

/** Whatever of it is still there, also when npm has gone. */
function endGroup({ process: { pid } }: RunningProgram): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing is.
  }
}

describe("a start", () => {
  test(
    "by npm on nothing prints a curl line that answers; a SIGTERM to npm stops all of it",
    { timeout: 120_000 },
    async () => {
      const server = copy.runStart();
      onTestFinished(() => {
        endGroup(server);
      });
      const line = await server.says(/try +curl -s (.*)\n/);
      const [, url, body] = /^(\S+) .* -d '(.*)'$/.exec(line) ?? [];
      const response = await fetch(url ?? "", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: body ?? "",
      });
      expect(await response.json()).toMatchObject({
        data: { searchCases: { totalCount: 1, nodes: [{ slug: "deqing-geographic-information-town" }] } },
      });
      expect(server.said()).toMatch(/explorer +http/);
      await stop(server);
      await expect(fetch(url ?? "")).rejects.toThrow();
    },
  );

  test("on changed seed files says so, names the command, and changes nothing by itself", async () => {
    setTitle("改过的标题甲");
    const server = copy.run("main.js");
    await server.says(/the seed files differ from the database: run `npm run seed`/);
    expect(await titleOf(server)).not.toBe("改过的标题甲");
    await stop(server);
  });

  test("on seed files with mistakes keeps serving what the database has", async () => {
    const before = readFileSync(zhuji(), "utf8");
    writeFileSync(zhuji(), before.replace(/^slug: .*$/m, "slug: Not A Slug"));
    const server = copy.run("main.js");
    await server.says(/the seed files have mistakes/);
    expect(await titleOf(server)).toContain("诸暨");
    await stop(server);
    const { code, said } = await copy.run("cli/seed.js").ended;
    expect(code).toBe(1);
    expect(said).toContain("zhuji-hosiery-town.yaml: slug: is no slug");
    writeFileSync(zhuji(), before);
  });

  test.each([
    [
      "missing",
      (file: string) => {
        writeFileSync(file, "");
      },
    ],
    [
      "truncated",
      (file: string) => {
        truncateSync(file, 5_000);
      },
    ],
    [
      "filled with garbage",
      (file: string) => {
        writeFileSync(file, "garbage ".repeat(10_000));
      },
    ],
  ])("on a search index that is %s builds it anew and says so", async (_what, damage) => {
    damage(join(copy.dataDir, "search.sqlite"));
    const server = copy.run("main.js");
    expect(await totalOf(server, "袜业")).toBeGreaterThan(0);
    expect(server.said()).toContain("the search index is empty and will be built");
    await stop(server);
    expect((await copy.run("cli/search-verify.js").ended).said).toContain("no difference");
  });

  test("beside the index of another database builds it anew, though the revisions are the same", async () => {
    const before = readFileSync(zhuji(), "utf8");
    for (const file of ["exemplar.sqlite", "exemplar.sqlite-wal", "exemplar.sqlite-shm"]) {
      rmSync(join(copy.dataDir, file), { force: true });
    }
    setTitle("另一个库里的标题");
    const server = copy.run("main.js");
    expect(await totalOf(server, "另一个库里的标题")).toBe(1);
    await stop(server);
    writeFileSync(zhuji(), before);
    expect((await copy.run("cli/seed.js").ended).code).toBe(0);
  });

  test("whose output nobody reads any more goes on, and still stops when asked", async () => {
    const server = copy.run("main.js", { LOG_LEVEL: "info" });
    const url = await server.says(/API\s+(\S+)/);
    server.process.stdout?.destroy();
    server.process.stderr?.destroy();
    expect((await fetch(`${url}?query=%7B__typename%7D`)).status).toBe(200);
    await stop(server);
  });

  test("with bad variables names every one of them, and no value", async () => {
    const { code, said } = await copy.run("main.js", { PORT: "many", EXEMPLAR_RATE_LIMT: "secret-7" }).ended;
    expect(code).toBe(1);
    expect(said).toMatch(/PORT: .*\n.*EXEMPLAR_RATE_LIMT: .*EXEMPLAR_RATE_LIMIT/);
    expect(said).not.toMatch(/many|secret-7/);
  });
});

describe("a command beside a running server", () => {
  test("seeds, and the server shows and finds it within a second; two seeds at once wait for each other", async () => {
    const server = copy.run("main.js");
    await titleOf(server);
    setTitle("改过的标题乙");
    const seeds = [copy.run("cli/seed.js"), copy.run("cli/seed.js")];
    const said = await Promise.all(seeds.map(async ({ ended }) => (await ended).said));
    expect(said.map((text) => /(\d+) records written/.exec(text)?.[1]).sort()).toEqual(["0", "1"]);
    await wait(1_000);
    expect(await titleOf(server)).toBe("改过的标题乙");
    expect(await totalOf(server, "改过的标题乙")).toBe(1);
    await stop(server);
  });

  test("builds the index anew while the server goes on answering", async () => {
    const server = copy.run("main.js");
    const total = await totalOf(server, "小镇");
    const rebuild = copy.run("cli/search-reindex.js");
    while (rebuild.process.exitCode === null) expect(await totalOf(server, "小镇")).toBe(total);
    expect((await rebuild.ended).said).toMatch(/53 documents/);
    expect(await totalOf(server, "小镇")).toBe(total);
    await stop(server);
    expect(existsSync(join(copy.dataDir, "search.sqlite"))).toBe(true);
  });

  test("finds a difference between index and database, and ends with 1", async () => {
    const { default: Database } = await import("better-sqlite3");
    const index = new Database(join(copy.dataDir, "search.sqlite"));
    const [table] = index
      .prepare("SELECT name FROM sqlite_schema WHERE name LIKE 'documents_%' AND type = 'table'")
      .pluck()
      .all();
    index.prepare(`DELETE FROM ${String(table)} WHERE rowid = 1`).run();
    index.close();
    const { code, said } = await copy.run("cli/search-verify.js").ended;
    expect(code).toBe(1);
    expect(said).toMatch(/1 differences, 0 refused\n {2}MISSING [a-z-]+-town/);
  });
});
