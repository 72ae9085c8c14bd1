import { build } from "esbuild";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run build`: `src/` into `dist/`, a file for each program and what they share in pieces. What every start loads of
 * libraries comes along, because Node takes a second to find and read a thousand small files. Types are checked by
 * `npm run check:types`, and not here.
 */
const root = fileURLToPath(new URL(".", import.meta.url));
/** What the scripts of `package.json` start, and the thread that one of them starts. */
const programs = [...startedByScripts(), "search/embedded/fill-worker"];

/** Compiled ones, those that a start may never need, and those that the program does without. */
const leftAsTheyAre = [
  ...["better-sqlite3", "typeorm", "pg", "meilisearch", "prom-client", "class-validator"],
  ...["@opentelemetry/*", "@graphql-yoga/render-graphiql"],
];

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: programs.map((program) => `src/${program}.ts`),
  outbase: "src",
  outdir: "dist",
  chunkNames: "shared/[name]-[hash]",
  ...{ bundle: true, splitting: true, platform: "node", format: "esm", target: "node20", write: false },
  ...{ sourcemap: "linked", sourcesContent: false, legalComments: "none", logLevel: "warning" },
  external: leftAsTheyAre,
  banner: { js: madeForOlderModules() },
  plugins: [{ name: "maps of our own modules only", setup: leaveOutOtherMaps }],
});
writeAll(outputFiles);

function startedByScripts() {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const names = [...JSON.stringify(scripts).matchAll(/dist\/([\w/-]+)\.js/g)].map(([, name]) => name);
  return new Set(names);
}

/** What modules of the older kind, of which some libraries are, have without asking. */
function madeForOlderModules() {
  return [
    `import { createRequire as $createRequire } from "node:module";`,
    `const require = $createRequire(import.meta.url);`,
    `const { filename: __filename, dirname: __dirname } = import.meta;`,
  ].join("");
}

/** With an empty map of its own a file has no part in ours, which has to be read whole for the first stack trace. */
function leaveOutOtherMaps({ onLoad }) {
  const map = Buffer.from(JSON.stringify({ version: 3, sources: [""], mappings: "AAAA" })).toString("base64");
  onLoad({ filter: /node_modules\/.*\.[cm]?js$/ }, ({ path }) => ({
    contents: `${readFileSync(path, "utf8")}\n//# sourceMappingURL=data:application/json;base64,${map}`,
    loader: "default",
  }));
}

/** Whoever runs meanwhile finds each file whole, and as it was where it is the same. */
function writeAll(files) {
  for (const { path, contents } of files) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const fresh = `${path}.${process.pid}.new`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
  const kept = new Set(files.map(({ path }) => path));
  for (const file of readdirSync(join(root, "dist"), { recursive: true, withFileTypes: true })) {
    const path = join(file.parentPath, file.name);
    if (file.isFile() && /\.js(\.map)?$/.test(path) && !kept.has(path)) rmSync(path, { force: true });
  }
}
