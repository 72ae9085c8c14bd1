/** An operation that the pages show. */
export interface ShownOperation {
  /** What it answers, for people. */
  readonly title: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}
