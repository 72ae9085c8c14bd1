import { readFileSync } from "node:fs";
import { packageFile } from "./project-folders.js";

/** The version that the package file says. */
export function ownVersion(): string {
  return (JSON.parse(readFileSync(packageFile, "utf8")) as { version: string }).version;
}
