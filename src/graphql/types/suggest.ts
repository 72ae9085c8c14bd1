import { createUnionType, Field, ObjectType } from "type-graphql";
import type { CaseCard } from "../../catalogue/case-card.js";
import type { TownView } from "../../catalogue/views.js";
import type {
  CategoryView,
  NamedKeyView,
  PracticeView,
  RegionView,
} from "../../catalogue/vocabulary-views.js";
import { suggestionKinds, type SuggestionKind } from "../../search/suggestion-entries.js";
import type { Label } from "../../terms.js";
import { CaseType } from "./case.js";
import { enumOf } from "./enum-of.js";
import { LabelType } from "./label.js";
import { TownType } from "./town.js";
import { CategoryType, IndustryType, PracticeType, ProblemType, RegionType, TagType } from "./vocabulary.js";

export const SuggestionKindEnum = enumOf(
  "SuggestionKind",
  "What is suggested. Of equally good matches the kinds come in this order.",
  suggestionKinds,
  {
    TOWN: "A town; it also stands for its cases where they match by the same words.",
    CASE: "A case, by what its title says beyond the name of its town.",
    CATEGORY: "One of the five categories.",
    PRACTICE: "A practice.",
    TAG: "A tag.",
    PROBLEM: "A problem that towns have.",
    INDUSTRY: "An industry of towns.",
    REGION: "A division of the country.",
  },
);

/** What has a key alone has no id, so its view does not name its type. */
export type SuggestedKey = NamedKeyView & { readonly __typename: "Tag" | "Problem" | "Industry" };

export type SuggestionTargetView =
  CaseCard | TownView | CategoryView | PracticeView | RegionView | SuggestedKey;

export const SuggestionTargetType = createUnionType({
  name: "SuggestionTarget",
  description: "The thing that is suggested.",
  types: () =>
    [CaseType, TownType, CategoryType, PracticeType, TagType, RegionType, ProblemType, IndustryType] as const,
});

@ObjectType("Suggestion", { description: "Something that was likely meant.", simpleResolvers: true })
export class SuggestionType {
  @Field(() => LabelType, { description: "Its present name, also where a former one matched, or the title." })
  label!: Label;
  @Field(() => SuggestionKindEnum, { description: "What it is." }) kind!: SuggestionKind;
  @Field(() => SuggestionTargetType, { description: "The thing itself." }) target!: SuggestionTargetView;
}
