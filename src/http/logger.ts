import { pino, type DestinationStream, type Logger } from "pino";

import type { LogLevel } from "../variables.js";

export type { Logger };

/** The structured log: one JSON object a line. Errors are written without the values they may carry. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers,
  };
  // Not pino's own writer: at the end of the process it waits for ever for a pipe that nobody reads.
  return pino(options, destination ?? process.stdout);
}

/** Fastify and libraries log whole requests and errors; both may contain what somebody has searched for. */
const serializers = { err: writtenError, req: () => undefined, res: () => undefined };

function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: writtenError(cause) }) };
}
