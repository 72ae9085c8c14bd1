import { ExpectedFailure, runCommand } from "./command.js";
import { serverOf } from "./indexes-of.js";
import { withSearch } from "./with-search.js";

/** `npm run search:rollback`: puts the generation before the last rebuild of the search server back in its place. */
await runCommand("search:rollback", () =>
  withSearch(async (base) => {
    const { engine } = serverOf(base);
    if (!(await engine.rollBack())) throw new ExpectedFailure("no earlier generation is kept");
    const { generation, contentRevision } = await engine.state();
    return `generation ${generation} at content revision ${contentRevision ?? "none"} answers again`;
  }),
);
