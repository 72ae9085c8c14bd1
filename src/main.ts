import cluster from "node:cluster";
import { openApp, type App } from "./app.js";
import { systemClock } from "./clock.js";
import { runWorkers, workerSignals } from "./cluster.js";
import { loadConfig, type Config } from "./config.js";
import type { MetricsConfig } from "./config-watching.js";
import { createLogger, type Logger } from "./http/logger.js";
import { createMetricsServer } from "./http/metrics-server.js";
import { closeOnSignals } from "./http/shutdown.js";
import { ExpectedFailure, messageOf } from "./cli/command.js";

/** Starts the service: in this process, or in several that share the port. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  if (config.workers > 1 && cluster.isPrimary) await startWorkers(config);
  else await serve(config);
}

async function startWorkers(config: Config): Promise<void> {
  const { workers: count, shutdownMs, logLevel } = config;
  const log = createLogger(logLevel);
  if (config.metrics) await collectMetrics(config.metrics, config.http.host, log);
  runWorkers({ count, shutdownMs, log, onListening: announce });
}

/** Workers have counts of their own: who starts them puts these side by side. */
async function collectMetrics({ token, port }: MetricsConfig, host: string, log: Logger): Promise<void> {
  const { collectFromWorkers } = await import("./telemetry/worker-metrics.js");
  const text = collectFromWorkers();
  if (port !== null) await listenForMetrics(createMetricsServer({ text, token }, log), host, port, log);
}

/** Configuration, everything the service is made of, then the port. */
async function serve(config: Config): Promise<void> {
  const { worker } = cluster;
  const signals = worker ? workerSignals() : process;
  const log = createLogger(config.logLevel).child(worker ? { worker: worker.id } : {});
  // Whether the seed files differ, the first worker says.
  const isFurther = worker !== undefined && worker.id > 1;
  const app = await openApp({
    config,
    log,
    clock: systemClock,
    worker: worker?.id ?? null,
    ...(isFurther && { seeds: null }),
  });
  closeOnSignals({ steps: app.closing, withinMs: config.shutdownMs, log, signals });
  const { host, port } = config.http;
  if (app.metricsHttp) await listenForMetrics(app.metricsHttp, host, config.metrics?.port ?? 0, log);
  await listen(app.http, host, port);
  if (!worker) announce(app.http.listeningOrigin);
}

async function listenForMetrics(server: App["http"], host: string, port: number, log: Logger): Promise<void> {
  await listen(server, host, port, "EXEMPLAR_METRICS_PORT");
  log.info({ address: `${server.listeningOrigin}/metrics` }, "metrics are served");
}

async function listen(server: App["http"], host: string, port: number, variable = "PORT"): Promise<void> {
  try {
    await server.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE")
      throw new ExpectedFailure(`port ${port} is taken; choose another by ${variable}`);
    if (code === "EACCES")
      throw new ExpectedFailure(`port ${port} may not be used; choose another by ${variable}`);
    throw error;
  }
}

/** What a new user needs next. */
function announce(origin: string): void {
  const url = origin.replace("//0.0.0.0", "//127.0.0.1").replace("//[::]", "//127.0.0.1");
  const query = `{"query":"{ searchCases(query: \\"地理信息\\") { totalCount nodes { slug title { zh en } } } }"}`;
  console.log(
    [
      "Exemplar is ready.",
      `  API       ${url}/graphql`,
      `  explorer  ${url}/explorer`,
      `  try       curl -s ${url}/graphql -H 'content-type: application/json' -d '${query}'`,
    ].join("\n"),
  );
}

// Whoever reads the output may go away.
process.stdout.on("error", () => undefined);
process.stderr.on("error", () => undefined);
main().catch((error: unknown) => {
  console.error(`Exemplar cannot start: ${messageOf(error)}`);
  process.exit(1);
});
