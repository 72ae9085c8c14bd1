import { runCommand } from "./command.js";
import { withSearch } from "./with-search.js";

/** `npm run search:reindex`: builds the index anew; a running server answers from the old one until the end. */
await runCommand("search:reindex", () =>
  withSearch(async ({ index }) => {
    const { documentCount, contentRevision } = await index.rebuild();
    return `${documentCount} documents at content revision ${contentRevision}`;
  }),
);
