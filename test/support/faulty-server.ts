import http, { type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** What goes wrong between a client and a server; takes the place of passing a request on. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

export interface FaultyServer {
  /** The server's address, by way of here. */
  readonly url: string;
  /** From now on this happens to every request; null: all is well. */
  fail(fault: Fault | null): void;
  close(): Promise<void>;
}

/** Stands in front of an HTTP server and is as faulty as it is told to be. */
export async function startFaultyServer(serverUrl: string): Promise<FaultyServer> {
  let fault: Fault | null = null;
  const proxy = http.createServer((request, response) => {
    if (fault) fault(request, response);
    else passOn(serverUrl, request, response);
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    fail(next) {
      fault = next;
    },
    close() {
      proxy.closeAllConnections();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

/** What happens when all is well. */
export function passOn(serverUrl: string, request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", serverUrl);
  const { method, headers } = request;
  const upstream = http.request(url, { method, headers: { ...headers, host: url.host } }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on("error", () => response.destroy());
  });
  upstream.on("error", () => response.destroy());
  request.pipe(upstream);
}

/** The faults that networks and servers have. */
export const faults = {
  refuses: ((request) => void request.socket.destroy()) as Fault,
  breaksOff: ((request, response) => {
    response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
    response.write('{"results":[');
    setImmediate(() => request.socket.destroy());
  }) as Fault,
  isSilent: (() => undefined) as Fault,
  talksNonsense: ((_, response) => void response.writeHead(200).end("<html>hello</html>")) as Fault,
  answers: (status: number, code: string): Fault => {
    return (_, response) =>
      void response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify({ message: "no", code, type: "system", link: "" }));
  },
};
