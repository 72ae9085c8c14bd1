import { resolve, sep } from "node:path";
import { parseArgs } from "node:util";
import { systemClock } from "../clock.js";
import { loadConfig } from "../config.js";
import { readSeedLists } from "../content/seed-files.js";
import { writeSyntheticSet } from "../content/synthetic/write-set.js";
import { openStorage } from "../database/open-database.js";
import { seedsFolder } from "../project-folders.js";
import { ExpectedFailure, runCommand } from "./command.js";

const TOLD_EVERY = 10_000;
const usage = "npm run generate -- --cases 1000 --seed 42 [--out data-synthetic]";

/**
 * `npm run generate`: writes a set of synthetic cases into a data folder of its own, to be served with
 * `EXEMPLAR_DATA_DIR`. Equal numbers give equal sets.
 */
await runCommand("generate", async () => {
  const { size, folder } = readArguments();
  const config = loadConfig({ ...process.env, EXEMPLAR_DATA_DIR: folder });
  const storage = await openStorage({ database: config.database, clock: systemClock });
  try {
    const lists = readSeedLists(seedsFolder);
    const records = await writeSyntheticSet({
      unitOfWork: storage.unitOfWork,
      size,
      lists,
      onProgress: tell,
    });
    return `${records} records of ${size.cases} synthetic cases; serve them with EXEMPLAR_DATA_DIR=${folder}`;
  } finally {
    await storage.close();
  }
});

function readArguments() {
  const { values } = parseArgs({
    options: {
      cases: { type: "string" },
      seed: { type: "string" },
      out: { type: "string", default: "data-synthetic" },
    },
  });
  const [cases, seed] = [numberOf("cases", values.cases, 1), numberOf("seed", values.seed, 0)];
  const folder = resolve(values.out);
  if (`${folder}${sep}`.startsWith(`${seedsFolder}${sep}`)) {
    throw new ExpectedFailure("--out: synthetic content has no place among the seed files");
  }
  return { size: { cases, seed }, folder };
}

function numberOf(name: string, text: string | undefined, least: number): number {
  const number = /^\d{1,7}$/.test(text ?? "") ? Number(text) : NaN;
  if (number >= least) return number;
  throw new ExpectedFailure(`--${name} must be a whole number from ${least}: ${usage}`);
}

function tell(cases: number): void {
  if (cases > 0 && cases % TOLD_EVERY === 0) console.log(`generate: ${cases} cases`);
}
