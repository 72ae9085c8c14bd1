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
    "Counts of values, disjunctive: each group is counted without its own filter. They ignore paging. Groups of closed sets list every value, zeros included; the others list values that have cases or are selected.",
  simpleResolvers: true,
})
export class CaseFacetsType {
  @Field(() => [FacetValueType], { description: "All five categories, then UNKNOWN where cases have none." })
  categories!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Both kinds of case." }) kinds!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Provinces, by code, or by key where there is no code." })
  provinces!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Industries of the towns." })
  industries!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Problems." }) problems!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "All kinds of warning; models have none." })
  warningKinds!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Practices." }) practices!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "Tags." }) tags!: readonly FacetValueType[];
  @Field(() => [FacetValueType], { description: "National rounds, then UNKNOWN where cases have none." })
  rounds!: readonly FacetValueType[];
}
