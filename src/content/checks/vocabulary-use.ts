import type { CaseFile } from "../case-file.js";
import type { Problem, SeedFiles, SeedLists } from "../seed-files.js";
import type { Rule } from "./rule.js";

/**
 * Every word of a vocabulary is used by a case, and a practice by two: one town's way is no practice yet.
 * A unit is used by a measure or a statistic, a source by whatever cites it.
 */
export const checkVocabularyUse: Rule = ({ lists, cases }) => {
  const contents = cases.map(({ content }) => content).filter(({ status }) => status === "published");
  const regions = usedRegions(lists, contents);
  return [
    ...unused("vocabulary/industries.yaml", lists, contents, ({ town }) =>
      typeof town === "string" ? [] : town.industries,
    ),
    ...unused("vocabulary/tags.yaml", lists, contents, ({ tags }) => tags),
    ...unused("vocabulary/problems.yaml", lists, contents, ({ problems }) =>
      problems.map(({ problem }) => problem),
    ),
    ...unused("vocabulary/measures.yaml", lists, contents, ({ evidence }) =>
      evidence.flatMap(({ indicators }) => indicators.map(({ measure }) => measure)),
    ),
    ...lists["vocabulary/regions.yaml"].flatMap(({ key, level }, index) =>
      // A province without a case is a gap to be seen; of smaller divisions only those of cases are listed.
      level === "PROVINCE" || regions.has(key) ? [] : [unusedAt("vocabulary/regions.yaml", index, key)],
    ),
    ...practiceProblems(lists, contents),
    ...unusedUnits(lists),
    ...unusedSources(lists, contents),
  ];
};

type NamedList =
  | "vocabulary/industries.yaml"
  | "vocabulary/tags.yaml"
  | "vocabulary/problems.yaml"
  | "vocabulary/measures.yaml";

function unused(
  file: NamedList,
  lists: SeedLists,
  contents: readonly CaseFile[],
  usedBy: (content: CaseFile) => readonly string[],
): Problem[] {
  const used = new Set(contents.flatMap(usedBy));
  return lists[file].flatMap(({ key }, index) => (used.has(key) ? [] : [unusedAt(file, index, key)]));
}

function unusedAt(file: string, index: number, key: string): Problem {
  return { file, path: `[${index}].key`, reason: `no published case uses ${key}` };
}

function unusedUnits(lists: SeedLists): Problem[] {
  const file = "vocabulary/units.yaml";
  const used = new Set([
    ...lists["vocabulary/measures.yaml"].map(({ unit }) => unit),
    ...lists["programme/statistics.yaml"].flatMap(({ figures }) => figures.map(({ unit }) => unit)),
  ]);
  return lists[file].flatMap(({ code }, index) => {
    if (used.has(code)) return [];
    return [{ file, path: `[${index}].code`, reason: `no measure and no statistic uses ${code}` }];
  });
}

/** A source is there for what cites it, in a case or in another list. */
function unusedSources(
  { "sources.yaml": sources, ...lists }: SeedLists,
  cases: readonly CaseFile[],
): Problem[] {
  const cited = new Set([...sourcesIn(lists), ...sourcesIn(cases)]);
  return sources.flatMap(({ key }, index) => {
    if (cited.has(key)) return [];
    return [
      { file: "sources.yaml", path: `[${index}].key`, reason: `nothing that is published cites ${key}` },
    ];
  });
}

/** The values of the fields that name sources, however deep. */
function sourcesIn(value: unknown): string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, item]: [string, unknown]) =>
    ["source", "sources", "alsoReportedBy"].includes(field)
      ? [item].flat().filter((key) => typeof key === "string")
      : sourcesIn(item),
  );
}

/** Those of towns and praised provinces, and all that they are part of. */
function usedRegions(lists: SeedLists, contents: readonly CaseFile[]): ReadonlySet<string> {
  const parents = new Map(lists["vocabulary/regions.yaml"].map(({ key, parent }) => [key, parent]));
  const used = new Set<string>();
  const named = [
    ...contents.flatMap(({ town }) => (typeof town === "string" ? [] : [town.region])),
    ...lists["programme/praised-provinces.yaml"].map(({ region }) => region),
  ];
  for (const region of named) {
    for (let key: string | null = region; key !== null && !used.has(key); key = parents.get(key) ?? null) {
      used.add(key);
    }
  }
  return used;
}

function practiceProblems(lists: SeedLists, contents: SeedFiles["cases"][number]["content"][]): Problem[] {
  const file = "vocabulary/practices.yaml";
  return lists[file].flatMap(({ slug }, index) => {
    const uses = contents.filter(({ practices }) =>
      practices.some(({ practice }) => practice === slug),
    ).length;
    if (uses >= 2) return [];
    return [
      { file, path: `[${index}].slug`, reason: `${slug} is used by ${uses} published cases; 2 are wanted` },
    ];
  });
}
