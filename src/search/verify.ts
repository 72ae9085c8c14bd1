import { allDocuments, type IndexedEdition } from "./published-documents.js";
import { fingerprintOf } from "./search-document.js";
import type { SearchEngine } from "./search-engine.js";

/** MISSING: published, not in the index. EXTRA: in the index, not published. DIFFERENT: another text. */
export type DifferenceKind = "MISSING" | "EXTRA" | "DIFFERENT";

export interface IndexDifference {
  readonly kind: DifferenceKind;
  readonly id: string;
  /** Of the case; null when it is not published. */
  readonly slug: string | null;
}

export interface VerifyReport {
  /** Published cases that were compared. */
  readonly caseCount: number;
  /** In the order of the ids; empty: the index is true. */
  readonly differences: readonly IndexDifference[];
  /** Cases that the engine would not take as they are: not in the index, and no difference. */
  readonly refused: readonly RefusedCase[];
}

export interface RefusedCase {
  readonly id: string;
  readonly reason: string;
}

/** Compares the index with what is published, document by document. */
export async function verifyIndex(engine: SearchEngine, edition: IndexedEdition): Promise<VerifyReport> {
  const { setAside } = await engine.state();
  const indexed = await engine.fingerprints();
  const refused: RefusedCase[] = [];
  const published = new Set<string>();
  const differences: IndexDifference[] = [];
  const note = (kind: DifferenceKind, id: string): void => {
    const ordinal = edition.columns.ordinalOf(id);
    const slug = ordinal === undefined ? null : (edition.columns.facts.at(ordinal)?.slug ?? null);
    differences.push({ kind, id, slug });
  };
  for await (const documents of allDocuments(edition)) {
    for (const document of documents) {
      published.add(document.id);
      const found = indexed.get(document.id);
      const failed = setAside?.get(document.id);
      if (found === undefined && failed?.fingerprint === fingerprintOf(document))
        refused.push({ id: document.id, reason: failed.reason });
      else if (found === undefined) note("MISSING", document.id);
      else if (found !== fingerprintOf(document)) note("DIFFERENT", document.id);
    }
  }
  for (const id of indexed.keys()) if (!published.has(id)) note("EXTRA", id);
  return {
    caseCount: published.size,
    differences: differences.sort((a, b) => (a.id < b.id ? -1 : 1)),
    refused,
  };
}
