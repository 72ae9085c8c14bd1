import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { parseCaseFilter } from "../../catalogue/parse-filter.js";
import { caseStatistics, type CaseDimension, type CaseStatistics } from "../../matching/case-statistics.js";
import type { RequestContext } from "../context.js";
import { CaseFilterType } from "../types/inputs.js";
import { CaseDimensionEnum, CaseStatisticsType } from "../types/statistics.js";

@Resolver()
export class StatisticsResolver {
  @Query(() => CaseStatisticsType, {
    description: "Counts of published cases by one dimension, or by two crossed: a table to cite.",
  })
  caseStatistics(
    @Ctx() { edition }: RequestContext,
    @Arg("filter", () => CaseFilterType, { nullable: true, description: "Which cases." })
    filter: CaseFilterType | null,
    @Arg("groupBy", () => [CaseDimensionEnum], { description: "One dimension, or two different ones." })
    groupBy: CaseDimension[],
  ): CaseStatistics {
    return caseStatistics(edition, parseCaseFilter(filter, edition), groupBy);
  }
}
