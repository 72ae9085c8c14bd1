import type { Problem, SeedFiles } from "../seed-files.js";
import { labelsOf } from "./labels.js";
import { contentsOf, type Rule } from "./rule.js";

const FILE = "glossary.yaml";

/** A wording stands in one entry alone, and each entry's terms occur in the content, in both languages. */
export const checkGlossary: Rule = (files) => [...repeatedWordings(files), ...termsFoundNowhere(files)];

function repeatedWordings({ lists }: SeedFiles): Problem[] {
  const firstOf = new Map<string, number>();
  return lists[FILE].flatMap(({ zh, en }, index) =>
    [...zh, ...en].flatMap((wording) => {
      const first = firstOf.get(wording.toLowerCase());
      firstOf.set(wording.toLowerCase(), first ?? index);
      if (first === undefined) return [];
      return [{ file: FILE, path: `[${index}]`, reason: `${wording} is there twice ([${first}])` }];
    }),
  );
}

function termsFoundNowhere(files: SeedFiles): Problem[] {
  const labels = contentsOf(files)
    .filter(({ file }) => file !== FILE)
    .flatMap(({ content }) => labelsOf(content).map(({ label }) => label));
  const written = {
    zh: labels.map(({ zh }) => zh).join("\n"),
    en: labels.map(({ en }) => en.toLowerCase()).join("\n"),
  };
  return files.lists[FILE].flatMap((term, index) =>
    (["zh", "en"] as const)
      .filter((key) => !term[key].some((wording) => written[key].includes(wording.toLowerCase())))
      .map((key) => ({
        file: FILE,
        path: `[${index}].${key}`,
        reason: `none of ${term[key].join(", ")} occurs in the content`,
      })),
  );
}
