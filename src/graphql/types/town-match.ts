import { Field, Float, InputType, Int, ObjectType } from "type-graphql";
import type { CaseView, EvidenceView, PracticeUseView } from "../../catalogue/views.js";
import type { MatchedConditionView, TownMatchView } from "../../matching/my-town.js";
import { matchStates, type MatchState } from "../../matching/town-conditions.js";
import type { TownProfileInput } from "../../matching/town-profile.js";
import { MAX_WARNINGS_A_PRACTICE } from "../../matching/warnings-against.js";
import type { Label } from "../../terms.js";
import { CaseType, PracticeUseType } from "./case.js";
import { enumOf } from "./enum-of.js";
import { EvidenceType } from "./evidence.js";
import { NearFilterType } from "./inputs.js";
import { LabelType } from "./label.js";

const optional = { nullable: true } as const;

@InputType("TownProfile", {
  description:
    "The town that asks. Every part is optional, and one has to be there; more gives a better answer. An empty list says nothing.",
})
export class TownProfileType implements TownProfileInput {
  @Field(() => String, { ...optional, description: "The GB/T 2260 code or the key of its province." })
  province?: string | null;
  @Field(() => NearFilterType, {
    ...optional,
    description:
      "Where it lies, and how far a case may be. A place that cannot lie in `province` is refused: one farther from a known town there than any two places of the province are from each other, 1,000 kilometres or, of long provinces, more.",
  })
  near?: NearFilterType | null;
  @Field(() => [String], { ...optional, description: "What it lives by: keys of `industries`." })
  industries?: string[] | null;
  @Field(() => Boolean, {
    ...optional,
    description: "Whether any of its industries is an old trade or craft; must agree with `industries`.",
  })
  isTraditionalIndustry?: boolean | null;
  @Field(() => [String], { ...optional, description: "What troubles it: keys of `problems`." })
  problems?: string[] | null;
  @Field(() => [String], { ...optional, description: "What it does or wants to do: slugs of `practices`." })
  practices?: string[] | null;
  @Field(() => Float, { ...optional, description: "Its area; above 0." })
  areaSquareKilometres?: number | null;
  @Field(() => Int, { ...optional, description: "Enterprises in it; above 0." }) enterprises?: number | null;
  @Field(() => Int, { ...optional, description: "Jobs in it; above 0." }) jobs?: number | null;
  @Field(() => Float, { ...optional, description: "What has been invested in it so far, in yuan; above 0." })
  investmentCny?: number | null;
}

export const MatchStateEnum = enumOf("MatchState", "Whether a case has what a town asks for.", matchStates, {
  MET: "The record says so.",
  NOT_MET: "The record says otherwise.",
  UNKNOWN:
    "The record does not say; never counted as met. A problem or a practice that no evidence shows is UNKNOWN, not NOT_MET.",
});

@ObjectType("MatchedCondition", {
  description: "One thing that the asking town says of itself, looked for in a case.",
  simpleResolvers: true,
})
export class MatchedConditionType implements MatchedConditionView {
  @Field(() => LabelType, { description: "The condition, in words." }) name!: Label;
  @Field(() => MatchStateEnum, { description: "Whether the case has it." }) state!: MatchState;
  @Field(() => [EvidenceType], {
    description:
      "What the state rests on. None for places and industries, which are facts about the town, and where nothing is known.",
  })
  evidence!: readonly EvidenceView[];
}

@ObjectType("TownMatch", {
  description: "A model case for the town that asks: what fits, what does not, what is not known.",
  simpleResolvers: true,
})
export class TownMatchType implements TownMatchView {
  @Field(() => CaseType, { description: "The case." }) case!: CaseView;
  @Field(() => Float, { description: "The weight of the conditions met, over that of all; in thousandths." })
  score!: number;
  @Field(() => [MatchedConditionType], { description: "Each condition of the profile, in its order." })
  conditions!: readonly MatchedConditionView[];
  @Field(() => [PracticeUseType], {
    description: `What cautionary cases show against the practices of this case: at most ${MAX_WARNINGS_A_PRACTICE} a practice; \`Practice.contradictions\` has all.`,
  })
  warnings!: () => Promise<readonly PracticeUseView[]>;
}
