import { join } from "node:path";
import { z } from "zod";
import { addresses, nearestName, sqliteFile, webAddress, type Reading } from "./config-values.js";

export interface Config {
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly database: { readonly kind: "sqlite"; readonly file: string };
  readonly http: HttpConfig;
  readonly shutdownMs: number;
  /** What citations begin their addresses with, without a slash at the end; null: they have none. */
  readonly publicUrl: string | null;
}

export interface HttpConfig {
  /** 0: any free port. */
  readonly port: number;
  readonly host: string;
  /** Requests to `/graphql` and for exports, per minute and client address; null: no limit. */
  readonly rateLimit: number | null;
  /** Addresses and CIDR ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly operationTimeoutMs: number;
  readonly maxBodyBytes: number;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** One environment variable, as the README lists it. */
export interface Variable {
  readonly name: string;
  /** null: nothing stands in for it; `meaning` says what happens then. */
  readonly default: string | null;
  readonly meaning: string;
}

/** Every variable that the server reads. */
export const variables = [
  { name: "PORT", default: "4000", meaning: "Port to listen on; 0 takes any free one" },
  { name: "HOST", default: "127.0.0.1", meaning: "Address to listen on; 0.0.0.0 for all" },
  {
    name: "DATABASE_URL",
    default: null,
    meaning: "SQLite file: `sqlite:PATH`, `file:PATH` or a path; unset: `exemplar.sqlite` in the data folder",
  },
  { name: "LOG_LEVEL", default: "info", meaning: `One of ${logLevels.join(", ")}` },
  {
    name: "EXEMPLAR_DATA_DIR",
    default: "./data",
    meaning: "Folder of the database, the index and the locks",
  },
  {
    name: "EXEMPLAR_RATE_LIMIT",
    default: "600",
    meaning: "Requests to `/graphql` and for exports, per minute and client address, or `off`",
  },
  {
    name: "EXEMPLAR_TRUST_PROXY",
    default: null,
    meaning: "Proxies whose `X-Forwarded-For` is believed: addresses or CIDR ranges with commas; unset: none",
  },
  {
    name: "EXEMPLAR_OPERATION_TIMEOUT_MS",
    default: "10000",
    meaning: "Milliseconds until an operation is answered with `OPERATION_TIMED_OUT`",
  },
  { name: "EXEMPLAR_MAX_BODY_BYTES", default: "262144", meaning: "Largest body of a request, in bytes" },
  {
    name: "EXEMPLAR_SHUTDOWN_MS",
    default: "10000",
    meaning: "Milliseconds that a stop may take before the process ends anyway",
  },
  {
    name: "EXEMPLAR_PUBLIC_URL",
    default: null,
    meaning: "Where the service is reached from outside, for citations; unset: they name the query alone",
  },
] as const satisfies readonly Variable[];

/** Bad configuration. `problems` has one line a variable, `NAME: what is wrong`, never a value. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(["The configuration is not usable.", ...problems].join("\n  "));
    this.name = "ConfigError";
  }
}

/**
 * The configuration that an environment asks for. An empty variable counts as unset.
 * @throws {ConfigError} with every bad variable, and every unknown `EXEMPLAR_…` name, at once. Names that
 *   begin with `EXEMPLAR_TEST_` belong to the tests.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    variables.map((variable) => [
      variable.name,
      env[variable.name]?.trim() || (variable.default ?? undefined),
    ]),
  );
  const parsed = environment.safeParse(given);
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    ...unknownNames(env),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  return {
    dataDir: value.EXEMPLAR_DATA_DIR,
    logLevel: value.LOG_LEVEL,
    database: {
      kind: "sqlite",
      file: value.DATABASE_URL ?? join(value.EXEMPLAR_DATA_DIR, "exemplar.sqlite"),
    },
    http: {
      port: value.PORT,
      host: value.HOST,
      rateLimit: value.EXEMPLAR_RATE_LIMIT,
      trustedProxies: value.EXEMPLAR_TRUST_PROXY ?? [],
      operationTimeoutMs: value.EXEMPLAR_OPERATION_TIMEOUT_MS,
      maxBodyBytes: value.EXEMPLAR_MAX_BODY_BYTES,
    },
    shutdownMs: value.EXEMPLAR_SHUTDOWN_MS,
    publicUrl: value.EXEMPLAR_PUBLIC_URL ?? null,
  };
}

type VariableName = (typeof variables)[number]["name"];

const environment = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z.string().regex(/^[\w.:%-]+$/, "must be an address or a host name"),
  DATABASE_URL: text(sqliteFile).optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }),
  EXEMPLAR_DATA_DIR: z.string(),
  EXEMPLAR_RATE_LIMIT: z.union([z.literal("off").transform(() => null), wholeNumber(1, 1_000_000)], {
    error: "must be off, or a whole number from 1 to 1000000",
  }),
  EXEMPLAR_TRUST_PROXY: text(addresses).optional(),
  EXEMPLAR_OPERATION_TIMEOUT_MS: wholeNumber(1, 600_000),
  EXEMPLAR_MAX_BODY_BYTES: wholeNumber(1_024, 16_777_216),
  EXEMPLAR_SHUTDOWN_MS: wholeNumber(1, 600_000),
  EXEMPLAR_PUBLIC_URL: text(webAddress).optional(),
} satisfies Record<VariableName, z.ZodType>);

function wholeNumber(min: number, max: number) {
  return text((value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    return number >= min && number <= max
      ? { value: number }
      : { problem: `must be a whole number from ${min} to ${max}` };
  });
}

function text<T>(read: (value: string) => Reading<T>) {
  return z.string().transform((value, context): T => {
    const reading = read(value);
    if ("value" in reading) return reading.value;
    context.addIssue({ code: "custom", message: reading.problem });
    return z.NEVER;
  });
}

function unknownNames(env: Readonly<Record<string, string | undefined>>): string[] {
  const known = variables.map((variable) => variable.name).filter((name) => name.startsWith("EXEMPLAR_"));
  return Object.keys(env)
    .filter((name) => name.startsWith("EXEMPLAR_") && !name.startsWith("EXEMPLAR_TEST_"))
    .filter((name) => env[name] && !known.some((one) => one === name))
    .map((name) => `${name}: is not a variable of ours; did you mean ${nearestName(name, known)}?`);
}
