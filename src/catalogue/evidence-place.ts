/** Where a piece of evidence stands: its case, and its place in the case from 0. */
export interface EvidencePlace {
  readonly caseOrdinal: number;
  readonly place: number;
}
