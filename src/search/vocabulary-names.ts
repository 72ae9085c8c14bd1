import { regionPath } from "../catalogue/region-path.js";
import type { CaseWithTexts } from "../catalogue/case-card.js";
import { caseKindNames, warningKindNames } from "../names.js";
import type { Label } from "../terms.js";

/**
 * What the words of the vocabularies and of the closed sets that a case carries are called. Whatever a facet
 * can count a case under, a search finds it by.
 */
export function vocabularyNamesOf(view: CaseWithTexts): Partial<Label>[] {
  const { category, warning, town } = view;
  const named = [
    ...view.tags,
    ...view.practices,
    ...town.industries,
    ...view.problems,
    ...regionPath(town.region),
  ];
  return [
    ...named.map(({ name }) => name),
    ...(category === null ? [] : [category.name, ...category.namesAsPublished.map(asLabel)]),
    caseKindNames[view.kind],
    ...(warning === null ? [] : [warningKindNames[warning.kind]]),
  ];
}

const asLabel = ({ text, language }: { readonly text: string; readonly language: string }): Partial<Label> =>
  language.startsWith("zh") ? { zh: text } : { en: text };
