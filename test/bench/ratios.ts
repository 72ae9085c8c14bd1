import type { Sample } from "./load.js";
import type { ServerName } from "./servers.js";
import type { Statements } from "./statements.js";
import type { Workload } from "./workloads.js";

export type Samples = ReadonlyMap<ServerName, ReadonlyMap<Workload, Sample>>;

/** What must hold, whatever the machine. */
export interface Goal {
  readonly what: string;
  readonly atLeast: number;
  readonly aim: number;
  /** Null: one of the two was not measured. */
  measure(samples: Samples): number | null;
}

/** How many requests of one the same CPU time answers, for one request of the other. */
const capacity =
  (of: readonly [ServerName, Workload], to: readonly [ServerName, Workload]): Goal["measure"] =>
  (samples) => {
    const [ours, theirs] = [of, to].map(([server, workload]) => samples.get(server)?.get(workload)?.cpuMs);
    return ours === undefined || theirs === undefined ? null : theirs / ours;
  };

const goal = (what: string, [atLeast, aim]: readonly [number, number], measure: Goal["measure"]): Goal => ({
  what,
  atLeast,
  aim,
  measure,
});

export const goals: readonly Goal[] = [
  goal("list uncached / naive", [8, 13], capacity(["ours", "list"], ["naive Apollo + TypeORM", "list"])),
  goal(
    "list uncached / mercurius + jit + loaders",
    [1.5, 2.5],
    capacity(["ours", "list"], ["mercurius + jit + loaders", "list"]),
  ),
  goal("list uncached / PostGraphile 5", [5, 8], capacity(["ours", "list"], ["PostGraphile 5", "list"])),
  goal(
    "list uncached / raw SQL + JSON.stringify",
    [0.45, 0.7],
    capacity(["ours", "list"], ["raw SQL + JSON.stringify", "list"]),
  ),
  goal("list cached / fixed bytes", [0.55, 0.7], capacity(["ours, kept", "list"], ["fixed bytes", "list"])),
  goal(
    "list cached / mercurius",
    [15, 28],
    capacity(["ours, kept", "list"], ["mercurius + jit + loaders", "list"]),
  ),
  goal(
    "one case uncached / mercurius",
    [1, 1.7],
    capacity(["ours", "case"], ["mercurius + jit + loaders", "case"]),
  ),
  goal(
    "one case uncached / raw",
    [0.4, 0.65],
    capacity(["ours", "case"], ["raw SQL + JSON.stringify", "case"]),
  ),
  goal("304 / fixed bytes", [1, 1.25], capacity(["ours, kept", "unchanged"], ["fixed bytes", "list"])),
];

/** The slowest in a hundred, by the middle one: at most so much. */
export const evenness = {
  what: "p99 / p50, uncached list, 16 connections",
  ...{ atMost: 10, aim: 6 },
  measure(samples: Samples): number | null {
    const sample = samples.get("ours")?.get("list");
    return sample ? sample.p99Ms / sample.p50Ms : null;
  },
};

/** Statements do not hang on the machine: at most so many. */
const statementGoal = {
  what: "SQL statements, list page: cold; warm",
  ...{ atMost: { cold: 10, warm: 0 }, aim: { cold: 4, warm: 0 } },
};

/** Each goal with what was measured, and whether its floor holds. */
export interface Judged {
  readonly what: string;
  readonly floor: string;
  readonly aim: string;
  /** Null: it was not measured. */
  readonly measured: string | null;
  readonly holds: boolean;
}

export function judge(samples: Samples, statements: Statements): readonly Judged[] {
  return [
    ...goals.map((one) => judgedRatio(one, samples)),
    judgedEvenness(samples),
    judgedStatements(statements),
  ];
}

function judgedRatio({ what, atLeast, aim, measure }: Goal, samples: Samples): Judged {
  const ratio = measure(samples);
  return {
    ...{ what, floor: `≥ ${atLeast}`, aim: String(aim), measured: ratio?.toFixed(2) ?? null },
    holds: ratio === null || ratio >= atLeast,
  };
}

function judgedEvenness(samples: Samples): Judged {
  const { what, atMost, aim } = evenness;
  const ratio = evenness.measure(samples);
  return {
    ...{ what, floor: `≤ ${atMost}`, aim: String(aim), measured: ratio?.toFixed(2) ?? null },
    holds: ratio === null || ratio <= atMost,
  };
}

function judgedStatements(counted: Statements): Judged {
  const { what, atMost, aim } = statementGoal;
  const told = ({ cold, warm }: Statements): string => `${cold}; ${warm}`;
  return {
    ...{ what, floor: `≤ ${told(atMost)}`, aim: told(aim), measured: told(counted) },
    holds: counted.cold <= atMost.cold && counted.warm <= atMost.warm,
  };
}
