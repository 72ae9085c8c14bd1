import type { NodeType } from "../ids.js";
import type {
  Basis,
  CategoryKey,
  Label,
  PartialDate,
  RegionLevel,
  SuccessionKind,
  ValueQualifier,
} from "../terms.js";

/** The vocabularies and the programme as immutable values: small, and held whole in memory. */
export interface Vocabulary {
  readonly categories: readonly CategoryView[];
  readonly regions: readonly RegionView[];
  readonly industries: readonly IndustryView[];
  readonly problems: readonly NamedKeyView[];
  readonly tags: readonly NamedKeyView[];
  readonly units: readonly UnitView[];
  readonly measures: readonly MeasureView[];
  readonly practices: readonly PracticeView[];
  readonly sources: readonly SourceView[];
  readonly glossary: readonly GlossaryTermView[];
  readonly programme: ProgrammeView;
  /** By row id, for the views that refer to them. */
  readonly byRowId: VocabularyIndex;
  /** Those that the programme and the vocabularies themselves rest on. */
  readonly ownSources: ReadonlySet<SourceView>;
  /** Everything above that is a node, by public id. */
  readonly byId: ReadonlyMap<string, { readonly __typename: NodeType; readonly id: string }>;
}

export interface VocabularyIndex {
  readonly categories: ReadonlyMap<string, CategoryView>;
  readonly regions: ReadonlyMap<string, RegionView>;
  readonly industries: ReadonlyMap<string, IndustryView>;
  readonly problems: ReadonlyMap<string, NamedKeyView>;
  readonly tags: ReadonlyMap<string, NamedKeyView>;
  readonly measures: ReadonlyMap<string, MeasureView>;
  readonly practices: ReadonlyMap<string, PracticeView>;
  readonly sources: ReadonlyMap<string, SourceView>;
  readonly documents: ReadonlyMap<string, PolicyDocumentView>;
  readonly themes: ReadonlyMap<string, ThemeView>;
  readonly corrections: ReadonlyMap<string, CorrectionStatisticView>;
}

export interface CategoryView {
  readonly __typename: "Category";
  readonly id: string;
  readonly key: CategoryKey;
  readonly position: number;
  readonly name: Label;
  readonly definition: Label;
  readonly namesAsPublished: readonly {
    readonly text: string;
    readonly language: string;
    readonly source: SourceView;
  }[];
}

export interface RegionView {
  readonly __typename: "Region";
  readonly id: string;
  readonly key: string;
  readonly code: string | null;
  readonly level: RegionLevel;
  readonly name: Label;
  readonly parent: RegionView | null;
  readonly children: readonly RegionView[];
}

/** A problem or a tag. */
export interface NamedKeyView {
  readonly key: string;
  readonly name: Label;
}

export interface IndustryView extends NamedKeyView {
  /** An old trade or craft; our judgement. */
  readonly isTraditional: boolean;
}

/** Wordings of one term; the first of each language is the usual one. */
export interface GlossaryTermView {
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly note: Label | null;
}

export interface UnitView {
  readonly code: string;
  readonly name: Label;
}

export interface MeasureView {
  readonly key: string;
  readonly name: Label;
  readonly unit: UnitView;
}

export interface PracticeView {
  readonly __typename: "Practice";
  readonly id: string;
  readonly slug: string;
  readonly name: Label;
  readonly description: Label;
  readonly conditions: readonly Label[];
}

export interface SourceView {
  readonly __typename: "Source";
  readonly id: string;
  readonly key: string;
  readonly title: string;
  readonly titleIsOurs: boolean;
  readonly publisher: string;
  readonly published: PartialDate | null;
  readonly language: string;
  readonly url: string | null;
  readonly isRepost: boolean;
  readonly note: Label | null;
}

export interface ProgrammeView {
  readonly mechanisms: readonly MechanismView[];
  readonly documents: readonly PolicyDocumentView[];
  readonly events: readonly ProgrammeEventView[];
  readonly correctionStatistics: readonly CorrectionStatisticView[];
  readonly statistics: readonly ProgrammeStatisticView[];
  readonly themes: readonly ThemeView[];
  readonly praisedProvinces: readonly RegionView[];
  readonly praise: readonly ProvincePraiseView[];
}

export interface MechanismView {
  readonly __typename: "Mechanism";
  readonly id: string;
  readonly name: Label;
  readonly description: Label;
  readonly sources: readonly SourceView[];
}

export interface PolicyDocumentView {
  readonly __typename: "PolicyDocument";
  readonly id: string;
  readonly title: Label;
  readonly number: string | null;
  readonly numberNote: Label | null;
  readonly issuer: Label;
  readonly issued: PartialDate;
  readonly issuedNote: Label | null;
  readonly published: PartialDate | null;
  readonly summary: Label;
  readonly url: string | null;
  readonly replacedBy: PolicyDocumentView | null;
  readonly succession: SuccessionKind | null;
  readonly successionNote: Label | null;
  readonly instructions: readonly Label[];
  readonly sources: readonly SourceView[];
}

export interface ProgrammeEventView {
  readonly __typename: "ProgrammeEvent";
  readonly id: string;
  readonly date: PartialDate;
  readonly title: Label;
  readonly detail: Label;
  readonly note: Label | null;
  readonly sources: readonly SourceView[];
}

export interface CorrectionStatisticView {
  readonly __typename: "CorrectionStatistic";
  readonly id: string;
  readonly scope: Label;
  readonly listed: number | null;
  readonly renamed: number | null;
  readonly eliminatedOrRectified: number | null;
  readonly retained: number | null;
  readonly qualifier: ValueQualifier;
  readonly derivedFigures: readonly string[];
  readonly parts: readonly CorrectionPartView[];
  readonly outcome: Label | null;
  readonly asOf: PartialDate;
  readonly asOfBasis: Basis;
  readonly note: Label | null;
  readonly otherReadings: readonly CorrectionStatisticView[];
  readonly sources: readonly SourceView[];
}

export interface CorrectionPartView {
  readonly scope: Label;
  readonly eliminatedOrRectified: number;
  readonly retained: number | null;
  readonly isOnGovernmentList: boolean;
}

export interface ProgrammeStatisticView {
  readonly __typename: "ProgrammeStatistic";
  readonly id: string;
  readonly scope: Label;
  readonly figures: readonly {
    readonly name: Label;
    readonly value: number;
    readonly qualifier: ValueQualifier;
    readonly unit: UnitView;
  }[];
  readonly asOf: PartialDate;
  readonly note: Label | null;
  readonly sources: readonly SourceView[];
}

export interface ThemeView {
  readonly position: number;
  readonly name: Label;
  readonly sources: readonly SourceView[];
}

export interface ProvincePraiseView {
  readonly region: RegionView;
  readonly sources: readonly SourceView[];
}
