import { createServer } from "node:http";
import { listening } from "./database.mjs";

// Node 20 has none, and PostGraphile 5 cannot do without.
Promise.withResolvers ??= function withResolvers() {
  const made = {};
  made.promise = new this((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
};

/** PostGraphile 5 over the same content in PostgreSQL: no resolver is written by hand. */
const { postgraphile } = await import("postgraphile");
const { PostGraphileAmberPreset } = await import("postgraphile/presets/amber");
const { makePgService } = await import("postgraphile/adaptors/pg");
const { grafserv } = await import("postgraphile/grafserv/node");

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [
    makePgService({
      ...{ connectionString: process.env.POSTGRES_URL, schemas: ["public"], poolConfig: { max: 10 } },
    }),
  ],
  grafserv: { graphqlPath: "/graphql", graphiql: false, watch: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, "127.0.0.1", () => listening(`http://127.0.0.1:${server.address().port}`));
