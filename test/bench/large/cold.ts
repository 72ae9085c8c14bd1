import type { SetSize } from "../../../src/content/synthetic/lists.js";
import { latenciesOf, latencyIn, sampleOf, type Latency, type Sample } from "./latencies.js";
import { setQuestions, type Questions } from "./questions.js";
import { startServer, type Server } from "./server.js";

export interface SetInFolder {
  readonly size: SetSize;
  readonly folder: string;
}

/**
 * The list page and the case page of each set, where no case is kept, though the towns are: as long as each is, whatever
 * the size. All sets are asked in turn, so that what else the machine does falls on all of them alike.
 */
export async function coldPages(
  sets: readonly SetInFolder[],
): Promise<readonly Readonly<Record<string, Latency>>[]> {
  const all: AskedSet[] = [];
  try {
    for (const { size, folder } of sets) {
      const server = await startServer(folder, { EXEMPLAR_CASE_CACHE_BYTES: "1" });
      all.push({ server, questions: setQuestions(size).operations, cold: {} });
    }
    // The first ones pay for code that is not compiled yet.
    for (const { server, questions } of all) {
      await latenciesOf(server, new Map(PAGES.map((name) => [name, questions.get(name) ?? []])));
    }
    for (const name of PAGES) {
      const taken = all.map((): Sample[] => []);
      for (const turn of (all[0]?.questions.get(name) ?? []).keys()) {
        for (const [place, { server, questions }] of all.entries()) {
          taken[place]?.push(await sampleOf(server, questions.get(name)?.[turn] ?? {}));
        }
      }
      for (const [place, { cold }] of all.entries())
        cold[`${name}, no case kept`] = latencyIn(taken[place] ?? []);
    }
    return all.map(({ cold }) => cold);
  } finally {
    await Promise.all(all.map(({ server }) => server.stop()));
  }
}

interface AskedSet {
  readonly server: Server;
  readonly questions: Questions;
  readonly cold: Record<string, Latency>;
}

const PAGES = ["list page", "portal-case"] as const;
