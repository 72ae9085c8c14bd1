import type { SeenIndex, ServerIndex } from "./server-index.js";
import { tokenQuery, tokenTextsIn, type TextsKind, type TokenTexts } from "./token-texts.js";

/** Ids of so many documents go into one request. */
const MOST_IDS = 500;

/**
 * The tokens of these cases, those that are not kept asked of the server; empty where it has none.
 * @throws {IndexMoved}
 */
export async function tokenTextsOf(
  index: ServerIndex,
  seen: SeenIndex,
  kind: TextsKind,
  ids: Iterable<string>,
): Promise<ReadonlyMap<string, TokenTexts>> {
  const kept = seen.tokenTexts[kind];
  const texts = new Map(Array.from(ids, (id) => [id, kept.get(id)] as const));
  const missing = Array.from(texts).flatMap(([id, found]) => (found ? [] : [id]));
  for (let start = 0; start < missing.length; start += MOST_IDS) {
    const answers = await index.ask(seen, [tokenQuery(kind, missing.slice(start, start + MOST_IDS))]);
    for (const [id, found] of answers.flatMap(tokenTextsIn)) {
      texts.set(id, found);
      kept.set(id, found);
    }
  }
  return new Map(Array.from(texts, ([id, found]) => [id, found ?? {}]));
}
