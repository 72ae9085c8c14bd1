/** One prepared statement and what it is asked with. `text` uses `?` for parameters, in order. */
export interface Query {
  readonly text: string;
  readonly parameters?: readonly (string | number | null)[];
}

/** A row as the driver gives it: column → value. */
export type Row = Readonly<Record<string, unknown>>;

/**
 * The port of reading: prepared statements on a connection that cannot write and sees committed rows only.
 */
export interface Reader {
  /** The rows of each query, all of one and the same moment. */
  snapshot(queries: readonly Query[]): Promise<readonly (readonly Row[])[]>;
  /** Any number of snapshots, all of one and the same moment, however long the work takes. */
  session<T>(work: (ask: Reader["snapshot"]) => Promise<T>): Promise<T>;
  /** Statements run since the start; tests and metrics count with it. */
  statementCount(): number;
  close(): Promise<void>;
}

/** The arities that lists of ids are padded to, so that few statements are prepared and each stays so. */
const ARITIES = [1, 20, 100] as const;
/** The most ids that one `inList` takes. */
export const MAX_IN_LIST = 100;

/** `(?,?,…)` and its parameters: at most 100 values, padded with null, which equals nothing. */
export function inList(values: readonly string[]): {
  readonly text: string;
  readonly parameters: (string | null)[];
} {
  const arity = ARITIES.find((one) => one >= values.length);
  if (arity === undefined) throw new RangeError(`A list of ${values.length} is longer than ${MAX_IN_LIST}`);
  const parameters = [...values, ...Array.from({ length: arity - values.length }, () => null)];
  return { text: `(${parameters.map(() => "?").join(",")})`, parameters };
}
