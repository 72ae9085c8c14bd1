import type { CacheReading } from "../../cache-reading.js";
import { LRUCache } from "lru-cache";
import { weightOf, type KeptAnswer } from "./kept-answer.js";

/** Finished answers by key, as long as nothing is published. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  /** Another key of an answer that is kept. */
  alias(key: string, answer: KeptAnswer): void;
  /** Who comes first makes the answer, the others wait for it. */
  flight(key: string): Flight;
  size(): Pick<CacheReading, "entries" | "bytes" | "maxBytes">;
}

export type Flight =
  | { readonly isFirst: true; readonly land: (answer: KeptAnswer | null) => void }
  | { readonly isFirst: false; readonly landed: Promise<KeptAnswer | null> };

/**
 * A cache of so many bytes. `state` names all that answers depend on besides the request: when it changes, everything is
 * forgotten, and what was begun before is not kept.
 */
export function createAnswerCache(maxBytes: number, state: () => string): AnswerCache {
  const kept = new LRUCache<string, KeptAnswer>({ maxSize: maxBytes });
  const flights = new Map<string, Promise<KeptAnswer | null>>();
  let keptFor = state();

  const forgetWhenChanged = (): string => {
    const now = state();
    if (now !== keptFor) {
      kept.clear();
      flights.clear();
      keptFor = now;
    }
    return now;
  };

  return {
    get(key) {
      forgetWhenChanged();
      return kept.get(key);
    },
    alias(key, answer) {
      kept.set(key, answer, { size: bytesOfKey(key) });
    },
    flight(key) {
      const begunFor = forgetWhenChanged();
      const landed = flights.get(key);
      if (landed) return { isFirst: false, landed };
      let settle: (answer: KeptAnswer | null) => void = () => undefined;
      const landing = new Promise<KeptAnswer | null>((resolve) => {
        settle = resolve;
      });
      flights.set(key, landing);
      const land = (answer: KeptAnswer | null): void => {
        if (flights.get(key) === landing) flights.delete(key);
        const isOfNow = forgetWhenChanged() === begunFor;
        if (answer && isOfNow) kept.set(key, answer, { size: weightOf(answer) + bytesOfKey(key) });
        settle(isOfNow ? answer : null);
      };
      return { isFirst: true, land };
    },
    size: () => ({ entries: kept.size, bytes: kept.calculatedSize, maxBytes }),
  };
}

/** With its place in the cache. */
const bytesOfKey = (key: string): number => 2 * key.length + 200;
