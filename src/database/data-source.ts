import "reflect-metadata";
import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DataSource } from "typeorm";
import { migrations } from "./migrations/all-migrations.js";
import { SnakeNaming } from "./naming.js";
import { allRows } from "./rows/all-rows.js";

/** The connection that writes. Reads go through a `Reader`, on a connection of their own. */
export function createDataSource(database: { readonly file: string }): DataSource {
  mkdirSync(dirname(database.file), { recursive: true });
  return new DataSource({
    type: "better-sqlite3",
    database: database.file,
    enableWAL: true,
    // The driver waits with the whole event loop; who waits longer waits in `sqlite/file-lock.ts`.
    timeout: 100,
    prepareDatabase: (db: { pragma(text: string): unknown }) => {
      db.pragma("synchronous = NORMAL");
    },
    entities: [...allRows],
    migrations: [...migrations],
    namingStrategy: new SnakeNaming(),
    migrationsTransactionMode: "each",
    synchronize: false,
    logging: false,
  });
}
