import type { Problem, SeedFiles } from "../seed-files.js";

/** One thing that must hold in the seed files: the problems are all places where it does not. */
export type Rule = (files: SeedFiles) => Problem[];

/** Every file's content under its name: the lists first, then the cases. */
export function contentsOf(files: SeedFiles): { file: string; content: unknown }[] {
  return [...Object.entries(files.lists).map(([file, content]) => ({ file, content })), ...files.cases];
}

/** The two languages, as a label and as a text knows them. */
export const localeKeys = [
  { key: "zh", locale: "ZH" },
  { key: "en", locale: "EN" },
] as const;
