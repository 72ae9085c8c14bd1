import { Field, Float, Int, ObjectType } from "type-graphql";
import type { CaseCard } from "../../catalogue/case-card.js";
import type { EvidenceView } from "../../catalogue/views.js";
import type { Expansion } from "../../search/query-plan.js";
import type { DegradedReason, Locale, SectionKind, SearchEngineKind } from "../../terms.js";
import { CaseType } from "./case.js";
import { PageInfoType } from "./connections.js";
import { LocaleEnum, SectionKindEnum } from "./enums.js";
import {
  DegradedReasonEnum,
  ExpansionReasonEnum,
  SearchEngineKindEnum,
  SearchFieldEnum,
} from "./search-enums.js";
import { EvidenceType } from "./evidence.js";
import { CaseFacetsType } from "./facets.js";
import { DateTimeScalar } from "./scalars.js";

@ObjectType("TextRange", { description: "A stretch of a text, in UTF-16 code units.", simpleResolvers: true })
export class TextRangeType {
  @Field(() => Int, { description: "Where it begins." }) start!: number;
  @Field(() => Int, { description: "Where it ends: the first unit that is no longer in it." }) end!: number;
}

@ObjectType("Highlight", {
  description:
    "A passage with the places that matched: plain text with ranges, never HTML. The anchor leads to the section or the evidence.",
  simpleResolvers: true,
})
export class HighlightType {
  @Field(() => SearchFieldEnum, { description: "What the passage is taken from." })
  field!: keyof typeof SearchFieldEnum;
  @Field(() => SectionKindEnum, { nullable: true, description: "The section it stands in, if it does." })
  section!: SectionKind | null;
  @Field(() => String, { nullable: true, description: "The anchor of that section, or of the evidence." })
  anchor!: string | null;
  @Field(() => EvidenceType, { nullable: true, description: "The evidence whose statement matched." })
  evidence!: EvidenceView | null;
  @Field(() => LocaleEnum, { description: "The language of the passage." }) locale!: Locale;
  @Field(() => String, { description: "The passage, cropped." }) text!: string;
  @Field(() => [TextRangeType], { description: "Where it matched: UTF-16 code units into `text`, in order." })
  ranges!: readonly TextRangeType[];
}

@ObjectType("SearchExpansion", {
  description: "Other words that stood in for a word of the query.",
  simpleResolvers: true,
})
export class SearchExpansionType {
  @Field(() => String, { description: "The word of the query." }) term!: string;
  @Field(() => [String], { description: "The words that stood in." }) expandedTo!: readonly string[];
  @Field(() => ExpansionReasonEnum, { description: "Why." }) reason!: Expansion["reason"];
}

@ObjectType("SearchInfo", { description: "How a search was understood and answered.", simpleResolvers: true })
export class SearchInfoType {
  @Field(() => SearchEngineKindEnum, { description: "Which engine answered." }) engine!: SearchEngineKind;
  @Field(() => Boolean, { description: "The wanted engine could not answer, and another stood in." })
  isDegraded!: boolean;
  @Field(() => DegradedReasonEnum, { nullable: true, description: "Why; null where none did." })
  degradedBecause!: DegradedReason | null;
  @Field(() => String, { description: "Changes with every rebuild of the index." }) indexGeneration!: string;
  @Field(() => Int, { description: "The content revision that the index has; cite it with the total." })
  contentRevision!: number;
  @Field(() => DateTimeScalar, { description: "When the index last took changes in." }) indexedAt!: Date;
  @Field(() => Int, { description: "Content revisions that the index has yet to take in." })
  pendingChanges!: number;
  @Field(() => String, {
    description: "The query as parsed, without signs; `*` marks a word that may go on.",
  })
  understoodAs!: string;
  @Field(() => Boolean, {
    description:
      "No case has all the words as typed: among the hits are some that have only some of the words, the last in the order of relevance.",
  })
  isLoose!: boolean;
  @Field(() => [String], {
    description:
      "What was typed and not used: words that only hold a question together, terms over the allowed number, and signs that no index has, such as `%`.",
  })
  ignoredTerms!: readonly string[];
  @Field(() => [SearchExpansionType], { description: "Words that stood in for others." })
  expansions!: readonly Expansion[];
  @Field(() => Float, { description: "Milliseconds that the search took in the service." }) tookMs!: number;
}

@ObjectType("CaseSearchEdge", { description: "One hit.", simpleResolvers: true })
export class CaseSearchEdgeType {
  @Field(() => CaseType, { description: "The case." }) node!: CaseCard;
  @Field(() => String, { description: "Its place in the results; opaque." }) cursor!: string;
  @Field(() => Float, {
    description:
      "By RELEVANCE, greater is better, inside one answer only; 0 in another order, and where nothing was asked for.",
  })
  score!: number;
  @Field(() => Boolean, {
    description: "It has only some of the words, and not all by other wordings either.",
  })
  isLoose!: boolean;
  @Field(() => [String], { description: "Words of the texts that matched, without the signs between them." })
  matchedTerms!: readonly string[];
  @Field(() => [HighlightType], { description: "At most three passages, the best first." })
  highlights!: readonly HighlightType[];
}

@ObjectType("CaseSearchConnection", { description: "One page of search results.", simpleResolvers: true })
export class CaseSearchConnectionType {
  @Field(() => [CaseSearchEdgeType], { description: "The hits." }) edges!: readonly CaseSearchEdgeType[];
  @Field(() => [CaseType], { description: "The cases of the hits." }) nodes!: readonly CaseCard[];
  @Field(() => PageInfoType, { description: "Where the page stands." }) pageInfo!: PageInfoType;
  @Field(() => Int, { description: "Exact, over all pages." }) totalCount!: number;
  @Field(() => CaseFacetsType, {
    description:
      "Over all hits; for the same filter the same numbers as the list's where the query is blank.",
  })
  facets!: CaseFacetsType;
  @Field(() => SearchInfoType, { description: "How it was understood and answered." })
  searchInfo!: SearchInfoType;
}
