import type { ApolloServerPlugin } from "@apollo/server";
import { OperationTypeNode } from "graphql";
import type { RequestContext } from "./context.js";

/**
 * Says by `Cache-Control` what browsers, CDNs and our own cache may keep: answers with data and without errors. What
 * such an answer is depends on `Accept` alone.
 */
export function sharingPlugin(maxAgeSeconds: number): ApolloServerPlugin<RequestContext> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse({ response: { body, http }, operation, contextValue }) {
          const isShared =
            body.kind === "single" &&
            body.singleResult.data != null &&
            !body.singleResult.errors &&
            operation?.operation === OperationTypeNode.QUERY &&
            contextValue.sharing.allows();
          http.headers.set("cache-control", isShared ? `public, max-age=${maxAgeSeconds}` : "no-store");
          if (isShared) http.headers.set("vary", "Accept, Accept-Encoding");
          return Promise.resolve();
        },
      }),
  };
}
