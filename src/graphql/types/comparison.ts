import { Field, ObjectType } from "type-graphql";
import type { CaseView, IndicatorView, SectionView } from "../../catalogue/views.js";
import type { MeasureView, PracticeView } from "../../catalogue/vocabulary-views.js";
import type { CaseComparison } from "../../matching/compare-cases.js";
import type { ComparedMeasure } from "../../matching/compared-measures.js";
import type { ComparedSection } from "../../matching/compared-sections.js";
import { CaseType, SectionType } from "./case.js";
import { EvidenceScopeEnum, IndicatorNatureEnum, SectionKindEnum, TimeBasisEnum } from "./enums.js";
import { IndicatorType } from "./evidence.js";
import { MeasureType, PracticeType } from "./vocabulary.js";

@ObjectType("ComparedSection", {
  description:
    "Sections of one kind, side by side. Where a case has two sections of a kind, the second stands in a second row of that kind.",
  simpleResolvers: true,
})
export class ComparedSectionType implements ComparedSection {
  @Field(() => SectionKindEnum, { description: "What they tell." }) kind!: ComparedSection["kind"];
  @Field(() => [SectionType], {
    nullable: "items",
    description: "One a case, in the order of `cases`; null where the case has none.",
  })
  cells!: readonly (SectionView | null)[];
}

@ObjectType("ComparedMeasure", {
  description:
    "Figures that may stand beside each other: of one measure, scope, nature and time basis, in the measure's unit. Their dates, qualifiers and, beside the scope TOWN, areas may still differ: see the cells.",
  simpleResolvers: true,
})
export class ComparedMeasureType implements ComparedMeasure {
  @Field(() => MeasureType, { description: "What they measure." }) measure!: MeasureView;
  @Field(() => EvidenceScopeEnum, { description: "What they cover." }) scope!: ComparedMeasure["scope"];
  @Field(() => IndicatorNatureEnum, { description: "Results, plans, targets or forecasts." })
  nature!: ComparedMeasure["nature"];
  @Field(() => TimeBasisEnum, { description: "How they stand in time." })
  timeBasis!: ComparedMeasure["timeBasis"];
  @Field(() => [IndicatorType], {
    nullable: "items",
    description:
      "One a case, in the order of `cases`: its newest value (of one date the first told), the others being among `otherValues`; null where the case has none.",
  })
  cells!: readonly (IndicatorView | null)[];
}

@ObjectType("CaseComparison", {
  description: "Cases side by side. A missing cell is null, never left out.",
  simpleResolvers: true,
})
export class CaseComparisonType implements CaseComparison {
  @Field(() => [CaseType], { description: "The cases, in the order of the slugs." })
  cases!: readonly CaseView[];
  @Field(() => [ComparedSectionType], {
    description: "All kinds of section that any of them has, in the order in which a case tells them.",
  })
  sections!: readonly ComparedSection[];
  @Field(() => [ComparedMeasureType], {
    description:
      "All kinds of figure that any of them has: those that most of them have first, then in the order of `measures`.",
  })
  measures!: readonly ComparedMeasure[];
  @Field(() => [PracticeType], {
    description: "Practices that at least two of them use; those that most use first.",
  })
  sharedPractices!: readonly PracticeView[];
}
