import type Database from "better-sqlite3";
import type { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { lowestPlace } from "../../lowest-place.js";
import type { Steps } from "../../event-loop.js";
import { createWordList, type WordList } from "../../text/word-list.js";
import type { IndexChange } from "../search-engine.js";
import { openGeneration, type Generation, type IndexedDocuments } from "./generation.js";

/** A generation and what is kept of it in memory. */
export interface LiveIndex {
  readonly name: string;
  readonly generation: Generation;
  readonly words: WordList;
  documentCount(): number;
  apply(changes: readonly IndexChange[]): void;
  /** The index as it stands beside these columns. */
  seenFrom(columns: CaseColumns): IndexView;
}

export interface IndexView {
  /** By row, the ordinal of the case that it is about; `NO_ORDINAL` where the columns do not have it. */
  readonly ordinals: Uint32Array;
  /** What an expression matches, kept where that is much: such words are few, and asked for often. */
  readonly largeMatches: (expression: string, find: () => Bitset) => Bitset;
}

export const NO_ORDINAL = 0xffffffff;

/** Loads what is kept in memory of this generation; over another connection than it is used over, if so wanted. */
export function* openLiveIndex(
  database: Database.Database,
  name: string,
  loadedOver = database,
): Steps<LiveIndex> {
  const loaded = openGeneration(loadedOver, name);
  const words = createWordList(yield* loaded.words());
  const documents = yield* loaded.documents();
  const generation = loadedOver === database ? loaded : openGeneration(database, name);
  return liveIndexOf(name, generation, words, documents);
}

/** `documents`: its own from then on. */
function liveIndexOf(
  name: string,
  generation: Generation,
  words: WordList,
  documents: IndexedDocuments,
): LiveIndex {
  const { ids, rows } = documents;
  let seen: (IndexView & { readonly columns: CaseColumns }) | null = null;
  /** Of these places of cases, by the rows as they are. */
  let known: { readonly places: symbol; readonly ordinals: Uint32Array } | null = null;

  const applyOne = (change: IndexChange): void => {
    const stored = "put" in change ? generation.put(change.put) : generation.remove(change.remove);
    if (!stored) return;
    for (const word of stored.removedWords) words.remove(word);
    for (const word of stored.addedWords) words.add(word);
    const id = "put" in change ? change.put.id : change.remove;
    const place = lowestPlace(0, ids.length, (one) => (ids[one] ?? "") >= id);
    const isThere = ids[place] === id;
    if (rows[place] !== stored.row || !isThere || !("put" in change)) known = null;
    const coming = "put" in change ? [{ id, row: stored.row }] : [];
    ids.splice(place, isThere ? 1 : 0, ...coming.map((one) => one.id));
    rows.splice(place, isThere ? 1 : 0, ...coming.map(({ row }) => row));
  };
  return {
    ...{ name, generation, words },
    documentCount: () => ids.length,
    apply(changes) {
      seen = null;
      changes.forEach(applyOne);
    },
    seenFrom(columns) {
      if (seen?.columns !== columns) {
        const { places } = columns;
        if (known?.places !== places) known = { places, ordinals: ordinalsByRow(documents, columns) };
        seen = { columns, ordinals: known.ordinals, largeMatches: keepingLarge() };
      }
      return seen;
    },
  };
}

/** From so many cases on. */
const LARGE = 1_000;
const MOST_KEPT = 1_000;

function keepingLarge(): IndexView["largeMatches"] {
  const kept = new Map<string, Bitset>();
  return (expression, find) => {
    const known = kept.get(expression);
    if (known) return known;
    const found = find();
    if (found.count() < LARGE) return found;
    const [oldest] = kept.keys();
    if (kept.size === MOST_KEPT && oldest !== undefined) kept.delete(oldest);
    kept.set(expression, found);
    return found;
  };
}

/** Documents and cases have the same order: one walk finds all pairs. */
function ordinalsByRow({ ids, rows }: IndexedDocuments, { facts }: CaseColumns): Uint32Array {
  const lastRow = rows.reduce((most, row) => Math.max(most, row), 0);
  const ordinals = new Uint32Array(lastRow + 1).fill(NO_ORDINAL);
  let ordinal = 0;
  for (const [place, id] of ids.entries()) {
    while (ordinal < facts.length && (facts.idAt(ordinal) ?? "") < id) ordinal += 1;
    if (facts.idAt(ordinal) === id) ordinals[rows[place] ?? 0] = ordinal;
  }
  return ordinals;
}
