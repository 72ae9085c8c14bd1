import type { CaseView } from "../catalogue/views.js";
import type { RegionView } from "../catalogue/vocabulary-views.js";
import { caseKindNames, warningKindNames } from "../names.js";
import type { Label } from "../terms.js";

/**
 * What the words of the vocabularies and of the closed sets that a case carries are called. Whatever a facet
 * can count a case under, a search finds it by.
 */
export function vocabularyNamesOf(view: CaseView): Partial<Label>[] {
  const { category, warning, town } = view;
  const named = [
    ...view.tags,
    ...view.practices,
    ...town.industries,
    ...view.problems,
    ...pathOf(town.region),
  ];
  return [
    ...named.map(({ name }) => name),
    ...(category === null ? [] : [category.name, ...category.namesAsPublished.map(asLabel)]),
    caseKindNames[view.kind],
    ...(warning === null ? [] : [warningKindNames[warning.kind]]),
  ];
}

/** The smallest division first. */
function pathOf(region: RegionView): RegionView[] {
  return [region, ...(region.parent === null ? [] : pathOf(region.parent))];
}

const asLabel = ({ text, language }: { readonly text: string; readonly language: string }): Partial<Label> =>
  language.startsWith("zh") ? { zh: text } : { en: text };
