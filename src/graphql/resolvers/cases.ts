import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { CaseCard, FigureView } from "../../catalogue/case-card.js";
import { citeCase } from "../../catalogue/citation.js";
import type { CaseOrder } from "../../catalogue/order.js";
import { pageOf } from "../../catalogue/pages.js";
import { parseCaseFilter, parseMeasureKeys } from "../../catalogue/parse-filter.js";
import type { CaseView, EvidenceView, SectionView } from "../../catalogue/views.js";
import type {
  CitationStyle,
  EvidenceKind,
  EvidenceScope,
  IndicatorNature,
  SectionKind,
} from "../../terms.js";
import { readCases } from "../card-selection.js";
import { caseList, type CaseConnection } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { CaseType, SectionType } from "../types/case.js";
import {
  CaseConnectionType,
  connectionOfItems,
  EvidenceConnectionType,
  ForwardArgs,
  PageArgs,
} from "../types/connections.js";
import {
  CitationStyleEnum,
  EvidenceKindEnum,
  EvidenceScopeEnum,
  IndicatorNatureEnum,
  SectionKindEnum,
} from "../types/enums.js";
import { CaseOrderEnum } from "../types/search-enums.js";
import { IndicatorType } from "../types/evidence.js";
import { CaseFacetsType } from "../types/facets.js";
import { CaseFilterType } from "../types/inputs.js";

/** What the cases need beside the request's edition. */
export interface CasesDeps {
  /** Of the service; null: it does not know its address. */
  readonly publicUrl: string | null;
}

@Resolver(() => CaseType)
export class CasesResolver {
  constructor(private readonly deps: CasesDeps) {}

  @Query(() => CaseConnectionType, { description: "Published cases, filtered, ordered and paged." })
  cases(
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("filter", () => CaseFilterType, { nullable: true, description: "Which cases." })
    filter: CaseFilterType | null,
    @Arg("orderBy", () => CaseOrderEnum, {
      nullable: true,
      description: "In which order; CATEGORY_ASC unless told.",
    })
    orderBy: CaseOrder | null,
    @Args(() => PageArgs) page: PageArgs,
  ): CaseConnection {
    return caseList(edition, {
      list: "cases",
      filter: parseCaseFilter(filter, edition),
      orderBy,
      page,
      info,
    });
  }

  @Query(() => CaseType, { nullable: true, description: "One case, by its slug or a former one; else null." })
  async case(
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("slug", () => String, { description: "As in its address." }) slug: string,
  ): Promise<CaseCard | null> {
    const { facts, ordinalOfSlug } = edition.columns;
    const id = facts.idAt(ordinalOfSlug(slug) ?? -1);
    const [found] = id === undefined ? [] : await readCases(edition, [id], info);
    return found ?? null;
  }

  @FieldResolver(() => [SectionType], { description: "Its parts, in the order in which it tells them." })
  sections(
    @Root() { sections }: CaseView,
    @Arg("kinds", () => [SectionKindEnum], { nullable: true, description: "Only these kinds." })
    kinds: SectionKind[] | null,
  ): readonly SectionView[] {
    return sections.filter(({ kind }) => isWanted(kinds, kind));
  }

  @FieldResolver(() => SectionType, { nullable: true, description: "One part, by its anchor; else null." })
  section(
    @Root() { sections }: CaseView,
    @Arg("anchor", () => String, { description: "Its name inside the case." }) anchor: string,
  ): SectionView | null {
    return sections.find((section) => section.anchor === anchor) ?? null;
  }

  @FieldResolver(() => EvidenceConnectionType, {
    description: "What the case rests on, in the order of the case.",
  })
  evidence(
    @Root() { id, evidence }: CaseView,
    @Arg("kinds", () => [EvidenceKindEnum], { nullable: true, description: "Only these kinds." })
    kinds: EvidenceKind[] | null,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    const places = new Map(evidence.map((one, place) => [one, place]));
    const items = evidence.filter(({ kind }) => isWanted(kinds, kind));
    const found = pageOf<EvidenceView>(
      {
        scope: JSON.stringify(["Case.evidence", id, kinds]),
        items,
        keyOf: (one) => [places.get(one) ?? 0],
        compare: ([a], [b]) => Number(a) - Number(b),
      },
      page,
    );
    return connectionOfItems(found);
  }

  @FieldResolver(() => [IndicatorType], { description: "Its figures, in the order of the evidence." })
  indicators(
    @Root() { indicators }: CaseCard,
    @Ctx() { edition }: RequestContext,
    @Arg("measures", () => [String], { nullable: true, description: "Only these keys of `measures`." })
    measureKeys: string[] | null,
    @Arg("natures", () => [IndicatorNatureEnum], { nullable: true, description: "Only these natures." })
    natures: IndicatorNature[] | null,
    @Arg("scopes", () => [EvidenceScopeEnum], { nullable: true, description: "Only these scopes." })
    scopes: EvidenceScope[] | null,
  ): FigureView[] {
    const measures = parseMeasureKeys(measureKeys, edition);
    return indicators.filter(
      ({ measure, nature, scope }) =>
        isWanted(measures, measure.key) && isWanted(natures, nature) && isWanted(scopes, scope),
    );
  }

  @FieldResolver(() => String, {
    description:
      "A reference to this revision, with the content revision and what opens the case; the day on which it was read is for you to add.",
  })
  citation(
    @Root() view: CaseView,
    @Ctx() { edition: { contentRevision } }: RequestContext,
    @Arg("style", () => CitationStyleEnum, {
      nullable: true,
      defaultValue: CitationStyleEnum.GB_T_7714,
      description: "How it is written.",
    })
    style: CitationStyle | null,
  ): string {
    return citeCase[style ?? "GB_T_7714"](view, { contentRevision, ...this.deps });
  }
}

/** An empty list restricts nothing, as in a filter. */
function isWanted<Value>(wanted: readonly Value[] | null | undefined, value: Value): boolean {
  return !wanted?.length || wanted.includes(value);
}

@Resolver(() => CaseConnectionType)
export class CaseConnectionResolver {
  @FieldResolver(() => CaseFacetsType, {
    description: "Counts of values over the whole list; worked out when asked for.",
  })
  facets(@Root() connection: CaseConnection): CaseFacetsType {
    return connection.countFacets();
  }
}
