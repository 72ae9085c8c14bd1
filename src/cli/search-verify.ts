import { verifyIndex } from "../search/verify.js";
import { ExpectedFailure, runCommand } from "./command.js";
import { withSearch } from "./with-search.js";

/** `npm run search:verify`: compares index and database document by document; exit 1 and the differences. */
await runCommand("search:verify", () =>
  withSearch(async ({ engine, catalogue }) => {
    const { caseCount, differences } = await verifyIndex(engine, catalogue.current());
    if (differences.length === 0) return `${caseCount} cases compared, no difference`;
    const lines = differences.map(({ kind, slug, id }) => `  ${kind} ${slug ?? id}`);
    throw new ExpectedFailure([`${differences.length} differences`, ...lines].join("\n"));
  }),
);
