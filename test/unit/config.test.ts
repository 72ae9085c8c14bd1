import { describe, expect, it } from "vitest";
import { ConfigError, loadConfig } from "../../src/config.js";
import { variables } from "../../src/variables.js";

const noAddress =
  "must be postgres://USER:PASSWORD@HOST:PORT/DATABASE; special characters are written as %XX";

describe("the configuration", () => {
  it("needs no variable at all", () => {
    expect(loadConfig({})).toEqual({
      dataDir: "./data",
      logLevel: "info",
      meilisearch: null,
      database: { kind: "sqlite", file: "data/exemplar.sqlite" },
      http: {
        port: 4000,
        host: "127.0.0.1",
        rateLimit: 600,
        trustedProxies: [],
        operationTimeoutMs: 10_000,
        maxBodyBytes: 262_144,
        answerCacheBytes: 67_108_864,
        maxAgeSeconds: 10,
      },
      shutdownMs: 10_000,
      workers: 1,
      executor: "jit",
      caseCacheBytes: 134_217_728,
      metrics: null,
      isTraced: false,
      publicUrl: null,
    });
  });

  it("takes an empty variable for an unset one", () => {
    const empty = Object.fromEntries(variables.map((variable) => [variable.name, ""]));
    expect(loadConfig({ ...empty, EXEMPLAR_NOBODY_KNOWS: "" })).toEqual(loadConfig({}));
  });

  it("keeps the database in the data folder unless it is told otherwise", () => {
    expect(loadConfig({ EXEMPLAR_DATA_DIR: "/var/lib/exemplar" }).database).toEqual({
      kind: "sqlite",
      file: "/var/lib/exemplar/exemplar.sqlite",
    });
  });

  it.each([
    ["sqlite:cases.sqlite", "cases.sqlite"],
    ["sqlite:///srv/cases.sqlite", "/srv/cases.sqlite"],
    ["file:cases.sqlite", "cases.sqlite"],
    ["file:///srv/my%20cases.sqlite", "/srv/my cases.sqlite"],
    ["./cases.sqlite", "./cases.sqlite"],
    ["/srv/cases.sqlite", "/srv/cases.sqlite"],
  ])("reads the database %s as the file %s", (url, file) => {
    expect(loadConfig({ DATABASE_URL: url }).database).toEqual({ kind: "sqlite", file });
  });

  it.each([
    "postgres://me:secret@host:5433/db",
    "postgresql://host/db?sslmode=verify-full",
    "postgres:///db?host=/var/run/postgresql",
    "postgres://me:se%40cret@host/db",
  ])("reads the database %s as one of PostgreSQL", (url) => {
    expect(loadConfig({ DATABASE_URL: url }).database).toEqual({
      ...{ kind: "postgres", url, readUrl: null, poolSize: 10, statementTimeoutMs: 10_000 },
    });
  });

  it("takes a replica for a database of PostgreSQL alone", () => {
    const replica = { DATABASE_READ_URL: "postgres://replica/db" };
    expect(loadConfig({ ...replica, DATABASE_URL: "postgres://host/db" }).database).toMatchObject({
      url: "postgres://host/db",
      readUrl: "postgres://replica/db",
    });
    expect(problemsOf(replica)).toEqual(["DATABASE_READ_URL: needs a postgres:// DATABASE_URL"]);
    expect(problemsOf({ DATABASE_URL: "postgres://host/db", DATABASE_READ_URL: "cases.sqlite" })).toEqual([
      `DATABASE_READ_URL: ${noAddress}`,
    ]);
  });

  it.each([
    ["postgres:db", `DATABASE_URL: ${noAddress}`],
    ["postgres://me:sec#ret@host/db", `DATABASE_URL: ${noAddress}`],
    ["postgres://host", "DATABASE_URL: names no database"],
    [
      "postgres://me:100%@host/db",
      "DATABASE_URL: has a % that is not followed by two hexadecimal digits; % itself is written as %25",
    ],
    ["mysql://me:secret@host/db", "DATABASE_URL: must be postgres://…, sqlite:PATH, file:PATH or a path"],
    ["sqlite:", "DATABASE_URL: names no file"],
    ["file://otherhost/secret", "DATABASE_URL: names no file"],
    ["file:///%zz", "DATABASE_URL: names no file"],
    ["sqlite::memory:", "DATABASE_URL: must be a file, because it is opened more than once"],
  ])("refuses the database %s", (url, problem) => {
    expect(problemsOf({ DATABASE_URL: url })).toEqual([problem]);
  });

  it("reads the rate limit as a number, or off", () => {
    expect(loadConfig({ EXEMPLAR_RATE_LIMIT: "off" }).http.rateLimit).toBeNull();
    expect(loadConfig({ EXEMPLAR_RATE_LIMIT: "1200" }).http.rateLimit).toBe(1200);
    expect(problemsOf({ EXEMPLAR_RATE_LIMIT: "0" })).toEqual([
      "EXEMPLAR_RATE_LIMIT: must be off, or a whole number from 1 to 1000000",
    ]);
  });

  it("reads trusted proxies as addresses and ranges", () => {
    expect(
      loadConfig({ EXEMPLAR_TRUST_PROXY: "10.0.0.1, 192.168.0.0/16,::1,fd00::/8" }).http.trustedProxies,
    ).toEqual(["10.0.0.1", "192.168.0.0/16", "::1", "fd00::/8"]);
    for (const list of ["true", "10.0.0.1/33", "10.0.0.1,", "10.0.0.0/8/8", "example.org"]) {
      expect(problemsOf({ EXEMPLAR_TRUST_PROXY: list })).toHaveLength(1);
    }
  });

  it("reads the public address, and takes the slash off its end", () => {
    for (const url of ["https://example.org/exemplar", "https://example.org/exemplar/"])
      expect(loadConfig({ EXEMPLAR_PUBLIC_URL: url }).publicUrl).toBe("https://example.org/exemplar");
    for (const url of [
      "example.org",
      "/cases",
      "ftp://a.org",
      "https://me:pw@a.org",
      "https://a.org/?b",
      "http://",
    ])
      expect(problemsOf({ EXEMPLAR_PUBLIC_URL: url })).toEqual([
        "EXEMPLAR_PUBLIC_URL: must be an http or https URL without a name, a query or a fragment",
      ]);
  });

  it.each([
    [{}, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318" }, true],
    [{ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: "https://collector/v1/traces" }, true],
    [{ OTEL_TRACES_EXPORTER: "otlp" }, true],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318", OTEL_TRACES_EXPORTER: "none" }, false],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4318", OTEL_SDK_DISABLED: "TRUE" }, false],
    [{ OTEL_SERVICE_NAME: "exemplar" }, false],
  ])("sends traces as OpenTelemetry's variables say: %o", (env: Record<string, string>, expected) => {
    expect(loadConfig(env).isTraced).toBe(expected);
  });

  it("refuses what it cannot do for traces and metrics", () => {
    expect(
      problemsOf({
        OTEL_EXPORTER_OTLP_ENDPOINT: "collector:4318",
        OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
        OTEL_TRACES_EXPORTER: "zipkin",
        EXEMPLAR_METRICS_TOKEN: "short",
        EXEMPLAR_METRICS_PORT: "x",
      }),
    ).toEqual([
      "EXEMPLAR_METRICS_TOKEN: must be 16 or more letters, digits and any of -._~+/=",
      "EXEMPLAR_METRICS_PORT: must be a whole number from 0 to 65535",
      "OTEL_EXPORTER_OTLP_ENDPOINT: must be an http or https URL",
      "OTEL_EXPORTER_OTLP_PROTOCOL: must be http/json; gRPC is not spoken",
      "OTEL_TRACES_EXPORTER: must be otlp or none",
    ]);
  });

  it("serves metrics where a token or a port is given", () => {
    const token = "0123456789abcdef";
    expect(loadConfig({ EXEMPLAR_METRICS_TOKEN: token }).metrics).toEqual({ token, port: null });
    expect(loadConfig({ EXEMPLAR_METRICS_PORT: "9464" }).metrics).toEqual({ token: null, port: 9464 });
  });

  it.each(["65536", "-1", "4000.5", "4e3", "0x50", " ٤", "99999999999"])("refuses the port %s", (port) => {
    expect(problemsOf({ PORT: port })).toEqual(["PORT: must be a whole number from 0 to 65535"]);
  });

  it("reports all bad variables at once, by name and never with the value", () => {
    const problems = problemsOf({
      PORT: "hunter2",
      LOG_LEVEL: "hunter2",
      HOST: "hunter 2",
      DATABASE_URL: "mysql://hunter2",
    });
    expect(problems.map((problem) => problem.split(":")[0])).toEqual([
      "PORT",
      "HOST",
      "DATABASE_URL",
      "LOG_LEVEL",
    ]);
    expect(problems.join()).not.toContain("hunter");
  });

  it("takes an unknown name of ours for a slip, and says which was meant", () => {
    expect(problemsOf({ EXEMPLAR_RATELIMIT: "5", PORT: "x" })).toEqual([
      "PORT: must be a whole number from 0 to 65535",
      "EXEMPLAR_RATELIMIT: is not a variable of ours; did you mean EXEMPLAR_RATE_LIMIT?",
    ]);
    expect(() => loadConfig({ SOMEONE_ELSES: "5" })).not.toThrow();
  });

  it("leaves the variables of the tests to the tests", () => {
    const ofTheTests = { EXEMPLAR_TEST_REQUIRE_BROWSER: "1", EXEMPLAR_REQUIRE_MEILISEARCH: "1" };
    expect(loadConfig(ofTheTests)).toEqual(loadConfig({}));
    expect(problemsOf({ EXEMPLAR_TESTS: "1" })).toHaveLength(1);
  });

  it("has a default that is valid, and a meaning, for every variable", () => {
    const spelledOut = variables.map((variable) => [variable.name, variable.default ?? ""] as const);
    expect(loadConfig(Object.fromEntries(spelledOut))).toEqual(loadConfig({}));
    expect(variables.filter((variable) => variable.meaning.length < 10)).toEqual([]);
  });
});

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    loadConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}
