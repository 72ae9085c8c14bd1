import { Arg, Args, Ctx, Query, Resolver } from "type-graphql";
import { parseEvidenceFilter } from "../../catalogue/evidence-filter.js";
import { evidenceAt, evidenceList } from "../../catalogue/evidence-list.js";
import { pageOf } from "../../catalogue/pages.js";
import type { EvidenceView } from "../../catalogue/views.js";
import type { RequestContext } from "../context.js";
import {
  EvidenceConnectionType,
  lazyConnectionOf,
  PageArgs,
  type LazyConnection,
} from "../types/connections.js";
import { EvidenceFilterType } from "../types/inputs.js";

/** All figures and statements of all cases as one list. */
@Resolver()
export class EvidenceListResolver {
  @Query(() => EvidenceConnectionType, {
    description:
      "The evidence of all published cases as one list, case by case: to count, filter and page what one would otherwise collect by hand.",
  })
  evidence(
    @Ctx() { edition }: RequestContext,
    @Arg("filter", () => EvidenceFilterType, { nullable: true, description: "Which evidence." })
    filter: EvidenceFilterType | null,
    @Args(() => PageArgs) page: PageArgs,
  ): LazyConnection<EvidenceView> {
    const found = pageOf(evidenceList(edition, parseEvidenceFilter(filter, edition)), page);
    return lazyConnectionOf(found, () => evidenceAt(edition, found.items));
  }
}
