import Database from "better-sqlite3";
import type { Query, Reader, Row } from "../reader.js";

/** Reads a SQLite file on a connection of its own: WAL shows it committed rows only. */
export function createSqliteReader(file: string): Reader {
  const connection = openReadOnly(file);
  const { database, rowsOf } = connection;
  const snapshot = database.transaction((queries: readonly Query[]) => queries.map(rowsOf));
  let ofSessions = 0;

  return {
    snapshot: (queries) => Promise.resolve().then(() => snapshot(queries)),
    async session(work) {
      const own = openReadOnly(file);
      try {
        own.database.exec("BEGIN");
        return await work((queries) => Promise.resolve().then(() => queries.map(own.rowsOf)));
      } finally {
        ofSessions += own.statementCount();
        own.database.close();
      }
    },
    statementCount: () => connection.statementCount() + ofSessions,
    close: () => Promise.resolve().then(() => void database.close()),
  };
}

function openReadOnly(file: string) {
  const database = new Database(file, { readonly: true, timeout: 100 });
  // What is read often is kept as values; the rest the system keeps.
  database.pragma("cache_size = -16384");
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  let statements = 0;
  return {
    database,
    rowsOf({ text, parameters = [] }: Query): readonly Row[] {
      let statement = prepared.get(text);
      if (!statement) prepared.set(text, (statement = database.prepare<unknown[], Row>(text)));
      statements += 1;
      return statement.all(...parameters);
    },
    statementCount: () => statements,
  };
}
