import { verifyIndex, type VerifyReport } from "../search/verify.js";
import { ExpectedFailure, runCommand } from "./command.js";
import { indexesOf } from "./indexes-of.js";
import { withSearch } from "./with-search.js";

/**
 * `npm run search:verify`: compares indexes and database document by document; exit 1 and the differences.
 * `-- --repair` puts right what differs, and nothing else.
 */
const isRepairing = process.argv.includes("--repair");

await runCommand("search:verify", () =>
  withSearch(async (base) => {
    const said: string[] = [];
    let isSound = true;
    for (const { name, engine, kept } of indexesOf(base)) {
      const report = isRepairing ? await kept.repair() : await verifyIndex(engine, base.catalogue.current());
      isSound &&= report.differences.length === 0 && report.refused.length === 0;
      said.push(`${name}: ${told(report)}`);
    }
    if (isSound) return said.join("; ");
    throw new ExpectedFailure(said.join("\n"));
  }),
);

function told({ caseCount, differences, refused }: VerifyReport): string {
  if (differences.length === 0 && refused.length === 0) return `${caseCount} cases compared, no difference`;
  const lines = [
    ...differences.map(({ kind, slug, id }) => `  ${kind} ${slug ?? id}`),
    ...refused.map(({ id, reason }) => `  REFUSED ${id}: ${reason}`),
  ];
  return [`${differences.length} differences, ${refused.length} refused`, ...lines].join("\n");
}
