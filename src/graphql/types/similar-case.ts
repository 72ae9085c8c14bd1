import { Field, Float, ObjectType } from "type-graphql";
import type { CaseView } from "../../catalogue/views.js";
import type { Label } from "../../terms.js";
import { CaseType } from "./case.js";
import { LabelType } from "./label.js";

@ObjectType("SimilarCase", {
  description: "A case that is like another, and in what.",
  simpleResolvers: true,
})
export class SimilarCaseType {
  @Field(() => CaseType, { description: "The other case." }) case!: CaseView;
  @Field(() => Float, {
    description: "0 to 1, in thousandths; `Case.similarCases` says what it is made of.",
  })
  score!: number;
  @Field(() => [LabelType], {
    description: "One for each part of the score that counted; each is true of both cases.",
  })
  reasons!: readonly Label[];
}
