import { createHash } from "node:crypto";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startSmallServer, type SmallServer } from "../support/small-server.js";

describe("the pages", () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await startSmallServer();
  });
  afterAll(() => server.close());

  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers });

  it("begin with a short one, with links that work and no script", async () => {
    const page = await get("/");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).not.toContain("<script");
    expect(page.body).toContain("width=device-width");
    const links = [...page.body.matchAll(/href="([^"]+)"/g)].map((match) => match[1] ?? "");
    expect(links).toHaveLength(8);
    for (const link of links) {
      const url = link.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
      const answer = await get(url);
      expect(answer.statusCode, url).toBe(200);
      if (url.startsWith("/graphql")) expect(answer.json()).not.toHaveProperty("errors");
    }
  });

  it("write queries as text, not as HTML", async () => {
    const { body } = await get("/");
    expect(body).not.toContain("<b>");
    expect(body).toContain("Say hello &#38; goodbye");
  });

  it("allow the start page its own style and nothing else", async () => {
    const page = await get("/");
    const style = /<style>([\s\S]*?)<\/style>/.exec(page.body)?.[1] ?? "";
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain(`style-src 'sha256-${sha256(style)}'`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("script-src");
  });

  it("give the schema as text", async () => {
    const page = await get("/schema.graphql");
    expect(page.headers["content-type"]).toBe("text/plain; charset=utf-8");
    expect(page.body).toContain("type TownConnection {");
  });

  it("have an explorer that needs nothing from elsewhere, with the operations in it", async () => {
    const page = await get("/explorer");
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain(JSON.stringify("query Hello { hello }"));
    expect(page.body).toContain("query Towns($first: Int)");
    expect(page.body).not.toMatch(/<(script|link|img)[^>]+(src|href)="https?:/);
    const begin = page.body.indexOf("<script>") + "<script>".length;
    const script = page.body.slice(begin, page.body.indexOf("</script", begin));
    expect(script.length).toBeGreaterThan(1_000_000);
    expect(page.body.slice(begin + script.length)).toMatch(/^<\/script>\s*<\/body>\s*<\/html>\s*$/);
    const policy = String(page.headers["content-security-policy"]);
    expect(policy).toContain(`script-src 'sha256-${sha256(script)}'`);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval/);
  });

  it.each([
    ["br", "gzip, deflate, br", brotliDecompressSync],
    ["gzip", "gzip, br;q=0", gunzipSync],
  ] as const)("send the explorer compressed by %s, made once", async (encoding, accepted, decompress) => {
    const plain = await get("/explorer");
    const page = await get("/explorer", { "accept-encoding": accepted });
    expect(page.headers).toMatchObject({ "content-encoding": encoding, vary: "Accept-Encoding" });
    expect(page.rawPayload.length).toBeLessThan(plain.rawPayload.length / 3);
    expect(decompress(page.rawPayload).equals(plain.rawPayload)).toBe(true);
  });

  it("are not sent twice to a client that has them", async () => {
    for (const url of ["/", "/explorer", "/schema.graphql"]) {
      const headers = { "accept-encoding": "br" };
      const page = await get(url, headers);
      expect(page.headers["cache-control"]).toContain("max-age");
      const etag = String(page.headers["etag"]);
      const again = await get(url, { ...headers, "if-none-match": `"other", W/${etag}` });
      expect(again.statusCode).toBe(304);
      expect(again.rawPayload).toHaveLength(0);
      expect(again.headers["etag"]).toBe(etag);
      expect((await get(url, { "if-none-match": etag })).statusCode).toBe(200);
      expect((await server.app.inject({ method: "HEAD", url })).statusCode).toBe(200);
    }
  });
});

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
