import type { CaseWithTexts } from "../catalogue/case-card.js";
import { locales, type Label, type Locale, type SectionKind } from "../terms.js";
import type { SearchField, SearchScope } from "./query-plan.js";
import { vocabularyNamesOf } from "./vocabulary-names.js";

/** Raise it when `passagesOf` takes other texts from the same case: indexes of another version are rebuilt. */
export const passagesVersion = 2;

/** One text of a case that a search can find: no phrase goes from one passage into the next. */
export interface Passage {
  readonly field: SearchField;
  /** The kind of the section it stands in; null where it stands in none. */
  readonly section: SectionKind | null;
  readonly locale: Locale;
  readonly text: string;
  /** Of its section, or of the evidence. */
  readonly anchor: string | null;
}

/** Everything of a case that can be found, in the order in which the case tells it. */
export function passagesOf(view: CaseWithTexts): Passage[] {
  return [
    ...labelled("TITLE", view.title),
    ...labelled("TOWN", view.town.name),
    ...view.town.formerNames.flatMap(({ name }) => labelled("TOWN", name)),
    ...labelled("SUMMARY", view.summary),
    ...view.sections.flatMap(({ kind, anchor, narratives }) =>
      narratives.map(({ locale, text }) => passage("NARRATIVE", locale, text, { section: kind, anchor })),
    ),
    ...view.evidence.flatMap(({ statement, section, anchor }) =>
      labelled("EVIDENCE", statement, { section: section?.kind ?? null, anchor }),
    ),
    ...vocabularyNamesOf(view).flatMap((name) => labelled("TAG", name)),
  ].filter(({ text }) => text !== "");
}

/** Does a search of this scope look here? */
export function isInScope(
  { field, section, locale }: Pick<Passage, "field" | "section" | "locale">,
  scope: SearchScope,
): boolean {
  if (scope.locale !== null && scope.locale !== locale) return false;
  if (scope.fields !== null && !scope.fields.includes(field)) return false;
  return scope.searchIn === null || (section !== null && scope.searchIn.includes(section));
}

type Place = Partial<Pick<Passage, "section" | "anchor">>;

function labelled(field: SearchField, { zh = "", en = "" }: Partial<Label>, place: Place = {}): Passage[] {
  return locales.map((locale) => passage(field, locale, locale === "ZH" ? zh : en, place));
}

function passage(field: SearchField, locale: Locale, text: string, place: Place): Passage {
  return { field, section: null, anchor: null, ...place, locale, text };
}
