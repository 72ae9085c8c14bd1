import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../src/clock.js";
import { loadConfig } from "../../src/config.js";
import { openStorage } from "../../src/database/open-database.js";

/**
 * Writes in a process of its own. Arguments: a name for its changes, how many transactions, and how many
 * milliseconds each lasts. Says `ready`, and `writing` inside each transaction.
 */
const [name, times, ms] = process.argv.slice(2);
const storage = await openStorage({ database: loadConfig(process.env).database, clock: systemClock });
console.log("ready");
for (let time = 0; time < Number(times); time++) {
  await storage.unitOfWork.run(async ({ changed }) => {
    console.log("writing");
    changed("case", `${name ?? ""}-${time}-a`);
    changed("case", `${name ?? ""}-${time}-b`);
    await wait(Number(ms));
  });
}
await storage.close();
