import { figuresIn } from "../../text/figures.js";
import type { Label } from "../../terms.js";
import type { SeedFiles } from "../seed-files.js";
import { localeKeys } from "./rule.js";

/** The names that have a numeral in them, longest first, in both languages. */
export function exemptNames({ lists, cases }: SeedFiles): { zh: readonly string[]; en: readonly string[] } {
  const names: Label[] = [
    ...lists["vocabulary/categories.yaml"],
    ...lists["vocabulary/regions.yaml"],
    ...lists["vocabulary/industries.yaml"],
    ...lists["vocabulary/tags.yaml"],
    ...lists["vocabulary/practices.yaml"],
    ...lists["programme/mechanisms.yaml"],
  ].map(({ name }) => name);
  names.push(...lists["programme/documents.yaml"].map(({ title }) => title));
  for (const { content } of cases) {
    if (typeof content.town === "string") continue;
    names.push(content.town.name, ...content.town.formerNames.map(({ name }) => name));
  }
  const [zh = [], en = []] = localeKeys.map(({ key, locale }) =>
    [...new Set(names.map((name) => name[key]))]
      .filter((name) => figuresIn(name, locale).length > 0)
      .sort((one, other) => other.length - one.length),
  );
  return { zh, en };
}
