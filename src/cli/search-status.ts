import { systemClock } from "../clock.js";
import { indexStatus, type CaseState } from "../search/case-states.js";
import { runCommand } from "./command.js";
import { indexesOf } from "./indexes-of.js";
import { withSearch } from "./with-search.js";

/**
 * `npm run search:status [-- SLUG …]`: how each index stands, and each case in it; without slugs, those cases
 * that are not simply INDEXED.
 */
const slugs = process.argv.slice(2);

await runCommand("search:status", () =>
  withSearch(async (base) => {
    const { catalogue, storage } = base;
    const edition = catalogue.current();
    const { facts } = edition.columns;
    for (const { name, engine } of indexesOf(base)) {
      const status = await indexStatus(engine, edition, storage.changeLog, systemClock.now());
      const { generation, engineVersion, contentRevision, pendingChanges, lagSeconds, cases } = status;
      console.log(
        `${name}: generation ${generation || "none"}, content revision ${contentRevision ?? "none"}, ` +
          `${pendingChanges} behind (${lagSeconds.toFixed(0)} s)${engineVersion ? `, server ${engineVersion}` : ""}`,
      );
      for (const [id, state] of cases) {
        const slug = facts[edition.columns.ordinalOf(id) ?? -1]?.slug ?? id;
        const isWanted = slugs.length > 0 ? slugs.includes(slug) : state.kind !== "INDEXED";
        if (isWanted) console.log(`  ${slug}: ${told(state)}`);
      }
    }
    return `${facts.length} published cases`;
  }),
);

function told(state: CaseState): string {
  if (state.kind === "INDEXED") return `INDEXED (${state.at.toISOString()})`;
  return state.kind === "FAILED" ? `FAILED (${state.reason})` : state.kind;
}
