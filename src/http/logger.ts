import { pino, type DestinationStream, type Logger } from "pino";

export type { Logger };
import type { LogLevel } from "../config.js";

/** The structured log: one JSON object a line. Errors are written without the values they may carry. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers,
  };
  return destination ? pino(options, destination) : pino(options);
}

/** Fastify and libraries log whole requests and errors; both may contain what somebody has searched for. */
const serializers = { err: writtenError, req: () => undefined, res: () => undefined };

function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: writtenError(cause) }) };
}
