import { Ctx, FieldResolver, Query, Resolver } from "type-graphql";
import { coverageOf, type Coverage } from "../../matching/coverage.js";
import { contentLicence } from "../../licence.js";
import type { SearchState } from "../../search/search-state.js";
import type { RequestContext } from "../context.js";
import { limits } from "../limits.js";
import { CoverageType } from "../types/coverage.js";
import { SearchStateType, ServiceInfoType } from "../types/service-info.js";

export interface ServiceInfoDeps {
  /** Semver, as in package.json. */
  readonly version: string;
  readonly searchState: () => Promise<SearchState>;
}

@Resolver(() => ServiceInfoType)
export class ServiceInfoResolver {
  constructor(private readonly deps: ServiceInfoDeps) {}

  @Query(() => ServiceInfoType, { description: "What this service is and how it stands." })
  serviceInfo(@Ctx() { edition }: RequestContext): ServiceInfoType {
    return {
      name: "Exemplar",
      version: this.deps.version,
      contentRevision: edition.contentRevision,
      caseCount: edition.columns.size,
      licence: contentLicence,
      limits,
    };
  }

  @FieldResolver(() => CoverageType, {
    description: "How the published cases are spread: what the collection holds, and what it lacks.",
  })
  coverage(@Ctx() { edition }: RequestContext): Coverage {
    return coverageOf(edition);
  }

  @FieldResolver(() => SearchStateType, { description: "How the search index stands." })
  search(@Ctx() { sharing }: RequestContext): Promise<SearchState> {
    sharing.forbid();
    return this.deps.searchState();
  }
}
