import type { EvidenceKind, EvidenceScope, IndicatorNature } from "../terms.js";
import type { EvidenceFacts, EvidenceRange } from "./case-facts.js";
import { Dictionary } from "./dictionary.js";
import type { FigureFacts } from "./figure-facts.js";
import { bytes, doubles, longWords, words } from "./growing-column.js";
import type { Stretch } from "./times.js";

/**
 * The evidence of all cases and its figures, side by side: ten pieces a case and more, too many for objects. What has
 * been added never changes, so that several editions share it; a case that has changed is added again.
 */
export type EvidenceColumns = ReturnType<typeof createEvidenceColumns>;

export function createEvidenceColumns() {
  const dictionaries = {
    kinds: new Dictionary<EvidenceKind>((kind) => kind),
    scopes: new Dictionary<EvidenceScope>((scope) => scope),
    sources: new Dictionary<Pick<EvidenceFacts, "source" | "language">>(
      ({ source, language }) => `${source} ${language}`,
    ),
    times: new Dictionary<Stretch | null>((time) => (time === null ? "" : `${time.from} ${time.to}`)),
    measures: new Dictionary<string>((measure) => measure),
    natures: new Dictionary<IndicatorNature>((nature) => nature),
  };
  const evidence = {
    ...{ kind: bytes(), scope: bytes(), hasConflict: bytes(), source: longWords(), time: longWords() },
    /** The row of its first figure; its last one lies before the first of the next piece. */
    figures: longWords(),
  };
  const figures = {
    ...{
      measure: words(),
      nature: bytes(),
      scope: bytes(),
      time: longWords(),
      least: doubles(),
      most: doubles(),
    },
  };

  const addFigure = (one: FigureFacts): void => {
    figures.measure.push(dictionaries.measures.codeOf(one.measure));
    figures.nature.push(dictionaries.natures.codeOf(one.nature));
    figures.scope.push(dictionaries.scopes.codeOf(one.scope));
    figures.time.push(dictionaries.times.codeOf(one.time));
    figures.least.push(one.least);
    figures.most.push(one.most);
  };
  const addOne = (one: EvidenceFacts): void => {
    evidence.kind.push(dictionaries.kinds.codeOf(one.kind));
    evidence.scope.push(dictionaries.scopes.codeOf(one.scope));
    evidence.hasConflict.push(one.hasConflict ? 1 : 0);
    evidence.source.push(dictionaries.sources.codeOf(one));
    evidence.time.push(dictionaries.times.codeOf(one.time));
    evidence.figures.push(figures.measure.length);
    one.figures.forEach(addFigure);
  };
  return {
    ...{ dictionaries, evidence, figures },
    /** Adds the evidence of one case, and says where it lies from now on. */
    add(some: readonly EvidenceFacts[]): EvidenceRange {
      const start = evidence.kind.length;
      some.forEach(addOne);
      return { start, length: some.length };
    },
    /** Pieces of evidence, those of replaced cases included. */
    rowCount: (): number => evidence.kind.length,
    /** Where the figures of a piece of evidence end. */
    figuresEnd: (row: number): number =>
      row + 1 < evidence.kind.length ? evidence.figures.at(row + 1) : figures.measure.length,
  };
}
