import cluster from "node:cluster";
import { AggregatorRegistry } from "prom-client";
import type { MetricsText } from "./metrics-text.js";

/** From a worker to the primary and back. */
interface Question {
  readonly kind: typeof QUESTION;
  readonly number: number;
}
interface Reply {
  readonly kind: typeof REPLY;
  readonly number: number;
  /** Null: some worker did not say its part. */
  readonly text: string | null;
}
const QUESTION = "exemplar:metrics?";
const REPLY = "exemplar:metrics";

/** In the primary: collects from all workers, and does so for a worker that asks. */
export function collectFromWorkers(): MetricsText {
  const registry = new AggregatorRegistry();
  const text: MetricsText = () => registry.clusterMetrics();
  cluster.on("message", (worker, message: unknown) => {
    if (!is<Question>(message, QUESTION)) return;
    const { number } = message;
    const tell = (said: string | null): void => {
      const reply: Reply = { kind: REPLY, number, text: said };
      if (worker.isConnected()) worker.send(reply);
    };
    text().then(tell, () => {
      tell(null);
    });
  });
  return text;
}

let asked = 0;

/** In a worker: what all of them say, by way of the primary. */
export const askPrimary: MetricsText = () =>
  new Promise((resolve, reject) => {
    const number = ++asked;
    const hear = (message: unknown): void => {
      if (!is<Reply>(message, REPLY) || message.number !== number) return;
      process.off("message", hear);
      if (message.text === null) reject(new Error("A worker has not told its metrics in time."));
      else resolve(message.text);
    };
    process.on("message", hear);
    const question: Question = { kind: QUESTION, number };
    process.send?.(question);
  });

const is = <T extends { readonly kind: string }>(message: unknown, kind: T["kind"]): message is T =>
  typeof message === "object" && message !== null && "kind" in message && message.kind === kind;
