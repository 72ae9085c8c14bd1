import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import { citeSource } from "../../catalogue/citation.js";
import { evidenceAt } from "../../catalogue/evidence-list.js";
import type { EvidencePlace } from "../../catalogue/evidence-place.js";
import { pageOf } from "../../catalogue/pages.js";
import type { SourceView } from "../../catalogue/vocabulary-views.js";
import type { CitationStyle } from "../../terms.js";
import { caseList } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { sourceList } from "../vocabulary-lists.js";
import {
  CaseConnectionType,
  EvidenceConnectionType,
  ForwardArgs,
  lazyConnectionOf,
  PageArgs,
  SourceConnectionType,
} from "../types/connections.js";
import { CitationStyleEnum } from "../types/enums.js";
import { SourceType } from "../types/source.js";

@Resolver(() => SourceType)
export class SourcesResolver {
  @Query(() => SourceConnectionType, { description: "All publications that anything here rests on." })
  sources(@Ctx() { edition }: RequestContext, @Args(() => PageArgs) page: PageArgs) {
    return sourceList("sources", edition.sources(), page);
  }

  @FieldResolver(() => String, { description: "A reference to it." })
  citation(
    @Root() source: SourceView,
    @Arg("style", () => CitationStyleEnum, {
      nullable: true,
      defaultValue: CitationStyleEnum.GB_T_7714,
      description: "How it is written.",
    })
    style: CitationStyle | null,
  ): string {
    return citeSource[style ?? "GB_T_7714"](source);
  }

  @FieldResolver(() => EvidenceConnectionType, { description: "What rests on it, case by case." })
  async evidence(
    @Root() { id }: SourceView,
    @Ctx() { edition }: RequestContext,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    const { facts } = edition.columns;
    const found = pageOf<EvidencePlace>(
      {
        scope: `Source.evidence ${id}`,
        items: await edition.evidenceOn(id),
        keyOf: ({ caseOrdinal, place }) => [facts.idAt(caseOrdinal) ?? "", place],
        compare: ([caseA, a], [caseB, b]) =>
          caseA === caseB ? Number(a) - Number(b) : String(caseA) < String(caseB) ? -1 : 1,
      },
      page,
    );
    return lazyConnectionOf(found, () => evidenceAt(edition, found.items));
  }

  @FieldResolver(() => CaseConnectionType, { description: "The cases whose evidence rests on it." })
  cases(
    @Root() { key }: SourceView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    return caseList(edition, { list: `Source.cases ${key}`, filter: { sources: [key] }, page, info });
  }
}
