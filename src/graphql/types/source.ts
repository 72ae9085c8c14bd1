import { Field, ObjectType } from "type-graphql";
import type { Label } from "../../terms.js";
import { LabelType } from "./label.js";
import { NodeType } from "./node.js";
import { PartialDateScalar, UrlScalar } from "./scalars.js";

@ObjectType("Source", {
  description: "A publication that evidence rests on.",
  implements: NodeType,
  simpleResolvers: true,
})
export class SourceType extends NodeType {
  @Field(() => String, { description: "Its title, in its own language." }) title!: string;
  @Field(() => Boolean, { description: "The title is our description, not the printed one." })
  titleIsOurs!: boolean;
  @Field(() => String, { description: "Who published it, and where it was read." }) publisher!: string;
  @Field(() => PartialDateScalar, { nullable: true, description: "When; null where no date was visible." })
  published!: string | null;
  @Field(() => String, { description: "Its language (BCP 47)." }) language!: string;
  @Field(() => UrlScalar, { nullable: true, description: "Null: cite it by publisher, title and date." })
  url!: string | null;
  @Field(() => Boolean, { description: "It was read at a repost or mirror." }) isRepost!: boolean;
  @Field(() => LabelType, { nullable: true, description: "What to know before citing it." })
  note!: Label | null;
}
