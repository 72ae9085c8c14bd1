import { openApp, type App } from "./app.js";
import { systemClock } from "./clock.js";
import { loadConfig } from "./config.js";
import { createLogger } from "./http/logger.js";
import { closeOnSignals } from "./http/shutdown.js";
import { ExpectedFailure, messageOf } from "./cli/command.js";

/** Starts the service: configuration, everything it is made of, then the port. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  const log = createLogger(config.logLevel);
  const app = await openApp({ config, log, clock: systemClock });
  closeOnSignals({ steps: app.closing, withinMs: config.shutdownMs, log });
  await listen(app, config.http);
  announce(app.http.listeningOrigin);
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
