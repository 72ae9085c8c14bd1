import { setImmediate } from "node:timers/promises";
import type { ChangeFeed } from "../database/change-feed.js";

export interface Following {
  /** True when there was something to do, and there may be more. */
  readonly step: () => Promise<boolean>;
  /** Ends early when there is news. */
  readonly pause: ChangeFeed["next"];
  /** Pause when there was nothing to do. */
  readonly pollMs: number;
  /** After failures the pause doubles from `pollMs` up to this. */
  readonly maxPauseMs: number;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Takes step after step until the signal comes; resolves when the last one has ended. */
export async function startFollowing(following: Following): Promise<void> {
  const { step, pause, pollMs, maxPauseMs, onError, signal } = following;
  const isEnding = (): boolean => signal.aborted;
  let failures = 0;
  while (!isEnding()) {
    let didSomething = false;
    try {
      didSomething = await step();
      failures = 0;
    } catch (error) {
      failures += 1;
      // Who ends it knows that it was cut short.
      if (!isEnding()) onError(error);
    }
    // Also when there is more to do, others get their turn.
    if (didSomething) await setImmediate();
    else await pause(Math.min(maxPauseMs, pollMs * 2 ** failures), signal);
  }
}
