import type { EvidenceKind, EvidenceScope, IndicatorNature } from "../terms.js";
import type { EvidenceFacts, EvidenceRange } from "./case-facts.js";
import { Dictionary } from "./dictionary.js";
import type { FigureFacts } from "./figure-facts.js";
import { bytes, doubles, longWords, words, type Numbers } from "../growing-column.js";
import type { Stretch } from "./times.js";

/**
 * The evidence of all cases and its figures, side by side: ten pieces a case and more, too many for objects. What has
 * been added never changes, so that several editions share it; a case that has changed is added again.
 */
export type EvidenceColumns = ReturnType<typeof createEvidenceColumns>;

/** What the columns are made of, to be kept in a file. */
export interface EvidenceParts {
  readonly values: {
    readonly kinds: readonly EvidenceKind[];
    readonly scopes: readonly EvidenceScope[];
    readonly sources: readonly Pick<EvidenceFacts, "source" | "language">[];
    readonly times: readonly (Stretch | null)[];
    readonly measures: readonly string[];
    readonly natures: readonly IndicatorNature[];
  };
  readonly numbers: Readonly<Record<NumbersName, Numbers>>;
}

/** Empty ones, or those that were kept. */
export function createEvidenceColumns(kept?: EvidenceParts) {
  const [values, numbers] = [kept?.values, kept?.numbers];
  const dictionaries = {
    kinds: new Dictionary<EvidenceKind>((kind) => kind, values?.kinds),
    scopes: new Dictionary<EvidenceScope>((scope) => scope, values?.scopes),
    sources: new Dictionary<Pick<EvidenceFacts, "source" | "language">>(
      ({ source, language }) => `${source} ${language}`,
      values?.sources,
    ),
    times: new Dictionary<Stretch | null>(
      (time) => (time === null ? "" : `${time.from} ${time.to}`),
      values?.times,
    ),
    measures: new Dictionary<string>((measure) => measure, values?.measures),
    natures: new Dictionary<IndicatorNature>((nature) => nature, values?.natures),
  };
  const evidence = {
    kind: bytes(numbers?.kind),
    scope: bytes(numbers?.scope),
    hasConflict: bytes(numbers?.hasConflict),
    source: longWords(numbers?.source),
    time: longWords(numbers?.time),
    /** The row of its first figure; its last one lies before the first of the next piece. */
    figures: longWords(numbers?.figures),
  };
  const figures = {
    measure: words(numbers?.figureMeasure),
    nature: bytes(numbers?.figureNature),
    scope: bytes(numbers?.figureScope),
    time: longWords(numbers?.figureTime),
    least: doubles(numbers?.least),
    most: doubles(numbers?.most),
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
    evidence.source.push(dictionaries.sources.codeOf({ source: one.source, language: one.language }));
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
    /** The values of the dictionaries, in the order of their numbers. */
    values: (): EvidenceParts["values"] => ({
      kinds: dictionaries.kinds.values(),
      scopes: dictionaries.scopes.values(),
      sources: dictionaries.sources.values(),
      times: dictionaries.times.values(),
      measures: dictionaries.measures.values(),
      natures: dictionaries.natures.values(),
    }),
    /** The numbers of all columns. */
    numbers: (): EvidenceParts["numbers"] => ({
      kind: evidence.kind.all(),
      scope: evidence.scope.all(),
      hasConflict: evidence.hasConflict.all(),
      source: evidence.source.all(),
      time: evidence.time.all(),
      figures: evidence.figures.all(),
      figureMeasure: figures.measure.all(),
      figureNature: figures.nature.all(),
      figureScope: figures.scope.all(),
      figureTime: figures.time.all(),
      least: figures.least.all(),
      most: figures.most.all(),
    }),
    /** Pieces of evidence, those of replaced cases included. */
    rowCount: (): number => evidence.kind.length,
    /** Where the figures of a piece of evidence end. */
    figuresEnd: (row: number): number =>
      row + 1 < evidence.kind.length ? evidence.figures.at(row + 1) : figures.measure.length,
  };
}

type NumbersName =
  | "kind"
  | "scope"
  | "hasConflict"
  | "source"
  | "time"
  | "figures"
  | "figureMeasure"
  | "figureNature"
  | "figureScope"
  | "figureTime"
  | "least"
  | "most";
