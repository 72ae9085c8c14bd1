import { createServer } from "node:http";
import { listening } from "./database.mjs";

/** What no server of this runtime can be faster than: bytes that are ready, as many as our answer has. */
const bytes = { list: 16_000, case: 8_000, typename: 30, search: 8_000 };
const bodies = Object.fromEntries(
  Object.entries({ ...bytes, ...JSON.parse(process.env.BYTES ?? "{}") }).map(([name, size]) => [
    name,
    Buffer.alloc(size, "x"),
  ]),
);

const server = createServer((request, response) => {
  const body = bodies[request.headers["x-workload"]] ?? bodies.typename;
  const headers = { "content-type": "application/json; charset=utf-8", "content-length": body.length };
  const send = () => response.writeHead(200, headers).end(body);
  if (request.method === "GET") send();
  else request.resume().once("end", send);
});
server.listen(0, "127.0.0.1", () => listening(`http://127.0.0.1:${server.address().port}`));
