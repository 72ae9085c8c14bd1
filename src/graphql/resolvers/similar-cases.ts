import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { MAX_PAGE_SIZE, pageSize } from "../../catalogue/pages.js";
import type { CaseView } from "../../catalogue/views.js";
import { similarCases, type SimilarCaseView } from "../../matching/similar-cases.js";
import { LIKE_SIZE_FACTOR, NEAR_KILOMETRES, similarityWeights } from "../../matching/similarity.js";
import type { RequestContext } from "../context.js";
import { CaseType } from "../types/case.js";
import { SimilarCaseType } from "../types/similar-case.js";

const USUAL_COUNT = 5;

const { EXEMPLARY: model, CAUTIONARY: warning } = similarityWeights;

/** The score as it is published. */
const description = `Published cases like this one, best first; of the same score the lower id first.
A model case is compared with model cases: shared practices count ${model.practices}, shared industries ${model.industries}, the same category ${model.category}, nearness ${model.distance} (in full at 0 km, nothing from ${NEAR_KILOMETRES} km on), sizes alike ${model.sizes}.
A cautionary case is compared with all: shared problems count ${warning.problems}, practices ${warning.practices} (those that it shows the opposite of, where a model case uses them or another cautionary case shows their opposite too).
Of practices and problems counts the share that both have in what either has, of industries in the shorter list. Sizes are area, enterprises, jobs and investment: the newest ACTUAL figure of the TOWN; alike is within a factor of ${LIKE_SIZE_FACTOR}, and counted is the share alike in those that both have. What is not known adds nothing, and without a shared practice, industry, category or problem no case is similar.`;

@Resolver(() => CaseType)
export class SimilarCasesResolver {
  @FieldResolver(() => [SimilarCaseType], { description })
  similarCases(
    @Root() view: CaseView,
    @Ctx() { edition }: RequestContext,
    @Arg("first", () => Int, {
      nullable: true,
      defaultValue: USUAL_COUNT,
      description: `How many at most, 1 to ${MAX_PAGE_SIZE}.`,
    })
    first: number | null,
  ): Promise<SimilarCaseView[]> {
    return similarCases(edition, view, pageSize({ first: first ?? USUAL_COUNT }));
  }
}
