import { setTimeout as wait } from "node:timers/promises";
import type { DegradedReason } from "../terms.js";
import type { IndexState, SearchAnswer, SearchEngine } from "./search-engine.js";

/** What searches ask. */
export type SearchReader = Pick<SearchEngine, "search" | "state">;

export interface FailoverOptions {
  /** The engine that is wanted. */
  readonly wanted: SearchReader;
  /** Answers while the wanted one does not; kept current all the time. */
  readonly standIn: SearchReader;
  /** Milliseconds that the wanted engine has for an answer. */
  readonly timeLimitMs: number;
  /** Pause between two looks whether the wanted engine is back. */
  readonly retryMs?: number;
  readonly reasonOf: (error: unknown) => DegradedReason;
  /** Told once when the stand-in takes over, and once when it is no longer needed; for the log. */
  readonly onLost: (reason: DegradedReason, cause: unknown) => void;
  readonly onBack: () => void;
}

/** Two engines that answer as one. */
export interface Failover extends SearchReader {
  /** Why the stand-in answers; null: it does not. */
  degradedBecause(): DegradedReason | null;
  /** Stops looking whether the wanted engine is back. */
  stop(): void;
}

/** Short enough to be back within ten seconds, one late look and its time limit included. */
const RETRY_MS = 2_000;

/**
 * A circuit breaker: after one answer that fails, is late or is of an older state than one before, the stand-in
 * answers everything, and the wanted engine is asked nothing but whether it is back.
 */
export function createFailover(options: FailoverOptions): Failover {
  const { wanted, standIn, timeLimitMs, retryMs = RETRY_MS, reasonOf, onLost, onBack } = options;
  const stopping = new AbortController();
  const isOlder = rememberingStates();
  let lostBecause: DegradedReason | null = null;

  const lose = (reason: DegradedReason, cause: unknown): void => {
    if (lostBecause !== null || stopping.signal.aborted) return;
    lostBecause = reason;
    onLost(reason, cause);
    // It ends with its signal, and has nothing else to fail by.
    void lookForIt().catch(() => undefined);
  };
  const lookForIt = async (): Promise<void> => {
    while (lostBecause !== null) {
      await wait(retryMs, undefined, { signal: stopping.signal, ref: false });
      const isBack = await inTime(wanted.state(), timeLimitMs).then(
        (state) => state.contentRevision !== null && !isOlder(state),
        () => false,
      );
      if (!isBack) continue;
      lostBecause = null;
      onBack();
    }
  };

  /** Null: the stand-in has to. */
  const askWanted = async <T>(
    ask: () => Promise<T>,
    stateIn: (answer: T) => IndexState,
  ): Promise<T | null> => {
    if (lostBecause !== null) return null;
    try {
      const answer = await inTime(ask(), timeLimitMs);
      const state = stateIn(answer);
      if (state.contentRevision === null) throw new NotReady("The index is being built.");
      if (!isOlder(state)) return answer;
      lose("BEHIND", new Error("The index has gone back to an earlier state."));
    } catch (error) {
      lose(error instanceof NotReady ? "NOT_READY" : reasonOf(error), error);
    }
    return null;
  };

  return {
    async search(request): Promise<SearchAnswer> {
      const answer = await askWanted(
        () => wanted.search(request),
        ({ index }) => index,
      );
      if (answer) return answer;
      const because = lostBecause ?? "NOT_READY";
      return { ...(await standIn.search(request)), isDegraded: true, degradedBecause: because };
    },
    state: async () => (await askWanted(wanted.state, (state) => state)) ?? standIn.state(),
    degradedBecause: () => lostBecause,
    stop: () => stopping.abort(),
  };
}

class NotReady extends Error {}

/** Took too long. */
export class TooLate extends Error {}

/** Is a state older than one that was seen before? A restored snapshot is; a generation begins anew. */
function rememberingStates(): (state: IndexState) => boolean {
  let newest: { readonly generation: string; readonly revision: number } | null = null;
  return ({ generation, contentRevision }) => {
    const revision = contentRevision ?? -1;
    if (newest?.generation === generation && revision < newest.revision) return true;
    newest = { generation, revision };
    return false;
  };
}

/** @throws {TooLate} when it is not there in time; what it would say then is lost. */
async function inTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  const late = new AbortController();
  const limit = wait(limitMs, null, { signal: late.signal }).then(() => {
    throw new TooLate(`No answer within ${limitMs} ms.`);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    late.abort();
    limit.catch(() => undefined);
    work.catch(() => undefined);
  }
}
