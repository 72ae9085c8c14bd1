import { changeKinds, type Change, type ChangeLog } from "./change-log.js";
import type { Query, Reader, Row } from "./reader.js";

/** Reads the outbox through the reader, so that only committed entries are seen. */
export function createChangeLog(reader: Reader): ChangeLog {
  return {
    async contentRevision() {
      const [rows = []] = await reader.snapshot([contentRevisionQuery]);
      return contentRevisionOf(rows);
    },
    async changesAfter(revision, limit) {
      const [rows] = await reader.snapshot([{ text: CHANGES, parameters: [revision, revision, limit] }]);
      return (rows ?? []).map(changeOf);
    },
  };
}

/** For a snapshot that has to know of which revision it is. */
export const contentRevisionQuery: Query = { text: "SELECT content_revision FROM content_state" };
export const contentRevisionOf = (rows: readonly Row[]): number => Number(rows[0]?.content_revision ?? 0);

/** Whole revisions only: all entries up to the revision of the entry at the limit. Revisions ascend with `seq`, and have an index. */
const CHANGES = `
  SELECT seq, content_revision, kind, row_id, at FROM outbox
  WHERE content_revision > ? AND content_revision <= (
    SELECT MAX(content_revision) FROM (
      SELECT content_revision FROM outbox WHERE content_revision > ? ORDER BY content_revision, seq LIMIT ?
    ) AS first_ones
  )
  ORDER BY content_revision, seq`;

function changeOf(row: Row): Change {
  const kind = changeKinds.find((one) => one === row.kind);
  if (!kind) throw new Error(`The outbox has an entry of no known kind: ${String(row.seq)}`);
  return {
    seq: Number(row.seq),
    contentRevision: Number(row.content_revision),
    kind,
    rowId: String(row.row_id),
    at: new Date(String(row.at)),
  };
}
