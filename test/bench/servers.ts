import { join } from "node:path";
import { ourDialect, tableDialect, type Dialect } from "./dialects.js";
import type { BenchContent } from "./content.js";
import { builtYoga, peersFolder } from "./project-folder.js";
import type { ServerProgram } from "./running-server.js";
import type { Workload } from "./workloads.js";

export const serverNames = [
  "ours",
  "ours, kept",
  "Yoga, our resolvers",
  "naive Apollo + TypeORM",
  "mercurius + jit + loaders",
  "PostGraphile 5",
  "raw SQL + JSON.stringify",
  "fixed bytes",
] as const;
export type ServerName = (typeof serverNames)[number];

/** One server of the comparison and what it is asked. */
export interface Contender extends ServerProgram {
  readonly name: ServerName;
  /** Null: it does not look at what it is asked, and is asked what ours is. */
  readonly dialect: Dialect | null;
  readonly workloads: readonly Workload[];
}

const all = ["list", "case", "search", "typename"] as const;
const withoutSearch = ["list", "case", "typename"] as const;
const peer = (file: string): readonly string[] => [join(peersFolder, file)];

/** What the service is started with in production, as in `npm start`. */
const OUR_ARGS = [
  "--max-semi-space-size=32",
  "--heap-growing-percent=25",
  "--initial-old-space-size=192",
  "dist/main.js",
];

/** Each at the best of its settings that we know. */
export function contendersOver({ dataFolder, sqliteFile, postgresUrl }: BenchContent): readonly Contender[] {
  const ours = {
    ...{ PORT: "0", LOG_LEVEL: "warn", EXEMPLAR_DATA_DIR: dataFolder, EXEMPLAR_RATE_LIMIT: "off" },
  };
  const sqlite = { SQLITE_FILE: sqliteFile };
  const contenders: Readonly<Record<ServerName, Omit<Contender, "name">>> = {
    ours: {
      ...{ args: OUR_ARGS, env: { ...ours, EXEMPLAR_ANSWER_CACHE_BYTES: "off" }, isOurs: true },
      ...{ dialect: ourDialect, workloads: all },
    },
    "ours, kept": {
      ...{ args: OUR_ARGS, env: ours, isOurs: true },
      ...{ dialect: ourDialect, workloads: [...all, "unchanged"] },
    },
    "Yoga, our resolvers": { args: [builtYoga], env: ours, dialect: ourDialect, workloads: all },
    "naive Apollo + TypeORM": { args: peer("naive.mjs"), env: sqlite, dialect: ourDialect, workloads: all },
    "mercurius + jit + loaders": {
      ...{ args: peer("mercurius.mjs"), env: sqlite, dialect: ourDialect, workloads: all },
    },
    "PostGraphile 5": {
      ...{ args: peer("postgraphile.mjs"), env: { POSTGRES_URL: postgresUrl ?? "" } },
      ...{ dialect: tableDialect, workloads: withoutSearch },
    },
    "raw SQL + JSON.stringify": {
      ...{ args: peer("raw.mjs"), env: sqlite, dialect: ourDialect, workloads: withoutSearch },
    },
    "fixed bytes": { args: peer("fixed.mjs"), env: {}, dialect: null, workloads: all },
  };
  return serverNames
    .filter((name) => name !== "PostGraphile 5" || postgresUrl !== null)
    .map((name) => ({ name, ...contenders[name] }));
}
