import { Field, InputType, Int } from "type-graphql";
import type { CaseFilterInput, TownFilterInput } from "../../catalogue/parse-filter.js";
import type { CategoryKey, Basis, CaseKind, SectionKind, TownKind, TownStatusKind } from "../../terms.js";
import {
  BasisEnum,
  CaseKindEnum,
  CategoryKeyEnum,
  SectionKindEnum,
  TownKindEnum,
  TownStatusKindEnum,
} from "./enums.js";
import { DateTimeScalar } from "./scalars.js";

const optional = { nullable: true } as const;

@InputType("CaseFilter", {
  description:
    "Several values inside one field: any of them. Several fields: all of them. An empty list restricts nothing. A value that no vocabulary has is an error, never an empty result.",
})
export class CaseFilterType implements CaseFilterInput {
  @Field(() => [CaseKindEnum], { ...optional, description: "Models, warnings." }) kinds?: CaseKind[] | null;
  @Field(() => [CategoryKeyEnum], { ...optional, description: "Of these categories." })
  categories?: CategoryKey[] | null;
  @Field(() => [BasisEnum], { ...optional, description: "SOURCE leaves our own assignments out." })
  categoryBasis?: Basis[] | null;
  @Field(() => [String], { ...optional, description: "GB/T 2260 codes or keys of provinces." })
  provinces?: string[] | null;
  @Field(() => [String], { ...optional, description: "Codes or keys of any level, their parts included." })
  regions?: string[] | null;
  @Field(() => [String], { ...optional, description: "Keys of `industries`." }) industries?: string[] | null;
  @Field(() => [String], { ...optional, description: "Slugs of `practices`." }) practices?: string[] | null;
  @Field(() => [String], { ...optional, description: "Keys of `tags`." }) tags?: string[] | null;
  @Field(() => [Int], { ...optional, description: "National rounds: 1, 2." }) rounds?: number[] | null;
  @Field(() => [String], { ...optional, description: "Slugs of `towns`." }) towns?: string[] | null;
  @Field(() => [TownStatusKindEnum], { ...optional, description: "Whose town ever had one of these." })
  statuses?: TownStatusKind[] | null;
  @Field(() => [SectionKindEnum], { ...optional, description: "That have a section of one of these kinds." })
  hasSection?: SectionKind[] | null;
  @Field(() => DateTimeScalar, { ...optional, description: "Updated at this moment or later." })
  updatedSince?: Date | null;
}

@InputType("TownFilter", {
  description: "Several values inside one field: any of them. Several fields: all of them.",
})
export class TownFilterType implements TownFilterInput {
  @Field(() => [TownKindEnum], { ...optional, description: "Of these kinds." }) kinds?: TownKind[] | null;
  @Field(() => [String], {
    ...optional,
    description: "In these regions (codes or keys), their parts included.",
  })
  regions?: string[] | null;
  @Field(() => [String], { ...optional, description: "Keys of `industries`." }) industries?: string[] | null;
  @Field(() => [TownStatusKindEnum], { ...optional, description: "That ever had one of these." })
  statuses?: TownStatusKind[] | null;
}
