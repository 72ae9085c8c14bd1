import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { peersFolder } from "./project-folder.js";

/** Installs the peers into their own folder unless they are there as their lock file wants them. */
export function installPeers(tell: (line: string) => void): void {
  const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) =>
    versionsIn(join(peersFolder, file)),
  );
  if (wanted === installed) return;
  tell("installing the peers");
  execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
    ...{ cwd: peersFolder, stdio: ["ignore", "ignore", "inherit"] },
  });
}

/** Every installed package with its version, in order; null: nothing is installed. */
function versionsIn(file: string): string | null {
  if (!existsSync(file)) return null;
  const { packages } = JSON.parse(readFileSync(file, "utf8")) as {
    packages: Record<string, { version?: string; optional?: boolean }>;
  };
  return Object.entries(packages)
    .filter(([path, { optional }]) => path.startsWith("node_modules/") && !optional)
    .map(([path, { version = "" }]) => `${path} ${version}`)
    .sort()
    .join("\n");
}
