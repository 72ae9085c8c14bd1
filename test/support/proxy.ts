import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between a program and a server, and does what networks do. */
export interface Proxy {
  /** The server's address, by way of here. */
  readonly url: string;
  /** Breaks all connections and takes no further ones. */
  cut(): void;
  /** Keeps the connections and passes nothing on, as a dead network does; new ones are taken and stay silent. */
  silence(): void;
  /** Is a good network again. */
  mend(): void;
  close(): Promise<void>;
}

/** A proxy in front of the server that a URL names. */
export async function startProxy(serverUrl: string): Promise<Proxy> {
  const target = new URL(serverUrl);
  const sockets = new Set<Socket>();
  let state: "good" | "silent" | "cut" = "good";

  const server = createServer((client) => {
    if (state === "cut") {
      client.resetAndDestroy();
      return;
    }
    const upstream = connect(Number(target.port || 5432), target.hostname);
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from);
      from.on("data", (chunk) => state === "good" && to.write(chunk));
      from.on("error", () => undefined);
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = new URL(serverUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const breakAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: url.href,
    cut() {
      state = "cut";
      breakAll();
    },
    silence() {
      state = "silent";
    },
    mend() {
      // What was lost on the way does not arrive any more.
      if (state === "silent") breakAll();
      state = "good";
    },
    close() {
      breakAll();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
