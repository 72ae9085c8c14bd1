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
  const prepared = new Map<string, Prepared>();
  let statements = 0;
  return {
    database,
    rowsOf({ text, parameters = [] }: Query): readonly Row[] {
      let known = prepared.get(text);
      if (!known) prepared.set(text, (known = prepare(database, text)));
      statements += 1;
      const rows = known.statement.all(...parameters);
      // SQLite prepares a statement anew by itself when another version of the program has added a column.
      if (rows[0] && rows[0].length !== known.columns.length) known.columns = columnsOf(known.statement);
      const { columns } = known;
      return rows.map((values) => rowOf(columns, values));
    },
    statementCount: () => statements,
  };
}

interface Prepared {
  readonly statement: Database.Statement<unknown[], unknown[]>;
  columns: readonly string[];
}

function prepare(database: Database.Database, text: string): Prepared {
  const statement = database.prepare<unknown[], unknown[]>(text).raw();
  return { statement, columns: columnsOf(statement) };
}

const columnsOf = (statement: Database.Statement): string[] => statement.columns().map(({ name }) => name);

/** The driver takes twice as long to name the values itself. */
function rowOf(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (let place = 0; place < columns.length; place++) row[columns[place] ?? ""] = values[place];
  return row;
}
