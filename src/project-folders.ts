import { fileURLToPath } from "node:url";

/** The project's own folders, found from `src/` and from `dist/` alike. */
export const seedsFolder = fileURLToPath(new URL("../seeds", import.meta.url));
export const schemaFolder = fileURLToPath(new URL("../schema", import.meta.url));
export const packageFile = fileURLToPath(new URL("../package.json", import.meta.url));
