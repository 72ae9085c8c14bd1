import { context, diag, DiagLogLevel, SpanStatusCode, trace, type Tracer } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import { setTimeout as wait } from "node:timers/promises";
import type { Spans } from "../spans.js";
import { tracedRequests, type TracedRequests } from "./traced-requests.js";

export interface Tracing {
  readonly spans: Spans;
  readonly requests: TracedRequests;
  /** Sends what there still is. */
  stop(): Promise<void>;
}

export interface TracingOptions {
  /** Unless OTEL_SERVICE_NAME or OTEL_RESOURCE_ATTRIBUTES says otherwise. */
  readonly serviceName: string;
  readonly version: string;
  /** Told when spans cannot be sent. */
  readonly onTrouble: (message: string) => void;
}

/** A collector that does not answer may not hold up the end of the process for longer. */
const MOST_MS_AT_THE_END = 2_000;

/** Traces by OpenTelemetry, once a process. Where to, how many and how is read from the standard OTEL_ variables. */
export function startTracing({ serviceName, version, onTrouble }: TracingOptions): Tracing {
  const [say, ignore] = [(message: string) => void onTrouble(message), () => undefined];
  diag.setLogger(
    { error: say, warn: say, info: ignore, debug: ignore, verbose: ignore },
    { logLevel: DiagLogLevel.WARN },
  );
  const own = { "service.name": serviceName, "service.version": version };
  const given = detectResources({ detectors: [envDetector] });
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes(own)).merge(given),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tracer = provider.getTracer("exemplar", version);
  return {
    spans: spansOf(tracer),
    requests: tracedRequests(tracer),
    async stop() {
      const isLate = new AbortController();
      const late = wait(MOST_MS_AT_THE_END, undefined, { signal: isLate.signal, ref: false });
      await Promise.race([provider.shutdown(), late.catch(() => undefined)]);
      isLate.abort();
    },
  };
}

function spansOf(tracer: Tracer): Spans {
  return {
    async within(name, attributes, work) {
      const span = tracer.startSpan(name, { attributes });
      try {
        return await context.with(trace.setSpan(context.active(), span), work);
      } catch (error) {
        // Its message may say what somebody looks for; the log has it.
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw error;
      } finally {
        span.end();
      }
    },
  };
}
