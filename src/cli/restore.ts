import { resolve } from "node:path";
import { restoreDatabase } from "../database/sqlite/restore.js";
import { runCommand } from "./command.js";
import { onlyArgument, ownDatabase } from "./own-database.js";

const INSTEAD = `bring it back into an empty database by
  pg_restore --no-owner --exit-on-error --single-transaction --dbname="$DATABASE_URL" FILE`;

/** `npm run restore -- <file>`: brings a copy of the SQLite database back into an empty data folder. */
await runCommand("restore", async () => {
  const own = ownDatabase(INSTEAD);
  const from = resolve(onlyArgument("npm run restore -- <file>"));
  const { file, contentRevision } = await restoreDatabase({ from, ...own });
  return `${file} has content revision ${contentRevision}, checked; the search index is built at the next start`;
});
