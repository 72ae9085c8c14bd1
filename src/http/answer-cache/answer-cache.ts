import type { CacheReading } from "../../cache-reading.js";
import { LRUCache } from "lru-cache";
import { weightOf, type KeptAnswer } from "./kept-answer.js";

/** Finished answers by key, as long as nothing is published. */
export interface AnswerCache {
  get(key: string): KeptAnswer | undefined;
  /** Another key of an answer that is kept under `of`, for as long as it is. */
  alias(key: string, of: string): void;
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
  // An answer, or the key of one: an answer that is dropped must not live on under its other keys.
  const kept = new LRUCache<string, KeptAnswer | string>({ maxSize: maxBytes });
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
      const found = kept.get(key);
      const answer = typeof found === "string" ? kept.get(found) : found;
      return typeof answer === "string" ? undefined : answer;
    },
    alias(key, of) {
      kept.set(key, of, { size: bytesOfKey(key) + bytesOfKey(of) });
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
