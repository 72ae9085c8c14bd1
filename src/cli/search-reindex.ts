import { indexesOf } from "./indexes-of.js";
import { runCommand } from "./command.js";
import { withSearch } from "./with-search.js";

/** `npm run search:reindex`: builds the indexes anew; a running server answers from the old ones until the end. */
await runCommand("search:reindex", () =>
  withSearch(async (base) => {
    const lines: string[] = [];
    for (const { name, kept } of indexesOf(base)) {
      const { documentCount, contentRevision } = await kept.rebuild();
      lines.push(`${name}: ${documentCount} documents at content revision ${contentRevision}`);
    }
    return lines.join("; ");
  }),
);
