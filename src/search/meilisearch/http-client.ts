import http from "node:http";
import https from "node:https";
import { ServerFailure } from "./server-failure.js";

/** The client's HTTP function, as it wants it: the parsed answer, or a failure. */
export type Send = (target: string | URL | Request, init?: RequestInit) => Promise<unknown>;

export interface HttpClientOptions {
  /** Until a request is given up. */
  readonly timeoutMs: number;
  /** Null: the server asks for none. */
  readonly key: () => Promise<string | null>;
  /** Told when the server does not take the key. */
  readonly onKeyRefused: () => void;
}

export interface HttpClient {
  readonly send: Send;
  close(): void;
}

/**
 * Sends requests over kept connections, each in one write: with `fetch` an answer of more than about
 * 1.5 KB comes some 45 ms late, because two small writes wait for a delayed acknowledgement.
 * `send` throws ServerFailure alone.
 */
export function createHttpClient({ timeoutMs, key, onKeyRefused }: HttpClientOptions): HttpClient {
  const kept = { keepAlive: true, maxSockets: 64 };
  const agents = { "http:": new http.Agent(kept), "https:": new https.Agent(kept) };
  let isClosed = false;
  const send: Send = async (target, init) => {
    if (isClosed) throw failure("UNREACHABLE", "The connection to the search server has been closed.");
    const url = new URL(target instanceof Request ? target.url : target);
    const bearer = await key();
    const headers = {
      ...Object.fromEntries(init?.headers instanceof Headers ? init.headers : new Headers(init?.headers)),
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
    };
    const agent = url.protocol === "https:" ? agents["https:"] : agents["http:"];
    const request: Sent = { method: init?.method ?? "GET", body: init?.body ?? null, headers };
    const { status, body } = await exchange(url, request, agent, timeoutMs).catch((error: unknown) => {
      // The server had given up the kept connection just then; whatever we ask may be asked twice.
      if (error instanceof StaleConnection) return exchange(url, request, agent, timeoutMs);
      throw error;
    });
    const parsed = parse(body, status);
    if (status >= 200 && status < 300) return parsed;
    if (status === 401 || status === 403) onKeyRefused();
    throw refusal(status, parsed);
  };
  return {
    send,
    close() {
      isClosed = true;
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

class StaleConnection extends ServerFailure {}

interface Exchanged {
  readonly status: number;
  readonly body: string;
}

interface Sent {
  readonly method: string;
  readonly body: RequestInit["body"];
  readonly headers: Readonly<Record<string, string>>;
}

function exchange(url: URL, init: Sent, agent: http.Agent, timeoutMs: number): Promise<Exchanged> {
  const body = typeof init.body === "string" ? init.body : "";
  const headers = {
    ...init.headers,
    ...(body !== "" && { "content-length": String(Buffer.byteLength(body)) }),
  };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === "https:" ? https : http;
    const sent = request(url, { method: init.method, headers, agent }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => {
        clearTimeout(timer);
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString("utf8") });
      });
      answer.on("error", (cause) => {
        clearTimeout(timer);
        reject(failure("BROKEN_ANSWER", "The search server broke off its answer.", cause));
      });
    });
    const timer = setTimeout(() => {
      reject(failure("TIMED_OUT", `The search server did not answer within ${timeoutMs} ms.`));
      sent.destroy();
    }, timeoutMs);
    sent.on("error", (cause) => {
      clearTimeout(timer);
      const message = `The search server cannot be reached (${codeOf(cause)}).`;
      const Kind = sent.reusedSocket && codeOf(cause) === "ECONNRESET" ? StaleConnection : ServerFailure;
      reject(new Kind("UNREACHABLE", message, null, null, { cause }));
    });
    sent.end(body);
  });
}

function failure(kind: ServerFailure["kind"], message: string, cause?: unknown): ServerFailure {
  return new ServerFailure(kind, message, null, null, { cause });
}

const codeOf = (error: Error): string => ("code" in error ? String(error.code) : error.name);

function parse(body: string, status: number): unknown {
  if (body === "") return undefined;
  try {
    return JSON.parse(body);
  } catch (cause) {
    const message = `The search server answered ${status} with what is no JSON.`;
    throw new ServerFailure("BROKEN_ANSWER", message, status, null, { cause });
  }
}

/** Only the server's own code is passed on: its message may repeat what was sent. */
function refusal(status: number, body: unknown): ServerFailure {
  const code = typeof body === "object" && body !== null && "code" in body ? String(body.code) : null;
  return new ServerFailure(
    "REFUSED",
    `The search server answered ${status} (${code ?? "no code"}).`,
    status,
    code,
  );
}
