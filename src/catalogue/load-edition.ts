import type { Change } from "../database/change-log.js";
import { contentRevisionOf, contentRevisionQuery } from "../database/outbox.js";
import { MAX_IN_LIST, type Reader } from "../database/reader.js";
import { publicId } from "../ids.js";
import type { CaseFacts } from "./case-facts.js";
import { caseFactsOf, factQueries } from "./load-facts.js";
import { vocabularyOf, vocabularyQueries } from "./load-vocabulary.js";
import type { Vocabulary } from "./vocabulary-views.js";

/** What an edition is made from, all of one content revision. */
export interface EditionContent {
  readonly contentRevision: number;
  readonly vocabulary: Vocabulary;
  readonly facts: readonly CaseFacts[];
}

/** Everything, of one moment. */
export async function loadEdition(reader: Reader): Promise<EditionContent> {
  const [state = [], ...answers] = await reader.snapshot([
    contentRevisionQuery,
    ...factQueries(),
    ...vocabularyQueries,
  ]);
  const factAnswers = answers.slice(0, factQueries().length);
  const vocabulary = vocabularyOf(answers.slice(factAnswers.length));
  return {
    contentRevision: contentRevisionOf(state),
    vocabulary,
    facts: caseFactsOf(factAnswers, vocabulary),
  };
}

/**
 * The next content after these changes of cases alone; null when more has changed while it was read.
 */
export async function loadChangedCases(
  reader: Reader,
  before: EditionContent,
  changes: readonly Change[],
): Promise<EditionContent | null> {
  const wanted = changes.at(-1)?.contentRevision ?? before.contentRevision;
  const rowIds = [...new Set(changes.map(({ rowId }) => rowId))];
  const fresh: CaseFacts[] = [];
  for (let start = 0; start < rowIds.length; start += MAX_IN_LIST) {
    const queries = factQueries(rowIds.slice(start, start + MAX_IN_LIST));
    const [state = [], ...answers] = await reader.snapshot([contentRevisionQuery, ...queries]);
    if (contentRevisionOf(state) !== wanted) return null;
    fresh.push(...caseFactsOf(answers, before.vocabulary));
  }
  const changed = new Set(rowIds.map((rowId) => publicId("Case", rowId)));
  const facts = [...before.facts.filter(({ id }) => !changed.has(id)), ...fresh];
  return { contentRevision: wanted, vocabulary: before.vocabulary, facts };
}
