import type { CitationStyle } from "../terms.js";
import type { CaseView } from "./views.js";
import type { SourceView } from "./vocabulary-views.js";

/** A reference to a source, in each style. */
export const citeSource: Record<CitationStyle, (source: SourceView) => string> = {
  GB_T_7714: sourceByNationalStandard,
};

/** A reference to this revision of a case, in each style. */
export const citeCase: Record<CitationStyle, (view: CaseView, at: CitedAt) => string> = {
  GB_T_7714: caseByNationalStandard,
};

/** Where a case is cited from. */
export interface CitedAt {
  readonly contentRevision: number;
  /** Of the service, without a slash at the end; null: it does not know its address. */
  readonly publicUrl: string | null;
}

/**
 * GB/T 7714—2015 §8.8 (electronic resources): responsible party, title and type, date, address. Without an
 * address a source is cited as a publication of unstated kind, [Z].
 */
function sourceByNationalStandard({ title, titleIsOurs, publisher, published, url }: SourceView): string {
  const type = url === null ? "Z" : "EB/OL";
  const shownTitle = titleIsOurs ? `[${title}]` : title;
  const date = published === null ? "（日期不详）" : `(${published})`;
  return [`${publisher}. ${shownTitle}[${type}]. ${date}`, ...(url === null ? [] : [url])].join(". ") + ".";
}

/** The same standard: a record of an online database. */
function caseByNationalStandard(view: CaseView, at: CitedAt): string {
  const { title, town, revision, updatedAt } = view;
  const day = updatedAt.toISOString().slice(0, 10);
  const state = `第${revision}次修订，内容版本${at.contentRevision}`;
  return `Exemplar 特色小镇典型经验案例库. ${title.zh}（${town.name.zh}）[DB/OL]. ${state}. (${day}). ${pathTo(view, at)}.`;
}

/** A case has no page of its own: what opens it is the question for it, as an address where the service has one. */
function pathTo({ slug }: CaseView, { publicUrl }: CitedAt): string {
  if (publicUrl === null) return `GraphQL: case(slug: "${slug}")`;
  const query = `{case(slug:"${slug}"){title{zh en}summary{zh en}revision sections{narratives{locale text}}}}`;
  return `${publicUrl}/graphql?query=${encodeURIComponent(query)}`;
}
