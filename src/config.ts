import { z } from "zod";
import { databaseOf, databaseProblems, type DatabaseConfig } from "./config-database.js";
import { meilisearchOf, meilisearchProblems, type MeilisearchConfig } from "./config-meilisearch.js";
import {
  addresses,
  databaseAddress,
  postgresUrl,
  unknownNames,
  webAddress,
  type Reading,
} from "./config-values.js";
import { isTraced, metricsOf, type MetricsConfig } from "./config-watching.js";
import { executorKinds, logLevels, variables, type ExecutorKind, type LogLevel } from "./variables.js";

export interface Config {
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly database: DatabaseConfig;
  /** Null: the engine inside the service answers. */
  readonly meilisearch: MeilisearchConfig | null;
  readonly http: HttpConfig;
  readonly shutdownMs: number;
  /** Processes that share the port; 1: this one alone. */
  readonly workers: number;
  readonly executor: ExecutorKind;
  /** Of case values kept in memory. */
  readonly caseCacheBytes: number;
  /** Null: there are none. */
  readonly metrics: MetricsConfig | null;
  /** Traces are sent to where OpenTelemetry's own variables say. */
  readonly isTraced: boolean;
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
  /** Of finished answers kept in memory; 0: none. */
  readonly answerCacheBytes: number;
  /** For caches between us and the client: how long an answer may be shown without asking again. */
  readonly maxAgeSeconds: number;
}

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
 *   begin with `EXEMPLAR_TEST_`, and `EXEMPLAR_REQUIRE_MEILISEARCH`, belong to the tests.
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
    ...(parsed.success ? [...databaseProblems(parsed.data), ...meilisearchProblems(parsed.data)] : []),
    ...unknownNames(env, variableNames),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const value = parsed.data;
  return {
    dataDir: value.EXEMPLAR_DATA_DIR,
    logLevel: value.LOG_LEVEL,
    database: databaseOf(value),
    meilisearch: meilisearchOf(value),
    http: {
      port: value.PORT,
      host: value.HOST,
      rateLimit: value.EXEMPLAR_RATE_LIMIT,
      trustedProxies: value.EXEMPLAR_TRUST_PROXY ?? [],
      operationTimeoutMs: value.EXEMPLAR_OPERATION_TIMEOUT_MS,
      maxBodyBytes: value.EXEMPLAR_MAX_BODY_BYTES,
      answerCacheBytes: value.EXEMPLAR_ANSWER_CACHE_BYTES,
      maxAgeSeconds: value.EXEMPLAR_MAX_AGE_S,
    },
    shutdownMs: value.EXEMPLAR_SHUTDOWN_MS,
    executor: value.EXEMPLAR_EXECUTOR,
    caseCacheBytes: value.EXEMPLAR_CASE_CACHE_BYTES,
    workers: value.WEB_CONCURRENCY,
    metrics: metricsOf(value),
    isTraced: isTraced(value),
    publicUrl: value.EXEMPLAR_PUBLIC_URL ?? null,
  };
}

const variableNames = variables.map(({ name }) => name);
type VariableName = (typeof variables)[number]["name"];

const webUrl = z.url({ protocol: /^https?$/, error: "must be an http or https URL" });

const environment = z.object({
  PORT: wholeNumber(0, 65_535),
  HOST: z.string().regex(/^[\w.:%-]+$/, "must be an address or a host name"),
  DATABASE_URL: text(databaseAddress).optional(),
  DATABASE_READ_URL: text(postgresUrl).optional(),
  MEILI_URL: text(webAddress).optional(),
  MEILI_MASTER_KEY: z.string().optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_INDEX_KEY: z.string().optional(),
  MEILI_INDEX_PREFIX: z.string().regex(/^[\w-]{1,100}$/, "must be letters, digits, - and _"),
  MEILI_TIMEOUT_MS: wholeNumber(1, 600_000),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }),
  WEB_CONCURRENCY: wholeNumber(1, 64),
  EXEMPLAR_DATA_DIR: z.string(),
  EXEMPLAR_DATABASE_POOL_SIZE: wholeNumber(1, 1_000),
  EXEMPLAR_STATEMENT_TIMEOUT_MS: wholeNumber(1, 600_000),
  EXEMPLAR_RATE_LIMIT: z.union([z.literal("off").transform(() => null), wholeNumber(1, 1_000_000)], {
    error: "must be off, or a whole number from 1 to 1000000",
  }),
  EXEMPLAR_TRUST_PROXY: text(addresses).optional(),
  EXEMPLAR_OPERATION_TIMEOUT_MS: wholeNumber(1, 600_000),
  EXEMPLAR_ANSWER_CACHE_BYTES: z.union([z.literal("off").transform(() => 0), wholeNumber(1, 999_999_999)], {
    error: "must be off, or a whole number from 1 to 999999999",
  }),
  EXEMPLAR_CASE_CACHE_BYTES: wholeNumber(1, 999_999_999),
  EXEMPLAR_MAX_AGE_S: wholeNumber(0, 86_400),
  EXEMPLAR_EXECUTOR: z.enum(executorKinds, { error: `must be one of ${executorKinds.join(", ")}` }),
  EXEMPLAR_MAX_BODY_BYTES: wholeNumber(1_024, 16_777_216),
  EXEMPLAR_SHUTDOWN_MS: wholeNumber(1, 600_000),
  EXEMPLAR_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/=-]{16,}$/, "must be 16 or more letters, digits and any of -._~+/=")
    .optional(),
  EXEMPLAR_METRICS_PORT: wholeNumber(0, 65_535).optional(),
  EXEMPLAR_PUBLIC_URL: text(webAddress).optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: webUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: webUrl.optional(),
  OTEL_EXPORTER_OTLP_PROTOCOL: z
    .enum(["http/json", "http/protobuf"], { error: "must be http/json; gRPC is not spoken" })
    .optional(),
  OTEL_TRACES_EXPORTER: z.enum(["otlp", "none"], { error: "must be otlp or none" }).optional(),
  OTEL_SDK_DISABLED: z.string().optional(),
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
