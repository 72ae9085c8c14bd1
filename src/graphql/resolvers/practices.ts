import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { CaseCard } from "../../catalogue/case-card.js";
import { idsHaving } from "../../catalogue/ids-having.js";
import type { PracticeUseView } from "../../catalogue/views.js";
import type { PracticeView } from "../../catalogue/vocabulary-views.js";
import { readCases } from "../card-selection.js";
import { caseList } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { CaseType, PracticeUseType } from "../types/case.js";
import { CaseConnectionType, ForwardArgs, PageArgs, PracticeConnectionType } from "../types/connections.js";
import { PracticeType } from "../types/vocabulary.js";
import { practiceList } from "../vocabulary-lists.js";

/** Of lists that have no pages. */
const MOST_CASES = 100;

@Resolver(() => PracticeType)
export class PracticesResolver {
  @Query(() => PracticeConnectionType, { description: "Practices that cases share." })
  practices(@Ctx() { edition }: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    return practiceList("practices", edition.vocabulary.practices, page);
  }

  @Query(() => PracticeType, { nullable: true, description: "One practice, by its slug; else null." })
  practice(
    @Ctx() { edition }: RequestContext,
    @Arg("slug", () => String, { description: "As in its address." }) slug: string,
  ): PracticeView | null {
    return edition.vocabulary.practices.find((practice) => practice.slug === slug) ?? null;
  }

  @FieldResolver(() => CaseConnectionType, { description: "The cases that use it." })
  cases(
    @Root() { slug }: PracticeView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    return caseList(edition, { list: `Practice.cases ${slug}`, filter: { practices: [slug] }, page, info });
  }

  @FieldResolver(() => [PracticeUseType], {
    description: `What it looked like in each case, and the evidence; of the first ${MOST_CASES} by id, \`cases\` has all.`,
  })
  async uses(@Root() { slug }: PracticeView, @Ctx() { edition }: RequestContext): Promise<PracticeUseView[]> {
    const views = await edition.cases(idsHaving(edition.columns, "practices", slug, MOST_CASES));
    return views.flatMap((view) => view?.practiceUses.filter(({ practice }) => practice.slug === slug) ?? []);
  }

  @FieldResolver(() => [CaseType], {
    description: `Cautionary cases that show the opposite; the first ${MOST_CASES} by id.`,
  })
  async contradictedBy(
    @Root() { slug }: PracticeView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseCard[]> {
    const ids = idsHaving(edition.columns, "contradicts", slug, MOST_CASES);
    return (await readCases(edition, ids, info)).filter((card) => card !== null);
  }

  @FieldResolver(() => [PracticeUseType], {
    description: "What speaks against it in each of those, and the evidence.",
  })
  async contradictions(
    @Root() { slug }: PracticeView,
    @Ctx() { edition }: RequestContext,
  ): Promise<PracticeUseView[]> {
    const views = await edition.cases(idsHaving(edition.columns, "contradicts", slug, MOST_CASES));
    return views.flatMap(
      (view) => view?.contradictions.filter(({ practice }) => practice.slug === slug) ?? [],
    );
  }
}
