import { withPauses, type Steps } from "../event-loop.js";
import { caseListOf } from "./case-list.js";
import type { CodedTown } from "./coded-towns.js";
import type { ColumnParts } from "./column-parts.js";
import { columnGroups } from "./columns.js";
import { createEvidenceColumns, type EvidenceParts } from "./evidence-columns.js";
import { createFactColumns } from "./fact-columns.js";
import type { Numbers } from "../growing-column.js";
import { FORMAT, parsed, type ContentMark, type Head, type KeptParts, type Slugs } from "./kept-form.js";
import { fixedOrders } from "./order.js";
import { readParts } from "./parts-file.js";
import { unpacked, type PackedSets } from "./value-sets.js";

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
  const towns = some<Uint8Array>().flatMap((text) => parsed<CodedTown[]>(text));
  yield;
  const words = next<string[]>();
  const columns = createFactColumns({ ids, blocks, towns, words, numbers: numbers() });
  const facts = caseListOf(columns, next<Uint32Array>());
  const slugs = new Map<string, string>();
  for (const { texts, ordinals } of some<Slugs>()) {
    for (const [place, text] of parsed<string[]>(texts).entries()) {
      const id = facts.idAt(ordinals[place] ?? -1);
      if (id === undefined) throw new Error(`No case has the slug ${text}`);
      slugs.set(text, id);
    }
    yield;
  }
  const values = next<EvidenceParts["values"]>();
  const evidence = createEvidenceColumns({ values, numbers: numbers() });
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
