import { pausing, withPauses, type Steps } from "../event-loop.js";
import { inChunks } from "../in-chunks.js";
import { slugsOfAll } from "./build-columns.js";
import type { CaseFacts, TownFacts } from "./case-facts.js";
import { caseDecoder, createCaseCoder, type CaseWords, type CodedCase } from "./coded-cases.js";
import type { ColumnParts } from "./column-parts.js";
import { columnGroups } from "./columns.js";
import { createEvidenceColumns, type EvidenceParts } from "./evidence-columns.js";
import { fixedOrders } from "./order.js";
import { readParts, writeParts } from "./parts-file.js";
import { packed, unpacked, type PackedSets } from "./value-sets.js";

/** Which state of which database something is of. */
export interface ContentMark {
  readonly contentRevision: number;
  /** What the database has of the last change of that revision; no other database has the same. */
  readonly lastChange: string;
}

/**
 * Keeps what columns are made of for the next start: to read it takes a tenth of what reading the database takes, and
 * what has changed since is read there. Requests are answered meanwhile.
 */
export async function keepContent(file: string, mark: ContentMark, content: KeptParts): Promise<void> {
  await writeParts(file, partsOf(mark, content));
}

export interface KeptParts {
  readonly parts: ColumnParts;
  /** The ordinal of the first case of each town, in the order of the towns. */
  readonly firstCases: Uint32Array;
}

export interface KeptContent {
  readonly mark: ContentMark;
  /** Null: the rest cannot be read. */
  rest(): Promise<KeptParts | null>;
  /** The file is open until then. */
  close(): void;
}

/** What was kept; null where there is nothing, or where it is of another form. */
export function openKeptContent(file: string): KeptContent | null {
  const parts = readParts(file);
  const head = orNull(() => parts.next().value as Head | undefined);
  const close = (): void => void parts.return(undefined);
  if (head?.format !== FORMAT) {
    close();
    return null;
  }
  return {
    mark: head.mark,
    rest: () => withPauses(keptPartsOf(parts)).catch(() => null),
    close,
  };
}

function* keptPartsOf(parts: Generator<unknown>): Steps<KeptParts> {
  const next = <Part>(): Part => {
    const part = parts.next();
    if (part.done) throw new Error("The file ends too early");
    return part.value as Part;
  };
  const some = <Part>(): Part[] => Array.from({ length: next<number>() }, () => next<Part>());
  const texts = some<Uint8Array>();
  const towns = some<TownFacts[]>().flat();
  const decode = caseDecoder({ ...next<Omit<CaseWords, "towns">>(), towns });
  const facts: CaseFacts[] = [];
  for (const text of texts) {
    const coded = JSON.parse(Buffer.from(text).toString("utf8")) as CodedCase[];
    facts.push(...coded.map(decode));
    yield;
  }
  const values = next<EvidenceParts["values"]>();
  const numbers = Object.fromEntries(some<[string, unknown]>()) as EvidenceParts["numbers"];
  const evidence = createEvidenceColumns({ values, numbers });
  const orders = fixedOrders.map((order) => [order, next<Uint32Array>()] as const);
  const groups = columnGroups.map((group) => [group, unpacked(facts.length, next<PackedSets>())] as const);
  return {
    parts: {
      ...{ facts, places: Symbol("places"), evidence, slugs: yield* slugsOfAll(facts) },
      orders: Object.fromEntries(orders) as ColumnParts["orders"],
      groups: Object.fromEntries(groups) as ColumnParts["groups"],
    },
    firstCases: next<Uint32Array>(),
  };
}

/** Whatever is wrong with the file, the database has it all. */
function orNull<T>(read: () => T): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

interface Head {
  readonly format: string;
  readonly mark: ContentMark;
}

/** Raise the number when facts or parts change; titles are in the order of this ICU. */
const FORMAT = `3, ICU ${process.versions.icu ?? "none"}`;

const CASES_A_PART = 500;
const TOWNS_A_PART = 2_000;

async function* partsOf(mark: ContentMark, { parts, firstCases }: KeptParts): AsyncGenerator<unknown> {
  const { facts, evidence, orders, groups } = parts;
  const pause = pausing();
  const head: Head = { format: FORMAT, mark };
  yield head;
  // Evidence may be added while this is written: what follows is of this moment.
  const numbers = Object.entries(evidence.numbers());
  const coder = createCaseCoder();
  const chunks = inChunks(facts, CASES_A_PART);
  yield chunks.length;
  for (const some of chunks) {
    yield Buffer.from(JSON.stringify(some.map((one) => coder.code(one))));
    await pause();
  }
  const { towns, ...words } = coder.words();
  const townChunks = inChunks(towns, TOWNS_A_PART);
  yield townChunks.length;
  for (const some of townChunks) {
    yield some;
    await pause();
  }
  yield words;
  yield evidence.values();
  yield numbers.length;
  for (const entry of numbers) {
    yield entry;
    await pause();
  }
  for (const order of fixedOrders) yield orders[order];
  for (const group of columnGroups) {
    yield packed(groups[group]);
    await pause();
  }
  yield firstCases;
}
