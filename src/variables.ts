/** Who executes: compiled documents where they pay, or graphql-js alone. The answers are the same. */
export const executorKinds = ["jit", "js"] as const;
export type ExecutorKind = (typeof executorKinds)[number];

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
    meaning:
      "`postgres://USER:PASSWORD@HOST:PORT/DATABASE`, or a SQLite file: `sqlite:PATH`, `file:PATH` or a path; " +
      "unset: `exemplar.sqlite` in the data folder",
  },
  {
    name: "DATABASE_READ_URL",
    default: null,
    meaning:
      "PostgreSQL replica to read from; while it is behind or down, `DATABASE_URL` is read; unset: none",
  },
  {
    name: "MEILI_URL",
    default: null,
    meaning: "Meilisearch server that searches are asked of; unset: the engine inside the service answers",
  },
  {
    name: "MEILI_MASTER_KEY",
    default: null,
    meaning: "Its master key, to make the two keys below at the start; unset: they are given, or it has none",
  },
  { name: "MEILI_SEARCH_KEY", default: null, meaning: "Key that may search the index of this service" },
  { name: "MEILI_INDEX_KEY", default: null, meaning: "Key that may write the indexes of this service" },
  {
    name: "MEILI_INDEX_PREFIX",
    default: "exemplar_",
    meaning: "What the names of its indexes on the server begin with; another one for each service",
  },
  {
    name: "MEILI_TIMEOUT_MS",
    default: "800",
    meaning: "Milliseconds until the server is given up, and the engine inside the service answers",
  },
  { name: "LOG_LEVEL", default: "info", meaning: `One of ${logLevels.join(", ")}` },
  { name: "WEB_CONCURRENCY", default: "1", meaning: "Processes that share the port; 1: no further ones" },
  {
    name: "EXEMPLAR_DATA_DIR",
    default: "./data",
    meaning: "Folder of the SQLite database, the index, what is kept for the next start, and the locks",
  },
  {
    name: "EXEMPLAR_DATABASE_POOL_SIZE",
    default: "10",
    meaning:
      "Most connections to PostgreSQL for reading, per process; writing and listening take up to three more",
  },
  {
    name: "EXEMPLAR_STATEMENT_TIMEOUT_MS",
    default: "10000",
    meaning:
      "Milliseconds until PostgreSQL gives up a reading statement, answered with `DATABASE_UNAVAILABLE`",
  },
  {
    name: "EXEMPLAR_RATE_LIMIT",
    default: "600",
    meaning:
      "Requests to `/graphql` and for exports, per minute and client address, counted by each process, or `off`",
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
  {
    name: "EXEMPLAR_CASE_CACHE_BYTES",
    default: "134217728",
    meaning: "Bytes of cases kept in memory, ready to be shown",
  },
  {
    name: "EXEMPLAR_ANSWER_CACHE_BYTES",
    default: "67108864",
    meaning: "Bytes of finished answers kept in memory, or `off`",
  },
  {
    name: "EXEMPLAR_MAX_AGE_S",
    default: "10",
    meaning: "Seconds for which browsers and CDNs may show an answer without asking again",
  },
  {
    name: "EXEMPLAR_EXECUTOR",
    default: "jit",
    meaning: "`jit` compiles operations that are used often, `js` never does; the answers are the same",
  },
  { name: "EXEMPLAR_MAX_BODY_BYTES", default: "262144", meaning: "Largest body of a request, in bytes" },
  {
    name: "EXEMPLAR_SHUTDOWN_MS",
    default: "10000",
    meaning: "Milliseconds that a stop may take before the process ends anyway",
  },
  {
    name: "EXEMPLAR_METRICS_TOKEN",
    default: null,
    meaning: "`/metrics` is there for who sends it: `Authorization: Bearer …`; 16 characters or more",
  },
  {
    name: "EXEMPLAR_METRICS_PORT",
    default: null,
    meaning:
      "Port of its own for `/metrics`, at `HOST`, instead of the service's; asks for the token where one is set",
  },
  {
    name: "EXEMPLAR_PUBLIC_URL",
    default: null,
    meaning: "Where the service is reached from outside, for citations; unset: they name the query alone",
  },
  {
    name: "OTEL_EXPORTER_OTLP_ENDPOINT",
    default: null,
    meaning:
      "OpenTelemetry collector that traces are sent to, as `http://HOST:4318`; the other standard `OTEL_` variables count too; unset: no traces",
  },
  {
    name: "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
    default: null,
    meaning: "The same for traces alone, with its whole path",
  },
  {
    name: "OTEL_EXPORTER_OTLP_PROTOCOL",
    default: null,
    meaning:
      "How traces are sent: by HTTP, as JSON whatever this says; a value that asks for gRPC is refused",
  },
  {
    name: "OTEL_TRACES_EXPORTER",
    default: null,
    meaning:
      "`otlp` sends traces, also to the standard address, `none` does not; unset: as the addresses say",
  },
  { name: "OTEL_SDK_DISABLED", default: null, meaning: "`true`: no traces, whatever the others say" },
] as const satisfies readonly Variable[];
