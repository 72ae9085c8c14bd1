import { Counter, Histogram, type Registry } from "prom-client";
import type { ToldOperation } from "../told-operation.js";
import type { Answered } from "./answered.js";

/** Seconds: a kept answer takes less than the first, an operation that is given up ten. */
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

/**
 * Counts answers. Labels have few values, whatever clients send: a name that none of `operations` has is `other`, an
 * operation without a name `anonymous`, and where none can be made out it is `none`.
 */
export function answerMetrics(
  registry: Registry,
  operations: ReadonlySet<string>,
): (answered: Answered) => void {
  const registers = [registry];
  const requests = new Counter({
    ...{
      name: "exemplar_http_requests_total",
      registers,
      labelNames: ["method", "route", "status"] as const,
    },
    help: "Answers by address and HTTP status",
  });
  const told = new Counter({
    ...{
      name: "exemplar_operations_total",
      registers,
      labelNames: ["operation", "outcome", "from"] as const,
    },
    help: "GraphQL answers by operation, outcome (ok, or the code of the first error), executed or kept",
  });
  const seconds = new Histogram({
    ...{ name: "exemplar_operation_seconds", registers, labelNames: ["operation", "from"] as const },
    ...{ help: "Time until a GraphQL answer was out", buckets: BUCKETS },
  });
  const limited = new Counter({
    ...{ name: "exemplar_rate_limited_total", registers },
    help: "Requests that were refused because their client sent too many",
  });

  const labelOf = (operation: ToldOperation | null): string => {
    if (!operation) return "none";
    if (operation.name === null) return "anonymous";
    return operations.has(operation.name) ? operation.name : "other";
  };

  return ({ method, route, status, seconds: took, operation, isKept }) => {
    requests.inc({ method: METHODS.has(method) ? method : "other", route: route ?? "other", status });
    if (status === 429) limited.inc();
    if (route !== "/graphql") return;
    const labels = { operation: labelOf(operation), from: isKept ? "kept" : "executed" };
    told.inc({ ...labels, outcome: operation?.outcome ?? "refused" });
    seconds.observe(labels, took);
  };
}

const METHODS: ReadonlySet<string> = new Set(["GET", "HEAD", "POST", "OPTIONS"]);
