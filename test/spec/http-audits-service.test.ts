import { openTestApp } from "../support/app.js";
import { describeGraphqlHttpAudits } from "../support/graphql-http-audits.js";

describeGraphqlHttpAudits("the whole service", async () => {
  const { http, close } = await openTestApp();
  const address = await http.listen({ host: "127.0.0.1", port: 0 });
  return { url: `${address}/graphql`, close };
});
