import { AggregatorRegistry, collectDefaultMetrics, Registry } from "prom-client";
import { answerMetrics } from "./answer-metrics.js";
import type { Answered } from "./answered.js";
import type { MetricsText } from "./metrics-text.js";
import { readingMetrics } from "./reading-metrics.js";
import type { Readings } from "./readings.js";
import { askPrimary } from "./worker-metrics.js";

/** The metrics of this process, in Prometheus' text format. */
export interface Metrics {
  readonly answered: (answered: Answered) => void;
  /** From now on these are shown too. */
  readonly show: (readings: Readings) => void;
  /** Of this process, or of all workers where there are several. */
  readonly text: MetricsText;
  close(): void;
}

export interface MetricsOptions {
  /** The names that operations are counted by. */
  readonly operations: ReadonlySet<string>;
  /** The number of this worker; null: the service is one process. */
  readonly worker: number | null;
}

/**
 * Workers are told apart by a label and never added up: a counter that loses a worker would seem to have begun anew,
 * and an average would hide the one worker that is stuck.
 */
export function openMetrics({ operations, worker }: MetricsOptions): Metrics {
  const registry = new Registry();
  if (worker !== null) {
    registry.setDefaultLabels({ worker: String(worker) });
    AggregatorRegistry.setRegistries(registry);
    // Its constructor makes this process answer when the primary asks.
    new AggregatorRegistry();
  }
  collectDefaultMetrics({ register: registry });
  return {
    answered: answerMetrics(registry, operations),
    show: (readings) => {
      readingMetrics(registry, readings);
    },
    text: worker === null ? () => registry.metrics() : askPrimary,
    close: () => {
      registry.clear();
    },
  };
}
