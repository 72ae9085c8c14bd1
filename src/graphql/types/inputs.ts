import { Field, Float, ID, InputType, Int } from "type-graphql";
import type { EvidenceFilterInput } from "../../catalogue/evidence-filter.js";
import type { CaseFilterInput, MeasureFilterInput, TownFilterInput } from "../../catalogue/parse-filter.js";
import type { BoxFilter, NearFilter } from "../../catalogue/places.js";
import type {
  Basis,
  CaseKind,
  CategoryKey,
  EvidenceKind,
  EvidenceScope,
  IndicatorNature,
  SectionKind,
  TownKind,
  TownStatusKind,
  WarningKind,
} from "../../terms.js";
import {
  BasisEnum,
  CaseKindEnum,
  CategoryKeyEnum,
  EvidenceKindEnum,
  EvidenceScopeEnum,
  IndicatorNatureEnum,
  SectionKindEnum,
  TownKindEnum,
  TownStatusKindEnum,
  WarningKindEnum,
} from "./enums.js";
import { DateTimeScalar, PartialDateScalar } from "./scalars.js";

const optional = { nullable: true } as const;

@InputType("NearFilter", {
  description:
    "Within a distance of a point, along the great circle. A town whose place is not known is not near anything: no warning has a point yet.",
})
export class NearFilterType implements NearFilter {
  @Field(() => Float, { description: "Degrees north, −90 to 90." }) latitude!: number;
  @Field(() => Float, { description: "Degrees east, −180 to 180." }) longitude!: number;
  @Field(() => Float, { description: "Above 0, at most 20,000." }) withinKilometres!: number;
}

@InputType("BoxFilter", {
  description:
    "A box of a map, in degrees. `west` is above `east` where it lies over the 180th meridian. A town whose place is not known is in no box: no warning has a point yet.",
})
export class BoxFilterType implements BoxFilter {
  @Field(() => Float, { description: "Its southern edge, −90 to 90." }) south!: number;
  @Field(() => Float, { description: "Its western edge, −180 to 180." }) west!: number;
  @Field(() => Float, { description: "Its northern edge, −90 to 90." }) north!: number;
  @Field(() => Float, { description: "Its eastern edge, −180 to 180." }) east!: number;
}

@InputType("MeasureFilter", {
  description:
    "A figure whose value lies between `min` and `max` for certain: “more than 500” is at least 500, but not at most 600. Any date counts.",
})
export class MeasureFilterType implements MeasureFilterInput {
  @Field(() => String, { description: "A key of `measures`." }) measure!: string;
  @Field(() => Float, { ...optional, description: "At least, in the measure's unit." }) min?: number | null;
  @Field(() => Float, { ...optional, description: "At most, in the measure's unit." }) max?: number | null;
  @Field(() => IndicatorNatureEnum, {
    ...optional,
    defaultValue: IndicatorNatureEnum.ACTUAL,
    description: "What kind of claim; ACTUAL unless told.",
  })
  nature?: IndicatorNature | null;
  @Field(() => EvidenceScopeEnum, {
    ...optional,
    defaultValue: EvidenceScopeEnum.TOWN,
    description: "What it covers; TOWN unless told.",
  })
  scope?: EvidenceScope | null;
}

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
  @Field(() => [String], { ...optional, description: "Keys of `problems`." }) problems?: string[] | null;
  @Field(() => [WarningKindEnum], { ...optional, description: "Warnings of these kinds." })
  warningKinds?: WarningKind[] | null;
  @Field(() => [String], { ...optional, description: "Slugs of `practices`." }) practices?: string[] | null;
  @Field(() => [String], { ...optional, description: "Keys of `tags`." }) tags?: string[] | null;
  @Field(() => [Int], { ...optional, description: "National rounds: 1, 2." }) rounds?: number[] | null;
  @Field(() => [String], { ...optional, description: "Slugs of `towns`." }) towns?: string[] | null;
  @Field(() => [TownStatusKindEnum], { ...optional, description: "Whose town ever had one of these." })
  statuses?: TownStatusKind[] | null;
  @Field(() => [SectionKindEnum], { ...optional, description: "That have a section of one of these kinds." })
  hasSection?: SectionKind[] | null;
  @Field(() => [MeasureFilterType], {
    ...optional,
    description: "Figures: of each measure that is named, one of its entries has to be met.",
  })
  measures?: MeasureFilterType[] | null;
  @Field(() => NearFilterType, { ...optional, description: "Whose town lies near a point." })
  near?: NearFilterType | null;
  @Field(() => BoxFilterType, { ...optional, description: "Whose town lies in a box." })
  within?: BoxFilterType | null;
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
  @Field(() => NearFilterType, { ...optional, description: "Near a point." }) near?: NearFilterType | null;
  @Field(() => BoxFilterType, { ...optional, description: "In a box." }) within?: BoxFilterType | null;
}

@InputType("EvidenceFilter", {
  description:
    "Several values inside one field: any of them. Several fields: all of them. Measure, nature, scope and time are asked of one and the same figure.",
})
export class EvidenceFilterType implements EvidenceFilterInput {
  @Field(() => CaseFilterType, { ...optional, description: "Of which cases." }) cases?: CaseFilterType | null;
  @Field(() => [EvidenceKindEnum], { ...optional, description: "Of these kinds." })
  kinds?: EvidenceKind[] | null;
  @Field(() => [String], { ...optional, description: "With a figure of these measures." })
  measures?: string[] | null;
  @Field(() => [IndicatorNatureEnum], { ...optional, description: "With a figure of these natures." })
  natures?: IndicatorNature[] | null;
  @Field(() => [EvidenceScopeEnum], {
    ...optional,
    description: "Of the figure; without `measures` and `natures` also of the statement itself.",
  })
  scopes?: EvidenceScope[] | null;
  @Field(() => [ID], { ...optional, description: "Ids of sources." }) sources?: string[] | null;
  @Field(() => [String], { ...optional, description: "Languages of the sources (BCP 47)." })
  languages?: string[] | null;
  @Field(() => PartialDateScalar, {
    ...optional,
    description:
      "What took place, or was counted, at this date or later; what is undated is left out. `2019` begins on its first day. A period with one end, “by May 2017”, counts at that date alone. A figure counts during its period, else at `asOf`, else when its statement took place.",
  })
  from?: string | null;
  @Field(() => PartialDateScalar, { ...optional, description: "The same, at this date or earlier." })
  to?: string | null;
  @Field(() => Boolean, { ...optional, description: "Whether another statement disagrees." })
  hasConflict?: boolean | null;
}
