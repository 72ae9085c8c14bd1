import { rmSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import {
  isSearchProgramMissing,
  startSearchServer,
  whyNoSearchProgram,
  type OwnSearchServer,
} from "../support/search-server.js";

const prefix = `master_${process.pid}_`;
const METRICS_TOKEN = "token-of-the-tests-0123456789";

interface Found {
  readonly totalCount: number;
  readonly searchInfo: { readonly engine: string; readonly isDegraded: boolean };
}

describe.skipIf(isSearchProgramMissing)(
  `a service that has the master key of its search server${whyNoSearchProgram}`,
  () => {
    let copy: ProjectCopy;
    let server: OwnSearchServer;
    let service: RunningProgram;
    let url: string;
    /** Everything that anybody has been answered. */
    const answered: string[] = [];
    const environment = () => ({
      ...{ MEILI_URL: server.url, MEILI_MASTER_KEY: server.key, MEILI_INDEX_PREFIX: prefix },
      ...{ LOG_LEVEL: "trace", EXEMPLAR_METRICS_TOKEN: METRICS_TOKEN, EXEMPLAR_ANSWER_CACHE_BYTES: "off" },
    });
    beforeAll(async () => {
      copy = copyProject();
      server = await startSearchServer();
      service = copy.run("main.js", environment());
      url = await service.says(/API\s+(\S+)/);
      await until(async () => !(await find()).searchInfo.isDegraded);
    });
    afterAll(async () => {
      service.process.kill("SIGKILL");
      await server.stop("SIGKILL");
      rmSync(server.folder, { recursive: true, force: true });
      copy.remove();
    });

    async function ask(path: string, init?: RequestInit): Promise<string> {
      const response = await fetch(new URL(path, url), init);
      const text = `${JSON.stringify([...response.headers])} ${await response.text()}`;
      answered.push(text);
      return text;
    }
    async function find(): Promise<Found> {
      const query =
        '{ searchCases(query: "小镇") { totalCount searchInfo { engine isDegraded degradedBecause } } }';
      const text = await ask(`/graphql?${new URLSearchParams({ query }).toString()}`);
      return (JSON.parse(text.slice(text.indexOf("] {") + 2)) as { data: { searchCases: Found } }).data
        .searchCases;
    }
    const timesSaid = (text: string): number => service.said().split(text).length - 1;

    test("makes its two keys, and says so once", async () => {
      expect(timesSaid("keys that may read and write our indexes alone have been made")).toBe(1);
      const { results } = await server.ask<{ results: readonly { name: string | null }[] }>("GET", "/keys");
      const names = results.map(({ name }) => name).filter((name) => name?.includes(prefix));
      expect(names.sort()).toEqual([`Exemplar reads ${prefix}cases`, `Exemplar writes ${prefix}cases`]);
    });

    test("gives portals a token by a command, which searches the cases and can do nothing else", async () => {
      const { code, said } = await copy.run("cli/search-keys.js", environment(), ["2"]).ended;
      expect(code).toBe(0);
      const [token = "", told = ""] = said.split("\n");
      expect(told).toContain(`it may search ${prefix}cases at ${server.url} until 20`);
      const asPortal = (path: string, body: object) =>
        fetch(server.url + path, {
          method: "POST",
          headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
          body: JSON.stringify(body),
        });
      const found = await asPortal(`/indexes/${prefix}cases/search`, { q: "hosiery", limit: 1 });
      expect(await found.json()).toMatchObject({ hits: [{ slug: "zhuji-hosiery-town" }] });
      expect((await asPortal(`/indexes/${prefix}cases/documents`, [{ id: "x" }])).status).toBe(403);
      expect((await asPortal("/keys", {})).status).toBe(403);
      expect(said).not.toContain(server.key);
    });

    test("is back on the server within ten seconds of its return, and says both once", async () => {
      const before = await find();
      await server.stop("SIGKILL");
      const meanwhile = await find();
      expect(meanwhile).toMatchObject({ searchInfo: { engine: "EMBEDDED", isDegraded: true } });
      for (let time = 0; time < 20; time++) await find();
      await server.start();
      await until(async () => !(await find()).searchInfo.isDegraded, 10_000);
      const after = await find();
      expect(after.searchInfo.engine).toBe("MEILISEARCH");
      expect([meanwhile.totalCount, after.totalCount]).toEqual([before.totalCount, before.totalCount]);
      expect(timesSaid("the search server does not answer; the engine inside the service does")).toBe(1);
      // While its index was being filled at the start.
      const unready = timesSaid("the index on the search server is not ready yet");
      expect(unready).toBeLessThanOrEqual(1);
      expect(timesSaid("the search server answers again")).toBe(1 + unready);
    });

    test("tells nobody that key: no log, no answer, no metric, no page, no error", async () => {
      await ask("/readyz");
      await ask("/");
      await ask("/metrics", { headers: { authorization: `Bearer ${METRICS_TOKEN}` } });
      await ask(
        "/graphql?query=%7B%20serviceInfo%20%7B%20search%20%7B%20generation%20engineVersion%20%7D%20%7D%20%7D",
      );
      await ask("/graphql?query=%7B%20nonsense%20%7D");
      const wrong = copy.run("main.js", { ...environment(), MEILI_URL: "no address" });
      const { said: refusal } = await wrong.ended;
      expect(refusal).toContain("MEILI_URL");
      for (const text of [...answered, service.said(), refusal]) expect(text).not.toContain(server.key);
    });
  },
);

async function until(isSo: () => Promise<boolean>, withinMs = 60_000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It was not so within ${withinMs} ms.`);
    await wait(100);
  }
}
