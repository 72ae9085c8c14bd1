import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { installPeers } from "./install-peers.js";
import { prepareContent } from "./content.js";
import { measure } from "./measure.js";
import { plotOf } from "./plot.js";
import { figuresFolder } from "./project-folder.js";
import { judge } from "./ratios.js";
import { jsonOf, tablesOf } from "./report.js";
import { arePinned } from "./running-server.js";
import { serverNames } from "./servers.js";
import { countStatements } from "./statements.js";
import { workloads } from "./workloads.js";

/** `npm run bench`: our server beside its peers, in one run. Prints the figures, and writes them to `figures/`. */
const CASES = 10_000;

const tell = (line: string): void => {
  console.error(line);
};

await installPeers(tell);
const content = await prepareContent({ cases: CASES, withPostgres: true }, tell);
try {
  const samples = await measure(
    content,
    { servers: serverNames, workloads, rounds: 3, seconds: 2.5, warmUpSeconds: 5 },
    tell,
  );
  const about = {
    ...{ date: new Date().toISOString().slice(0, 10), node: process.version, cases: CASES },
    ...{ cores: cpus().length, processor: cpus()[0]?.model ?? "", arePinned },
  };
  const judged = judge(samples, await countStatements(content.dataFolder));
  console.log(tablesOf(samples, judged));
  mkdirSync(figuresFolder, { recursive: true });
  writeFileSync(join(figuresFolder, "serving.json"), jsonOf(samples, judged, about));
  writeFileSync(join(figuresFolder, "serving.svg"), await plotOf(samples));
} finally {
  await content.remove();
}
