import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The project's own folders, found from `src/` and from anywhere below `dist/` alike. */
const project = folderWith("package.json", dirname(fileURLToPath(import.meta.url)));

export const seedsFolder = join(project, "seeds");
export const schemaFolder = join(project, "schema");
export const packageFile = join(project, "package.json");

/** The built program; null: this one runs from its sources. */
export const builtFolder = import.meta.url.endsWith(".ts") ? null : join(project, "dist");

function folderWith(file: string, folder: string): string {
  if (existsSync(join(folder, file))) return folder;
  if (dirname(folder) === folder)
    throw new Error(`There is no ${file} above ${fileURLToPath(import.meta.url)}.`);
  return folderWith(file, dirname(folder));
}
