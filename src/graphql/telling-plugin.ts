import type { ApolloServerPlugin } from "@apollo/server";
import type { RequestFacts } from "./answer-plugin.js";
import { isErrorCode } from "./mask-errors.js";

/** Tells those who watch which operation was answered, and how. */
export function tellingPlugin(): ApolloServerPlugin<RequestFacts> {
  return {
    requestDidStart: ({ contextValue: { tell } }) =>
      Promise.resolve(
        tell && {
          willSendResponse({ operation, response: { body } }) {
            if (!operation || body.kind !== "single") return Promise.resolve();
            const code = body.singleResult.errors?.[0]?.extensions?.["code"];
            const outcome = body.singleResult.errors
              ? isErrorCode(code)
                ? code
                : "INTERNAL_SERVER_ERROR"
              : "ok";
            tell({ name: operation.name?.value ?? null, outcome });
            return Promise.resolve();
          },
        },
      ),
  };
}
