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

/** Counts them inside services that follow nothing meanwhile; the cold one keeps no case. */
export async function countStatements(dataFolder: string): Promise<Statements> {
  const [cold] = await costs(dataFolder, 1, { EXEMPLAR_CASE_CACHE_BYTES: "1" });
  const [, warm] = await costs(dataFolder, 2, {});
  return { cold: cold ?? NaN, warm: warm ?? NaN };
}

/** Of the same page, so many times one after the other. */
async function costs(dataFolder: string, times: number, env: Record<string, string>): Promise<number[]> {
  const app = await openApp({
    config: loadConfig({ EXEMPLAR_DATA_DIR: dataFolder, EXEMPLAR_ANSWER_CACHE_BYTES: "off", ...env }),
    ...{ log: createLogger("silent"), clock: systemClock, seeds: null, followMs: null },
  });
  const found: number[] = [];
  try {
    while (found.length < times) {
      const before = app.storage.reader.statementCount();
      const { statusCode } = await app.http.inject({
        ...{ method: "POST", url: "/graphql", payload: firstListPage().body ?? "" },
        headers: { "content-type": "application/json" },
      });
      if (statusCode !== 200) throw new Error(`the list page was answered with ${statusCode}`);
      found.push(app.storage.reader.statementCount() - before);
    }
  } finally {
    for (const step of app.closing) await step.close();
  }
  return found;
}
