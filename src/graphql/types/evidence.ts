import { Field, Float, ObjectType } from "type-graphql";
import type { EvidenceView, IndicatorView } from "../../catalogue/views.js";
import type { MeasureView, SourceView, UnitView } from "../../catalogue/vocabulary-views.js";
import type { Label, Period } from "../../terms.js";
import {
  BasisEnum,
  EvidenceKindEnum,
  EvidenceScopeEnum,
  IndicatorNatureEnum,
  TimeBasisEnum,
  ValueQualifierEnum,
} from "./enums.js";
import { LabelType, PeriodType } from "./label.js";
import { NodeType } from "./node.js";
import { PartialDateScalar } from "./scalars.js";
import { SourceType } from "./source.js";
import { MeasureType, UnitType } from "./vocabulary.js";

@ObjectType("Indicator", {
  description: "One figure, with all that its meaning depends on.",
  simpleResolvers: true,
})
export class IndicatorType {
  @Field(() => MeasureType, { description: "What it measures." }) measure!: MeasureView;
  @Field(() => Float, { description: "The value in `unit`; for RANGE the lower end." }) value!: number;
  @Field(() => Float, { nullable: true, description: "The upper end, only for RANGE." })
  valueMax!: number | null;
  @Field(() => ValueQualifierEnum, { description: "How exactly it is meant." })
  qualifier!: IndicatorView["qualifier"];
  @Field(() => IndicatorNatureEnum, { description: "A result, a plan, a target or a forecast." })
  nature!: IndicatorView["nature"];
  @Field(() => TimeBasisEnum, { description: "At a time, during a period, up to a time, or recurring." })
  timeBasis!: IndicatorView["timeBasis"];
  @Field(() => PeriodType, { nullable: true, description: "The period it covers." }) period!: Period | null;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "Of the state described; for a target its due date; null: undated.",
  })
  asOf!: string | null;
  @Field(() => BasisEnum, { nullable: true, description: "Whether the source gives `asOf`." })
  asOfBasis!: IndicatorView["asOfBasis"];
  @Field(() => LabelType, { description: "With its qualifier and unit, as our statement words it." })
  valueText!: Label;
  @Field(() => String, {
    nullable: true,
    description:
      "The source's own print; null: not recorded, and `valueText` has the figure in the unit of our statement.",
  })
  valueAsPublished!: string | null;
  @Field(() => UnitType, { description: "The measure's unit; values are normalised to it." }) unit!: UnitView;
  @Field(() => EvidenceScopeEnum, { description: "What it covers." }) scope!: IndicatorView["scope"];
  @Field(() => LabelType, { nullable: true, description: "Which area, zone or firm, unless it is the town." })
  scopeArea!: Label | null;
  @Field(() => EvidenceType, { description: "The statement that gives it." }) evidence!: EvidenceView;
  @Field(() => [IndicatorType], {
    description:
      "Other values of the same case, measure, scope and nature; newest first, by `asOf` or the end of the period, undated ones last.",
  })
  otherValues!: readonly IndicatorView[];
}

@ObjectType("Evidence", {
  description: "One sourced statement, in our words.",
  implements: NodeType,
  simpleResolvers: true,
})
export class EvidenceType extends NodeType {
  @Field(() => String, { description: "Its name inside the case; links to it end in `#` and this." })
  anchor!: string;
  @Field(() => EvidenceKindEnum, { description: "What it speaks of." }) kind!: EvidenceView["kind"];
  @Field(() => LabelType, { description: "The statement." }) statement!: Label;
  @Field(() => LabelType, { nullable: true, description: "Whose claim it is, where the source only quotes." })
  attributedTo!: Label | null;
  @Field(() => PeriodType, { nullable: true, description: "When what it states took place." })
  period!: Period | null;
  @Field(() => EvidenceScopeEnum, { description: "What it covers." }) scope!: EvidenceView["scope"];
  @Field(() => LabelType, { nullable: true, description: "Which area, zone or firm, unless it is the town." })
  scopeArea!: Label | null;
  @Field(() => [IndicatorType], { description: "The figures it states; there may be several." })
  indicators!: readonly IndicatorView[];
  @Field(() => SourceType, { description: "Where it stands." }) source!: SourceView;
  @Field(() => [SourceType], { description: "Other publications that say the same." })
  alsoReportedBy!: readonly SourceView[];
  @Field(() => [EvidenceType], { description: "Statements that disagree with it; all are kept." })
  conflictsWith!: readonly EvidenceView[];
  @Field(() => LabelType, { nullable: true, description: "What differs; never which is right." })
  conflictNote!: Label | null;
}
