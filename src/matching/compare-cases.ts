import type { Edition } from "../catalogue/edition.js";
import type { CaseView } from "../catalogue/views.js";
import type { PracticeView, Vocabulary } from "../catalogue/vocabulary-views.js";
import { badInput } from "../errors.js";
import { comparedMeasures, type ComparedMeasure } from "./compared-measures.js";
import { comparedSections, type ComparedSection } from "./compared-sections.js";

/** Fewer are nothing to compare, more do not fit side by side. */
const LEAST_CASES = 2;
const MOST_CASES = 5;

/** Cases side by side: each row has a cell for each case, in their order; null where the case has nothing. */
export interface CaseComparison {
  readonly cases: readonly CaseView[];
  readonly sections: readonly ComparedSection[];
  readonly measures: readonly ComparedMeasure[];
  /** That at least two of the cases use: those that most use first, then in the vocabulary's order. */
  readonly sharedPractices: readonly PracticeView[];
}

/**
 * Puts two to five published cases side by side, in the order of the slugs; former slugs count.
 * @throws {AppError} BAD_USER_INPUT for another number of slugs, for one that no published case has, and
 * for a second slug of the same case.
 */
export async function compareCases(edition: Edition, slugs: readonly string[]): Promise<CaseComparison> {
  if (slugs.length < LEAST_CASES || slugs.length > MOST_CASES) {
    throw badInput("slugs", slugs, {
      zh: `须为${LEAST_CASES}至${MOST_CASES}个案例。`,
      en: `between ${LEAST_CASES} and ${MOST_CASES} cases are needed.`,
    });
  }
  const cases = await casesOf(edition, slugs);
  return {
    cases,
    sections: comparedSections(cases),
    measures: comparedMeasures(cases, edition.vocabulary),
    sharedPractices: sharedPracticesOf(cases, edition.vocabulary),
  };
}

async function casesOf({ columns, cases }: Edition, slugs: readonly string[]): Promise<CaseView[]> {
  const ids = slugs.map((slug) => columns.facts.idAt(columns.ordinalOfSlug(slug) ?? -1) ?? "");
  const views = await cases(ids);
  return views.map((view, place) => {
    const [argument, slug] = [`slugs[${place}]`, slugs[place]];
    if (view === null) {
      throw badInput(argument, slug, { zh: "没有这个案例。", en: "there is no such case." });
    }
    const first = ids.indexOf(view.id);
    if (first !== place) {
      throw badInput(argument, slug, {
        zh: `与 slugs[${first}] 是同一个案例。`,
        en: `it is the same case as \`slugs[${first}]\`.`,
      });
    }
    return view;
  });
}

function sharedPracticesOf(cases: readonly CaseView[], { practices }: Vocabulary): PracticeView[] {
  const usersOf = ({ slug }: PracticeView): number =>
    cases.filter((view) => view.practices.some((practice) => practice.slug === slug)).length;
  return practices.filter((practice) => usersOf(practice) > 1).sort((a, b) => usersOf(b) - usersOf(a));
}
