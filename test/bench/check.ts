import { prepareContent } from "./content.js";
import { installPeers } from "./install-peers.js";
import { measure } from "./measure.js";
import { judge } from "./ratios.js";
import { tablesOf } from "./report.js";
import { countStatements } from "./statements.js";

/** `npm run bench:check`: fails when a ratio falls below its floor. Shorter than the bench, and without PostgreSQL. */
const tell = (line: string): void => {
  console.error(line);
};

await installPeers(tell);
const content = await prepareContent({ cases: 1_000, withPostgres: false }, tell);
try {
  const samples = await measure(
    content,
    {
      servers: [
        ...(["ours", "ours, kept", "naive Apollo + TypeORM", "mercurius + jit + loaders"] as const),
        ...(["raw SQL + JSON.stringify", "fixed bytes"] as const),
      ],
      workloads: ["list", "case", "unchanged"],
      ...{ rounds: 2, seconds: 1.5, warmUpSeconds: 4 },
    },
    tell,
  );
  const judged = judge(samples, await countStatements(content.dataFolder));
  console.log(tablesOf(samples, judged));
  if (judged.some(({ holds }) => !holds)) process.exitCode = 1;
} finally {
  await content.remove();
}
