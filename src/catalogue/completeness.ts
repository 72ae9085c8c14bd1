import { locales, type SectionKind } from "../terms.js";
import type { CaseView, CompletenessView } from "./views.js";

/** The sections that a reader of an experience looks for; setbacks and lessons are not owed. */
const expectedSections: readonly SectionKind[] = ["BACKGROUND", "PROBLEM", "PRACTICE", "MECHANISM", "RESULT"];

/**
 * How much of a case there is: which of the expected sections, in which languages, and how many sections
 * rest on evidence (our own lessons need none). `missing` names each gap as `section:MECHANISM`,
 * `locale:EN:result` or `evidence:problem`.
 */
export function completenessOf({ sections, kind }: Pick<CaseView, "sections" | "kind">): CompletenessView {
  const expected = kind === "EXEMPLARY" ? expectedSections : (["PROBLEM"] as const);
  const kinds = new Set(sections.map((section) => section.kind));
  const absentKinds = expected.filter((one) => !kinds.has(one));
  const absentTexts = sections.flatMap(({ anchor, narratives }) =>
    locales
      .filter((locale) => !narratives.some((narrative) => narrative.locale === locale))
      .map((locale) => `locale:${locale}:${anchor}`),
  );
  const sourced = sections.filter(({ basis }) => basis === "SOURCE");
  const bare = sourced.filter(
    ({ evidence, narratives }) =>
      evidence.length === 0 && narratives.every((text) => text.citations.length === 0),
  );
  return {
    sections: share(expected.length - absentKinds.length, expected.length),
    locales: share(sections.length * locales.length - absentTexts.length, sections.length * locales.length),
    evidence: share(sourced.length - bare.length, sourced.length),
    missing: [
      ...absentKinds.map((one) => `section:${one}`),
      ...absentTexts,
      ...bare.map(({ anchor }) => `evidence:${anchor}`),
    ],
  };
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
