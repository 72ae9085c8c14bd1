import { execFile, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  accessSync,
  appendFileSync,
  chownSync,
  constants,
  existsSync,
  readdirSync,
  writeFileSync,
} from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";

/** A PostgreSQL server of the tests' own, from the programs that are installed. */
export interface PostgresServer {
  /** Of its database `postgres`, as a user who may do everything. */
  readonly url: string;
  /** Ends the server as a crash would; `start` begins again on what is on the disk. */
  crash(): Promise<void>;
  start(): Promise<void>;
}

const programs = findPrograms();
/** Where the server's programs are; null: nowhere. */
export const programsFolder = programs;
const isRoot = process.getuid?.() === 0;

/** Why no server can be started here; null: it can. */
export const noServer = programs
  ? isRoot && !hasUser("postgres")
    ? "the server does not run as root, and there is no user postgres"
    : null
  : "no initdb on the PATH or under /usr/lib/postgresql; Debian: apt-get install postgresql";

/** Settings that hold nothing back for a power cut, and let the tests have many connections. */
const settings = [
  ...["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", "max_connections = 300"],
  ...["fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off"],
];

/** Makes a server in this empty folder and starts it. Its texts sort as in English, which is not how our code sorts. */
export async function startPostgres(folder: string): Promise<PostgresServer> {
  const passwordFile = join(folder, "password");
  const password = randomBytes(12).toString("hex");
  writeFileSync(passwordFile, password);
  if (isRoot) for (const path of [folder, passwordFile]) chownSync(path, idOf("-u"), idOf("-g"));
  const data = join(folder, "data");
  await run(
    folder,
    "initdb",
    ...["--pgdata", data, "--username=exemplar", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
    ...["--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en", "--no-sync"],
  );
  const port = await freePort();
  appendFileSync(join(data, "postgresql.conf"), [...settings, `port = ${port}`, ""].join("\n"));
  const server = serverIn(folder, `postgres://exemplar:${password}@127.0.0.1:${port}/postgres`);
  await server.start();
  return server;
}

/** A standby of a running server in this empty folder: it follows, and can be read. */
export async function startStandby(folder: string, primary: PostgresServer): Promise<PostgresServer> {
  if (isRoot) chownSync(folder, idOf("-u"), idOf("-g"));
  const data = join(folder, "data");
  await run(
    folder,
    "pg_basebackup",
    ...["--pgdata", data, "--dbname", primary.url, "--write-recovery-conf", "--checkpoint=fast", "--no-sync"],
  );
  const port = await freePort();
  appendFileSync(join(data, "postgresql.conf"), `port = ${port}\n`);
  const url = new URL(primary.url);
  url.port = String(port);
  const standby = serverIn(folder, url.href);
  await standby.start();
  return standby;
}

/** Ends the server in this folder, if one runs there. */
export async function stopServerIn(folder: string): Promise<void> {
  if (existsSync(join(folder, "data/postmaster.pid"))) await control(folder, "stop", "--mode=immediate");
}

function serverIn(folder: string, url: string): PostgresServer {
  return {
    url,
    crash: () => control(folder, "stop", "--mode=immediate"),
    start: () => control(folder, "start", "--log", join(folder, "log")),
  };
}

const control = (folder: string, action: "start" | "stop", ...more: string[]): Promise<void> =>
  run(folder, "pg_ctl", action, "--pgdata", join(folder, "data"), "--wait", "--timeout=60", ...more);

/** As root, the programs run as the user postgres; the server goes on when `pg_ctl` has ended. */
async function run(cwd: string, program: string, ...args: string[]): Promise<void> {
  const command = [join(programs ?? "", program), ...args];
  const [file = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  await promisify(execFile)(file, rest, { cwd });
}

function findPrograms(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(debian, version, "bin")),
    ...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean),
  ];
  return folders.find((folder) => isExecutable(join(folder, "initdb")));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function hasUser(name: string): boolean {
  try {
    execFileSync("id", ["-u", name], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const idOf = (which: "-u" | "-g"): number =>
  Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
