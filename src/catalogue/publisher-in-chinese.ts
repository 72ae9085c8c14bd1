import type { SourceView } from "./vocabulary-views.js";

/**
 * Who is responsible for a source, as a Chinese reference names them: where a Chinese text was read at a repost, our
 * English remark on that (“(repost, …)”, “(carried by …)”) becomes 转载. `Source.publisher` keeps it whole.
 */
export function publisherInChinese({ publisher, language, isRepost }: SourceView): string {
  if (!isRepost || !/^zh\b/.test(language)) return publisher;
  const [, name = publisher, remark = ""] = /^(.+?) ?\(([^()]*)\)$/.exec(publisher) ?? [];
  const whose = responsibleIn(name);
  if (whose === name && !ON_REPOSTING.test(remark)) return publisher;
  return `${whose}（${SITE.exec(remark)?.[0] ?? ""}转载）`;
}

/** Without the remarks that stand in the name itself; where they are all of it, nobody is named. */
function responsibleIn(name: string): string {
  if (/^(local media|commentary|news digest|news text)\b/.test(name)) return "责任者不详";
  return name
    .replace(/ (text( on a third-party (site|mirror))?|feature|repost)$/, "")
    .replace(" via ", "，经");
}

/** Other remarks are names (“(Fujian Daily)”), or say something of the text. */
const ON_REPOSTING =
  /\b(repost|reposted|copy|mirror|carried|carries|carrying|reproduced|reproducing|article|archive)\b/;

const SITE = /\b[a-z\d-]+(\.[a-z\d-]+)*\.[a-z]{2,}\b/;
