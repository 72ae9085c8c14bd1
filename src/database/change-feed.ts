import { setTimeout as wait } from "node:timers/promises";

/** Says when a look at the change log may be worth while. */
export interface ChangeFeed {
  /**
   * Resolves when something may have changed, at the latest after so many milliseconds, and at once when the signal
   * comes. Nobody may rely on being told: after the time was up, there may be news too.
   */
  next(withinMs: number, signal: AbortSignal): Promise<void>;
}

/** Where nobody tells: it is time to look whenever the time is up. */
export const pollingFeed: ChangeFeed = {
  next: (withinMs, signal) => wait(withinMs, undefined, { signal, ref: false }).catch(() => undefined),
};
