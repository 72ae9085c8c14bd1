import { context, propagation, SpanKind, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import type { IncomingMessage, RequestListener } from "node:http";

/** The same listener, with a span for each request; `isRoute` says whether the service has an address. */
export type TracedRequests = (
  listener: RequestListener,
  isRoute: (method: string, path: string) => boolean,
) => RequestListener;

/** A request that says by `traceparent` to which trace it belongs goes on with that trace. */
export function tracedRequests(tracer: Tracer): TracedRequests {
  return (listener, isRoute) => (request, response) => {
    const path = pathOf(request);
    if (UNTRACED.has(path)) {
      listener(request, response);
      return;
    }
    const method = request.method ?? "";
    // Names are few: an address that is not ours is the client's text.
    const name = isRoute(method, path) ? `${method} ${path}` : method;
    const attributes = { "http.request.method": method, "url.path": path };
    const parent = propagation.extract(context.active(), request.headers);
    const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
    const within = trace.setSpan(parent, span);
    // What comes later, as the body does, comes from the socket, which knows of no request.
    context.bind(within, request);
    context.bind(within, response);
    response.once("close", () => {
      span.setAttribute("http.response.status_code", response.statusCode);
      if (response.statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    });
    context.with(within, () => {
      listener(request, response);
    });
  };
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?", 1)[0] ?? "";

/** Asked again and again by machines. */
const UNTRACED: ReadonlySet<string> = new Set(["/healthz", "/readyz", "/metrics"]);
