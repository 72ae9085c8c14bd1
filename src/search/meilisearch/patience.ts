import { TaskFailed } from "./tasks.js";

/** Tells failures that pass from those that stay. */
export interface Patience {
  /** Is this failure the fault of the documents that were sent? */
  isTheirFault(failure: TaskFailed): boolean;
  /** Notes how the work ends. */
  watch<T>(work: () => Promise<T>): Promise<T>;
}

/** So often in a row the server may fail inside before the documents are suspected. */
const MOST_INTERNAL_FAILURES = 3;

/**
 * What the server calls an invalid request is the documents' fault at once; what fails inside it is tried again,
 * and then perhaps theirs; a full disk never is.
 */
export function createPatience(): Patience {
  let failures = 0;
  return {
    isTheirFault: ({ type }) =>
      type === "invalid_request" || (type === "internal" && failures >= MOST_INTERNAL_FAILURES),
    async watch(work) {
      try {
        const result = await work();
        failures = 0;
        return result;
      } catch (error) {
        if (error instanceof TaskFailed && error.type === "internal") failures += 1;
        throw error;
      }
    },
  };
}
