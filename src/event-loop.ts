import { setImmediate } from "node:timers/promises";

/** Long work that can be stopped for a moment after each step. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** To be awaited now and then in long work that waits for other things too. */
export type Pause = () => Promise<void>;

/** So long at most nobody else gets a turn: a tenth of what a request may have to wait. */
const MOST_MS = 5;

/** Lets others have their turn when this work has had the process for some milliseconds, and else takes no time. */
export function pausing(mostMs = MOST_MS): Pause {
  let turn = performance.now();
  return async () => {
    if (performance.now() - turn < mostMs) return;
    await setImmediate();
    turn = performance.now();
  };
}

/** Does the work while others have their turns, after so many milliseconds each time. */
export async function withPauses<T>(steps: Steps<T>, mostMs = MOST_MS): Promise<T> {
  const pause = pausing(mostMs);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** Does it without letting anybody in between. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same order as `toSorted` gives. */
export function* sortedInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<readonly Item[]> {
  let runs: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += RUN) {
    runs.push(items.slice(start, start + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = [];
    for (let place = 0; place < runs.length; place += 2) {
      merged.push(yield* mergedInSteps(runs[place] ?? [], runs[place + 1] ?? [], compare));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

/** Items that are sorted, or merged, in one step. */
const RUN = 1_000;

function* mergedInSteps<Item>(
  a: readonly Item[],
  b: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Steps<readonly Item[]> {
  const merged: Item[] = [];
  let [inA, inB] = [0, 0];
  while (inA < a.length && inB < b.length) {
    const [left, right] = [a[inA] as Item, b[inB] as Item];
    if (compare(left, right) <= 0) {
      merged.push(left);
      inA += 1;
    } else {
      merged.push(right);
      inB += 1;
    }
    if (merged.length % RUN === 0) yield;
  }
  return merged.concat(a.slice(inA), b.slice(inB));
}
