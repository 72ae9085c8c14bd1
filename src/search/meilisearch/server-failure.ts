/** How a server failed to answer. REFUSED: it answered with an error. */
export type FailureKind = "UNREACHABLE" | "TIMED_OUT" | "BROKEN_ANSWER" | "REFUSED";

/** The server gave no answer, or refused. Its message never has a key in it. */
export class ServerFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
    /** The HTTP status; null: there was no answer. */
    readonly status: number | null,
    /** The server's own name for the error, such as `index_not_found`. */
    readonly code: string | null,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "ServerFailure";
  }
}

/** Where our index is to be, somebody else has documents. */
export class ForeignIndex extends Error {}

/** The failure behind an error: the client wraps what its HTTP function throws. Null: it is another matter. */
export function failureOf(error: unknown): ServerFailure | null {
  if (error instanceof ServerFailure) return error;
  return error instanceof Error && error.cause !== undefined ? failureOf(error.cause) : null;
}

/** For a log: in the words of the failure, where there is one, without all that wraps it. */
export function saying(error: unknown): { readonly because: string } | { readonly err: unknown } {
  const told = failureOf(error) ?? (error instanceof ForeignIndex ? error : null);
  return told === null ? { err: error } : { because: told.message };
}

/** Does this error say that there is no such index or document? Inside a multi-search its status is another. */
export function isNotFound(error: unknown): boolean {
  const failure = failureOf(error);
  return failure?.status === 404 || failure?.code === "index_not_found";
}
