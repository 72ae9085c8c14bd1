import type Database from "better-sqlite3";
import type { CaseColumns } from "../../catalogue/columns.js";
import { createWordList, type WordList } from "../../text/typos.js";
import type { IndexChange } from "../search-engine.js";
import { openGeneration, type Generation } from "./generation.js";

/** A generation and what is kept of it in memory. */
export interface LiveIndex {
  readonly name: string;
  readonly generation: Generation;
  readonly words: WordList;
  documentCount(): number;
  apply(changes: readonly IndexChange[]): void;
  /** The case that a row is about, as its ordinal in these columns; undefined when they do not have it. */
  ordinalsIn(columns: CaseColumns): (row: number) => number | undefined;
}

/** Loads what is kept in memory of this generation. */
export function openLiveIndex(database: Database.Database, name: string): LiveIndex {
  const generation = openGeneration(database, name);
  const words = createWordList();
  for (const { word, documents } of generation.words()) words.add(word, documents);
  const idOfRow = new Map(generation.documents().map(({ row, id }) => [row, id]));
  let known: { readonly columns: CaseColumns; readonly ordinals: Map<number, number> } | null = null;

  const applyOne = (change: IndexChange): void => {
    const stored = "put" in change ? generation.put(change.put) : generation.remove(change.remove);
    if (!stored) return;
    for (const word of stored.removedWords) words.remove(word);
    for (const word of stored.addedWords) words.add(word);
    if ("put" in change) idOfRow.set(stored.row, change.put.id);
    else idOfRow.delete(stored.row);
  };
  return {
    name,
    generation,
    words,
    documentCount: () => idOfRow.size,
    apply(changes) {
      known = null;
      changes.forEach(applyOne);
    },
    ordinalsIn(columns) {
      if (known?.columns !== columns) known = { columns, ordinals: ordinalsByRow(idOfRow, columns) };
      const { ordinals } = known;
      return (row) => ordinals.get(row);
    },
  };
}

function ordinalsByRow(idOfRow: ReadonlyMap<number, string>, columns: CaseColumns): Map<number, number> {
  const ordinals = new Map<number, number>();
  for (const [row, id] of idOfRow) {
    const ordinal = columns.ordinalOf(id);
    if (ordinal !== undefined) ordinals.set(row, ordinal);
  }
  return ordinals;
}
