import { createPage, type Page } from "./page.js";
import { pagePolicy, sourceHash } from "./security-headers.js";
import type { ShownOperation } from "./shown-operation.js";

/** The page for people who open the address of the server: what this is, and where to go. No script. */
export function startPage(examples: readonly ShownOperation[]): Promise<Page> {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Exemplar</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Exemplar</h1>
<p>A knowledge base of what China’s characteristic towns have done and what came of it: cases by category,
with their evidence, figures and sources, in Chinese and English, and full-text search over all of it.</p>
<p lang="zh">特色小镇典型经验知识库：按类别整理的案例，附证据、数据与出处，中英双语，支持全文检索。</p>
<ul>
<li><a href="/explorer">Explorer</a>: try queries in the browser, with the schema at hand</li>
<li><a href="/schema.graphql">Schema</a>: every type and field, described</li>
<li><code>/graphql</code>: the API, by <code>GET</code> or <code>POST</code>, open to every site</li>
</ul>
<h2>Examples</h2>
${examples.map(exampleHtml).join("\n")}
</main>
</body>
</html>
`;
  return createPage(html, "text/html; charset=utf-8", `${pagePolicy}; style-src ${sourceHash(style)}`);
}

const style = `
:root { color-scheme: light dark }
body { margin: 0; font: 1.05rem/1.6 system-ui, sans-serif }
main { max-width: 42rem; margin: 0 auto; padding: 1.5rem 1rem 3rem }
h1 { margin: 0 0 .5rem }
h3 { margin: 1.5rem 0 .25rem; font-size: 1.05rem }
pre { margin: .5rem 0 0; padding: .75rem; overflow-x: auto; border: 1px solid #8886; border-radius: .4rem }
pre, code { font-size: .9rem }
`;

function exampleHtml({ title, query, variables }: ShownOperation): string {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const href = escapeHtml(`/graphql?${search.toString()}`);
  const shown =
    Object.keys(variables).length > 0 ? `${query.trim()}\n\n${JSON.stringify(variables)}` : query.trim();
  return `<section>
<h3>${escapeHtml(title)}</h3>
<a href="${href}">See the answer</a>
<details><summary>The query</summary><pre>${escapeHtml(shown)}</pre></details>
</section>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
