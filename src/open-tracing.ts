import type { Config } from "./config.js";
import type { Logger } from "./http/logger.js";
import type { Traced } from "./knowledge-base.js";
import { ownVersion } from "./version.js";
import { tracedEngine, tracedStorage } from "./telemetry/traced.js";
import type { Tracing } from "./telemetry/tracing.js";

export interface OpenTracing extends Tracing {
  readonly traced: Traced;
}

/** Null where the OTEL_ variables ask for no traces: then no package of OpenTelemetry is even loaded. */
export async function openTracing(
  { isTraced }: Pick<Config, "isTraced">,
  log: Logger,
): Promise<OpenTracing | null> {
  if (!isTraced) return null;
  const { startTracing } = await import("./telemetry/tracing.js");
  const tracing = startTracing({
    ...{ serviceName: "exemplar", version: ownVersion() },
    onTrouble: (trouble) => {
      log.warn({ trouble }, "traces: trouble with the collector");
    },
  });
  return {
    ...tracing,
    traced: {
      storage: (storage) => tracedStorage(storage, tracing.spans),
      engine: (engine) => tracedEngine(engine, tracing.spans),
    },
  };
}
