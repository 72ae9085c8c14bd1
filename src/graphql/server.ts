import { ApolloServer } from "@apollo/server";
import type { GraphQLSchema } from "graphql";
import type { ListSizes } from "./cost.js";
import { apolloSettings } from "./apollo-settings.js";
import type { RequestContext } from "./context.js";
import { limits } from "./limits.js";

/** Apollo over our schema; not yet started. */
export function createApolloServer(schema: GraphQLSchema): ApolloServer<RequestContext> {
  return new ApolloServer<RequestContext>({ schema, ...apolloSettings(limits, listSizes) });
}

/** What the unpaged lists of a case usually hold, for counting the cost before anything runs. */
const listSizes: ListSizes = {
  "Query.categories": 5,
  "Query.regions": 40,
  "Query.industries": 25,
  "Query.tags": 25,
  "Query.measures": 80,
  "Case.sections": 6,
  "Case.practices": 3,
  "Case.tags": 4,
  "Case.sources": 15,
  "Case.documents": 2,
  "Case.indicators": 25,
  "Section.narratives": 2,
  "Section.evidence": 5,
  "Narrative.citations": 5,
  "Evidence.indicators": 2,
  "Evidence.alsoReportedBy": 1,
  "Evidence.conflictsWith": 1,
  "Evidence.otherTowns": 1,
  "Indicator.otherValues": 2,
  "Town.cases": 1,
  "Town.formerNames": 1,
  "Town.industries": 3,
  "Town.statusHistory": 4,
  "TownStatus.sources": 1,
  "CaseSearchEdge.highlights": 3,
  "Highlight.ranges": 3,
  "SearchInfo.expansions": 3,
  "Practice.conditions": 2,
  "Practice.uses": 5,
  "PracticeUse.evidence": 3,
  "Programme.mechanisms": 3,
  "Programme.themes": 6,
  "Category.namesAsPublished": 2,
};
