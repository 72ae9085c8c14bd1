import { pausing, withPauses, type Steps } from "../event-loop.js";
import { inChunks } from "../in-chunks.js";
import { columnPartsInOrders } from "./build-columns.js";
import type { TownFacts } from "./case-facts.js";
import { caseDecoder, createCaseCoder, type CaseWords, type CodedCase } from "./coded-cases.js";
import type { ColumnParts } from "./column-parts.js";
import { createEvidenceColumns, type EvidenceParts } from "./evidence-columns.js";
import { fixedOrders } from "./order.js";
import { readParts, writeParts } from "./parts-file.js";

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
export async function keepContent(file: string, mark: ContentMark, parts: ColumnParts): Promise<void> {
  await writeParts(file, partsOf(mark, parts));
}

export interface KeptContent {
  readonly mark: ContentMark;
  /** Null: the rest cannot be read. */
  parts(): Promise<ColumnParts | null>;
}

/** What was kept; null where there is nothing, or where it is of another form. */
export function openKeptContent(file: string): KeptContent | null {
  const parts = readParts(file);
  const head = orNull(() => parts.next().value as Head | undefined);
  if (head?.format !== FORMAT) return null;
  return {
    mark: head.mark,
    async parts() {
      const steps = orNull(() => columnPartsOf(parts));
      return steps && withPauses(steps);
    },
  };
}

function columnPartsOf(parts: Generator<unknown>): Steps<ColumnParts> {
  const next = <Part>(): Part => {
    const part = parts.next();
    if (part.done) throw new Error("The file ends too early");
    return part.value as Part;
  };
  const some = <Part>(): Part[] => Array.from({ length: next<number>() }, () => next<Part>());
  const texts = some<string>();
  const towns = some<TownFacts[]>().flat();
  const decode = caseDecoder({ ...next<Omit<CaseWords, "towns">>(), towns });
  const facts = texts.flatMap((text) => (JSON.parse(text) as CodedCase[]).map(decode));
  const values = next<EvidenceParts["values"]>();
  const numbers = Object.fromEntries(some<[string, unknown]>()) as EvidenceParts["numbers"];
  const orders = fixedOrders.map((order) => [order, next<Uint32Array>()] as const);
  return columnPartsInOrders(
    facts,
    createEvidenceColumns({ values, numbers }),
    Object.fromEntries(orders) as ColumnParts["orders"],
  );
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
const FORMAT = `1, ICU ${process.versions.icu ?? "none"}`;

const CASES_A_PART = 500;
const TOWNS_A_PART = 2_000;

async function* partsOf(
  mark: ContentMark,
  { facts, evidence, orders }: ColumnParts,
): AsyncGenerator<unknown> {
  const pause = pausing();
  const head: Head = { format: FORMAT, mark };
  yield head;
  // Evidence may be added while this is written: what follows is of this moment.
  const numbers = Object.entries(evidence.numbers());
  const coder = createCaseCoder();
  const chunks = inChunks(facts, CASES_A_PART);
  yield chunks.length;
  for (const some of chunks) {
    yield JSON.stringify(some.map((one) => coder.code(one)));
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
}
