import type { CaseFile } from "../case-file.js";
import type { Problem, SeedFiles, SeedLists } from "../seed-files.js";
import type { Rule } from "./rule.js";

/** Every word of a vocabulary is used by a case, and a practice by two: one town's way is no practice yet. */
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
