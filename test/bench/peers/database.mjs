import Database from "better-sqlite3";

/** A SQLite file for reading, with the settings under which it is fastest. */
export function openDatabase(file) {
  const database = new Database(file, { readonly: true });
  database.pragma("mmap_size = 268435456");
  database.pragma("cache_size = -65536");
  return database;
}

/** `slug` of the last case and when it was updated; a page goes on after it. */
export const cursorOf = (row) => Buffer.from(JSON.stringify([row.updated_at, row.id])).toString("base64url");

/** Before everything, when there is no cursor. */
export const positionOf = (cursor) =>
  cursor ? JSON.parse(Buffer.from(cursor, "base64url").toString()) : ["9999", ""];

/** A page of published cases of one category, last updated first, and one more row that tells whether others follow. */
export const pageOfCases = `
  SELECT case_record.* FROM case_record JOIN category ON category.id = case_record.category_id
  WHERE status = 'published' AND category.key = ?
    AND (updated_at < ? OR (updated_at = ? AND case_record.id > ?))
  ORDER BY updated_at DESC, case_record.id LIMIT ?`;

/** `wanted` marks the place of a JSON array of keys. */
export const many = (sql) => sql.replace("wanted", "(SELECT value FROM json_each(?))");

/** Rows by the value of a column; a list for each. */
export function grouped(rows, column) {
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row[column]);
    if (group) group.push(row);
    else groups.set(row[column], [row]);
  }
  return groups;
}

export const label = (row, name) => ({ zh: row[`${name}_zh`], en: row[`${name}_en`] });

export const listening = (url) => console.log(`API ${url}/graphql`);
