import type Database from "better-sqlite3";
import type { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { lowestPlace } from "../../lowest-place.js";
import type { Steps } from "../../event-loop.js";
import { createWordList, type WordList } from "../../text/typos.js";
import type { IndexChange } from "../search-engine.js";
import { openGeneration, type Generation, type IndexedDocument } from "./generation.js";

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

/** Loads what is kept in memory of this generation. */
export function* openLiveIndex(database: Database.Database, name: string): Steps<LiveIndex> {
  const generation = openGeneration(database, name);
  const words = createWordList();
  for (
    let some = generation.wordsAfter("");
    some.length > 0;
    some = generation.wordsAfter(some.at(-1)?.word ?? "")
  ) {
    for (const { word, documents } of some) words.add(word, documents);
    yield;
  }
  const byId: IndexedDocument[] = [];
  for (
    let some = generation.documentsAfter("");
    some.length > 0;
    some = generation.documentsAfter(some.at(-1)?.id ?? "")
  ) {
    byId.push(...some);
    yield;
  }
  return liveIndexOf(name, generation, words, byId);
}

/** `byId`: the documents in the order of their ids, as columns have them. */
function liveIndexOf(
  name: string,
  generation: Generation,
  words: WordList,
  byId: IndexedDocument[],
): LiveIndex {
  let seen: (IndexView & { readonly columns: CaseColumns }) | null = null;
  /** Of these places of cases, by the rows as they are. */
  let known: { readonly places: symbol; readonly ordinals: Uint32Array } | null = null;

  const applyOne = (change: IndexChange): void => {
    const stored = "put" in change ? generation.put(change.put) : generation.remove(change.remove);
    if (!stored) return;
    for (const word of stored.removedWords) words.remove(word);
    for (const word of stored.addedWords) words.add(word);
    const id = "put" in change ? change.put.id : change.remove;
    const place = placeOf(byId, id);
    const isThere = byId[place]?.id === id;
    if (byId[place]?.row !== stored.row || !("put" in change)) known = null;
    if ("put" in change) byId.splice(place, isThere ? 1 : 0, { row: stored.row, id });
    else if (isThere) byId.splice(place, 1);
  };
  return {
    ...{ name, generation, words },
    documentCount: () => byId.length,
    apply(changes) {
      seen = null;
      changes.forEach(applyOne);
    },
    seenFrom(columns) {
      if (seen?.columns !== columns) {
        const { places } = columns;
        if (known?.places !== places) known = { places, ordinals: ordinalsByRow(byId, columns) };
        seen = { columns, ordinals: known.ordinals, largeMatches: keepingLarge() };
      }
      return seen;
    },
  };
}

/** From so many cases on. */
const LARGE = 1_000;
const MOST_KEPT = 200;

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
function ordinalsByRow(byId: readonly IndexedDocument[], { facts }: CaseColumns): Uint32Array {
  const lastRow = byId.reduce((most, { row }) => Math.max(most, row), 0);
  const ordinals = new Uint32Array(lastRow + 1).fill(NO_ORDINAL);
  let ordinal = 0;
  for (const { row, id } of byId) {
    while (ordinal < facts.length && (facts[ordinal]?.id ?? "") < id) ordinal += 1;
    if (facts[ordinal]?.id === id) ordinals[row] = ordinal;
  }
  return ordinals;
}

/** Where the document with this id is, or would be. */
const placeOf = (byId: readonly IndexedDocument[], id: string): number =>
  lowestPlace(0, byId.length, (place) => (byId[place]?.id ?? "") >= id);
