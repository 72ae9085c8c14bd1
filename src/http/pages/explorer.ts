import { createPage, type Page } from "./page.js";
import { pagePolicy, sourceHash } from "./security-headers.js";
import type { ShownOperation } from "./shown-operation.js";

/** GraphiQL as one page that needs nothing from elsewhere, with the operations in its tabs. */
export async function explorerPage(operations: readonly ShownOperation[]): Promise<Page> {
  // Nine megabytes of source: loaded for the first visitor, not for every start.
  const { renderGraphiQL } = await import("@graphql-yoga/render-graphiql");
  const html = renderGraphiQL({
    title: "Exemplar – explorer",
    endpoint: "/graphql",
    defaultTabs: operations.map(({ query, variables }) => ({
      query: query.trim(),
      variables: JSON.stringify(variables, null, 2),
    })),
  }).replace("</head>", `${narrowHead}</head>`);
  return createPage(html, "text/html; charset=utf-8", explorerPolicy(html));
}

/** On a narrow screen the answer stands below the query, not in a strip beside it. */
const narrowHead = `<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
@media (max-width: 48rem) {
  .graphiql-session-header + div { flex-direction: column }
  .graphiql-logo, .graphiql-horizontal-drag-bar { display: none }
}
</style>
`;

/** GraphiQL writes styles as it goes and runs its editors in workers; of scripts it has the one in the page. */
function explorerPolicy(html: string): string {
  const begin = html.indexOf("<script>") + "<script>".length;
  const script = html.slice(begin, html.indexOf("</script", begin));
  return [
    pagePolicy,
    "connect-src 'self'",
    `script-src ${sourceHash(script)}`,
    "style-src 'unsafe-inline'",
    "img-src data:",
    "font-src data:",
    "worker-src blob:",
  ].join("; ");
}
