import { describe, expect, it } from "vitest";
import type { Checks } from "../../src/http/health.js";
import { startSmallServer } from "../support/small-server.js";

describe("the health checks", () => {
  const fine: Checks = { database: "up", migrations: "applied", search: "up" };

  it.each([
    ["all is well", fine, 200, "ready"],
    ["search is degraded", { ...fine, search: "degraded" }, 200, "ready"],
    ["search is down", { ...fine, search: "down" }, 200, "ready"],
    ["the database is down", { ...fine, database: "down" }, 503, "unready"],
    ["migrations are pending", { ...fine, migrations: "pending" }, 503, "unready"],
  ] as const)("say, when %s, how each part is", async (_when, checks, code, status) => {
    const { app, close } = await startSmallServer({ checks: () => Promise.resolve(checks) });
    const response = await app.inject("/readyz");
    expect(response.statusCode).toBe(code);
    expect(response.json()).toEqual({ status, checks });
    expect(response.headers["cache-control"]).toBe("no-store");
    await close();
  });

  it("take checks that fail for a server that is not ready, but alive", async () => {
    const { app, log, close } = await startSmallServer({ checks: () => Promise.reject(new Error("secret")) });
    const response = await app.inject("/readyz");
    expect(response.statusCode).toBe(503);
    expect(response.body).not.toContain("secret");
    expect(log).toContainEqual(expect.objectContaining({ msg: "the checks failed" }));
    expect((await app.inject("/healthz")).json()).toEqual({ status: "up" });
    await close();
  });
});
