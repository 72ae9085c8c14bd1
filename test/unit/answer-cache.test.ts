import { describe, expect, test } from "vitest";
import { createAnswerCache } from "../../src/http/answer-cache/answer-cache.js";
import { keptAnswer, weightOf } from "../../src/http/answer-cache/kept-answer.js";

const answer = (text: string) => keptAnswer(text, {});

describe("the cache of answers", () => {
  test("keeps nothing that was begun before a publication", async () => {
    let state = "1";
    const cache = createAnswerCache(1_000_000, () => state);
    const flight = cache.flight("key");
    const waiting = cache.flight("key");
    state = "2";
    if (flight.isFirst) flight.land(answer("old"));
    expect(waiting.isFirst || (await waiting.landed)).toBeNull();
    expect(cache.get("key")).toBeUndefined();
    expect(cache.flight("key").isFirst).toBe(true);
  });

  test("lets who waited make the answer when there was none to keep", async () => {
    const cache = createAnswerCache(1_000_000, () => "");
    const [first, second] = [cache.flight("key"), cache.flight("key")];
    if (first.isFirst) first.land(null);
    expect(second.isFirst || (await second.landed)).toBeNull();
    expect(cache.flight("key").isFirst).toBe(true);
  });

  test("never weighs more than it may", () => {
    const one = answer("x".repeat(1_000));
    const cache = createAnswerCache(3.5 * (weightOf(one) + 250), () => "");
    for (let number = 0; number < 50; number++) {
      const flight = cache.flight(`key ${number}`);
      if (flight.isFirst) flight.land(answer("x".repeat(1_000)));
    }
    const kept = Array.from({ length: 50 }, (_, number) => cache.get(`key ${number}`)).filter(Boolean);
    expect(kept).toHaveLength(3);
  });

  test("knows an answer by its other keys only as long as it keeps it", () => {
    const one = answer("x".repeat(1_000));
    const cache = createAnswerCache(3.5 * (weightOf(one) + 250), () => "");
    const keep = (key: string): void => {
      const flight = cache.flight(key);
      if (flight.isFirst) flight.land(answer("x".repeat(1_000)));
    };
    keep("key");
    cache.alias("other", "key");
    expect(cache.get("other")).toBe(cache.get("key"));
    for (let number = 0; number < 3; number++) keep(`key ${number}`);
    expect([cache.get("key"), cache.get("other")]).toEqual([undefined, undefined]);
  });
});
