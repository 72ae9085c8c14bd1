import { Field, Float, Int, ObjectType } from "type-graphql";
import type * as views from "../../catalogue/views.js";
import type { NamedKeyView, RegionView, SourceView } from "../../catalogue/vocabulary-views.js";
import type { Label } from "../../terms.js";
import { TownKindEnum, TownStatusKindEnum } from "./enums.js";
import { LabelType } from "./label.js";
import { NodeType } from "./node.js";
import { PartialDateScalar } from "./scalars.js";
import { SourceType } from "./source.js";
import { IndustryType, RegionType } from "./vocabulary.js";

@ObjectType("Location", {
  description: "A point. It is only approximate, and says of what.",
  simpleResolvers: true,
})
export class LocationType {
  @Field(() => Float, { description: "Degrees north." }) latitude!: number;
  @Field(() => Float, { description: "Degrees east." }) longitude!: number;
  @Field(() => LabelType, { description: "Of what the point is, and how exactly." }) basis!: Label;
}

@ObjectType("TownStatus", { description: "One dated step in a town's standing.", simpleResolvers: true })
export class TownStatusType {
  @Field(() => TownStatusKindEnum, { description: "What happened." }) kind!: views.TownStatusView["kind"];
  @Field(() => PartialDateScalar, { nullable: true, description: "When; null: undated." })
  date!: string | null;
  @Field(() => Int, { nullable: true, description: "The national round, only with CITED." })
  round!: number | null;
  @Field(() => LabelType, { nullable: true, description: "Who did it." }) authority!: Label | null;
  @Field(() => LabelType, { nullable: true, description: "Which list or batch." }) list!: Label | null;
  @Field(() => LabelType, { nullable: true, description: "What else there is to say." }) note!: Label | null;
  @Field(() => Boolean, { description: "Whether sources dispute it." }) isDisputed!: boolean;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly SourceView[];
}

@ObjectType("FormerName", { description: "A name that a town no longer has.", simpleResolvers: true })
export class FormerNameType {
  @Field(() => LabelType, { description: "The name." }) name!: Label;
  @Field(() => PartialDateScalar, { nullable: true, description: "Until when it had it." })
  until!: string | null;
  @Field(() => SourceType, { description: "Who says so." }) source!: SourceView;
}

@ObjectType("Town", {
  description: "A characteristic town (特色小镇), or what was called one.",
  implements: NodeType,
  simpleResolvers: true,
})
export class TownType extends NodeType {
  @Field(() => String, { description: "The key that filters and `town(slug:)` take." }) slug!: string;
  @Field(() => TownKindEnum, { description: "What it is." }) kind!: views.TownView["kind"];
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => [FormerNameType], { description: "Names it had before." })
  formerNames!: readonly views.FormerNameView[];
  @Field(() => RegionType, { description: "The lowest division or zone it lies in." }) region!: RegionView;
  @Field(() => LocationType, { nullable: true, description: "An approximate point." })
  location!: views.LocationView | null;
  @Field(() => [IndustryType], { description: "What it lives by." }) industries!: readonly NamedKeyView[];
  @Field(() => [TownStatusType], { description: "Its standing over time, oldest first." })
  statusHistory!: readonly views.TownStatusView[];
  @Field(() => TownStatusType, { nullable: true, description: "The latest dated step." })
  currentStatus!: views.TownStatusView | null;
}
