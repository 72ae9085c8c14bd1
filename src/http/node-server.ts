import { createServer, type RequestListener, type Server } from "node:http";
import { limits } from "../graphql/limits.js";

/** Longer than load balancers keep connections open, so that they and not we close them. */
const KEEP_ALIVE_MS = 72_000;

/** Node's HTTP server, with our time limits. */
export function nodeServer(listener: RequestListener): Server {
  const server = createServer(listener);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.requestTimeout = limits.requestTimeoutMs;
  return server;
}
