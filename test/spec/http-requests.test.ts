import { afterEach, describe, expect, it } from "vitest";
import { ask, firstError } from "../support/ask.js";
import { startSmallServer, type SmallServer, type SmallServerOptions } from "../support/small-server.js";

describe("requests and answers", () => {
  let server: SmallServer | undefined;
  afterEach(() => server?.close());
  const start = async (options?: SmallServerOptions) => (server = await startSmallServer(options));

  it("take a plain browser's GET", async () => {
    const { app } = await start();
    const response = await app.inject({
      url: "/graphql?query={hello}",
      headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8", "user-agent": "a browser" },
    });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toMatchObject({ data: { hello: "hello" } });
  });

  it("carry a request id, the caller's own where it is sane", async () => {
    const { app } = await start();
    const idFor = async (sent: string) =>
      (await app.inject({ url: "/healthz", headers: { "x-request-id": sent } })).headers["x-request-id"];
    expect(await idFor("portal.7-a_B")).toBe("portal.7-a_B");
    for (const odd of ["a b", "x".repeat(65), 'a"}', ""]) expect(await idFor(odd)).toMatch(/^[\da-f-]{36}$/);
  });

  it("set no cookie and name no program", async () => {
    const { app } = await start();
    for (const url of ["/", "/healthz", "/graphql?query={hello}", "/nowhere"]) {
      const { headers } = await app.inject({ url });
      expect(headers["set-cookie"]).toBeUndefined();
      expect(headers["x-powered-by"] ?? headers["server"]).toBeUndefined();
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      expect(headers["content-security-policy"]).toContain("default-src 'none'");
    }
  });

  it("are open to every site, which may read ETag, Retry-After and the request id", async () => {
    const { app } = await start();
    const headers = { origin: "https://portal.example" };
    const answer = await app.inject({ url: "/graphql?query={hello}", headers });
    expect(answer.headers["access-control-allow-origin"]).toBe("*");
    expect(answer.headers["access-control-expose-headers"]).toMatch(/ETag, Retry-After, X-Request-Id/);
    expect(answer.headers["access-control-allow-credentials"]).toBeUndefined();
    const failed = await app.inject({ method: "POST", url: "/graphql", headers, payload: [] });
    expect(failed.headers["access-control-allow-origin"]).toBe("*");
  });

  it("answer OPTIONS, as a preflight and without", async () => {
    const { app } = await start({ config: { rateLimit: 1 } });
    const headers = {
      origin: "https://portal.example",
      "access-control-request-method": "POST",
      "access-control-request-headers": "content-type",
    };
    for (let turn = 0; turn < 3; turn += 1) {
      const preflight = await app.inject({ method: "OPTIONS", url: "/graphql", headers });
      expect(preflight.statusCode).toBe(204);
      expect(preflight.headers).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-methods": "GET, POST",
        "access-control-allow-headers": "content-type",
      });
    }
    expect((await app.inject({ method: "OPTIONS", url: "/graphql" })).statusCode).toBe(204);
  });

  it("answer OPTIONS with the methods that the address has", async () => {
    const { app } = await start();
    const allowed = async (url: string) => {
      const { headers } = await app.inject({ method: "OPTIONS", url });
      return [headers["access-control-allow-methods"], headers["allow"]];
    };
    expect(await allowed("/graphql?query={hello}")).toEqual(["GET, POST", "GET, POST, OPTIONS"]);
    for (const url of ["/export/toys.csv", "/", "/readyz"])
      expect(await allowed(url)).toEqual(["GET, HEAD", "GET, HEAD, OPTIONS"]);
    expect(await allowed("/nowhere")).toEqual(["GET, HEAD, POST", undefined]);
  });

  it("are logged in one line, with the request id and without the query", async () => {
    const { app, log } = await start();
    const search = new URLSearchParams({ query: '{ echo(text: "confidential") }' }).toString();
    await app.inject({ url: `/graphql?${search}`, headers: { "x-request-id": "one" } });
    await ask(app, '{ echo(text: "confidential"', {}, { "x-request-id": "two" });
    await ask(app, '{ broken echo(text: "confidential") }', {}, { "x-request-id": "three" });
    await app.inject({ url: `/nowhere?${search}`, headers: { "x-request-id": "four" } });
    expect(log.filter((line) => line["msg"] === "answered")).toMatchObject([
      { requestId: "one", method: "GET", path: "/graphql", status: 200 },
      { requestId: "two", method: "POST", path: "/graphql", status: 400 },
      { requestId: "three", method: "POST", path: "/graphql", status: 200 },
      { requestId: "four", method: "GET", path: "/nowhere", status: 404 },
    ]);
    expect(JSON.stringify(log)).not.toContain("confidential");
  });

  it("are limited per client address, on /graphql and for exports alone", async () => {
    const { app } = await start({ config: { rateLimit: 3 } });
    const from = (remoteAddress: string, url = "/graphql?query={hello}") =>
      app.inject({ url, remoteAddress });
    const first = await from("10.0.0.1");
    expect(first.headers).toMatchObject({ "x-ratelimit-limit": "3", "x-ratelimit-remaining": "2" });
    await from("10.0.0.1");
    await from("10.0.0.1");
    const refused = await from("10.0.0.1");
    expect(refused.statusCode).toBe(429);
    expect(refused.headers["retry-after"]).toMatch(/^\d+$/);
    expect(refused.headers).toMatchObject({
      "x-ratelimit-remaining": "0",
      "access-control-allow-origin": "*",
    });
    expect(firstError(refused)).toMatchObject({
      code: "RATE_LIMITED",
      limit: 3,
      retryAfterSeconds: Number(refused.headers["retry-after"]),
    });
    expect((await from("10.0.0.2")).statusCode).toBe(200);
    expect((await from("10.0.0.1", "/healthz")).statusCode).toBe(200);
  });

  it("count GET and POST of a client together", async () => {
    const { app } = await start({ config: { rateLimit: 1 } });
    expect((await app.inject({ url: "/graphql?query={hello}" })).statusCode).toBe(200);
    expect((await ask(app, "{hello}")).statusCode).toBe(429);
  });

  it("are not limited when the limit is off", async () => {
    const { app } = await start({ config: { rateLimit: null } });
    expect(
      (await app.inject({ url: "/graphql?query={hello}" })).headers["x-ratelimit-limit"],
    ).toBeUndefined();
  });

  it("believe X-Forwarded-For from the named proxies alone", async () => {
    const { app } = await start({ config: { rateLimit: 1, trustedProxies: ["10.0.0.0/8"] } });
    const from = async (remoteAddress: string, client: string) => {
      const headers = { "x-forwarded-for": client };
      return (await app.inject({ url: "/graphql?query={hello}", remoteAddress, headers })).statusCode;
    };
    expect(await from("10.0.0.1", "203.0.113.1")).toBe(200);
    expect(await from("10.0.0.2", "203.0.113.2")).toBe(200);
    expect(await from("10.0.0.2", "203.0.113.1")).toBe(429);
    expect(await from("192.0.2.1", "203.0.113.3")).toBe(200);
    expect(await from("192.0.2.1", "203.0.113.4")).toBe(429);
  });
});
