import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  isPostgresSkipped,
  newPostgresDatabase,
  skippedBecause,
  type PostgresDatabase,
} from "../support/postgres.js";
import { copyProject, type ProjectCopy } from "../support/project-copy.js";
import type { RunningProgram } from "../support/running-program.js";
import { stopService } from "../support/running-service.js";
import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "../support/search-server.js";

const isSkipped = isPostgresSkipped || isSearchServerMissing;

describe.skipIf(isSkipped)(`two services on one search server${skippedBecause}${whyNoSearchServer}`, () => {
  let copy: ProjectCopy;
  let database: PostgresDatabase;
  let server: Awaited<ReturnType<typeof openSearchServer>>;
  let services: RunningProgram[] = [];
  beforeAll(async () => {
    copy = copyProject();
    database = await newPostgresDatabase();
    server = await openSearchServer();
    services = ["one", "two"].map((name) =>
      copy.run("main.js", {
        ...{ DATABASE_URL: database.url, EXEMPLAR_DATA_DIR: join(copy.folder, name), LOG_LEVEL: "info" },
        ...{ MEILI_URL: server.url, MEILI_SEARCH_KEY: server.key, MEILI_INDEX_KEY: server.key },
        ...{ MEILI_INDEX_PREFIX: `shared_${process.pid}_`, MEILI_TIMEOUT_MS: "30000" },
      }),
    );
    await Promise.all(services.map((service) => service.says(/API/)));
  }, 180_000);
  afterAll(async () => {
    expect(await Promise.all(services.map(stopService))).toEqual([0, 0]);
    copy.remove();
    await database.remove();
    await server.close();
  });

  test("that started at once on an empty one answer from an index that one of them has built", async () => {
    const engineOf = async (service: RunningProgram): Promise<string> => {
      const query = '{ searchCases(query: "袜业") { totalCount searchInfo { engine } } }';
      const url = `${await service.says(/API\s+(\S+)/)}?${new URLSearchParams({ query }).toString()}`;
      const { data } = (await (await fetch(url)).json()) as {
        data: { searchCases: { totalCount: number; searchInfo: { engine: string } } };
      };
      return `${data.searchCases.searchInfo.engine} ${data.searchCases.totalCount > 0}`;
    };
    await vi.waitFor(
      async () =>
        expect(await Promise.all(services.map(engineOf))).toEqual(["MEILISEARCH true", "MEILISEARCH true"]),
      { timeout: 60_000, interval: 200 },
    );
    const built = services.flatMap((service) =>
      service
        .said()
        .split("\n")
        .filter((line) => line.includes('"engine":"MEILISEARCH"') && line.includes("has been built")),
    );
    expect(built.length).toBe(1);
  });
});
