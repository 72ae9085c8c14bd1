import { pino, type DestinationStream, type Logger } from "pino";

import type { LogLevel } from "../config.js";

export type { Logger };

/** The structured log: one JSON object a line. Errors are written without the values they may carry. */
export function createLogger(level: LogLevel, destination?: DestinationStream): Logger {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    serializers,
  };
  return pino(options, destination ?? standardOutput());
}

/** Whoever reads the log may go away; the service goes on, and can still be stopped. */
function standardOutput(): DestinationStream {
  const output = pino.destination(1);
  output.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  return output;
}

/** Fastify and libraries log whole requests and errors; both may contain what somebody has searched for. */
const serializers = { err: writtenError, req: () => undefined, res: () => undefined };

function writtenError(error: unknown): unknown {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack, cause } = error;
  return { type: name, message, stack, ...(cause !== undefined && { cause: writtenError(cause) }) };
}
