import { build } from "esbuild";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { builtYoga, peersFolder } from "./project-folder.js";

/** Installs the peers into their own folder unless they are there as their lock file wants them. */
export async function installPeers(tell: (line: string) => void): Promise<void> {
  const [wanted, installed] = ["package-lock.json", "node_modules/.package-lock.json"].map((file) =>
    versionsIn(join(peersFolder, file)),
  );
  if (wanted !== installed) {
    tell("installing the peers");
    execFileSync("npm", ["ci", "--no-audit", "--no-fund", "--ignore-scripts"], {
      ...{ cwd: peersFolder, stdio: ["ignore", "ignore", "inherit"] },
    });
  }
  await buildYoga();
}

/** One of them is made of our modules, which stand beside our libraries then, and Yoga's beside Yoga. */
async function buildYoga(): Promise<void> {
  await build({
    ...{ entryPoints: [join(peersFolder, "yoga.mjs")], outfile: builtYoga, bundle: true },
    ...{ platform: "node", format: "esm", logLevel: "warning" },
    // Some of Yoga's libraries are of the older kind.
    banner: {
      js: `import { createRequire as $of } from "node:module"; const require = $of(import.meta.url);`,
    },
    plugins: [
      {
        name: "our libraries as they are",
        setup({ onResolve }) {
          onResolve({ filter: /^[^./]/ }, ({ path, importer }) => {
            const isOurs = importer.includes("node_modules") ? path === "graphql" : path !== "graphql-yoga";
            return isOurs ? { external: true } : undefined;
          });
        },
      },
    ],
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
