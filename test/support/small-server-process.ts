import { closeOnSignals } from "../../src/http/shutdown.js";
import { startSmallServer } from "./small-server.js";

/** A small server in a process of its own, for signals. Arguments: milliseconds for the stop, and `stuck`. */
const [withinMs, behaviour] = process.argv.slice(2);
const { app, apollo } = await startSmallServer();
const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

closeOnSignals({
  withinMs: Number(withinMs),
  log: {
    info: (_details, message) => {
      say(message);
    },
    error: (_details, message) => {
      say(message);
    },
  },
  steps: [
    {
      name: "http",
      close: () =>
        app.close().then(() => {
          say("http closed");
        }),
    },
    {
      name: "graphql",
      close: () =>
        apollo.stop().then(() => {
          say("graphql closed");
        }),
    },
    {
      name: "database",
      close: () => (behaviour === "stuck" ? new Promise(() => undefined) : closeDatabase()),
    },
  ],
});
say(await app.listen({ host: "127.0.0.1", port: 0 }));

function closeDatabase(): Promise<void> {
  say("database closed");
  return Promise.resolve();
}
