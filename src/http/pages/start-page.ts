import { createPage, type Page } from "./page.js";
import { pagePolicy, sourceHash } from "./security-headers.js";
import type { ShownOperation } from "./shown-operation.js";

/** The page for people who open the address of the server: what this is, and where to go. No script. */
export function startPage(
  examples: readonly ShownOperation[],
  exportNames: readonly string[],
): Promise<Page> {
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Cases of China’s characteristic towns, in Chinese and English">
<title>Exemplar · 特色小镇典型经验知识库</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header>
<h1>Exemplar</h1>
<p>Cases of China’s characteristic towns <span lang="zh-Hans">特色小镇典型经验知识库</span></p>
</header>
<main>
<p>Exemplar tells what a town did, how it was run and paid for, what came of it, and what went wrong.
The cases are in Chinese and English, in five categories, and every figure traces to a sourced statement.
One GraphQL API answers with filters, facets and full-text search in both languages; it asks for no key.</p>
<p lang="zh-Hans">${chinese}</p>
<nav aria-label="Where to go">
<ul>
<li><a href="/explorer">Explorer</a> <span lang="zh-Hans">在线查询</span>: write and run queries in the browser</li>
<li><a href="/schema.graphql">Schema</a> <span lang="zh-Hans">数据结构</span>: every type and field, described</li>
<li>Data as files <span lang="zh-Hans">数据导出</span>: ${exportNames.map(exportLink).join(", ")}</li>
<li><a href="/readyz">Health</a> <span lang="zh-Hans">运行状态</span>: database, migrations and search</li>
</ul>
</nav>
<p>The API is at <code>/graphql</code>, by <code>GET</code> or <code>POST</code>, open to every site.</p>
<h2>Examples <span lang="zh-Hans">查询示例</span></h2>
<p>Each title runs its query and shows the answer as JSON. The explorer has them as tabs.
<span lang="zh-Hans">点击标题即可查看结果。</span></p>
${examples.map(exampleHtml).join("\n")}
</main>
</body>
</html>
`;
  const policy = `${pagePolicy}; style-src ${sourceHash(style)}; img-src data:`;
  return createPage(html, "text/html; charset=utf-8", policy);
}

// Without line breaks: browsers show one as a space.
const chinese =
  "本库讲述小镇做了什么，如何运营，资金从何而来，成效如何，又有哪些教训。" +
  "案例分为五类，中英文对照，每个数字都可追溯到有出处的陈述。" +
  "一个 GraphQL 接口提供筛选、分面统计和中英文全文检索，无需密钥。";

/** System fonts and colours, so that it is light or dark as the reader's system is. */
const style = `
:root { color-scheme: light dark }
body { max-width: 42rem; margin: 0 auto; padding: 2rem 1rem 4rem; font: 1.05rem/1.65 system-ui, sans-serif }
h1, h2, h3 { line-height: 1.3 }
h1 { margin: 0; font-size: 2rem }
h2 { margin: 2.5rem 0 .5rem; font-size: 1.35rem }
h3 { margin: 0; font-size: 1.05rem }
h2 span { font-weight: normal }
header { margin-bottom: 1.5rem; padding-bottom: 1rem; border-bottom: 1px solid #8888 }
header p { margin: .25rem 0 0 }
header span { display: inline-block }
ul { padding-left: 1.25rem }
li { margin: .3rem 0 }
article { margin: 1.25rem 0 }
summary { width: max-content; cursor: pointer }
article p { margin: 0 }
pre { margin: .5rem 0; padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; border: 1px solid #8888 }
pre, code { font-family: ui-monospace, monospace; font-size: .875rem }
`;

const exportLink = (name: string): string => `<a href="/export/${escapeHtml(name)}">${escapeHtml(name)}</a>`;

/** The first query stands open, to show what one looks like. */
function exampleHtml({ title, query, variables }: ShownOperation, index: number): string {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const href = escapeHtml(`/graphql?${search.toString()}`);
  const given =
    Object.keys(variables).length > 0
      ? `<p>Its variables</p>
<pre>${escapeHtml(JSON.stringify(variables))}</pre>`
      : "";
  return `<article>
<h3><a href="${href}">${escapeHtml(title)}</a></h3>
<details${index === 0 ? " open" : ""}><summary>The query</summary>
<pre>${escapeHtml(query.trim())}</pre>
${given}
</details>
</article>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
