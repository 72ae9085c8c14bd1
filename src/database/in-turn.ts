import type { Transact } from "./unit-of-work.js";

/** One transaction after another, in the order of the calls; one that fails does not keep the next from running. */
export function inTurn(transact: Transact): Transact {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(() => transact(work));
    last = next.catch(() => undefined);
    return next;
  };
}
