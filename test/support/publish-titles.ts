import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { writeBundles } from "../../src/database/record-bundles.js";
import { CaseRow } from "../../src/database/rows/case-rows.js";
import { openStorage } from "../../src/database/open-database.js";
import { ContentStateRow } from "../../src/database/rows/log-rows.js";

/**
 * Publishes, in a process of its own, until it is told to stop: in each transaction every case gets the content
 * revision that it makes for its Chinese title. Says `published` and the revision after each. Argument: milliseconds between two.
 */
const [pauseMs = 0] = process.argv.slice(2);
const storage = await openStorage({ database: loadConfig(process.env).database, clock: systemClock });
const stopping = new AbortController();
process.once("SIGTERM", () => {
  stopping.abort();
});
while (!stopping.signal.aborted) {
  const revision = await storage.unitOfWork.run(async ({ manager, changed }) => {
    const { contentRevision } = await manager.findOneByOrFail(ContentStateRow, { id: 1 });
    const titleZh = `第${contentRevision + 1}版`;
    await manager.createQueryBuilder().update(CaseRow).set({ titleZh }).execute();
    const ids = (await manager.find(CaseRow, { select: { id: true } })).map(({ id }) => id);
    await writeBundles(manager, "case", ids);
    for (const id of ids) changed("case", id);
    return contentRevision + 1;
  });
  console.log(`published ${revision}`);
  await wait(Number(pauseMs));
}
await storage.close();
