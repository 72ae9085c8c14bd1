import { caseOrders, townOrders } from "../../catalogue/order.js";
import { expansionReasons, searchFields } from "../../search/query-plan.js";
import { searchSorts } from "../../search/search-engine.js";
import * as terms from "../../terms.js";
import { enumOf } from "./enum-of.js";

/** The closed sets of lists and search. */

export const CaseOrderEnum = enumOf(
  "CaseOrder",
  "The order of a list of cases. Every order is total: ties are broken by id.",
  caseOrders,
  {
    CATEGORY_ASC: "By category, then by Chinese title. The default.",
    TITLE_ZH_ASC: "By Chinese title, in the order of pinyin.",
    TITLE_EN_ASC: "By English title.",
    UPDATED_DESC: "Last updated first.",
    ROUND_ASC: "By national round, then by category and Chinese title.",
    DISTANCE_ASC:
      "Nearest first; only together with the filter `near`, which leaves out towns whose place is not known.",
  },
);

export const TownOrderEnum = enumOf(
  "TownOrder",
  "The order of a list of towns. Every order is total: ties are broken by id.",
  townOrders,
  {
    NAME_ZH_ASC: "By Chinese name, in the order of pinyin. The default.",
    DISTANCE_ASC:
      "Nearest first; only together with the filter `near`, which leaves out towns whose place is not known.",
  },
);

export const SearchSortEnum = enumOf("SearchSort", "The order of search results.", searchSorts, {
  RELEVANCE:
    "Best first: the literal query, then all its words, then prefixes, then other wordings from the glossary, then typing errors. The default.",
  UPDATED_DESC: "Last updated first.",
  TITLE_ZH_ASC: "By Chinese title, in the order of pinyin.",
  TITLE_EN_ASC: "By English title.",
});

export const SearchFieldEnum = enumOf("SearchField", "What can be searched, and matched.", searchFields, {
  TITLE: "The title of the case.",
  TOWN: "The name of the town, and its former names.",
  SUMMARY: "The summary.",
  NARRATIVE: "The narratives of the sections.",
  EVIDENCE: "The statements of the evidence.",
  TAG: "Names from the vocabularies: tags, practices, industries, problems, the town's county, prefecture and province, the category by its name and as published, the kinds of case and of warning.",
});

export const ExpansionReasonEnum = enumOf(
  "ExpansionReason",
  "Why another word stood in for a word of the query.",
  expansionReasons,
  {
    TYPO: "A word of the index that differs by a typing error.",
    PREFIX: "A word that begins with the last word of the query.",
    GLOSSARY:
      "Another wording of the same term in the glossary, in either language; English ones are known in the singular and the plural.",
    SCRIPT: "The simplified form of a traditional character.",
  },
);

export const SearchEngineKindEnum = enumOf(
  "SearchEngineKind",
  "Which engine answered.",
  terms.searchEngineKinds,
  {
    EMBEDDED: "The engine inside the service (SQLite FTS5 with our own tokens).",
    MEILISEARCH: "A Meilisearch server, which has the same tokens.",
  },
);

export const DegradedReasonEnum = enumOf(
  "DegradedReason",
  "Why the engine inside the service answers instead of the search server.",
  terms.degradedReasons,
  {
    UNREACHABLE: "The server cannot be reached.",
    TIMED_OUT: "The server took too long.",
    BROKEN_ANSWER: "The server broke off its answer, or sent what is none.",
    REFUSED: "The server answered with an error.",
    NOT_READY: "The index on the server is missing, or being built.",
    BEHIND: "The index on the server has gone back to an earlier state.",
  },
);
