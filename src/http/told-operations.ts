import type { IncomingMessage } from "node:http";
import type { ToldOperation } from "../told-operation.js";

/** Which operation a request turned out to be, from those who execute to those who watch. */
export interface ToldOperations {
  note(request: IncomingMessage, operation: ToldOperation): void;
  of(request: IncomingMessage): ToldOperation | undefined;
}

export function createToldOperations(): ToldOperations {
  const told = new WeakMap<IncomingMessage, ToldOperation>();
  return {
    note: (request, operation) => void told.set(request, operation),
    of: (request) => told.get(request),
  };
}
