import { Arg, Ctx, Query, Resolver } from "type-graphql";
import { compareCases, type CaseComparison } from "../../matching/compare-cases.js";
import type { RequestContext } from "../context.js";
import { CaseComparisonType } from "../types/comparison.js";

@Resolver()
export class ComparisonResolver {
  @Query(() => CaseComparisonType, {
    description:
      "Two to five cases side by side: results beside results, plans beside plans, towns beside towns.",
  })
  compareCases(
    @Ctx() { edition }: RequestContext,
    @Arg("slugs", () => [String], {
      description: "Two to five different cases, by their slugs or former ones.",
    })
    slugs: string[],
  ): Promise<CaseComparison> {
    return compareCases(edition, slugs);
  }
}
