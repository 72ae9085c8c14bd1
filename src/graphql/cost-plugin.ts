import type { ApolloServerPlugin, BaseContext } from "@apollo/server";
import { costOf, type ListSizes } from "./cost.js";
import { limitBreach } from "./limit-breach.js";
import type { Limits } from "./limits.js";

/** Refuses operations that cost too much, and says in every answer what the operation cost: `extensions.cost`. */
export function costPlugin(
  { maxCost }: Pick<Limits, "maxCost">,
  listSizes: ListSizes = {},
): ApolloServerPlugin<BaseContext> {
  return {
    requestDidStart() {
      let requested: number | null = null;
      return Promise.resolve({
        didResolveOperation({ schema, document, request }) {
          requested = costOf(schema, document, request.operationName, request.variables, listSizes);
          if (requested > maxCost) throw limitBreach("maxCost", maxCost, requested);
          return Promise.resolve();
        },
        willSendResponse({ response: { body } }) {
          if (requested !== null && body.kind === "single") {
            const cost = { requested, maximum: maxCost };
            body.singleResult.extensions = { ...body.singleResult.extensions, cost };
          }
          return Promise.resolve();
        },
      });
    },
  };
}
