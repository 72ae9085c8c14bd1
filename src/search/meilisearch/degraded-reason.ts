import type { DegradedReason } from "../../terms.js";
import { TooLate } from "../failover.js";
import { failureOf } from "./server-failure.js";

/** What an error of this engine says about why it cannot answer. */
export function degradedReason(error: unknown): DegradedReason {
  if (error instanceof TooLate) return "TIMED_OUT";
  return failureOf(error)?.kind ?? "NOT_READY";
}
