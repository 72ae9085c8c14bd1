import Database from "better-sqlite3";
import type { Query, Reader, Row } from "../reader.js";

/** Reads a SQLite file on a connection of its own: WAL shows it committed rows only. */
export function createSqliteReader(file: string): Reader {
  const database = new Database(file, { readonly: true, timeout: 100 });
  database.pragma("cache_size = -65536");
  database.pragma("mmap_size = 268435456");
  const prepared = new Map<string, Database.Statement<unknown[], Row>>();
  let statements = 0;

  const rowsOf = ({ text, parameters = [] }: Query): readonly Row[] => {
    let statement = prepared.get(text);
    if (!statement) prepared.set(text, (statement = database.prepare<unknown[], Row>(text)));
    statements += 1;
    return statement.all(...parameters);
  };
  const snapshot = database.transaction((queries: readonly Query[]) => queries.map(rowsOf));

  return {
    snapshot: (queries) => Promise.resolve().then(() => snapshot(queries)),
    statementCount: () => statements,
    close: () => Promise.resolve().then(() => void database.close()),
  };
}
