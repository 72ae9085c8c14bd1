import { MAX_IN_LIST, type Reader } from "../database/reader.js";
import { textOf } from "../database/row-values.js";

/** The row ids of all published cases, as many at a time as one list takes. */
export async function* publishedRowIds(ask: Reader["snapshot"]): AsyncGenerator<readonly string[]> {
  for (let last = ""; ;) {
    const [rows = []] = await ask([{ text: NEXT_ROW_IDS, parameters: [last, MAX_IN_LIST] }]);
    const rowIds = rows.map((row) => textOf(row, "id"));
    if (rowIds.length > 0) yield rowIds;
    if (rowIds.length < MAX_IN_LIST) return;
    last = rowIds.at(-1) ?? "";
  }
}

const NEXT_ROW_IDS = "SELECT id FROM case_record WHERE status = 'published' AND id > ? ORDER BY id LIMIT ?";
