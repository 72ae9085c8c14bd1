import type { CaseFacts, EvidenceRange } from "./case-facts.js";
import { codedCase, decodedCase, factsOfTown, type CodedCase, type FactsOfTown } from "./coded-cases.js";
import { codedTown, townDecoder, type CodedTown } from "./coded-towns.js";
import { Dictionary } from "./dictionary.js";
import { doubles, longWords, type GrowingColumn, type Numbers } from "../growing-column.js";
import { sizeMeasures, type Size, type SizeMeasure } from "./size-facts.js";
import { TextBlocks } from "./text-blocks.js";
import { TownCodes } from "./town-codes.js";

/**
 * The facts of cases by row, nearly all of them as bytes: as objects those of a hundred thousand cases would hold up
 * every collection of garbage. What has been added never changes, so that several editions share it; a case that has
 * changed is added again.
 */
export type FactColumns = ReturnType<typeof createFactColumns>;

/** What the columns are made of. */
export interface FactParts {
  readonly ids: readonly string[];
  readonly blocks: readonly Uint8Array[];
  readonly towns: readonly CodedTown[];
  readonly words: readonly string[];
  readonly numbers: Readonly<Record<string, Numbers>>;
}

/** The same, to be kept in a file: towns are coded one after the other, and the words are complete after that. */
export interface PartsToKeep extends Omit<FactParts, "towns" | "words"> {
  readonly towns: readonly FactsOfTown[];
  coded(town: FactsOfTown): CodedTown;
  words(): readonly string[];
}

/** Empty ones, or those that were kept. */
export function createFactColumns(kept?: FactParts) {
  const numbers = kept?.numbers;
  const ids = [...(kept?.ids ?? [])];
  const texts = new TextBlocks([...(kept?.blocks ?? [])]);
  const words = new Dictionary<string>((word) => word, kept?.words);
  const towns = new TownCodes(kept?.towns.map(townDecoder(kept.words)));
  const columns = {
    text: longWords(numbers?.text),
    town: longWords(numbers?.town),
    evidenceStart: longWords(numbers?.evidenceStart),
    evidenceLength: longWords(numbers?.evidenceLength),
    updatedAt: doubles(numbers?.updatedAt),
  };
  /** NaN: not known. */
  const sizes = measures.map((measure) => ({
    measure,
    least: doubles(numbers?.[`${measure} least`]),
    most: doubles(numbers?.[`${measure} most`]),
  }));
  const sizesOf = new Map(sizes.map((one) => [one.measure, one]));
  const allColumns: readonly (readonly [string, GrowingColumn])[] = [
    ...Object.entries(columns),
    ...sizes.flatMap(({ measure, least, most }) => [
      [`${measure} least`, least] as const,
      [`${measure} most`, most] as const,
    ]),
  ];
  const evidenceAt = (row: number): EvidenceRange => ({
    start: columns.evidenceStart.at(row),
    length: columns.evidenceLength.at(row),
  });
  const ofTownAt = (row: number): FactsOfTown => towns.values()[columns.town.at(row)] as FactsOfTown;
  const at = (row: number): CaseFacts =>
    decodedCase(
      JSON.parse(texts.at(columns.text.at(row))) as CodedCase,
      {
        id: ids[row] ?? "",
        evidence: evidenceAt(row),
        updatedAt: columns.updatedAt.at(row),
        ofTown: ofTownAt(row),
      },
      words,
    );
  return {
    ...{ at, evidenceAt, ofTownAt },
    rowCount: (): number => ids.length,
    /** Adds a case, and gives its row. */
    add(facts: CaseFacts): number {
      columns.text.push(texts.add(JSON.stringify(codedCase(facts, words))));
      columns.town.push(towns.codeOf(factsOfTown(facts)));
      columns.evidenceStart.push(facts.evidence.start);
      columns.evidenceLength.push(facts.evidence.length);
      columns.updatedAt.push(facts.updatedAt);
      for (const { measure, least, most } of sizes) {
        least.push(facts.sizes[measure]?.least ?? NaN);
        most.push(facts.sizes[measure]?.most ?? NaN);
      }
      return ids.push(facts.id) - 1;
    },
    idAt: (row: number): string => ids[row] ?? "",
    updatedAtOf: (row: number): number => columns.updatedAt.at(row),
    sizeAt(row: number, measure: SizeMeasure): Size | null {
      const of = sizesOf.get(measure);
      const least = of?.least.at(row) ?? NaN;
      return of === undefined || Number.isNaN(least) ? null : { least, most: of.most.at(row) };
    },
    /** Those of this moment; words may be more. */
    parts: (): PartsToKeep => ({
      ...{ ids: [...ids], blocks: texts.all(), towns: [...towns.values()] },
      coded: (town) => codedTown(town, words),
      words: () => words.values(),
      numbers: Object.fromEntries(allColumns.map(([name, column]) => [name, column.all()])),
    }),
  };
}

const measures = Object.keys(sizeMeasures) as SizeMeasure[];
