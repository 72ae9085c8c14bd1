import type { FastifyInstance } from "fastify";

/** What an address is asked by, whatever it may be: for preflights of addresses that are not there. */
export const usedMethods = ["GET", "HEAD", "POST"] as const;

/** What its routes answer; OPTIONS, which is answered everywhere, is not among them. */
export function methodsAt(app: FastifyInstance, url: string): string[] {
  const path = url.split("?")[0] ?? "";
  return usedMethods.filter((method) => app.hasRoute({ method, url: path }));
}

/** What an `Allow` header says of them. */
export const allowOf = (methods: readonly string[]): string => [...methods, "OPTIONS"].join(", ");

/** The plugin for CORS knows one list of methods for all addresses; here each tells its own. */
export function tellMethods(app: FastifyInstance): void {
  app.addHook("onSend", (request, reply, _payload, done) => {
    const methods = request.method === "OPTIONS" ? methodsAt(app, request.url) : [];
    if (methods.length > 0) {
      void reply.headers({ allow: allowOf(methods), "access-control-allow-methods": methods.join(", ") });
    }
    done();
  });
}
