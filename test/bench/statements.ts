import { openApp } from "../../src/app.js";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { createLogger } from "../../src/http/logger.js";
import { firstListPage } from "./workloads.js";

/** SQL statements that a list page costs. */
export interface Statements {
  /** When none of its cases is in memory. */
  readonly cold: number;
  readonly warm: number;
}

/** Counts them inside a service that follows nothing meanwhile. */
export async function countStatements(dataFolder: string): Promise<Statements> {
  const app = await openApp({
    config: loadConfig({ EXEMPLAR_DATA_DIR: dataFolder, EXEMPLAR_ANSWER_CACHE_BYTES: "off" }),
    ...{ log: createLogger("silent"), clock: systemClock, seeds: null, followMs: null },
  });
  const cost = async (): Promise<number> => {
    const before = app.storage.reader.statementCount();
    const { statusCode } = await app.http.inject({
      ...{ method: "POST", url: "/graphql", payload: firstListPage().body ?? "" },
      headers: { "content-type": "application/json" },
    });
    if (statusCode !== 200) throw new Error(`the list page was answered with ${statusCode}`);
    return app.storage.reader.statementCount() - before;
  };
  try {
    return { cold: await cost(), warm: await cost() };
  } finally {
    for (const step of app.closing) await step.close();
  }
}
