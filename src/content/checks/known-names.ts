import type { Problem, SeedFiles } from "../seed-files.js";

/** The list that a reference points into, by what its items are called. */
const lists = {
  source: "sources.yaml",
  category: "vocabulary/categories.yaml",
  region: "vocabulary/regions.yaml",
  industry: "vocabulary/industries.yaml",
  tag: "vocabulary/tags.yaml",
  problem: "vocabulary/problems.yaml",
  unit: "vocabulary/units.yaml",
  measure: "vocabulary/measures.yaml",
  practice: "vocabulary/practices.yaml",
  document: "programme/documents.yaml",
  theme: "programme/themes.yaml",
  correction: "programme/corrections.yaml",
} as const;

/** What can be referred to by name. */
export type Referable = keyof typeof lists | "town";

/** Says what is wrong with a reference: nothing, when its name is in the list. */
export type Resolve = (
  kind: Referable,
  name: string | number,
  at: Pick<Problem, "file" | "path">,
) => Problem[];

/** Of a list that is empty, perhaps because it could not be read, only the first name is missed. */
export function resolverOf(files: SeedFiles): Resolve {
  const known = new Map<Referable, ReadonlySet<string>>([["town", new Set(files.cases.flatMap(townSlug))]]);
  const namesOf = (kind: Referable): ReadonlySet<string> => {
    const found = known.get(kind) ?? new Set(kind === "town" ? [] : files.lists[lists[kind]].map(nameOf));
    known.set(kind, found);
    return found;
  };
  const missedOf = new Set<Referable>();
  return (kind, name, at) => {
    const names = namesOf(kind);
    const isToldAlready = names.size === 0 && missedOf.has(kind);
    if (isToldAlready || names.has(String(name))) return [];
    missedOf.add(kind);
    const list = kind === "town" ? "the case files" : `seeds/${lists[kind]}`;
    return [{ ...at, reason: `the ${kind} ${name} is not in ${list}` }];
  };
}

function townSlug({ content }: SeedFiles["cases"][number]): string[] {
  return typeof content.town === "string" ? [] : [content.town.slug];
}

function nameOf(item: object): string {
  const named = Object.entries(item).find(([field]) => ["key", "slug", "code", "position"].includes(field));
  return String(named?.[1]);
}
