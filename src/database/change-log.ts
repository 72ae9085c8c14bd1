/** What a change was about; the id is a row id. */
export const changeKinds = ["case", "vocabulary", "programme"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One entry of the outbox: "X changed", never how. Readers load it again. */
export interface Change {
  /** Ascending in commit order. */
  readonly seq: number;
  /** The content revision that the change belongs to. */
  readonly contentRevision: number;
  readonly kind: ChangeKind;
  readonly rowId: string;
  readonly at: Date;
}

/** The outbox, for those who follow it: the catalogue and the indexer. */
export interface ChangeLog {
  /** The content revision now. */
  contentRevision(): Promise<number>;
  /** Entries of later revisions than `revision`, oldest first; whole revisions only, at most `limit` entries unless one revision alone has more. */
  changesAfter(revision: number, limit: number): Promise<readonly Change[]>;
}
