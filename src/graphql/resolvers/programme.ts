import type { GraphQLResolveInfo } from "graphql";
import { Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from "type-graphql";
import type { PolicyDocumentView, ProgrammeView } from "../../catalogue/vocabulary-views.js";
import { caseList } from "../case-list.js";
import type { RequestContext } from "../context.js";
import { CaseConnectionType, ForwardArgs } from "../types/connections.js";
import { PolicyDocumentType, ProgrammeType } from "../types/programme.js";

@Resolver(() => PolicyDocumentType)
export class ProgrammeResolver {
  @Query(() => ProgrammeType, { description: "The programme around the cases." })
  programme(@Ctx() { edition }: RequestContext): ProgrammeView {
    return edition.vocabulary.programme;
  }

  @FieldResolver(() => CaseConnectionType, { description: "The cases that it named." })
  cases(
    @Root() { id }: PolicyDocumentView,
    @Ctx() { edition }: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => ForwardArgs) page: ForwardArgs,
  ) {
    return caseList(edition, { list: `PolicyDocument.cases ${id}`, filter: { documents: [id] }, page, info });
  }
}
