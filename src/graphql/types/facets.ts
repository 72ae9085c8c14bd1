import { Field, Int, ObjectType } from "type-graphql";
import type { Label } from "../../terms.js";
import { LabelType } from "./label.js";

@ObjectType("FacetValue", { description: "One value of a facet.", simpleResolvers: true })
export class FacetValueType {
  @Field(() => String, { description: "What the filter takes; `UNKNOWN`: not stated, and no filter value." })
  value!: string;
  @Field(() => LabelType, { description: "Its name." }) label!: Label;
  @Field(() => Int, { description: "How many cases have it." }) count!: number;
  @Field(() => Boolean, { description: "The filter asks for it." }) isSelected!: boolean;
}

@ObjectType("CaseFacets", {
  description:
    "Counts of values, disjunctive: each group is counted without its own filter. They ignore paging. Groups of closed sets list every value in its own order, zeros included; the others list values that have cases or are selected, most cases first.",
  simpleResolvers: true,
})
export class CaseFacetsType {
  @Field(() => [FacetValueType], { description: "All five categories, then UNKNOWN where cases have none." })
  categories!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Both kinds of case." }) kinds!: readonly FacetValueType[];
  @Field(() => [FacetValueType], {
    description: "Provinces, most cases first; `value` is the code, or the key where there is none.",
  })
  provinces!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Industries of the towns, most cases first." })
  industries!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Problems, most cases first." })
  problems!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "All kinds of warning; models have none." })
  warningKinds!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Practices, most cases first." })
  practices!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Tags, most cases first." }) tags!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "National rounds, then UNKNOWN where cases have none." })
  rounds!: readonly FacetValueType[];
}
