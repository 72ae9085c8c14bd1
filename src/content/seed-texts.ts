import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The seed files as they lie in their folder, unread: path below the folder → text, in the order of the paths. */
export type SeedTexts = ReadonlyMap<string, string>;

export function readSeedTexts(folder: string): SeedTexts {
  return filesBelow(folder, ".yaml");
}

/**
 * Equal for equal files, under the same program: another one may make other records of them. To work it out takes
 * a hundredth of what parsing takes.
 */
export function digestOf(texts: SeedTexts): string {
  return createHash("sha256")
    .update(JSON.stringify([...texts, ...programParts()]))
    .digest("base64url");
}

/** What makes records of texts: the modules beside this one. The build has put their digest here. */
function programParts(): readonly unknown[] {
  if (typeof CONTENT_PROGRAM === "string") return [CONTENT_PROGRAM];
  return [...filesBelow(fileURLToPath(new URL(".", import.meta.url)), "")];
}

declare const CONTENT_PROGRAM: string | undefined;

function filesBelow(folder: string, ending: string): ReadonlyMap<string, string> {
  const files = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  const paths = files
    .filter((file) => file.isFile() && file.name.endsWith(ending))
    .map((file) => join(file.parentPath, file.name).slice(join(folder, "x").length - 1))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), "utf8")]));
}
