import { parseDocument } from "yaml";
import type { z } from "zod";
import { caseFileSchema, type CaseFile } from "./case-file.js";
import { programmeSchemas } from "./programme-file.js";
import { readSeedTexts, type SeedTexts } from "./seed-texts.js";
import { vocabularySchemas } from "./vocabulary-file.js";

const listSchemas = { ...vocabularySchemas, ...programmeSchemas };

export type SeedLists = {
  readonly [File in keyof typeof listSchemas]: z.infer<(typeof listSchemas)[File]>;
};

/** Something an editor has to mend: which file, where in it, and why. */
export interface Problem {
  readonly file: string;
  readonly path: string;
  readonly reason: string;
}

/** All that the seed files say, as plain values. `file` is the path below the seeds folder. */
export interface SeedFiles {
  readonly lists: SeedLists;
  readonly cases: readonly { readonly file: string; readonly content: CaseFile }[];
}

/** Reads and parses every seed file; what cannot be parsed is left out and told in `problems`. */
export function readSeedFiles(folder: string): ParsedSeedFiles {
  return parseSeedTexts(readSeedTexts(folder));
}

/** The vocabularies, the sources and the programme alone. */
export function readSeedLists(folder: string): SeedLists {
  const texts = [...readSeedTexts(folder)].filter(([file]) => !file.startsWith("cases/"));
  return parseSeedTexts(new Map(texts)).files.lists;
}

export interface ParsedSeedFiles {
  readonly files: SeedFiles;
  readonly problems: readonly Problem[];
}

/** The same of files that have been read. */
export function parseSeedTexts(texts: SeedTexts): ParsedSeedFiles {
  const problems: Problem[] = [];
  const lists: Record<string, unknown> = {};
  for (const [file, schema] of Object.entries<z.ZodType>(listSchemas)) {
    lists[file] = parseOne(texts, file, schema, problems) ?? [];
  }
  const caseFiles = [...texts.keys()].filter((file) => file.startsWith("cases/"));
  const cases = caseFiles.flatMap((file) => {
    const content = parseOne(texts, file, caseFileSchema, problems);
    return content === undefined ? [] : [{ file, content }];
  });
  return { files: { lists: lists as unknown as SeedLists, cases }, problems };
}

/** `seeds/cases/…/zhuji-hosiery-town.yaml: sections[2].narratives.en: missing` */
export function sentenceOf({ file, path, reason }: Problem): string {
  return [`seeds/${file}`, path, reason].filter((part) => part !== "").join(": ");
}

/** `sections[2].narratives.en` */
export function pathOf(parts: readonly PropertyKey[]): string {
  return parts
    .map((part, index) => (typeof part === "number" ? `[${part}]` : (index > 0 ? "." : "") + String(part)))
    .join("");
}

function parseOne<T>(
  texts: SeedTexts,
  file: string,
  schema: z.ZodType<T>,
  problems: Problem[],
): T | undefined {
  const text = texts.get(file);
  if (text === undefined) {
    problems.push({ file, path: "", reason: "missing" });
    return undefined;
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    problems.push(...document.errors.map(({ message }) => ({ file, path: "", reason: firstLine(message) })));
    return undefined;
  }
  const parsed = schema.safeParse(document.toJS(), { error: wordingOf });
  if (parsed.success) return parsed.data;
  problems.push(
    ...parsed.error.issues
      .flatMap((issue) => nearestIssues(issue))
      .map(({ path, message }) => ({ file, path: pathOf(path), reason: message })),
  );
  return undefined;
}

/** The words for what zod would tell in the terms of code; undefined leaves its own. */
function wordingOf(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code === "unrecognized_keys") return `unknown: ${issue.keys.join(", ")}`;
  if (issue.input === undefined || issue.input === null) return "missing";
  if (issue.code === "invalid_type") return `is no ${issue.expected === "array" ? "list" : issue.expected}`;
  if (issue.code === "invalid_value") return `is none of ${issue.values.map(String).join(", ")}`;
  return undefined;
}

/** Of a value that may be one thing or another: what is wrong with it as the thing that it resembles most. */
function nearestIssues(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== "invalid_union") return [issue];
  const [nearest = []] = issue.errors.toSorted((one, other) => depthOf(other) - depthOf(one));
  return nearest
    .flatMap((inner) => nearestIssues(inner))
    .map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}

function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length));
}

/** Without the excerpt of the file that the parser draws. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0]?.replace(/:$/, "") ?? message;
}
