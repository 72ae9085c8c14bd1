import { Field, Float, Int, ObjectType } from "type-graphql";
import type * as views from "../../catalogue/vocabulary-views.js";
import type { Label } from "../../terms.js";
import { BasisEnum, SuccessionKindEnum, ValueQualifierEnum } from "./enums.js";
import { LabelType } from "./label.js";
import { NodeType } from "./node.js";
import { PartialDateScalar, UrlScalar } from "./scalars.js";
import { SourceType } from "./source.js";
import { RegionType, UnitType } from "./vocabulary.js";

@ObjectType("Theme", { description: "A theme of the second national round.", simpleResolvers: true })
export class ThemeType {
  @Field(() => Int, { description: "Its place in the notice, from 1." }) position!: number;
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => [SourceType], { description: "Who reports it." }) sources!: readonly views.SourceView[];
}

@ObjectType("Mechanism", {
  description: "One of the three ways in which the programme steers towns.",
  implements: NodeType,
  simpleResolvers: true,
})
export class MechanismType extends NodeType {
  @Field(() => LabelType, { description: "Its name." }) name!: Label;
  @Field(() => LabelType, { description: "How it works." }) description!: Label;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly views.SourceView[];
}

@ObjectType("PolicyDocument", {
  description: "A document of the programme.",
  implements: NodeType,
  simpleResolvers: true,
})
export class PolicyDocumentType extends NodeType {
  @Field(() => LabelType, { description: "Its title." }) title!: Label;
  @Field(() => String, { nullable: true, description: "Its number (文号); null where no source shows one." })
  number!: string | null;
  @Field(() => LabelType, { nullable: true, description: "What to know of the number." })
  numberNote!: Label | null;
  @Field(() => LabelType, { description: "Who issued it." }) issuer!: Label;
  @Field(() => PartialDateScalar, { description: "When it was issued." }) issued!: string;
  @Field(() => LabelType, { nullable: true, description: "What to know of that date." })
  issuedNote!: Label | null;
  @Field(() => PartialDateScalar, { nullable: true, description: "When it was made public, if later." })
  published!: string | null;
  @Field(() => LabelType, { description: "What it says, in our words." }) summary!: Label;
  @Field(() => UrlScalar, { nullable: true, description: "Where it, or a report of it, can be read." })
  url!: string | null;
  @Field(() => PolicyDocumentType, { nullable: true, description: "The document that took its place." })
  replacedBy!: views.PolicyDocumentView | null;
  @Field(() => SuccessionKindEnum, { nullable: true, description: "How it gave way." })
  succession!: views.PolicyDocumentView["succession"];
  @Field(() => LabelType, { nullable: true, description: "What to know of that." })
  successionNote!: Label | null;
  @Field(() => [LabelType], { description: "What it orders to be done." }) instructions!: readonly Label[];
  @Field(() => [SourceType], { description: "Who reports it." }) sources!: readonly views.SourceView[];
}

@ObjectType("ProgrammeEvent", {
  description: "Something that happened in the programme.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ProgrammeEventType extends NodeType {
  @Field(() => PartialDateScalar, { description: "When." }) date!: string;
  @Field(() => LabelType, { description: "What." }) title!: Label;
  @Field(() => LabelType, { description: "More of it." }) detail!: Label;
  @Field(() => LabelType, { nullable: true, description: "What is uncertain." }) note!: Label | null;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly views.SourceView[];
}

@ObjectType("CorrectionPart", { description: "A part of a correction figure.", simpleResolvers: true })
export class CorrectionPartType {
  @Field(() => LabelType, { description: "Whose lists." }) scope!: Label;
  @Field(() => Int, { description: "淘汰整改: dropped or put right." }) eliminatedOrRectified!: number;
  @Field(() => Int, { nullable: true, description: "暂时保留: retained for the time being." })
  retained!: number | null;
  @Field(() => Boolean, { description: "False: towns on no government list." }) isOnGovernmentList!: boolean;
}

@ObjectType("CorrectionStatistic", {
  description:
    "One reading of how many towns were put right, as one report gives it: two reports, two readings, never added up. What a report does not say is null. A figure stands where the report puts it: 996 belongs to the part on provincial lists, not to 385.",
  implements: NodeType,
  simpleResolvers: true,
})
export class CorrectionStatisticType extends NodeType {
  @Field(() => LabelType, { description: "Whose lists." }) scope!: Label;
  @Field(() => Int, { nullable: true, description: "Towns on the lists." }) listed!: number | null;
  @Field(() => Int, { nullable: true, description: "Towns renamed." }) renamed!: number | null;
  @Field(() => Int, {
    nullable: true,
    description: "淘汰整改: dropped or put right; the reports do not separate the two.",
  })
  eliminatedOrRectified!: number | null;
  @Field(() => Int, { nullable: true, description: "暂时保留: retained for the time being." })
  retained!: number | null;
  @Field(() => ValueQualifierEnum, { description: "How exactly the figures are meant." })
  qualifier!: views.CorrectionStatisticView["qualifier"];
  @Field(() => [String], { description: "Fields that the report does not print: 62 = 96 − 34." })
  derivedFigures!: readonly string[];
  @Field(() => [CorrectionPartType], { description: "What the figure is made of: 385 = 70 + 174 + 141." })
  parts!: readonly views.CorrectionPartView[];
  @Field(() => LabelType, { nullable: true, description: "What became of the towns." })
  outcome!: Label | null;
  @Field(() => PartialDateScalar, { description: "To when the figures count." }) asOf!: string;
  @Field(() => BasisEnum, {
    description: "SOURCE: the report's own date of account; INFERRED: the date of the report.",
  })
  asOfBasis!: views.CorrectionStatisticView["asOfBasis"];
  @Field(() => LabelType, { nullable: true, description: "What to know of it." }) note!: Label | null;
  @Field(() => [CorrectionStatisticType], { description: "What other reports say of the same lists." })
  otherReadings!: readonly views.CorrectionStatisticView[];
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly views.SourceView[];
}

@ObjectType("ProgrammeFigure", { description: "One figure of a statistic.", simpleResolvers: true })
export class ProgrammeFigureType {
  @Field(() => LabelType, { description: "What is counted." }) name!: Label;
  @Field(() => Float, { description: "The value." }) value!: number;
  @Field(() => ValueQualifierEnum, { description: "How exactly it is meant." })
  qualifier!: views.CorrectionStatisticView["qualifier"];
  @Field(() => UnitType, { description: "Its unit." }) unit!: views.UnitView;
}

@ObjectType("ProgrammeStatistic", {
  description: "Any other figures on the programme: averages, samples, counts of provinces.",
  implements: NodeType,
  simpleResolvers: true,
})
export class ProgrammeStatisticType extends NodeType {
  @Field(() => LabelType, { description: "Of which towns." }) scope!: Label;
  @Field(() => [ProgrammeFigureType], { description: "The figures." })
  figures!: views.ProgrammeStatisticView["figures"];
  @Field(() => PartialDateScalar, { description: "Of when." }) asOf!: string;
  @Field(() => LabelType, { nullable: true, description: "What to know of it." }) note!: Label | null;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly views.SourceView[];
}

@ObjectType("ProvincePraise", {
  description: "The praise of one province in 2020 for its clean-up work.",
  simpleResolvers: true,
})
export class ProvincePraiseType {
  @Field(() => RegionType, { description: "The province." }) region!: views.RegionView;
  @Field(() => [SourceType], { description: "Who reports it." }) sources!: readonly views.SourceView[];
}

@ObjectType("Programme", {
  description: "How good practice is spread and bad practice corrected.",
  simpleResolvers: true,
})
export class ProgrammeType {
  @Field(() => [MechanismType], { description: "典型引路, 规范纠偏, 政银企服务平台." })
  mechanisms!: readonly views.MechanismView[];
  @Field(() => [PolicyDocumentType], { description: "Oldest first." })
  documents!: readonly views.PolicyDocumentView[];
  @Field(() => [ProgrammeEventType], { description: "Oldest first." })
  events!: readonly views.ProgrammeEventView[];
  @Field(() => [CorrectionStatisticType], { description: "How many towns were put right, report by report." })
  correctionStatistics!: readonly views.CorrectionStatisticView[];
  @Field(() => [ProgrammeStatisticType], { description: "Other figures." })
  statistics!: readonly views.ProgrammeStatisticView[];
  @Field(() => [ThemeType], { description: "The themes of the second round." })
  themes!: readonly views.ThemeView[];
  @Field(() => [RegionType], {
    description: "Provinces praised in 2020 for their clean-up work; `praise` has the sources too.",
  })
  praisedProvinces!: readonly views.RegionView[];
  @Field(() => [ProvincePraiseType], { description: "The praised provinces, each with its sources." })
  praise!: readonly views.ProvincePraiseView[];
}
