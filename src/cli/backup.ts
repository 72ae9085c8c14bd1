import { resolve } from "node:path";
import { systemClock } from "../clock.js";
import { backUp } from "../database/sqlite/backup.js";
import { runCommand } from "./command.js";
import { onlyArgument, ownDatabase } from "./own-database.js";

const INSTEAD = `back it up by
  pg_dump --format=custom --no-owner --file=FILE "$DATABASE_URL"`;

/** `npm run backup -- <file or folder>`: copies the SQLite database, also while the service runs and writes. */
await runCommand("backup", async () => {
  const { database } = ownDatabase(INSTEAD);
  const target = resolve(onlyArgument("npm run backup -- <file or folder>"));
  const { file, contentRevision } = await backUp(database, target, systemClock);
  return `${file} has content revision ${contentRevision}, checked`;
});
