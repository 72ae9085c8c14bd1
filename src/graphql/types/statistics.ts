import { Field, Int, ObjectType } from "type-graphql";
import {
  caseDimensions,
  type CaseDimension,
  type CaseStatistics,
  type StatisticsCell,
  type StatisticsKey,
} from "../../matching/case-statistics.js";
import type { Label } from "../../terms.js";
import { enumOf } from "./enum-of.js";
import { LabelType } from "./label.js";

export const CaseDimensionEnum = enumOf(
  "CaseDimension",
  "What cases are counted by. Under INDUSTRY, PROBLEM and PRACTICE a case counts once for each of its values, so that the cells add up to more than `totalCount`; under the others it counts once.",
  caseDimensions,
  {
    CATEGORY: "The five categories, then UNKNOWN: not stated.",
    CATEGORY_BASIS: "What the category rests on, then UNKNOWN: the case has no category.",
    PROVINCE:
      "Provinces that have cases, in the order of their codes; the value is the code, or the key where there is none.",
    ROUND: "The national rounds, then UNKNOWN: not stated.",
    KIND: "Models and warnings.",
    INDUSTRY: "Industries of the towns, then UNKNOWN: none noted. A case may count under several.",
    PROBLEM: "Problems, then UNKNOWN: none noted. A case may count under several.",
    PRACTICE: "Practices, the value is the slug, then UNKNOWN: none noted. A case may count under several.",
    WARNING_KIND: "All kinds of warning, then UNKNOWN: not a warning.",
  },
);

@ObjectType("StatisticsKey", { description: "A value of one dimension.", simpleResolvers: true })
export class StatisticsKeyType implements StatisticsKey {
  @Field(() => CaseDimensionEnum, { description: "The dimension." }) dimension!: CaseDimension;
  @Field(() => String, {
    description: "The value as the filter takes it; `UNKNOWN`: the case has none, and no filter value.",
  })
  value!: string;
  @Field(() => LabelType, { description: "Its name." }) label!: Label;
}

@ObjectType("StatisticsCell", { description: "One number of a table.", simpleResolvers: true })
export class StatisticsCellType implements StatisticsCell {
  @Field(() => [StatisticsKeyType], { description: "Where it stands: one key a dimension, as asked for." })
  keys!: readonly StatisticsKey[];
  @Field(() => Int, { description: "How many cases have all these values." }) count!: number;
}

@ObjectType("CaseStatistics", {
  description: "How many cases there are, by one dimension or by two crossed.",
  simpleResolvers: true,
})
export class CaseStatisticsType implements CaseStatistics {
  @Field(() => Int, { description: "The cases that pass the filter, each counted once." })
  totalCount!: number;
  @Field(() => [StatisticsCellType], {
    description:
      "Each value of the first dimension with each of the second, zeros included. Closed sets (CATEGORY, CATEGORY_BASIS, ROUND, KIND, WARNING_KIND) list every value, the others those that cases in the filter have; UNKNOWN comes last, where there are such cases.",
  })
  cells!: readonly StatisticsCell[];
}
