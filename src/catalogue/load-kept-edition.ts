import type { Reader } from "../database/reader.js";
import type { CaseList } from "./case-list.js";
import { columnsOf } from "./column-parts.js";
import { openKeptContent } from "./kept-content.js";
import type { ContentMark } from "./kept-form.js";
import type { EditionContent } from "./load-edition.js";
import { vocabularyOf, vocabularyQueries } from "./load-vocabulary.js";
import { townsInOrder } from "./towns.js";

/**
 * What was kept of this database, at the revision of then; the vocabulary is that of now, and changes since have to be
 * taken in. Null where nothing of it was kept.
 */
export async function loadKeptEdition(reader: Reader, file: string): Promise<EditionContent | null> {
  const kept = openKeptContent(file);
  if (kept === null) return null;
  try {
    const { mark } = kept;
    // A session reads no replica, of which one may be behind what was kept.
    const ofNow = await reader.session(async (ask) => {
      const isOfThis =
        (await markOf({ snapshot: ask }, mark.contentRevision))?.lastChange === mark.lastChange;
      return isOfThis ? vocabularyOf(await ask(vocabularyQueries)) : null;
    });
    if (ofNow === null) return null;
    const rest = await kept.rest();
    if (rest === null) return null;
    const { parts, firstCases } = rest;
    const columns = columnsOf(parts);
    return {
      ...{ contentRevision: mark.contentRevision, parts, columns },
      ...{ vocabulary: ofNow, towns: townsInOrder(columns, firstCases) },
      evidenceCount: evidenceCountIn(parts.facts),
    };
  } finally {
    kept.close();
  }
}

/** Less than the columns of evidence have, where cases have changed. */
function evidenceCountIn(facts: CaseList): number {
  let sum = 0;
  for (let ordinal = 0; ordinal < facts.length; ordinal++) sum += facts.evidenceAt(ordinal).length;
  return sum;
}

/** Null: the database knows no such revision. */
export async function markOf(
  { snapshot }: Pick<Reader, "snapshot">,
  contentRevision: number,
): Promise<ContentMark | null> {
  const [rows = []] = await snapshot([{ text: LAST_CHANGE, parameters: [contentRevision] }]);
  const [last] = rows;
  return last ? { contentRevision, lastChange: `${String(last.seq)} ${String(last.at)}` } : null;
}

const LAST_CHANGE = "SELECT seq, at FROM outbox WHERE content_revision = ? ORDER BY seq DESC LIMIT 1";
