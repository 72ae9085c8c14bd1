import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url));
export const peersFolder = fileURLToPath(new URL("peers", import.meta.url));
export const figuresFolder = fileURLToPath(new URL("figures", import.meta.url));
export const builtYoga = join(projectFolder, "dist/bench/yoga.mjs");
