import { pausing, withPauses } from "../event-loop.js";
import { inChunks } from "../in-chunks.js";
import { columnGroups } from "./columns.js";
import type { Numbers } from "../growing-column.js";
import { asJson, FORMAT, type ContentMark, type Head, type KeptParts, type Slugs } from "./kept-form.js";
import { fixedOrders } from "./order.js";
import { writeParts } from "./parts-file.js";
import { packed } from "./value-sets.js";

/**
 * Keeps what columns are made of for the next start: to read it takes a small part of what reading the database takes, and
 * what has changed since is read there. Requests are answered meanwhile.
 */
export async function keepContent(file: string, mark: ContentMark, content: KeptParts): Promise<void> {
  await writeParts(file, partsOf(mark, content));
}

const IDS_A_PART = 5_000;
const TOWNS_A_PART = 2_000;

async function* partsOf(mark: ContentMark, { parts, firstCases }: KeptParts): AsyncGenerator<unknown> {
  const { facts, evidence, orders, groups, slugs } = parts;
  const pause = pausing();
  async function* list<One>(some: readonly One[], partOf: (one: One) => unknown): AsyncGenerator<unknown> {
    yield some.length;
    for (const one of some) {
      yield partOf(one);
      await pause();
    }
  }
  async function* numbers(named: Readonly<Record<string, Numbers>>): AsyncGenerator<unknown> {
    yield Object.keys(named);
    for (const some of Object.values(named)) {
      yield some;
      await pause();
    }
  }
  const head: Head = { format: FORMAT, mark };
  yield head;
  // Cases and evidence may be added while this is written: what follows is of this moment.
  const [ofFacts, ofEvidence] = [facts.columns.parts(), evidence.numbers()];
  yield* list(inChunks(ofFacts.ids, IDS_A_PART), asJson);
  yield* list(ofFacts.blocks, (block) => block);
  yield* list(inChunks(ofFacts.towns, TOWNS_A_PART), (some) => asJson(some.map(ofFacts.coded)));
  yield ofFacts.words();
  yield* numbers(ofFacts.numbers);
  yield facts.rows;
  yield* list(inChunks([...slugs], IDS_A_PART), (some): Slugs => ({
    texts: asJson(some.map(([slug]) => slug)),
    ordinals: Uint32Array.from(some.map(([, id]) => facts.ordinalOf(id) ?? 0)),
  }));
  yield evidence.values();
  yield* numbers(ofEvidence);
  for (const order of fixedOrders) yield orders[order];
  for (const group of columnGroups) {
    const { values, starts, ordinals } = await withPauses(packed(groups[group]));
    yield* [asJson(values), starts, ordinals];
    await pause();
  }
  yield firstCases;
}
