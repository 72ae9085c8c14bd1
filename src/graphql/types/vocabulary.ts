import { Field, Int, ObjectType } from "type-graphql";
import type * as views from "../../catalogue/vocabulary-views.js";
import type { Label } from "../../terms.js";
import { CategoryKeyEnum, RegionLevelEnum } from "./enums.js";
import { LabelType } from "./label.js";
import { NodeType } from "./node.js";
import { SourceType } from "./source.js";

@ObjectType("Wording", { description: "How a source words a name.", simpleResolvers: true })
export class WordingType {
  @Field(() => String, { description: "The words." }) text!: string;
  @Field(() => String, { description: "Their language (BCP 47)." }) language!: string;
  @Field(() => SourceType, { description: "Where they stand." }) source!: views.SourceView;
}

@ObjectType("Category", {
  description: "One of the five aspects of experience (五个方面经验).",
  implements: NodeType,
  simpleResolvers: true,
})
export class CategoryType extends NodeType {
  @Field(() => CategoryKeyEnum, { description: "The key that filters take." })
  key!: views.CategoryView["key"];
  @Field(() => Int, { description: "Its place among the five, from 1." }) position!: number;
  @Field(() => LabelType, { description: "The name, by the release of 2019." }) name!: Label;
  @Field(() => LabelType, { description: "What the category is about." }) definition!: Label;
  @Field(() => [WordingType], { description: "The wordings of the sources, where they differ." })
  namesAsPublished!: views.CategoryView["namesAsPublished"];
}

@ObjectType("Region", {
  description: "A division of the country, or a zone that is none.",
  implements: NodeType,
  simpleResolvers: true,
})
export class RegionType extends NodeType {
  @Field(() => String, { description: "A slug, unique; filters and `region(code:)` take it like a code." })
  key!: string;
  @Field(() => RegionLevelEnum, { description: "Its level." }) level!: views.RegionView["level"];
  @Field(() => String, {
    nullable: true,
    description: "GB/T 2260, six digits; null where uncertain or where none exists.",
  })
  code!: string | null;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => RegionType, { nullable: true, description: "What it is part of; null for a province." })
  parent!: views.RegionView | null;
  @Field(() => [RegionType], { description: "Its parts, as far as cases need them." })
  children!: readonly views.RegionView[];
}

@ObjectType("Industry", { description: "An industry of a town.", simpleResolvers: true })
export class IndustryType {
  @Field(() => String, { description: "The key that filters take." }) key!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => Boolean, { description: "An old trade or craft, not a new industry; our judgement." })
  isTraditional!: boolean;
}

@ObjectType("Problem", {
  description: "A problem that towns come with or run into; one vocabulary for praised and warned.",
  simpleResolvers: true,
})
export class ProblemType {
  @Field(() => String, { description: "The key that filters take." }) key!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
}

@ObjectType("GlossaryTerm", {
  description:
    "A term of the field in both languages. Searches use it: a query in one language finds text in the other.",
  simpleResolvers: true,
})
export class GlossaryTermType {
  @Field(() => [String], { description: "Chinese wordings, the usual one first." }) zh!: readonly string[];
  @Field(() => [String], { description: "English wordings, the usual one first." }) en!: readonly string[];
  @Field(() => LabelType, { nullable: true, description: "What to know of it." }) note!: Label | null;
}

@ObjectType("Tag", { description: "A subject that cases are tagged with.", simpleResolvers: true })
export class TagType {
  @Field(() => String, { description: "The key that filters take." }) key!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
}

@ObjectType("Unit", { description: "The unit of a figure.", simpleResolvers: true })
export class UnitType {
  @Field(() => String, { description: "Its code: `CNY`, `SQUARE_METRE`, `PERSON` …" }) code!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
}

@ObjectType("Measure", {
  description: "What a figure measures: one vocabulary over all cases, so that they compare.",
  simpleResolvers: true,
})
export class MeasureType {
  @Field(() => String, { description: "Its key: `enterprises`, `output_value` …" }) key!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => UnitType, { description: "The one unit that all its values are in." }) unit!: views.UnitView;
}

@ObjectType("Practice", {
  description:
    "A reusable way of doing something, shared by cases. Editorial: worked out by us from the cases.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PracticeType extends NodeType {
  @Field(() => String, { description: "The key that filters and `practice(slug:)` take." }) slug!: string;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => LabelType, { description: "What is done." }) description!: Label;
  @Field(() => [LabelType], { description: "When it can work elsewhere; our judgement." })
  conditions!: readonly Label[];
}
