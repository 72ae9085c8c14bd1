import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { coldPages } from "./large/cold.js";
import { measure, type Figures } from "./large/measure.js";
import { tablesOf } from "./large/tables.js";
import { projectFolder } from "./project-folder.js";

/**
 * `npm run bench:large -- --sizes 1000,10000,100000 --folder /somewhere`: generates sets of these sizes where they are not
 * in the folder yet, serves each, and measures. Prints tables and keeps the figures in `test/bench/figures/large.json`.
 * `--as-it-is` takes an index that is there, which for a large set saves most of the time.
 */
const SEED = 42;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    folder: { type: "string", default: join(projectFolder, "data-synthetic") },
    "as-it-is": { type: "boolean", default: false },
    out: { type: "string", default: join(projectFolder, "test/bench/figures/large.json") },
  },
});

const sets = values.sizes
  .split(",")
  .map(Number)
  .map((cases) => ({ size: { cases, seed: SEED }, folder: join(values.folder, String(cases)) }));
let all: Figures[] = [];
const keep = (): void => {
  mkdirSync(dirname(values.out), { recursive: true });
  writeFileSync(values.out, `${JSON.stringify(all, null, 2)}\n`);
};
for (const { size, folder } of sets) {
  all.push(await measure(size, folder, values["as-it-is"]));
  keep();
}
const cold = await coldPages(sets);
all = all.map((one, place) => ({ ...one, operations: { ...cold[place], ...one.operations } }));
keep();
console.log(tablesOf(all));
