import "reflect-metadata";
import {
  defaultFieldResolver,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
  printSchema,
  type GraphQLSchema,
} from "graphql";
import { buildSchemaSync, type ContainerType, type NonEmptyArray } from "type-graphql";
import { CaseConnectionResolver, CasesResolver, type CasesDeps } from "./resolvers/cases.js";
import { CategoriesResolver } from "./resolvers/categories.js";
import { ComparisonResolver } from "./resolvers/comparison.js";
import { MyTownResolver } from "./resolvers/my-town.js";
import { NodesResolver } from "./resolvers/nodes.js";
import { EvidenceListResolver } from "./resolvers/evidence.js";
import { EvidenceResolver, SectionsResolver } from "./resolvers/parts.js";
import { PracticesResolver } from "./resolvers/practices.js";
import { ProgrammeResolver } from "./resolvers/programme.js";
import { SearchResolver, type SearchDeps } from "./resolvers/search.js";
import { ServiceInfoResolver, type ServiceInfoDeps } from "./resolvers/service-info.js";
import { SimilarCasesResolver } from "./resolvers/similar-cases.js";
import { SourcesResolver } from "./resolvers/sources.js";
import { StatisticsResolver } from "./resolvers/statistics.js";
import { SuggestResolver } from "./resolvers/suggest.js";
import { RegionsResolver, TownsResolver } from "./resolvers/towns.js";
import {
  GlossaryResolver,
  IndustriesResolver,
  MeasuresResolver,
  ProblemsResolver,
  TagsResolver,
} from "./resolvers/vocabulary.js";

/** What resolvers need beside the request's edition. */
export type SchemaDeps = CasesDeps & SearchDeps & ServiceInfoDeps;

/** The executable schema. Built once. */
export function createSchema(deps: SchemaDeps): GraphQLSchema {
  const resolvers: NonEmptyArray<object> = [
    new CategoriesResolver(),
    new RegionsResolver(),
    new IndustriesResolver(),
    new ProblemsResolver(),
    new TagsResolver(),
    new GlossaryResolver(),
    new MeasuresResolver(),
    new TownsResolver(),
    new CasesResolver(deps),
    new CaseConnectionResolver(),
    new SimilarCasesResolver(),
    new MyTownResolver(),
    new SectionsResolver(),
    new EvidenceResolver(),
    new EvidenceListResolver(),
    new PracticesResolver(),
    new SourcesResolver(),
    new ProgrammeResolver(),
    new SearchResolver(deps),
    new ComparisonResolver(),
    new StatisticsResolver(),
    new SuggestResolver(),
    new NodesResolver(),
    new ServiceInfoResolver(deps),
  ];
  const classes = resolvers.map((resolver) => resolver.constructor) as NonEmptyArray<new () => object>;
  const schema = buildSchemaSync({
    resolvers: classes,
    container: resolverMap(resolvers),
    validate: false,
    skipCheck: true,
  });
  return described(withFetchedLists(withSynchronousTypes(schema)));
}

/** The schema as text, as it is committed and served. */
export function sdlOf(schema: GraphQLSchema): string {
  return `${printSchema(schema)}\n`;
}

/** Hands TypeGraphQL the resolver objects that were built here. */
function resolverMap(resolvers: readonly object[]): ContainerType {
  const byClass = new Map<unknown, object>(resolvers.map((resolver) => [resolver.constructor, resolver]));
  return {
    get(resolverClass: { name: string }) {
      const found = byClass.get(resolverClass);
      if (!found) throw new Error(`${resolverClass.name} is not among the resolvers of the schema`);
      return found;
    },
  };
}

/** TypeGraphQL makes `resolveType` asynchronous; every node of ours knows its type at once. */
function withSynchronousTypes(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: { __typename: string }) => value.__typename;
  }
  return schema;
}

/**
 * Lists of objects may be functions, called when they are asked for. graphql-js does so by itself; compiled code reads
 * properties where a field has no resolver.
 */
function withFetchedLists(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__")) continue;
    for (const field of Object.values(type.getFields())) {
      const isListOfObjects =
        isListType(getNullableType(field.type)) && isCompositeType(getNamedType(field.type));
      if (isListOfObjects) field.resolve ??= defaultFieldResolver;
    }
  }
  return schema;
}

/** TypeGraphQL has no place for the description of the root. */
function described(schema: GraphQLSchema): GraphQLSchema {
  const query = schema.getQueryType();
  if (query) query.description = "Everything that can be asked. All of it is public and read only.";
  return schema;
}
