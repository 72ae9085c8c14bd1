import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import { answerRequest, type Found } from "../answer-request.js";
import type { QueryPlan, SearchScope } from "../query-plan.js";
import { remembering } from "../remembering.js";
import type { SearchRequest } from "../search-engine.js";
import { wantedOfIndex } from "../wanted-of-index.js";
import { phrasesIn, type Wanted } from "../wanted.js";
import { phraseQuery, type PhraseQuery } from "./phrase-queries.js";
import { keyOf, type PhraseAnswers, type PhraseQuestion } from "./phrase-places.js";
import { searchByPhrases } from "./phrase-search.js";
import type { Answer } from "./server-answer.js";
import { LimitPassed, type SeenIndex, type ServerIndex } from "./server-index.js";
import { tokenTextsOf } from "./fetch-token-texts.js";
import { phraseFinder, type TokenTexts } from "./token-texts.js";

/**
 * Answers a request as it is worked out for every engine; the server says which cases have which phrase. All
 * that a round of working it out lacks is asked at once, until nothing is missing: mostly one request.
 * @throws {IndexMoved} when the index has changed meanwhile
 */
export async function answerByPhrases(
  index: ServerIndex,
  seen: SeenIndex,
  request: SearchRequest,
): Promise<Found> {
  const { columns, plan } = request;
  const { scope } = plan;
  const wanted = wantedOfIndex(plan, seen.words);
  const known = new Map<string, Bitset>();
  const texts = new Map<string, TokenTexts>();
  // What is kept from other searches spares a round.
  const textsOf = (id: string) => texts.get(id) ?? seen.tokenTexts.PLACES.get(id);
  let questions = firstQuestions(plan, wanted.tiers);
  for (;;) {
    await askFor(index, seen, questions, { columns, scope, known });
    const answers: PhraseAnswers = { known, textsOf, missing: new Map(), missingTexts: new Set() };
    const found = answerRequest(searchByPhrases(answers, columns, scope), wanted, request);
    if (answers.missing.size + answers.missingTexts.size === 0) return found;
    questions = [...answers.missing.values()];
    const added = await tokenTextsOf(index, seen, "PLACES", answers.missingTexts);
    for (const [id, tokens] of added) texts.set(id, tokens);
  }
}

/** What the first round will want in any case, and what it would only come to in the second. */
function firstQuestions(plan: QueryPlan, tiers: readonly Wanted[]): PhraseQuestion[] {
  const phrases = [...tiers.flatMap(phrasesIn), ...plan.excluded.flatMap((term) => term.phrases)];
  const questions = phrases.map((phrase): PhraseQuestion => ({ phrase, place: "SCOPE" }));
  return [...new Map(questions.map((question) => [keyOf(question), question])).values()];
}

interface Asking {
  readonly columns: CaseColumns;
  readonly scope: SearchScope;
  readonly known: Map<string, Bitset>;
}

interface AskedQuestion extends PhraseQuery {
  readonly question: PhraseQuestion;
}

/** So many queries a request. */
const MOST_QUERIES = 200;

async function askFor(
  index: ServerIndex,
  seen: SeenIndex,
  questions: readonly PhraseQuestion[],
  { columns, scope, known }: Asking,
): Promise<void> {
  const asked: AskedQuestion[] = [];
  for (const question of questions) {
    const query = phraseQuery(question.phrase, question.place, scope);
    if (query) asked.push({ ...query, question });
    else known.set(keyOf(question), Bitset.empty(columns.size));
  }
  // Where nothing is looked for, the index has still to be there.
  if (asked.length === 0 && known.size === 0) await index.ask(seen, []);
  // Most phrases of a query stand in the same cases.
  const ordinalOf = remembering((id: string) => columns.ordinalOf(id));
  for (let start = 0; start < asked.length; start += MOST_QUERIES) {
    const page = asked.slice(start, start + MOST_QUERIES);
    const answers = await index.ask(seen, page.map(idsOnly));
    const idsOf = await verified(index, seen, page, answers.map(idsIn));
    for (const [place, { question }] of page.entries()) {
      const ordinals = (idsOf[place] ?? []).flatMap((id) => ordinalOf(id) ?? []);
      known.set(keyOf(question), Bitset.of(columns.size, ordinals));
    }
  }
}

/** As counts of a facet: the server has no document to read and nothing to rank. */
const idsOnly = ({ q, attributesToSearchOn }: PhraseQuery) => ({
  q,
  attributesToSearchOn: [...attributesToSearchOn],
  matchingStrategy: "all" as const,
  facets: ["id"],
  page: 1,
  hitsPerPage: 0,
});

function idsIn({ facetDistribution, totalHits }: Answer): string[] {
  const ids = Object.keys(facetDistribution?.["id"] ?? {});
  if (ids.length !== totalHits) {
    throw new LimitPassed(`The search server found ${String(totalHits)} cases and named ${ids.length}.`);
  }
  return ids;
}

/** Without the cases that only seem to have the phrase: their tokens are looked at. */
async function verified(
  index: ServerIndex,
  seen: SeenIndex,
  asked: readonly AskedQuestion[],
  idsOf: readonly (readonly string[])[],
): Promise<(readonly string[])[]> {
  const doubtful = asked.flatMap(({ verifiedIn }, place) => (verifiedIn ? (idsOf[place] ?? []) : []));
  const texts = await tokenTextsOf(index, seen, "WHOLE", new Set(doubtful));
  return asked.map(({ question, verifiedIn }, place) => {
    const ids = idsOf[place] ?? [];
    if (!verifiedIn) return ids;
    const isIn = phraseFinder(question.phrase);
    return ids.filter((id) => isIn(texts.get(id) ?? {}, verifiedIn));
  });
}
