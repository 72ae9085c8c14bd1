import { types, type ClientConfig } from "pg";

/** What a connection may wait for: the server, and its turn where all connections of a pool are taken. */
const CONNECT_TIMEOUT_MS = 3_000;

/** Server settings that a connection asks for, by their names in PostgreSQL. */
type Settings = Readonly<Record<string, string | number>>;

/** How every connection of ours is made. What the URL itself says goes before it. */
export function connectionTo(url: string, purpose: string, settings: Settings = {}): ClientConfig {
  return {
    connectionString: url,
    application_name: `exemplar ${purpose}`,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    options: Object.entries(settings)
      .map(([name, value]) => `-c ${name}=${value}`)
      .join(" "),
    types: { getTypeParser },
  };
}

/** Counts are `bigint`, which the driver would give as text; ours are far below 2^53. */
const getTypeParser: typeof types.getTypeParser = (type: number, format?: "text" | "binary"): unknown =>
  type === INT8 ? Number : types.getTypeParser(type, format);

const INT8: number = types.builtins.INT8;
