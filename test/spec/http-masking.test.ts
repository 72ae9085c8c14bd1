import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, firstError, type ErrorAnswer } from "../support/ask.js";
import { startSmallServer, type SmallServer } from "../support/small-server.js";

describe("an error inside an operation", () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await startSmallServer();
  });
  afterAll(() => server.close());

  it("passes with its code, its details and its place when it is for callers", async () => {
    const response = await ask(server.app, "{ hello refused }");
    expect(response.statusCode).toBe(200);
    expect(response.json<ErrorAnswer>()).toMatchObject({
      data: { hello: "hello", refused: null },
      errors: [
        {
          message: "The search cannot answer now.",
          path: ["refused"],
          extensions: { code: "SEARCH_UNAVAILABLE", engine: "toy" },
        },
      ],
    });
  });

  it.each([
    ["refusedWithoutData", 503, "SEARCH_UNAVAILABLE"],
    ["brokenWithoutData", 500, "INTERNAL_SERVER_ERROR"],
  ])("gives an answer without data (%s) the status %i", async (field, status, code) => {
    const response = await ask(server.app, `{ ${field} }`);
    expect(response.statusCode).toBe(status);
    expect(response.json<ErrorAnswer>().data).toBeNull();
    expect(firstError(response)).toMatchObject({ code });
  });

  it.each(["broken", "brokenWithoutData", "brokenInGraphQL"])(
    "is masked when it is not (%s)",
    async (field) => {
      const response = await ask(server.app, `{ ${field} }`, {}, { "x-request-id": `asked-for-${field}` });
      expect(response.body).not.toMatch(/secret|stack/);
      expect(response.headers["x-request-id"]).toBe(`asked-for-${field}`);
      expect(firstError(response)).toEqual({
        message: "Internal error",
        code: "INTERNAL_SERVER_ERROR",
        requestId: `asked-for-${field}`,
      });
      const logged = server.log.filter((line) => line["requestId"] === `asked-for-${field}` && "err" in line);
      expect(logged).toHaveLength(1);
      expect(logged[0]).toMatchObject({
        path: [field],
        err: { message: expect.stringContaining("secret") as string },
      });
    },
  );

  it("speaks Chinese to those who prefer it, and never translates the code", async () => {
    const headers = { "accept-language": "en;q=0.5, zh-Hans-CN" };
    const response = await ask(server.app, "{ refused broken }", {}, headers);
    expect(
      response.json<ErrorAnswer>().errors.map(({ message, extensions }) => [message, extensions["code"]]),
    ).toEqual([
      ["搜索暂时不可用。", "SEARCH_UNAVAILABLE"],
      ["内部错误", "INTERNAL_SERVER_ERROR"],
    ]);
    expect(response.headers).toMatchObject({ "content-language": "zh", vary: "Accept-Language" });
  });

  it("leaves answers without our words alone", async () => {
    const response = await ask(server.app, "{ hello }", {}, { "accept-language": "zh" });
    expect(response.headers["vary"]).toBeUndefined();
    expect(response.headers["content-language"]).toBeUndefined();
  });

  it("found by GraphQL in the document keeps GraphQL's words and places", async () => {
    expect((await ask(server.app, "{ helo }")).json<ErrorAnswer>().errors).toEqual([
      {
        message: 'Cannot query field "helo" on type "Query". Did you mean "hello"?',
        locations: [{ line: 1, column: 3 }],
        extensions: { code: "GRAPHQL_VALIDATION_FAILED" },
      },
    ]);
  });
});
