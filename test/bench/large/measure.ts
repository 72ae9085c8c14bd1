import { statSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { SetSize } from "../../../src/content/synthetic/lists.js";
import { latenciesOf, latenciesOfMix, percentile, type Latency } from "./latencies.js";
import { writeToFindable } from "./publish.js";
import { setQuestions, type Questions } from "./questions.js";
import { startServer, type Probe, type Server } from "./server.js";
import { forgetAllButDatabase, generatedIn } from "./sets.js";

export interface Figures {
  readonly cases: number;
  readonly machine: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly megabytes: Readonly<Record<string, number>>;
  readonly longestBlock: Readonly<Record<string, Probe["longest"]>>;
  readonly operations: Readonly<Record<string, Latency>>;
  readonly searches: Readonly<Record<string, Latency>>;
}

/** All figures of one set, which is generated first where it is not there. */
export async function measure(size: SetSize, folder: string, isAsItIs: boolean): Promise<Figures> {
  const { choices, operations: questions, searches: searched } = setQuestions(size);
  const file = join(folder, "exemplar.sqlite");
  const generated = generatedIn(folder, size);
  if (!isAsItIs) forgetAllButDatabase(folder);
  const building = isAsItIs ? null : await measureBuilding(folder);
  const server = await startServer(folder);
  await untilAnswered(server, { query: "{ cases(first: 20) { nodes { slug title { zh } } } }" });
  const firstAnswerSeconds = server.sinceStartMs() / 1000;
  const { rssBytes: rssAtStart, longest: loading } = await server.probe();
  tell(size, "operations");
  const operations = await latenciesOf(server, questions);
  const again = await latenciesOf(server, pages(questions), ", again");
  tell(size, "searches");
  const searches = await latenciesOfMix(server, searched);
  const { rssBytes } = await server.probe();
  tell(size, "publications");
  const findable = await writeToFindable(server, file, size, choices);
  const { longest: publishing } = await server.probe();
  const peak = server.peakRssBytes();
  await server.stop();
  return {
    cases: size.cases,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}, Node ${process.version}`,
    seconds: {
      ...generated,
      ...building?.seconds,
      "start to first answer, index on disk": firstAnswerSeconds,
      "write to findable, median": percentile(findable, 0.5) / 1000,
    },
    megabytes: {
      database: megabytes(statSync(file).size),
      index: megabytes(statSync(join(folder, "search.sqlite")).size),
      "resident at the start": megabytes(rssAtStart),
      "resident after all questions": megabytes(rssBytes),
      "resident at most": megabytes(peak),
      ...building?.megabytes,
    },
    longestBlock: {
      "start, before it listens": loading,
      ...building?.longestBlock,
      "while cases are published": publishing,
    },
    operations: { ...again, ...operations },
    searches,
  };
}

/** A start on a data folder without an index: what it takes, and what that does to requests. */
async function measureBuilding(folder: string) {
  const server = await startServer(folder);
  const listening = server.sinceStartMs();
  // The first requests pay for code that is not compiled yet, whatever is built meanwhile.
  await untilAnswered(server, { query: "{ cases(first: 1) { nodes { slug } } }" });
  await server.ask({ query: '{ searchCases(query: "before", first: 1) { totalCount } }' });
  await server.probe();
  await untilAnswered(server, { query: '{ searchCases(query: "factory", first: 1) { totalCount } }' });
  const built = server.sinceStartMs();
  const { longest } = await server.probe();
  const peak = server.peakRssBytes();
  const cpu = server.cpuSeconds();
  await server.stop();
  return {
    seconds: {
      "first start to listening": listening / 1000,
      "index build": (built - listening) / 1000,
      "first start and index build, CPU": cpu,
    },
    megabytes: { "resident at most, while the index is built": megabytes(peak) },
    longestBlock: { "while the index is built": longest },
  };
}

const pages = (questions: Questions): Questions =>
  new Map([...questions].filter(([name]) => name === "list page" || name === "portal-case"));

async function untilAnswered(server: Server, question: object): Promise<void> {
  while ((await server.ask(question)).body.errors) await wait(100);
}

const megabytes = (bytes: number): number => bytes / 2 ** 20;

const tell = ({ cases }: SetSize, what: string): void => {
  console.log(`${cases} cases: ${what}`);
};
