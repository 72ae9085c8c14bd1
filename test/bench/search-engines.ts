/**
 * Asks the judged queries of the real content, one after the other, and prints how long they take: on each
 * engine, and of a search server which part is the server's and which ours.
 * `npm run bench:search`
 */
import { runCommand } from "../../src/cli/command.js";
import { answerQueries } from "../relevance/answer-queries.js";
import { openJudgedIndexes } from "../relevance/judged-indexes.js";
import { judgedQueries, type JudgedQuery } from "../relevance/judged-queries.js";
import { whyNoSearchServer } from "../support/search-server.js";
import { watchServer, type ServerShare } from "./server-share.js";

/** Code has to be compiled before it is measured. */
const WARM_ROUNDS = 1;
/** Of each query the fastest time counts: others may be at work on the machine. */
const ROUNDS = 5;

interface Measured extends ServerShare {
  readonly totalMs: number;
}

type Shown = readonly [name: string, valueOf: (one: Measured) => number];

const sharesShown: readonly Shown[] = [
  ["of it the server's, ms", ({ waitedMs }) => waitedMs],
  ["of it ours, ms", ({ totalMs, waitedMs }) => totalMs - waitedMs],
  ["processingTimeMs, all queries", ({ processingMs }) => processingMs],
  ["requests", ({ requests }) => requests],
  ["queries in them", ({ queries }) => queries],
  ["answers, kB", ({ bytes }) => bytes / 1_000],
];

await runCommand("bench:search", async () => {
  const { indexes, edition, close } = await openJudgedIndexes();
  const queries = judgedQueries();
  try {
    for (const { engine } of indexes) {
      const ask = (query: JudgedQuery) => answerQueries([query], engine, edition);
      for (let round = 0; round < WARM_ROUNDS; round++) for (const query of queries) await ask(query);
      const rounds: Measured[][] = [];
      const cpuBefore = process.cpuUsage();
      for (let round = 0; round < ROUNDS; round++) {
        const measured: Measured[] = [];
        for (const query of queries) measured.push(await measure(() => ask(query)));
        rounds.push(measured);
      }
      const { user, system } = process.cpuUsage(cpuBefore);
      const cpuMs = (user + system) / 1_000 / (ROUNDS * queries.length);
      const fastest = queries.map((_, place) => fastestOf(rounds.flatMap((round) => round[place] ?? [])));
      console.log(`${(await engine.state()).engine}\n${linesOf(fastest).join("\n")}`);
      console.log(`CPU time of this process, mean ms   ${cpuMs.toFixed(1).padStart(6)}\n`);
    }
  } finally {
    await close();
  }
  return `${queries.length} queries, ${ROUNDS} times each${whyNoSearchServer}`;
});

function fastestOf(times: readonly Measured[]): Measured {
  return times.reduce((fastest, one) => (one.totalMs < fastest.totalMs ? one : fastest));
}

async function measure(search: () => Promise<unknown>): Promise<Measured> {
  const watching = watchServer();
  const begun = performance.now();
  await search();
  return { totalMs: performance.now() - begun, ...watching.end() };
}

function linesOf(measured: readonly Measured[]): string[] {
  const shown: readonly Shown[] = [
    ["a search, ms", ({ totalMs }) => totalMs],
    ...(measured.some(({ requests }) => requests > 0) ? sharesShown : []),
  ];
  return [
    `${"".padEnd(36)}median   95 %`,
    ...shown.map(([name, valueOf]) => {
      const values = measured.map(valueOf).sort((a, b) => a - b);
      const [median, high] = [0.5, 0.95].map((share) => values[Math.floor(values.length * share)] ?? 0);
      return `${name.padEnd(36)}${(median ?? 0).toFixed(1).padStart(6)} ${(high ?? 0).toFixed(1).padStart(6)}`;
    }),
  ];
}
