import { build } from "esbuild";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `npm run build`: `src/` into `dist/`, one file for each program, and pieces that several programs have or that are
 * loaded late. What every start loads of libraries is in them, because Node takes a second to find and read a thousand
 * small files. Types are checked by `npm run check:types`, and not here.
 */
const root = fileURLToPath(new URL("..", import.meta.url));
const DAY_MS = 24 * 60 * 60 * 1000;

/** What the scripts of `package.json` start, and the thread that one of them starts. */
const programs = [...startedByScripts(), "search/embedded/fill-worker"];

const leftAsTheyAre = [
  // Compiled for this machine.
  "better-sqlite3",
  // A start may never need them.
  ...["typeorm", "pg", "meilisearch", "prom-client", "@opentelemetry/*", "@graphql-yoga/render-graphiql"],
  // It takes Node's own hashes only where it is a module of its own.
  "@apollo/utils.createhash",
  // TypeGraphQL asks for it when it is there.
  "class-validator",
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
  define: { CONTENT_PROGRAM: JSON.stringify(digestBelow("src/content")) },
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

/** What makes records of seed files is compared by this: see `src/content/seed-texts.ts`. */
function digestBelow(folder) {
  const files = filesBelow(join(root, folder)).sort();
  return createHash("sha256")
    .update(JSON.stringify(files.map((path) => [path.slice(root.length), readFileSync(path, "utf8")])))
    .digest("base64url");
}

/**
 * Whoever runs or starts meanwhile finds each file whole, as it was where it is the same, and every program after the
 * pieces that it is made of. Pieces that no program has any longer stay for a day: who runs may not have loaded them yet.
 */
function writeAll(files) {
  const inOrder = files.toSorted((a, b) => Number(isPiece(b.path)) - Number(isPiece(a.path)));
  for (const { path, contents } of inOrder) {
    if (existsSync(path) && readFileSync(path).equals(contents)) continue;
    mkdirSync(dirname(path), { recursive: true });
    const fresh = `${path}.${process.pid}.new`;
    writeFileSync(fresh, contents);
    renameSync(fresh, path);
  }
  const made = new Set(files.map(({ path }) => path));
  for (const path of filesBelow(join(root, "dist"))) {
    if (made.has(path) || !/\.(js|js\.map|new)$/.test(path)) continue;
    const isOld = (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) < Date.now() - DAY_MS;
    if (isOld || !/\.new$|\/shared\//.test(path)) rmSync(path, { force: true });
  }
}

function isPiece(path) {
  return path.includes("/shared/");
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name));
}
