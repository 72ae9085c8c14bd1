import type { FastifyInstance } from "fastify";
import type { IncomingMessage, ServerResponse } from "node:http";

const CHECK_MS = 50;

/**
 * Makes `app.close()` end as soon as the last answer is out. Left alone it waits for connections that clients keep
 * open without asking anything, as browsers do.
 */
export function closeConnectionsWhenDrained(app: FastifyInstance): void {
  let isClosing = false;
  let openRequests = 0;
  // Before the listener that may answer at once.
  app.server.prependListener("request", (_request: IncomingMessage, response: ServerResponse) => {
    openRequests += 1;
    response.once("close", () => {
      openRequests -= 1;
    });
    if (isClosing) response.setHeader("connection", "close");
  });
  app.addHook("preClose", (done) => {
    isClosing = true;
    if (app.server.listening) {
      const check = setInterval(() => {
        if (openRequests === 0) app.server.closeAllConnections();
      }, CHECK_MS);
      app.server.once("close", () => {
        clearInterval(check);
      });
    }
    done();
  });
}
