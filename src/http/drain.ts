import type { FastifyInstance } from "fastify";

const CHECK_MS = 50;

/**
 * Makes `app.close()` end as soon as the last answer is out. Left alone it waits for connections that clients keep
 * open without asking anything, as browsers do.
 */
export function closeConnectionsWhenDrained(app: FastifyInstance): void {
  let isClosing = false;
  let openRequests = 0;
  app.addHook("onRequest", (_request, reply, done) => {
    openRequests += 1;
    reply.raw.once("close", () => {
      openRequests -= 1;
    });
    done();
  });
  app.addHook("onSend", (_request, reply, _payload, done) => {
    if (isClosing) void reply.header("connection", "close");
    done();
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
