import { Field, Float, Int, ObjectType } from "type-graphql";
import type { DegradedReason, Label, SearchEngineKind } from "../../terms.js";
import { DegradedReasonEnum, SearchEngineKindEnum } from "./search-enums.js";
import { LabelType } from "./label.js";
import { DateTimeScalar, UrlScalar } from "./scalars.js";

@ObjectType("Licence", { description: "Under what terms the texts may be used.", simpleResolvers: true })
export class LicenceType {
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => UrlScalar, { description: "Its text." }) url!: string;
}

@ObjectType("Limits", { description: "What one request may ask for.", simpleResolvers: true })
export class LimitsType {
  @Field(() => Int, { description: "Items on a page." }) maxPageSize!: number;
  @Field(() => Int, { description: "Levels of nested fields." }) maxDepth!: number;
  @Field(() => Int, { description: "Cost; each answer tells its own in `extensions.cost`." })
  maxCost!: number;
  @Field(() => Int, { description: "Characters of a search query." }) maxQueryLength!: number;
  @Field(() => Int, { description: "Tokens of a document." }) maxTokens!: number;
  @Field(() => Int, { description: "Aliases of a document." }) maxAliases!: number;
  @Field(() => Int, { description: "Root fields of an operation." }) maxRootFields!: number;
}

@ObjectType("SearchState", { description: "How the search index stands.", simpleResolvers: true })
export class SearchStateType {
  @Field(() => SearchEngineKindEnum, { description: "The engine in use." }) engine!: SearchEngineKind;
  @Field(() => Boolean, { description: "The wanted engine does not answer, and another stands in." })
  isDegraded!: boolean;
  @Field(() => DegradedReasonEnum, { nullable: true, description: "Why; null where none does." })
  degradedBecause!: DegradedReason | null;
  @Field(() => String, {
    nullable: true,
    description: "The version of the search server; null where the engine is part of the service.",
  })
  engineVersion!: string | null;
  @Field(() => String, { description: "Changes with every rebuild." }) indexGeneration!: string;
  @Field(() => DateTimeScalar, { description: "When the index last took changes in." }) indexedAt!: Date;
  @Field(() => Int, { description: "Content revisions that the index has yet to take in." })
  pendingChanges!: number;
  @Field(() => Float, { description: "Seconds since the first of these was published; 0: there are none." })
  lagSeconds!: number;
}

@ObjectType("ServiceInfo", { description: "What this service is.", simpleResolvers: true })
export class ServiceInfoType {
  @Field(() => String, { description: "Its name." }) name!: string;
  @Field(() => String, { description: "Its version (semver)." }) version!: string;
  @Field(() => Int, { description: "The counter of all published changes." }) contentRevision!: number;
  @Field(() => Int, { description: "Published cases." }) caseCount!: number;
  @Field(() => LicenceType, { description: "Of the texts." }) licence!: LicenceType;
  @Field(() => LimitsType, { description: "What one request may ask for." }) limits!: LimitsType;
}
