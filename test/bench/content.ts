import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { Client } from "pg";
import { noServer, startPostgres, stopServerIn } from "../support/postgres-server.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";
import { projectFolder } from "./project-folder.js";

/** The same synthetic cases for every server. */
export interface BenchContent {
  /** Of our service. */
  readonly dataFolder: string;
  /** What the peers read. */
  readonly sqliteFile: string;
  /** Null: without PostgreSQL. */
  readonly postgresUrl: string | null;
  remove(): Promise<void>;
}

const SEED = 42;

/** Indexes that our service does not need, because it lists from memory, and the peers are the faster for. */
const peerIndexes = [
  "CREATE INDEX bench_list ON case_record (category_id, updated_at DESC, id)",
  "CREATE INDEX bench_updated ON case_record (updated_at)",
  "CREATE INDEX bench_section ON section (position)",
  "CREATE INDEX bench_evidence ON evidence (position)",
];

/** Writes the cases into new databases in a temporary folder; with PostgreSQL where its programs are there. */
export async function prepareContent(
  { cases, withPostgres }: { readonly cases: number; readonly withPostgres: boolean },
  tell: (line: string) => void,
): Promise<BenchContent> {
  const folder = newTemporaryFolder();
  const [dataFolder, peerFolder, serverFolder] = ["ours", "peers", "postgres"].map((name) =>
    join(folder, name),
  );
  if (!dataFolder || !peerFolder || !serverFolder) throw new Error("there are three folders");
  tell(`writing ${cases} synthetic cases`);
  await generate(cases, dataFolder);
  await generate(cases, peerFolder);
  const sqliteFile = join(peerFolder, "exemplar.sqlite");
  const database = new Database(sqliteFile);
  database.exec([...peerIndexes, "ANALYZE"].join(";"));
  database.close();
  return {
    ...{ dataFolder, sqliteFile },
    postgresUrl: withPostgres ? await postgresIn(folder, serverFolder, cases, tell) : null,
    async remove() {
      await stopServerIn(serverFolder);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function postgresIn(
  folder: string,
  serverFolder: string,
  cases: number,
  tell: (line: string) => void,
): Promise<string | null> {
  if (noServer !== null) {
    tell(`without PostgreSQL, and so without PostGraphile: ${noServer}`);
    return null;
  }
  // The server runs as another user.
  chmodSync(folder, 0o755);
  mkdirSync(serverFolder);
  tell("writing them to PostgreSQL");
  const { url } = await startPostgres(serverFolder);
  await generate(cases, join(folder, "unused"), { DATABASE_URL: url });
  const client = new Client(url);
  await client.connect();
  for (const statement of [...peerIndexes, "ANALYZE"]) await client.query(statement);
  await client.end();
  return url;
}

async function generate(
  cases: number,
  out: string,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ["dist/cli/generate.js", "--cases", String(cases), "--seed", String(SEED), "--out", out],
    { cwd: projectFolder, env: { ...process.env, ...env }, maxBuffer: 1e8 },
  );
}
