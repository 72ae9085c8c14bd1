import type Database from "better-sqlite3";

/** One FTS5 table that keeps no texts of its own: what is taken out has to be told again. Calls open no transactions. */
export interface FullTexts {
  /** Tokens, in the order of the columns. */
  insert(row: number, columns: readonly string[]): void;
  remove(row: number, columns: readonly string[]): void;
  /** Until `optimize`: what is added is sorted in long stretches, and merged only then. */
  prepareForMany(): void;
  /** Merges what many changes have left apart. */
  optimize(): void;
}

export function fullTexts(
  database: Database.Database,
  table: string,
  columnNames: readonly string[],
): FullTexts {
  const columns = columnNames.join(", ");
  const places = ", ?".repeat(columnNames.length);
  const insert = database.prepare(`INSERT INTO ${table} (rowid, ${columns}) VALUES (?${places})`);
  const remove = database.prepare(
    `INSERT INTO ${table} (${table}, rowid, ${columns}) VALUES ('delete', ?${places})`,
  );
  // FTS5 wants integers, and the driver binds floating-point numbers.
  const configure = (option: string, value: number): void =>
    void database.exec(`INSERT INTO ${table} (${table}, rank) VALUES ('${option}', ${value})`);
  return {
    insert: (row, values) => void insert.run(row, ...values),
    remove: (row, values) => void remove.run(row, ...values),
    prepareForMany() {
      configure("hashsize", SORTED_BYTES);
      configure("automerge", 0);
      configure("crisismerge", MOST_SEGMENTS);
    },
    optimize() {
      database.exec(`INSERT INTO ${table} (${table}) VALUES ('optimize')`);
      for (const [option, value] of DEFAULTS) configure(option, value);
    },
  };
}

/** What FTS5 sorts in memory before it writes it: by default 1 MiB, of which a large index has a thousand to merge. */
const SORTED_BYTES = 64 * 1024 * 1024;
const MOST_SEGMENTS = 1_000;

/** Of FTS5. */
const DEFAULTS = [
  ["hashsize", 1024 * 1024],
  ["automerge", 4],
  ["crisismerge", 16],
] as const;
