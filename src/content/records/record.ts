import { createHash } from "node:crypto";
import { seededId } from "../../ids.js";
import type { RecordKind } from "../../database/records.js";
import type { TableRows } from "../../database/table-rows.js";
import type { Label } from "../../terms.js";

/** One record as the seed files want it: all its rows, and a fingerprint of them. */
export interface SeedRecord {
  readonly kind: RecordKind;
  readonly id: string;
  /** Its key or slug, for messages. */
  readonly name: string;
  readonly tables: readonly TableRows[];
  readonly fingerprint: string;
}

export function seedRecord(
  kind: RecordKind,
  id: string,
  name: string,
  tables: readonly TableRows[],
): SeedRecord {
  const rows = tables.map(({ table, rows: some }) => [table.name, some]);
  return {
    kind,
    id,
    name,
    tables,
    fingerprint: createHash("sha256").update(JSON.stringify(rows)).digest("hex"),
  };
}

/** Row ids by type and first name; see `seededId`. */
export const rowId = {
  source: (key: string) => seededId("Source", key),
  category: (key: string) => seededId("Category", key),
  region: (key: string) => seededId("Region", key),
  industry: (key: string) => seededId("Industry", key),
  tag: (key: string) => seededId("Tag", key),
  problem: (key: string) => seededId("Problem", key),
  glossaryTerm: (wording: string) => seededId("GlossaryTerm", wording),
  unit: (code: string) => seededId("Unit", code),
  measure: (key: string) => seededId("Measure", key),
  practice: (slug: string) => seededId("Practice", slug),
  theme: (position: number) => seededId("Theme", String(position)),
  mechanism: (key: string) => seededId("Mechanism", key),
  document: (key: string) => seededId("PolicyDocument", key),
  event: (key: string) => seededId("ProgrammeEvent", key),
  correction: (key: string) => seededId("CorrectionStatistic", key),
  statistic: (key: string) => seededId("ProgrammeStatistic", key),
  praisedProvince: (region: string) => seededId("PraisedProvince", region),
  town: (slug: string) => seededId("Town", slug),
  case: (slug: string) => seededId("Case", slug),
  section: (slug: string, anchor: string) => seededId("Section", `${slug}#${anchor}`),
  evidence: (slug: string, anchor: string) => seededId("Evidence", `${slug}#${anchor}`),
} as const;

/** The name that a case's ids are made of: its first slug, which a new slug does not change. */
export function firstSlugOf(file: {
  readonly slug: string;
  readonly formerSlugs: readonly string[];
}): string {
  return file.formerSlugs[0] ?? file.slug;
}

/** `{ nameZh, nameEn }` of a label called `name`; both null when there is none. */
export function columnsOf<Name extends string>(
  name: Name,
  label: Label,
): { [Column in `${Name}Zh` | `${Name}En`]: string };
export function columnsOf<Name extends string>(
  name: Name,
  label: Label | null,
): { [Column in `${Name}Zh` | `${Name}En`]: string | null };
export function columnsOf(name: string, label: Label | null): Record<string, string | null> {
  return { [`${name}Zh`]: label?.zh ?? null, [`${name}En`]: label?.en ?? null };
}

/** `{ position, sourceId }` of each, in order, beside whose they are. */
export function sourceRows<Owner extends object>(
  owner: Owner,
  keys: readonly string[],
): (Owner & { position: number; sourceId: string })[] {
  return keys.map((key, position) => ({ ...owner, position, sourceId: rowId.source(key) }));
}
