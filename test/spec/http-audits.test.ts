import { describeGraphqlHttpAudits } from "../support/graphql-http-audits.js";
import { startSmallServer } from "../support/small-server.js";

describeGraphqlHttpAudits("a small server", async () => {
  const { app, close } = await startSmallServer();
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${address}/graphql`, close };
});
