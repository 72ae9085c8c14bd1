import { Arg, Ctx, Int, Query, Resolver } from "type-graphql";
import { pageSize } from "../../catalogue/pages.js";
import { casesLikeMyTown, type TownMatchView } from "../../matching/my-town.js";
import { conditionWeights as weights, MET_SIZE_FACTOR } from "../../matching/town-conditions.js";
import { parseTownProfile } from "../../matching/town-profile.js";
import type { RequestContext } from "../context.js";
import { TownMatchType, TownProfileType } from "../types/town-match.js";

const USUAL_COUNT = 5;
const MAX_COUNT = 20;

/** The score as it is published. */
const description = `“We have this problem, in a town like ours”: model cases that meet conditions of the profile, best first.
Each part is a condition, and so is each industry, problem and practice. Weights: a problem ${weights.problems}, an industry ${weights.industries}, the traditional industry ${weights.isTraditionalIndustry}, a practice ${weights.practices}, the province ${weights.province}, nearness ${weights.near}, each size ${weights.sizes}. The score is the weight of what is MET over that of all; UNKNOWN is not met.
A size is the newest ACTUAL figure of the TOWN: within a factor of ${MET_SIZE_FACTOR} it is MET.
Of the same score comes first which has less NOT_MET, then which has more evidence, then which has the lower id. A case that meets nothing is left out.`;

@Resolver()
export class MyTownResolver {
  @Query(() => [TownMatchType], { description })
  casesLikeMyTown(
    @Ctx() { edition }: RequestContext,
    @Arg("profile", () => TownProfileType, { description: "The town that asks." }) profile: TownProfileType,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: USUAL_COUNT,
      description: `How many at most, 1 to ${MAX_COUNT}.`,
    })
    first: number | null,
  ): Promise<TownMatchView[]> {
    const count = pageSize({ first: first ?? USUAL_COUNT }, MAX_COUNT);
    return casesLikeMyTown(edition, parseTownProfile(profile, edition), count);
  }
}
