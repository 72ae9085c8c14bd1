import { subscribe, unsubscribe } from "node:diagnostics_channel";
import type { ClientRequest, IncomingMessage } from "node:http";

/** What a search server had to do with a piece of work. */
export interface ServerShare {
  readonly requests: number;
  readonly queries: number;
  /** From the sending of each request to the last byte of its answer; where several overlap, once. */
  readonly waitedMs: number;
  /** Its own figure, whole milliseconds of each query rounded down. */
  readonly processingMs: number;
  readonly bytes: number;
}

/** Listens to the HTTP client of this process until `end`. */
export function watchServer(): { end(): ServerShare } {
  const answers: string[] = [];
  let [open, openedAt, waitedMs, requests] = [0, 0, 0, 0];

  const onStart = (): void => {
    requests += 1;
    if (open++ === 0) openedAt = performance.now();
  };
  const onAnswer = (message: unknown): void => {
    const { response } = message as { request: ClientRequest; response: IncomingMessage };
    const parts: Buffer[] = [];
    response.on("data", (part: Buffer) => parts.push(part));
    // Before the listener of who asked, so that his work with the answer is not counted.
    response.prependListener("end", () => {
      if (--open === 0) waitedMs += performance.now() - openedAt;
      answers.push(Buffer.concat(parts).toString("utf8"));
    });
  };
  subscribe("http.client.request.start", onStart);
  subscribe("http.client.response.finish", onAnswer);
  return {
    end() {
      unsubscribe("http.client.request.start", onStart);
      unsubscribe("http.client.response.finish", onAnswer);
      const results = answers.flatMap(resultsIn);
      return {
        ...{ requests, waitedMs, queries: results.length },
        processingMs: results.reduce((sum, { processingTimeMs }) => sum + processingTimeMs, 0),
        bytes: answers.reduce((sum, answer) => sum + Buffer.byteLength(answer), 0),
      };
    },
  };
}

interface ServerResult {
  readonly processingTimeMs: number;
}

const resultsIn = (answer: string): readonly ServerResult[] =>
  (JSON.parse(answer) as { readonly results?: readonly ServerResult[] }).results ?? [];
