/** Lets one at a time in, over all processes that share it. A killed holder holds it no longer. */
export interface Lock {
  /** Waits its turn. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Null at once when another has it. */
  runIfFree<T>(work: () => Promise<T>): Promise<T | null>;
}
