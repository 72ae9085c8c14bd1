import { Field, ObjectType } from "type-graphql";
import type { Label, PartialDate, Period } from "../../terms.js";
import { BasisEnum } from "./enums.js";
import { PartialDateScalar } from "./scalars.js";

@ObjectType("Label", { description: "A short text that exists in both languages.", simpleResolvers: true })
export class LabelType implements Label {
  @Field(() => String, { description: "In Chinese." }) zh!: string;
  @Field(() => String, { description: "In English." }) en!: string;
}

@ObjectType("Period", {
  description:
    "A stretch of time. No `from`: until; no `to`: since. Plan periods keep their name (“十四五”).",
  simpleResolvers: true,
})
export class PeriodType implements Period {
  @Field(() => PartialDateScalar, { nullable: true, description: "When it began; null: until `to`." })
  from!: PartialDate | null;
  @Field(() => PartialDateScalar, { nullable: true, description: "When it ended; null: since `from`." })
  to!: PartialDate | null;
  @Field(() => LabelType, { nullable: true, description: "The name of the period, where it has one." })
  label!: Label | null;
  @Field(() => BasisEnum, { description: "Whether a source gives the period, or we worked it out." })
  basis!: Period["basis"];
}
