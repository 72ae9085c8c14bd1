import { Field, Float, Int, ObjectType } from "type-graphql";
import type * as views from "../../catalogue/views.js";
import type {
  CategoryView,
  CorrectionStatisticView,
  NamedKeyView,
  PolicyDocumentView,
  PracticeView,
  SourceView,
  ThemeView,
} from "../../catalogue/vocabulary-views.js";
import type { Basis, Label } from "../../terms.js";
import {
  ActorKindEnum,
  ActorRoleEnum,
  BasisEnum,
  CaseKindEnum,
  LocaleEnum,
  SectionKindEnum,
  TranslationStatusEnum,
  WarningKindEnum,
} from "./enums.js";
import { EvidenceType } from "./evidence.js";
import { LabelType } from "./label.js";
import { NodeType } from "./node.js";
import { CorrectionStatisticType, PolicyDocumentType, ThemeType } from "./programme.js";
import { DateTimeScalar, PartialDateScalar } from "./scalars.js";
import { SourceType } from "./source.js";
import { TownType } from "./town.js";
import { CategoryType, PracticeType, ProblemType, TagType } from "./vocabulary.js";

@ObjectType("ListedTheme", { description: "The theme under which a case was listed.", simpleResolvers: true })
export class ListedThemeType {
  @Field(() => ThemeType, { description: "The theme." }) theme!: ThemeView;
  @Field(() => BasisEnum, { description: "INFERRED: worked out from the order of the list." }) basis!: Basis;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly SourceView[];
}

@ObjectType("Completeness", {
  description: "How much of a case there is; shares between 0 and 1.",
  simpleResolvers: true,
})
export class CompletenessType {
  @Field(() => Float, { description: "Of the sections that a reader looks for." }) sections!: number;
  @Field(() => Float, { description: "Of the texts, in both languages." }) locales!: number;
  @Field(() => Float, { description: "Of the sections, those that rest on evidence." }) evidence!: number;
  @Field(() => [String], {
    description: "The gaps: `section:MECHANISM`, `locale:EN:result`, `evidence:problem`.",
  })
  missing!: readonly string[];
}

@ObjectType("NarrativeCitation", {
  description: "The evidence behind a stretch of a narrative: a footnote.",
  simpleResolvers: true,
})
export class NarrativeCitationType {
  @Field(() => Int, { description: "Where the stretch begins: UTF-16 code units into `Narrative.text`." })
  start!: number;
  @Field(() => Int, { description: "Where it ends; the footnote stands here." }) end!: number;
  @Field(() => EvidenceType, { description: "What it rests on." }) evidence!: views.EvidenceView;
}

@ObjectType("Narrative", {
  description:
    "The text of a section in one language. A missing language is absent, never replaced by the other.",
  simpleResolvers: true,
})
export class NarrativeType {
  @Field(() => LocaleEnum, { description: "Its language." }) locale!: views.NarrativeView["locale"];
  @Field(() => String, { description: "Markdown without HTML; footnotes are in `citations`." }) text!: string;
  @Field(() => Int, { description: "Characters (Unicode code points)." }) length!: number;
  @Field(() => TranslationStatusEnum, { description: "How it came into its language." })
  translationStatus!: views.NarrativeView["translationStatus"];
  @Field(() => Boolean, { description: "The other language has changed since this was written." })
  isStale!: boolean;
  @Field(() => [NarrativeCitationType], { description: "In the order of the text." })
  citations!: readonly views.NarrativeCitationView[];
}

@ObjectType("Section", { description: "One part of a case.", implements: NodeType, simpleResolvers: true })
export class SectionType extends NodeType {
  @Field(() => SectionKindEnum, { description: "What it tells." }) kind!: views.SectionView["kind"];
  @Field(() => BasisEnum, { description: "EDITORIAL for a LESSON, else SOURCE." }) basis!: Basis;
  @Field(() => Int, { description: "Its place in the case, from 0." }) position!: number;
  @Field(() => String, { description: "Its name inside the case." }) anchor!: string;
  @Field(() => LabelType, { description: "Its heading." }) heading!: Label;
  @Field(() => [EvidenceType], {
    description: "The evidence at home here; `citations` may name other evidence.",
  })
  evidence!: readonly views.EvidenceView[];
}

@ObjectType("PracticeUse", {
  description: "How a case bears a practice out, or speaks against it, and the evidence.",
  simpleResolvers: true,
})
export class PracticeUseType {
  @Field(() => CaseType, { description: "The case." }) case!: views.CaseView;
  @Field(() => PracticeType, { description: "The practice." }) practice!: PracticeView;
  @Field(() => LabelType, { description: "What it looked like there." }) reason!: Label;
  @Field(() => [EvidenceType], { description: "What says so." }) evidence!: readonly views.EvidenceView[];
}

@ObjectType("Warning", { description: "What a cautionary case warns of.", simpleResolvers: true })
export class WarningType {
  @Field(() => WarningKindEnum, { description: "What kind of warning it is." })
  kind!: views.WarningView["kind"];
  @Field(() => LabelType, { description: "The name of that kind." }) name!: Label;
  @Field(() => LabelType, { description: "What was wrong." }) problem!: Label;
  @Field(() => LabelType, { description: "What was ordered or done about it." }) correction!: Label;
  @Field(() => LabelType, { nullable: true, description: "By whom; null where no source says." })
  orderedBy!: Label | null;
  @Field(() => CorrectionStatisticType, {
    nullable: true,
    description: "The correction figure that the case is an example of.",
  })
  standsFor!: CorrectionStatisticView | null;
  @Field(() => [SourceType], { description: "Who says so." }) sources!: readonly SourceView[];
}

@ObjectType("CaseActor", {
  description: "Somebody who paid, built, ran, regulated, advised or bought, and the evidence that says so.",
  simpleResolvers: true,
})
export class CaseActorType {
  @Field(() => ActorRoleEnum, { description: "What they did." }) role!: views.CaseActorView["role"];
  @Field(() => ActorKindEnum, { description: "What they are." }) kind!: views.CaseActorView["kind"];
  @Field(() => LabelType, { description: "Who they are." }) name!: Label;
  @Field(() => [EvidenceType], { description: "What says so." }) evidence!: readonly views.EvidenceView[];
}

@ObjectType("Case", {
  description: "One town's experience (典型经验案例 or 警示案例), told in sections.",
  implements: NodeType,
  simpleResolvers: true,
})
export class CaseType extends NodeType {
  @Field(() => String, { description: "The key that `case(slug:)` takes." }) slug!: string;
  @Field(() => [String], { description: "Slugs it had before; `case(slug:)` finds it by these too." })
  formerSlugs!: readonly string[];
  @Field(() => CaseKindEnum, { description: "A model or a warning." }) kind!: views.CaseView["kind"];
  @Field(() => LabelType, { description: "Its title." }) title!: Label;
  @Field(() => LabelType, { description: "What it is about, in two or three sentences." }) summary!: Label;
  @Field(() => LabelType, { nullable: true, description: "To be shown above everything: closed, disputed." })
  notice!: Label | null;
  @Field(() => TownType, { description: "The town." }) town!: views.TownView;
  @Field(() => CategoryType, { nullable: true, description: "Null for a warning that no source places." })
  category!: CategoryView | null;
  @Field(() => BasisEnum, { nullable: true, description: "SOURCE: by the national list; EDITORIAL: by us." })
  categoryBasis!: Basis | null;
  @Field(() => LabelType, { nullable: true, description: "Why, where we placed it." })
  categoryReason!: Label | null;
  @Field(() => ListedThemeType, { nullable: true, description: "The theme of the second round." })
  theme!: views.ListedThemeView | null;
  @Field(() => Int, {
    nullable: true,
    description: "The national round that cited it: 1 (2019) or 2 (2020).",
  })
  round!: number | null;
  @Field(() => [ProblemType], { description: "Problems that the town came with or ran into." })
  problems!: readonly NamedKeyView[];
  @Field(() => WarningType, { nullable: true, description: "Of a cautionary case." })
  warning!: views.WarningView | null;
  @Field(() => [CaseActorType], { description: "Who paid, built, ran, regulated, advised, bought." })
  actors!: readonly views.CaseActorView[];
  @Field(() => [EvidenceType], {
    description:
      "Evidence with a date of its own, oldest first: what was done first. A state “by the end of 2018” stands at that date; what has only the date of its report is left out.",
  })
  timeline!: readonly views.EvidenceView[];
  @Field(() => [LabelType], { description: "What was looked for and not found." })
  openQuestions!: readonly Label[];
  @Field(() => [PracticeType], { description: "Practices that its evidence shows." })
  practices!: readonly PracticeView[];
  @Field(() => [TagType], { description: "Its subjects." }) tags!: readonly NamedKeyView[];
  @Field(() => [SourceType], { description: "All its sources, each once." }) sources!: readonly SourceView[];
  @Field(() => [PolicyDocumentType], { description: "The documents that named it." })
  documents!: readonly PolicyDocumentView[];
  @Field(() => CompletenessType, { description: "How much of it there is." })
  completeness!: views.CompletenessView;
  @Field(() => Int, { description: "Its published state, counted from 1." }) revision!: number;
  @Field(() => DateTimeScalar, { description: "When it was first published." }) publishedAt!: Date;
  @Field(() => DateTimeScalar, {
    description:
      "When its text or evidence last changed: the date of its file, or when this service published a later change of it.",
  })
  updatedAt!: Date;
  @Field(() => PartialDateScalar, {
    nullable: true,
    description: "When it was last compared with its sources.",
  })
  lastVerifiedOn!: string | null;
}
