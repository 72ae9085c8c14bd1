import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../../../src/clock.js";
import { publishCase } from "../../../src/content/publish.js";
import { caseRecord } from "../../../src/content/records/case-record.js";
import { syntheticCase } from "../../../src/content/synthetic/case.js";
import type { Choices, SetSize } from "../../../src/content/synthetic/lists.js";
import { openStorage } from "../../../src/database/open-database.js";
import type { Server } from "./server.js";

const TIMES = 5;

/** Milliseconds from the commit of a changed case until a search finds it, several times over. */
export async function writeToFindable(
  server: Server,
  file: string,
  size: SetSize,
  choices: Choices,
): Promise<number[]> {
  const storage = await openStorage({ database: { kind: "sqlite", file }, clock: systemClock });
  const times: number[] = [];
  try {
    for (let turn = 0; turn < TIMES; turn++) {
      const before = syntheticCase(size, turn * 7, choices);
      const word = `findable${Date.now().toString(36)}`;
      const record = caseRecord({
        ...before,
        title: { zh: `${before.title.zh}（${word}）`, en: `${before.title.en} ${word}` },
      });
      await storage.unitOfWork.run((transaction) =>
        publishCase(transaction, record, { revision: 2 + turn, isUpdate: true }),
      );
      const begin = performance.now();
      while ((await countOf(server, word)) === 0) await wait(5);
      times.push(performance.now() - begin);
    }
  } finally {
    await storage.close();
  }
  return times;
}

async function countOf(server: Server, word: string): Promise<number> {
  const { body } = await server.ask({
    query: `{ searchCases(query: "\\"${word}\\"", first: 1) { totalCount } }`,
  });
  return (body.data as { searchCases?: { totalCount: number } } | undefined)?.searchCases?.totalCount ?? 0;
}
