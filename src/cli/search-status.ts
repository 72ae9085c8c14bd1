import type { CaseColumns } from "../catalogue/columns.js";
import { systemClock } from "../clock.js";
import { inList, MAX_IN_LIST, type Reader } from "../database/reader.js";
import { inChunks } from "../in-chunks.js";
import { indexStatus, type CaseState, type IndexStatus } from "../search/case-states.js";
import { ExpectedFailure, runCommand } from "./command.js";
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
    await assertKnown(storage.reader, slugs);
    for (const { name, engine } of indexesOf(base)) {
      const status = await indexStatus(engine, edition, storage.changeLog, systemClock.now());
      console.log(`${name}: ${toldIndex(status)}`);
      const states = statesBySlug(status, edition.columns);
      const told: [string, CaseState][] =
        slugs.length > 0
          ? slugs.map((slug) => [slug, states.get(slug) ?? { kind: "NOT_PUBLISHED" }])
          : [...states].filter(([, { kind }]) => kind !== "INDEXED");
      for (const [slug, state] of told) console.log(`  ${slug}: ${toldCase(state)}`);
    }
    return `${edition.columns.size} published cases`;
  }),
);

/** Drafts are known too. */
async function assertKnown(reader: Reader, wanted: readonly string[]): Promise<void> {
  const known = new Set<unknown>();
  for (const some of inChunks(wanted, MAX_IN_LIST)) {
    const { text, parameters } = inList(some);
    const [rows = []] = await reader.snapshot([
      { text: `SELECT slug FROM case_record WHERE slug IN ${text}`, parameters },
    ]);
    for (const { slug } of rows) known.add(slug);
  }
  const unknown = wanted.filter((slug) => !known.has(slug));
  if (unknown.length > 0) throw new ExpectedFailure(`no case has the slug ${unknown.join(", ")}`);
}

/** What is no longer published has no slug here, and goes by its id. */
function statesBySlug({ cases }: IndexStatus, columns: CaseColumns): Map<string, CaseState> {
  return new Map(
    Array.from(cases, ([id, state]) => [columns.facts.at(columns.ordinalOf(id) ?? -1)?.slug ?? id, state]),
  );
}

function toldIndex(status: IndexStatus): string {
  const { generation, engineVersion, contentRevision, pendingChanges, lagSeconds } = status;
  const server = engineVersion === null ? "" : `, server ${engineVersion}`;
  return (
    `generation ${generation || "none"}, content revision ${contentRevision ?? "none"}, ` +
    `${pendingChanges} behind (${lagSeconds.toFixed(0)} s)${server}`
  );
}

function toldCase(state: CaseState): string {
  if (state.kind === "INDEXED") return `INDEXED (${state.at.toISOString()})`;
  return state.kind === "FAILED" ? `FAILED (${state.reason})` : state.kind;
}
