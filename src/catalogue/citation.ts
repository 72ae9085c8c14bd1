import type { CaseView } from "./views.js";
import type { SourceView } from "./vocabulary-views.js";

/**
 * A source by GB/T 7714—2015 §8.8 (electronic resources): responsible party, title and type, date, address.
 * Without an address it is cited as a publication of unstated kind, [Z].
 */
export function citeSource({ title, titleIsOurs, publisher, published, url }: SourceView): string {
  const type = url === null ? "Z" : "EB/OL";
  const shownTitle = titleIsOurs ? `[${title}]` : title;
  const date = published === null ? "（日期不详）" : `(${published})`;
  return [`${publisher}. ${shownTitle}[${type}]. ${date}`, ...(url === null ? [] : [url])].join(". ") + ".";
}

/** This revision of a case, by the same standard: a record of an online database. */
export function citeCase({ slug, title, town, revision, updatedAt }: CaseView): string {
  const day = updatedAt.toISOString().slice(0, 10);
  return `Exemplar 特色小镇典型经验案例库. ${title.zh}（${town.name.zh}）[DB/OL]. 第${revision}次修订. (${day}). ${slug}.`;
}
