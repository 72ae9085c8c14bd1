import { pausing, withPauses, type Steps } from "../event-loop.js";
import { inChunks } from "../in-chunks.js";
import { caseListOf } from "./case-list.js";
import type { FactsOfTown } from "./coded-cases.js";
import type { ColumnParts } from "./column-parts.js";
import { columnGroups } from "./columns.js";
import { createEvidenceColumns, type EvidenceParts } from "./evidence-columns.js";
import { createFactColumns } from "./fact-columns.js";
import type { Numbers } from "./growing-column.js";
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
  const numbers = (): Readonly<Record<string, Numbers>> =>
    Object.fromEntries(next<string[]>().map((name) => [name, next<Numbers>()]));
  const ids = some<Uint8Array>().flatMap((text) => parsed<string[]>(text));
  const blocks = some<Uint8Array>();
  yield;
  const towns = some<Uint8Array>().flatMap((text) => parsed<FactsOfTown[]>(text));
  yield;
  const words = next<string[]>();
  const columns = createFactColumns({ ids, blocks, towns, words, numbers: numbers() });
  const facts = caseListOf(columns, next<Uint32Array>());
  const slugs = new Map<string, string>();
  for (const { texts, ordinals } of some<Slugs>()) {
    for (const [place, text] of parsed<string[]>(texts).entries())
      slugs.set(text, facts.idAt(ordinals[place] ?? 0) ?? "");
    yield;
  }
  const values = next<EvidenceParts["values"]>();
  const evidence = createEvidenceColumns({ values, numbers: numbers() as EvidenceParts["numbers"] });
  yield;
  const packedSets = (): PackedSets => ({
    values: parsed<string[]>(next<Uint8Array>()),
    starts: next<Uint32Array>(),
    ordinals: next<Uint32Array>(),
  });
  const orders = fixedOrders.map((order) => [order, next<Uint32Array>()] as const);
  const groups = columnGroups.map((group) => [group, unpacked(facts.length, packedSets())] as const);
  return {
    parts: {
      ...{ facts, places: Symbol("places"), evidence, slugs },
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
const FORMAT = `6, ICU ${process.versions.icu ?? "none"}`;

/** Some slugs, and the ordinals of their cases. */
interface Slugs {
  /** JSON. */
  readonly texts: Uint8Array;
  readonly ordinals: Uint32Array;
}

/** Objects and texts in great numbers: as JSON they are read in a third of the time that the serializer takes. */
const asJson = (values: readonly unknown[]): Uint8Array => Buffer.from(JSON.stringify(values));

const parsed = <Values>(text: Uint8Array): Values =>
  JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString()) as Values;

const IDS_A_PART = 5_000;
const TOWNS_A_PART = 2_000;

async function* partsOf(mark: ContentMark, { parts, firstCases }: KeptParts): AsyncGenerator<unknown> {
  const { facts, evidence, orders, groups, slugs } = parts;
  const pause = pausing();
  async function* list(some: readonly unknown[]): AsyncGenerator<unknown> {
    yield some.length;
    for (const one of some) {
      yield one;
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
  yield* list(inChunks(ofFacts.ids, IDS_A_PART).map(asJson));
  yield* list(ofFacts.blocks);
  yield* list(inChunks(ofFacts.towns, TOWNS_A_PART).map(asJson));
  yield ofFacts.words;
  yield* numbers(ofFacts.numbers);
  yield facts.rows;
  yield* list(
    inChunks([...slugs], IDS_A_PART).map((some): Slugs => ({
      texts: asJson(some.map(([slug]) => slug)),
      ordinals: Uint32Array.from(some, ([, id]) => facts.ordinalOf(id) ?? 0),
    })),
  );
  yield evidence.values();
  yield* numbers(ofEvidence);
  for (const order of fixedOrders) yield orders[order];
  for (const group of columnGroups) {
    const { values, starts, ordinals } = packed(groups[group]);
    yield* [asJson(values), starts, ordinals];
    await pause();
  }
  yield firstCases;
}
