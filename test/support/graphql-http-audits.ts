import { serverAudits } from "graphql-http";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A server to audit: its `/graphql` address, and how to stop it. */
export interface AuditedServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * What the audits would have otherwise, by audit and with our reason. An audit that begins to fail, and one of
 * these that begins to pass, fails its test.
 */
export const knownDeviations: Readonly<Record<string, string>> = {
  "572B": "A document that cannot be parsed has no data, so the status is 4xx for every Accept.",
  FDE2: "A document that is not valid has no data, so the status is 4xx for every Accept.",
  "7B9B": "Variables that do not fit leave no data, so the status is 4xx for every Accept.",
};

/** Runs all server audits of the installed graphql-http, each as a test. */
export function describeGraphqlHttpAudits(name: string, start: () => Promise<AuditedServer>): void {
  describe(`${name}, audited for GraphQL over HTTP`, () => {
    let server: AuditedServer | undefined;
    beforeAll(async () => {
      server = await start();
    });
    afterAll(async () => {
      await server?.close();
    });

    const audits = serverAudits({ url: () => server?.url ?? "" });

    it.each(audits.map((audit) => [audit.id, audit.name, audit] as const))(
      "%s %s",
      async (id, _name, audit) => {
        const result = await audit.fn();
        if (result.status !== "ok") await result.response.body?.cancel();
        const deviation = knownDeviations[id];
        if (deviation === undefined) expect(result).toMatchObject({ status: "ok" });
        else expect(result.status, `listed as a deviation: ${deviation}`).not.toBe("ok");
      },
    );

    it("knows every deviation that is listed", () => {
      const ids = new Set(audits.map((audit) => audit.id));
      expect(Object.keys(knownDeviations).filter((id) => !ids.has(id))).toEqual([]);
    });
  });
}
