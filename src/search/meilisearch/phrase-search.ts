import { Bitset } from "../../catalogue/bitset.js";
import type { CaseColumns } from "../../catalogue/columns.js";
import type { SearchScope } from "../query-plan.js";
import { rememberingOf } from "../remembering.js";
import { MOST_RANKED, type ScopedSearch } from "../scoped-search.js";
import { columnsInScope, nameColumnsInScope } from "../text-columns.js";
import { phrasesIn, type Wanted } from "../wanted.js";
import { placesOfPhrases, type PhraseAnswers } from "./phrase-places.js";
import type { Place } from "./phrase-queries.js";
import { rankByPlaces } from "./phrase-strength.js";

/** A search made of answers about phrases; as good as these answers are. */
export function searchByPhrases(
  answers: PhraseAnswers,
  columns: CaseColumns,
  scope: SearchScope,
): ScopedSearch {
  const { size, all } = columns;
  const places = placesOfPhrases(answers, columns, scope);
  const nowhere = Bitset.empty(size);
  const evaluate = (wanted: Wanted, place: Place): Bitset => {
    if ("phrase" in wanted) return places.having(wanted.phrase, place);
    return "anyOf" in wanted
      ? wanted.anyOf.map((one) => evaluate(one, place)).reduce((sum, one) => sum.or(one), nowhere)
      : wanted.allOf.map((one) => evaluate(one, place)).reduce((rest, one) => rest.and(one), all);
  };
  const match = rememberingOf((wanted: Wanted) => evaluate(wanted, "SCOPE"));
  const names = nameColumnsInScope(scope);
  const areNamesApart = names.length > 0 && names.length < columnsInScope(scope).length;
  return {
    match,
    matchNames: (wanted) => (areNamesApart ? evaluate(wanted, "NAMES") : null),
    rank: (wanted, members) =>
      match(wanted).count() > MOST_RANKED ? null : rankByPlaces(places, phrasesIn(wanted), members, size),
  };
}
