import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { CaseCard } from "../../catalogue/case-card.js";
import { idsHaving } from "../../catalogue/ids-having.js";
import type { TownOrder } from "../../catalogue/order.js";
import { parseTownFilter } from "../../catalogue/parse-filter.js";
import type { TownView } from "../../catalogue/views.js";
import type { RegionView } from "../../catalogue/vocabulary-views.js";
import type { RegionLevel } from "../../terms.js";
import type { RequestContext } from "../context.js";
import { readCases } from "../card-selection.js";
import { townList } from "../town-list.js";
import { CaseType } from "../types/case.js";
import { ForwardArgs, PageArgs, TownConnectionType, type LazyConnection } from "../types/connections.js";
import { RegionLevelEnum } from "../types/enums.js";
import { TownOrderEnum } from "../types/search-enums.js";
import { TownFilterType } from "../types/inputs.js";
import { TownType } from "../types/town.js";
import { RegionType } from "../types/vocabulary.js";

@Resolver(() => TownType)
export class TownsResolver {
  @Query(() => TownConnectionType, {
    description: "Towns with a published case, filtered, ordered and paged.",
  })
  towns(
    @Ctx() { edition }: RequestContext,
    @Arg("filter", () => TownFilterType, { nullable: true, description: "Which towns." })
    filter: TownFilterType | null,
    @Arg("orderBy", () => TownOrderEnum, {
      nullable: true,
      description: "In which order; NAME_ZH_ASC unless told.",
    })
    orderBy: TownOrder | null,
    @Args(() => PageArgs) page: PageArgs,
  ): LazyConnection<TownView> {
    return townList(edition, "towns", parseTownFilter(filter, edition), orderBy, page);
  }

  @Query(() => TownType, { nullable: true, description: "One town, by its slug; else null." })
  async town(
    @Ctx() { edition }: RequestContext,
    @Arg("slug", () => String, { description: "As in its address." }) slug: string,
  ): Promise<TownView | null> {
    const { columns } = edition;
    const [first = -1] = columns.having("towns", slug).ordinals();
    const found = columns.facts.townAt(first);
    const [view] = found ? await edition.townViews([found.id]) : [];
    return view ?? null;
  }

  @FieldResolver(() => [CaseType], {
    description: "Its published cases: a praised town may be a warning later.",
  })
  async cases(
    @Root() { slug }: TownView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CaseCard[]> {
    const ids = idsHaving(edition.columns, "towns", slug);
    const found = await readCases(edition, ids, info);
    return found.filter((card) => card !== null);
  }
}

@Resolver(() => RegionType)
export class RegionsResolver {
  @Query(() => [RegionType], {
    description: "The divisions that the knowledge base knows, by code; those without one come last, by key.",
  })
  regions(
    @Ctx() { edition }: RequestContext,
    @Arg("level", () => RegionLevelEnum, { nullable: true, description: "Only this level." })
    level: RegionLevel | null | undefined,
  ): readonly RegionView[] {
    const { regions } = edition.vocabulary;
    return level == null ? regions : regions.filter((region) => region.level === level);
  }

  @Query(() => RegionType, { nullable: true, description: "One division, by its code or key; else null." })
  region(
    @Ctx() { edition }: RequestContext,
    @Arg("code", () => String, { description: "GB/T 2260, six digits, or the key." }) code: string,
  ): RegionView | null {
    return edition.vocabulary.regions.find((one) => one.code === code || one.key === code) ?? null;
  }

  @FieldResolver(() => TownConnectionType, {
    description: "Towns in it and in its parts, by pinyin of their names.",
  })
  towns(
    @Root() { key }: RegionView,
    @Ctx() { edition }: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ): LazyConnection<TownView> {
    return townList(edition, "Region.towns", { regions: [key] }, null, page);
  }
}
