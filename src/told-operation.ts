/** What is told of an operation that was answered: never its text or its variables. */
export interface ToldOperation {
  /** The client's own name for it; null: it has none. */
  readonly name: string | null;
  /** `ok`, or the code of its first error. */
  readonly outcome: string;
}
