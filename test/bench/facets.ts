import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openCatalogue } from "../../src/catalogue/catalogue.js";
import type { CaseColumns } from "../../src/catalogue/columns.js";
import { countFacets, facetGroups } from "../../src/catalogue/facets.js";
import type { CaseFilter } from "../../src/catalogue/filter.js";
import { systemClock } from "../../src/clock.js";
import { openStorage } from "../../src/database/open-database.js";
import { seededRandom, type Random } from "../support/random.js";
import { percentile } from "./large/latencies.js";
import { projectFolder } from "./project-folder.js";

/**
 * `npm run bench:facets -- --sizes 1000,100000 --folder /somewhere`: how long all facets and the total of a filter take,
 * in sets that `bench:large` has left there; by themselves, without a request around them.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "1000,10000" },
    folder: { type: "string", default: join(projectFolder, "data-synthetic") },
  },
});

const [WARM_UP, COUNTED] = [200, 1_000];

for (const size of values.sizes.split(",")) {
  const folder = join(values.folder, size);
  const file = join(folder, "exemplar.sqlite");
  if (!existsSync(file)) throw new Error(`${file} is not there: run bench:large with this size first`);
  const storage = await openStorage({ database: { kind: "sqlite", file }, clock: systemClock });
  const keptFile = join(folder, "catalogue.kept");
  const catalogue = await openCatalogue({ ...storage, cacheBytes: 1, keptFile });
  const { columns } = catalogue.current();
  const times = timesOf(columns, seededRandom(1));
  const at = (share: number): string => percentile(times, share).toFixed(2);
  console.log(
    `${columns.size} cases: ${at(0.5)} ms at the median, ${at(0.95)} ms at 95 %, ${at(0.99)} ms at 99 %`,
  );
  await storage.close();
}

function timesOf(columns: CaseColumns, random: Random): number[] {
  const filters = Array.from({ length: WARM_UP + COUNTED }, () => filterFrom(columns, random));
  return filters
    .map((filter) => {
      const begun = performance.now();
      countFacets(columns, filter);
      return performance.now() - begun;
    })
    .slice(WARM_UP);
}

/** One to three values in up to four of the facets' groups. */
function filterFrom(columns: CaseColumns, random: Random): CaseFilter {
  const groups = random.some([...facetGroups], random.between(0, 4));
  return Object.fromEntries(
    groups.map((group) => [group, random.some([...columns.group(group).keys()], random.between(1, 3))]),
  );
}
