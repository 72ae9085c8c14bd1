import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { measure, type Figures } from "./large/measure.js";
import { tablesOf } from "./large/tables.js";

/**
 * `npm run bench:large -- --sizes 1000,10000,100000 --folder /somewhere`: generates sets of these sizes where they are not
 * in the folder yet, serves each, and measures. Prints tables and keeps the figures in `test/bench/figures/large.json`.
 * `--as-it-is` takes an index that is there, which for a large set saves most of the time.
 */
const root = fileURLToPath(new URL("../..", import.meta.url));
const SEED = 42;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    folder: { type: "string", default: join(root, "data-synthetic") },
    "as-it-is": { type: "boolean", default: false },
    out: { type: "string", default: join(root, "test/bench/figures/large.json") },
  },
});

const all: Figures[] = [];
for (const cases of values.sizes.split(",").map(Number)) {
  all.push(await measure({ cases, seed: SEED }, join(values.folder, String(cases)), values["as-it-is"]));
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(all, null, 2)}\n`);
}
console.log(tablesOf(all));
