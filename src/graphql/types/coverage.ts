import { Field, Int, ObjectType } from "type-graphql";
import type { Coverage, CoverageCount, EvidenceBand } from "../../matching/coverage.js";
import type { Label } from "../../terms.js";
import { LabelType } from "./label.js";

@ObjectType("CoverageCount", {
  description: "How many published cases have a value; 0 is a gap.",
  simpleResolvers: true,
})
export class CoverageCountType implements CoverageCount {
  @Field(() => String, { description: "The value, as a filter takes it where there is one for it." })
  value!: string;
  @Field(() => LabelType, { description: "Its name." }) label!: Label;
  @Field(() => Int, { description: "How many cases have it." }) count!: number;
}

@ObjectType("EvidenceBand", {
  description: "How many published cases rest on so many pieces of evidence.",
  simpleResolvers: true,
})
export class EvidenceBandType implements EvidenceBand {
  @Field(() => Int, { description: "At least so many pieces." }) from!: number;
  @Field(() => Int, { nullable: true, description: "At most so many; null: however many." })
  to!: number | null;
  @Field(() => Int, { description: "How many cases." }) count!: number;
}

@ObjectType("Coverage", {
  description:
    "How the published cases are spread: editors see the gaps, researchers the bias. In each list every case counts once, so that it adds up to `caseCount`; values without a case are listed with 0, and `UNKNOWN` (not stated) last, where there are such cases.",
  simpleResolvers: true,
})
export class CoverageType implements Coverage {
  @Field(() => [CoverageCountType], { description: "All five categories." })
  categories!: readonly CoverageCount[];
  @Field(() => [CoverageCountType], {
    description: "What the category rests on: a source, our judgement, or our working out.",
  })
  categoryBasis!: readonly CoverageCount[];
  @Field(() => [CoverageCountType], {
    description: "All provinces that the knowledge base knows, by code, or by key where there is no code.",
  })
  provinces!: readonly CoverageCount[];
  @Field(() => [CoverageCountType], { description: "The national rounds." })
  rounds!: readonly CoverageCount[];
  @Field(() => [CoverageCountType], { description: "Models and warnings." })
  kinds!: readonly CoverageCount[];
  @Field(() => [CoverageCountType], {
    description:
      "`COMPLETE`: every section has its text in both languages. `ZH_MISSING`, `EN_MISSING`, `ZH_AND_EN_MISSING`: a section lacks it in these.",
  })
  languages!: readonly CoverageCount[];
  @Field(() => [EvidenceBandType], { description: "How much evidence the cases rest on, in four bands." })
  evidence!: readonly EvidenceBand[];
}
