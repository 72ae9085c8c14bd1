import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver } from "type-graphql";
import { cursorsOf, decodeCursor } from "../../catalogue/cursors.js";
import type { Edition } from "../../catalogue/edition.js";
import { perFacetGroup } from "../../catalogue/facets.js";
import { pageSize } from "../../catalogue/pages.js";
import { parseCaseFilter } from "../../catalogue/parse-filter.js";
import type { SearchField } from "../../search/query-plan.js";
import type { CaseSearchPage, SearchCasesArguments } from "../../search/search-cases.js";
import type { SearchPosition, SearchSort } from "../../search/search-engine.js";
import type { Locale, SectionKind } from "../../terms.js";
import type { RequestContext } from "../context.js";
import { areCardsEnough, nodesOfConnection } from "../card-selection.js";
import { facetValuesOf } from "../facet-values.js";
import { limits } from "../limits.js";
import { isSelected } from "../selection.js";
import { assertTextLength } from "../text-length.js";
import { ForwardArgs } from "../types/connections.js";
import { LocaleEnum, SectionKindEnum } from "../types/enums.js";
import { SearchFieldEnum, SearchSortEnum } from "../types/search-enums.js";
import { CaseFilterType } from "../types/inputs.js";
import { CaseSearchConnectionType } from "../types/search.js";

export interface SearchDeps {
  readonly searchCases: (edition: Edition, args: SearchCasesArguments) => Promise<CaseSearchPage>;
}

@Resolver()
export class SearchResolver {
  constructor(private readonly deps: SearchDeps) {}

  @Query(() => CaseSearchConnectionType, {
    description:
      'Full-text search over published cases, in Chinese and English. “…”, "…" or 「…」 ask for a phrase, `-word` leaves out, the last word may be unfinished, typing errors in Latin words are forgiven, traditional and simplified characters are the same. A blank query browses; one with nothing in it that can be looked for finds nothing.',
  })
  async searchCases(
    @Ctx() { edition, sharing }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg("query", () => String, {
      description: `What to look for; at most ${limits.maxQueryLength} characters, of which ten terms count.`,
    })
    query: string,
    @Arg("filter", () => CaseFilterType, { nullable: true, description: "Which cases." })
    input: CaseFilterType | null,
    @Arg("locale", () => LocaleEnum, { nullable: true, description: "Only texts in this language." })
    locale: Locale | null,
    @Arg("searchIn", () => [SectionKindEnum], {
      nullable: true,
      description:
        "Only what stands in sections of these kinds: their narratives, and the evidence at home there.",
    })
    searchIn: SectionKind[] | null,
    @Arg("fields", () => [SearchFieldEnum], { nullable: true, description: "Only these fields." })
    fields: SearchField[] | null,
    @Arg("useGlossary", () => Boolean, {
      nullable: true,
      defaultValue: true,
      description:
        "Also find what the glossary knows by other words, in either language; it ranks below what has the words of the query. Never in quotes or behind a minus.",
    })
    glossaryUse: boolean | null,
    @Arg("sort", () => SearchSortEnum, {
      nullable: true,
      description: "In which order; RELEVANCE unless told.",
    })
    sort: SearchSort | null,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ): Promise<CaseSearchConnectionType> {
    assertTextLength("query", query, "maxQueryLength");
    const filter = parseCaseFilter(input, edition);
    const order = sort ?? "RELEVANCE";
    const useGlossary = glossaryUse ?? true;
    const asked = ["searchCases", query, filter, locale, searchIn, fields, useGlossary, order];
    const scope = JSON.stringify(asked);
    const found = await this.deps.searchCases(edition, {
      ...{ query, filter, locale, searchIn, fields, useGlossary, sort: order },
      limit: pageSize(page),
      after: page.after == null ? null : positionOf(scope, page.after),
      wantsFacets: isSelected(info, "facets"),
      wantsHighlights: ["highlights", "matchedTerms"].some((field) => isSelected(info, "edges", field)),
      wantsWholeCases:
        !areCardsEnough(info, nodesOfConnection) || isSelected(info, "edges", "highlights", "evidence"),
    });
    // Another moment would have another answer.
    if (found.info.isDegraded || found.info.pendingChanges > 0) sharing.forbid();
    const cursorOf = cursorsOf(scope);
    const edges = found.edges.map(({ case: node, position, ...edge }) => ({
      ...edge,
      node,
      cursor: cursorOf([position.offset, position.id]),
    }));
    return {
      edges,
      nodes: edges.map(({ node }) => node),
      pageInfo: {
        hasNextPage: found.hasNextPage,
        hasPreviousPage: found.hasPreviousPage,
        startCursor: edges.at(0)?.cursor ?? null,
        endCursor: edges.at(-1)?.cursor ?? null,
      },
      totalCount: found.total,
      facets: facetValuesOf(found.facets ?? noFacets, filter, edition.vocabulary),
      searchInfo: found.info,
    };
  }
}

const noFacets = perFacetGroup(() => new Map<string, number>());

/** @throws {AppError} CURSOR_INVALID for anything but a cursor of this search. */
function positionOf(scope: string, cursor: string): SearchPosition {
  const [offset, id] = decodeCursor(scope, cursor, "after");
  return { offset: Number(offset), id: String(id) };
}
