import { createServer } from "node:http";
import { createYoga } from "graphql-yoga";
import { loadConfig } from "../../../src/config.js";
import { systemClock } from "../../../src/clock.js";
import { compiler, interpreter } from "../../../src/graphql/compiled-documents.js";
import { createSchema } from "../../../src/graphql/schema.js";
import { Sharing } from "../../../src/graphql/sharing.js";
import { openKnowledgeBase } from "../../../src/knowledge-base.js";
import { searchCases } from "../../../src/search/search-cases.js";
import { searchStateOf } from "../../../src/search/search-state.js";
import { listening } from "./database.mjs";

/** GraphQL Yoga over our schema, resolvers and compiled operations: what is left is the difference of the servers. */
const config = loadConfig(process.env);
const silent = () => undefined;
const { storage, catalogue, engine, indexes } = await openKnowledgeBase({
  ...{ config, clock: systemClock, onEmptied: silent, onRebuilt: silent },
});
const schema = createSchema({
  ...{ version: "bench", publicUrl: null },
  searchCases: (edition, args) => searchCases(engine, edition, args),
  searchState: () => searchStateOf(indexes, storage.changeLog, systemClock),
});
const execute = compiler(schema, interpreter(schema, 10));

const yoga = createYoga({
  ...{ schema, logging: false, graphiql: false, maskedErrors: false },
  context: () => ({ edition: catalogue.current(), sharing: new Sharing() }),
  plugins: [
    {
      onExecute({ setExecuteFn }) {
        setExecuteFn(({ document, operationName, variableValues, contextValue }) =>
          execute({
            document,
            name: operationName ?? null,
            variables: variableValues ?? {},
            context: contextValue,
          }),
        );
      },
    },
  ],
});
const server = createServer(yoga);
server.listen(0, "127.0.0.1", () => listening(`http://127.0.0.1:${server.address().port}`));
