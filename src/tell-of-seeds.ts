import type { SeedReport } from "./content/seed-report.js";
import type { Logger } from "./http/logger.js";

/** What the start found about the seed files, in the log. */
export function tellOfSeeds(report: SeedReport, log: Logger): void {
  // Another process may have seeded it just then.
  if (report.kind === "seeded" && report.records > 0)
    log.info({ records: report.records }, "the empty database has been seeded");
  if (report.kind === "different") {
    const { changed, gone } = report;
    log.warn({ changed, gone }, "the seed files differ from the database: run `npm run seed` to apply them");
  }
  if (report.kind === "unreadable") {
    log.warn({ problems: report.problems }, "the seed files have mistakes; the database is left as it is");
  }
  if (report.kind === "synthetic")
    log.warn({}, "the content is synthetic: generated to measure with, no facts");
}
