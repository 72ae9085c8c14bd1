import type { Edition } from "../catalogue/edition.js";
import { matchesFigure, type EvidenceFilter } from "../catalogue/evidence-filter.js";
import { evidenceList } from "../catalogue/evidence-list.js";
import type { EvidencePlace } from "../catalogue/evidence-place.js";
import { evidenceMatcher } from "../catalogue/evidence-matching.js";
import { matchCases, type CaseFilter } from "../catalogue/filter.js";
import { itemsIn, type Items } from "../catalogue/pages.js";
import { timeOfFigure } from "../catalogue/times.js";
import type { TownEntry } from "../catalogue/towns.js";
import type { CaseView, EvidenceView, IndicatorView } from "../catalogue/views.js";
import { groupBy } from "../group-by.js";
import { casePages } from "./case-pages.js";

/** All that passes a filter: counted at once, read page by page. */
export interface Selection<Row> {
  readonly rowCount: number;
  /** In the order of the API. @throws when the edition is gone before the last page. */
  readonly pages: () => AsyncGenerator<readonly Row[]>;
}

export interface ListedEvidence {
  readonly evidence: EvidenceView;
  /** Published towns that the statement names beside its own. */
  readonly otherTowns: readonly TownEntry[];
}

export interface ListedFigure extends ListedEvidence {
  readonly figure: IndicatorView;
  /** Its place among the figures of its evidence, from 1. */
  readonly number: number;
}

/** As many as `cases(filter:)` counts. */
export function selectCases(edition: Edition, filter: CaseFilter): Selection<CaseView> {
  const { columns } = edition;
  const ordinals = columns.inOrder("CATEGORY_ASC", matchCases(columns, filter));
  return { rowCount: ordinals.length, pages: () => casePages(edition, ordinals) };
}

/** As many as `evidence(filter:)` counts. */
export function selectEvidence(edition: Edition, filter: EvidenceFilter): Selection<ListedEvidence> {
  const { items } = evidenceList(edition, filter);
  return { rowCount: items.length, pages: () => evidencePages(edition, items) };
}

/** The figures of that evidence, except those of other measures, natures, scopes and times than the filter names. */
export function selectFigures(edition: Edition, filter: EvidenceFilter): Selection<ListedFigure> {
  const { items } = evidenceList(edition, filter);
  const { evidence, facts } = edition.columns;
  const { figureCount } = evidenceMatcher(evidence, filter);
  const countAt = ({ caseOrdinal, place }: EvidencePlace): number =>
    figureCount(facts.evidenceAt(caseOrdinal).start + place);
  return {
    rowCount: itemsIn(items, 0, items.length).reduce((sum, at) => sum + countAt(at), 0),
    async *pages() {
      for await (const page of evidencePages(edition, items)) {
        yield page.flatMap((listed) => figuresOf(listed, filter));
      }
    },
  };
}

async function* evidencePages(
  edition: Edition,
  places: Items<EvidencePlace>,
): AsyncGenerator<readonly ListedEvidence[]> {
  const byCase = groupBy(itemsIn(places, 0, places.length), ({ caseOrdinal }) => caseOrdinal);
  const towns = new Map(edition.towns.map((town) => [town.slug, town]));
  for await (const cases of casePages(edition, [...byCase.keys()])) {
    yield cases.flatMap(({ id, evidence }) =>
      (byCase.get(edition.columns.ordinalOf(id) ?? -1) ?? []).flatMap(({ place }) => {
        const one = evidence[place];
        const otherTowns = one?.otherTownSlugs.flatMap((slug) => towns.get(slug) ?? []) ?? [];
        return one ? [{ evidence: one, otherTowns }] : [];
      }),
    );
  }
}

function figuresOf(listed: ListedEvidence, filter: EvidenceFilter): ListedFigure[] {
  return listed.evidence.indicators.flatMap((figure, index) => {
    const { measure, nature, scope } = figure;
    const time = timeOfFigure(figure, listed.evidence.period);
    const isWanted = matchesFigure({ measure: measure.key, nature, scope, time }, filter);
    return isWanted ? [{ ...listed, figure, number: index + 1 }] : [];
  });
}
