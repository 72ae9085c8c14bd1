import { join } from "node:path";
import { loadConfig } from "../config.js";
import { ExpectedFailure } from "./command.js";

/** Files that a command copies: the SQLite database, and what is made of it. */
export interface OwnDatabase {
  readonly database: string;
  readonly derived: readonly string[];
}

/** @throws {ExpectedFailure} where PostgreSQL is configured: it has its own programs, and `instead` says how. */
export function ownDatabase(instead: string): OwnDatabase {
  const { database, dataDir } = loadConfig(process.env);
  if (database.kind === "postgres") throw new ExpectedFailure(`this database is PostgreSQL's: ${instead}`);
  return { database: database.file, derived: [join(dataDir, "search.sqlite")] };
}

/** The only argument of a command. */
export function onlyArgument(usage: string): string {
  const [argument, ...more] = process.argv.slice(2);
  if (!argument || more.length > 0) throw new ExpectedFailure(`usage: ${usage}`);
  return argument;
}
