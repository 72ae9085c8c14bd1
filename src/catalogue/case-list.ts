import { lowestPlace } from "../lowest-place.js";
import type { CaseFacts, EvidenceRange, TownFacts } from "./case-facts.js";
import type { FactsOfTown } from "./coded-cases.js";
import type { FactColumns } from "./fact-columns.js";
import { compareCodeUnits } from "./order.js";
import type { Size, SizeMeasure } from "./size-facts.js";

/**
 * The facts of the published cases by ordinal, in the order of their ids. All facts of a case are put together when it
 * is asked for: who goes through many cases asks for the one thing that it needs.
 */
export interface CaseList extends Iterable<CaseFacts> {
  readonly length: number;
  /** Undefined where there is no such ordinal. */
  at(ordinal: number): CaseFacts | undefined;
  idAt(ordinal: number): string | undefined;
  townAt(ordinal: number): TownFacts | undefined;
  ofTownAt(ordinal: number): FactsOfTown | undefined;
  evidenceAt(ordinal: number): EvidenceRange;
  updatedAtOf(ordinal: number): number;
  /** Null: not known. */
  sizeAt(ordinal: number, measure: SizeMeasure): Size | null;
  ordinalOf(id: string): number | undefined;
  /** The ordinal of the first case whose id is not before this one. */
  lowestOrdinal(id: string): number;
  /** Where the facts lie, and by ordinal in which row. */
  readonly columns: FactColumns;
  readonly rows: Uint32Array;
}

export function caseListOf(columns: FactColumns, rows: Uint32Array): CaseList {
  const by =
    <Value, Missing>(valueAt: (row: number) => Value, missing: Missing) =>
    (ordinal: number): Value | Missing => {
      const row = rows[ordinal];
      return row === undefined ? missing : valueAt(row);
    };
  const idAt = by(columns.idAt, undefined);
  const lowestOrdinal = (id: string): number =>
    lowestPlace(0, rows.length, (place) => compareCodeUnits(idAt(place) ?? "", id) >= 0);
  return {
    ...{ length: rows.length, columns, rows, idAt, lowestOrdinal },
    at: by(columns.at, undefined),
    townAt: by((row) => columns.ofTownAt(row).town, undefined),
    ofTownAt: by(columns.ofTownAt, undefined),
    evidenceAt: by(columns.evidenceAt, NO_EVIDENCE),
    updatedAtOf: by(columns.updatedAtOf, NaN),
    sizeAt(ordinal, measure) {
      const row = rows[ordinal];
      return row === undefined ? null : columns.sizeAt(row, measure);
    },
    ordinalOf(id) {
      const ordinal = lowestOrdinal(id);
      return idAt(ordinal) === id ? ordinal : undefined;
    },
    *[Symbol.iterator]() {
      for (const row of rows) yield columns.at(row);
    },
  };
}

const NO_EVIDENCE: EvidenceRange = { start: 0, length: 0 };
