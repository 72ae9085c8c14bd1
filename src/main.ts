import cluster from "node:cluster";
import { openApp, type App } from "./app.js";
import { systemClock } from "./clock.js";
import { runWorkers, workerSignals } from "./cluster.js";
import { loadConfig, type Config } from "./config.js";
import { createLogger } from "./http/logger.js";
import { closeOnSignals } from "./http/shutdown.js";
import { ExpectedFailure, messageOf } from "./cli/command.js";

/** Starts the service: in this process, or in several that share the port. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  if (config.workers > 1 && cluster.isPrimary) startWorkers(config);
  else await serve(config);
}

function startWorkers({ workers: count, shutdownMs, logLevel }: Config): void {
  runWorkers({ count, shutdownMs, log: createLogger(logLevel), onListening: announce });
}

/** Configuration, everything the service is made of, then the port. */
async function serve(config: Config): Promise<void> {
  const { worker } = cluster;
  const signals = worker ? workerSignals() : process;
  const log = createLogger(config.logLevel).child(worker ? { worker: worker.id } : {});
  // Whether the seed files differ, the first worker says.
  const isFurther = worker !== undefined && worker.id > 1;
  const app = await openApp({ config, log, clock: systemClock, ...(isFurther && { seeds: null }) });
  closeOnSignals({ steps: app.closing, withinMs: config.shutdownMs, log, signals });
  await listen(app, config.http);
  if (!worker) announce(app.http.listeningOrigin);
}

async function listen({ http }: App, { host, port }: { readonly host: string; readonly port: number }) {
  try {
    await http.listen({ host, port });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE") throw new ExpectedFailure(`port ${port} is taken; choose another by PORT`);
    if (code === "EACCES") throw new ExpectedFailure(`port ${port} may not be used; choose another by PORT`);
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
