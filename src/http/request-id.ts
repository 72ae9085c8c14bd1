import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** A caller's own request id, if it is one that may stand in a log; else a new one. */
export function requestIdOf({ headers }: IncomingMessage): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.-]{1,64}$/.test(given) ? given : newRequestId();
}

/** Its last part counts: to draw new random bits each time takes longer than to look an answer up. */
function newRequestId(): string {
  count = (count + 1) % 2 ** 48;
  return ofThisProcess + count.toString(16).padStart(12, "0");
}

const ofThisProcess = randomUUID().slice(0, -12);
let count = 0;
