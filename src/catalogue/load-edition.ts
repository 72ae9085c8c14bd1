import type { Change } from "../database/change-log.js";
import { contentRevisionOf, contentRevisionQuery } from "../database/outbox.js";
import { inChunks } from "../in-chunks.js";
import { MAX_IN_LIST, type Reader } from "../database/reader.js";
import { pausing, withPauses } from "../event-loop.js";
import { publicId } from "../ids.js";
import { buildColumnParts } from "./build-columns.js";
import type { CaseFacts, LoadedCase } from "./case-facts.js";
import { columnsOf, type ColumnParts } from "./column-parts.js";
import type { CaseColumns } from "./columns.js";
import { createEvidenceColumns, type EvidenceColumns } from "./evidence-columns.js";
import { createFactColumns } from "./fact-columns.js";
import { factQueries, loadedCasesOf } from "./load-facts.js";
import { vocabularyOf, vocabularyQueries } from "./load-vocabulary.js";
import { nextColumns } from "./next-columns.js";
import { publishedRowIds } from "./published-row-ids.js";
import { nextTowns, townsOf, type TownEntry } from "./towns.js";
import type { Vocabulary } from "./vocabulary-views.js";

/** What an edition is made from, all of one content revision. */
export interface EditionContent {
  readonly contentRevision: number;
  readonly vocabulary: Vocabulary;
  readonly parts: ColumnParts;
  readonly columns: CaseColumns;
  readonly towns: readonly TownEntry[];
  /** Pieces of evidence of these cases; their columns also have those that were replaced. */
  readonly evidenceCount: number;
}

/** Everything, of one moment; a hundred cases at a time, and requests are answered meanwhile. */
export function loadEdition(reader: Reader): Promise<EditionContent> {
  return reader.session(async (ask) => {
    const pause = pausing();
    const [state = [], ...answers] = await ask([contentRevisionQuery, ...vocabularyQueries]);
    const vocabulary = vocabularyOf(answers);
    const [facts, evidence] = [createFactColumns(), createEvidenceColumns()];
    for await (const rowIds of publishedRowIds(ask)) {
      const loaded = loadedCasesOf(await ask(factQueries(rowIds)), vocabulary);
      for (const one of loaded) facts.add(kept(one, evidence));
      await pause();
    }
    const parts = await withPauses(buildColumnParts(facts, evidence));
    const columns = columnsOf(parts);
    const towns = await withPauses(townsOf(columns));
    return {
      ...{ contentRevision: contentRevisionOf(state), vocabulary, parts, columns, towns },
      evidenceCount: evidence.rowCount(),
    };
  });
}

export interface ChangedContent {
  readonly content: EditionContent;
  /** Public ids of the cases that have changed. */
  readonly changed: readonly string[];
  /** Also words that any case may show in some depth. */
  readonly hasNewVocabulary: boolean;
}

/**
 * The next content after these changes: the changed cases are read, and the vocabulary where that has changed. A change
 * in a vocabulary comes with changes of all cases whose facts have the word. Null when more has changed meanwhile.
 */
export function loadChanges(
  reader: Reader,
  before: EditionContent,
  changes: readonly Change[],
): Promise<ChangedContent | null> {
  return reader.session(async (ask) => {
    const pause = pausing();
    const [state = []] = await ask([contentRevisionQuery]);
    const contentRevision = changes.at(-1)?.contentRevision ?? before.contentRevision;
    if (contentRevisionOf(state) !== contentRevision) return null;
    const hasNewVocabulary = changes.some(({ kind }) => kind !== "case");
    const vocabulary = hasNewVocabulary ? vocabularyOf(await ask(vocabularyQueries)) : before.vocabulary;
    const rowIds = [...new Set(changes.filter(({ kind }) => kind === "case").map(({ rowId }) => rowId))];
    const fresh: CaseFacts[] = [];
    for (const some of inChunks(rowIds, MAX_IN_LIST)) {
      const loaded = loadedCasesOf(await ask(factQueries(some)), vocabulary);
      fresh.push(...loaded.map((one) => kept(one, before.parts.evidence)));
      await pause();
    }
    const changed = rowIds.map((rowId) => publicId("Case", rowId));
    const gone = changed.flatMap((id) => before.columns.facts.at(before.columns.ordinalOf(id) ?? -1) ?? []);
    const parts = await withPauses(nextColumns(before.parts, { changed: new Set(changed), fresh }));
    await pause();
    const columns = columnsOf(parts);
    const towns = nextTowns(before.towns, columns, [...gone, ...fresh]);
    return {
      content: {
        ...{ contentRevision, vocabulary, parts, columns, towns },
        evidenceCount: before.evidenceCount - evidenceCountOf(gone) + evidenceCountOf(fresh),
      },
      ...{ changed, hasNewVocabulary },
    };
  });
}

const evidenceCountOf = (facts: readonly CaseFacts[]): number =>
  facts.reduce((sum, { evidence }) => sum + evidence.length, 0);

function kept({ facts, evidence }: LoadedCase, columns: EvidenceColumns): CaseFacts {
  return { ...facts, evidence: columns.add(evidence) };
}
