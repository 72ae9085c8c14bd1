import { Check, Entity, Unique } from "typeorm";
import {
  bases,
  evidenceKinds,
  evidenceScopes,
  indicatorNatures,
  timeBases,
  valueQualifiers,
} from "../../terms.js";
import { CaseRow, SectionRow } from "./case-rows.js";
import {
  IndexedReference,
  Integer,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalReal,
  OptionalText,
  Real,
  References,
  Text,
} from "./columns.js";
import { TownRow } from "./town-rows.js";
import { MeasureRow, SourceRow } from "./vocabulary-rows.js";

@Entity("evidence")
@OneOf("kind", evidenceKinds)
@OneOf("scope", evidenceScopes)
@OneOf("period_basis", bases)
@Unique(["caseId", "anchor"])
export class EvidenceRow {
  @KeyText() id!: string;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @Integer() position!: number;
  @Text() anchor!: string;
  /** Its home section. */
  @IndexedReference(() => SectionRow) @OptionalText() sectionId!: string | null;
  @Text() kind!: string;
  @Text() statementZh!: string;
  @Text() statementEn!: string;
  @OptionalText() attributedToZh!: string | null;
  @OptionalText() attributedToEn!: string | null;
  @OptionalText() periodFrom!: string | null;
  @OptionalText() periodTo!: string | null;
  @OptionalText() periodLabelZh!: string | null;
  @OptionalText() periodLabelEn!: string | null;
  /** Null: no period. */
  @OptionalText() periodBasis!: string | null;
  @Text() scope!: string;
  @OptionalText() scopeAreaZh!: string | null;
  @OptionalText() scopeAreaEn!: string | null;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
  @OptionalText() conflictNoteZh!: string | null;
  @OptionalText() conflictNoteEn!: string | null;
}

@Entity("evidence_report")
export class EvidenceReportRow {
  @KeyText() @References(() => EvidenceRow) evidenceId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("evidence_conflict")
@Check(`"evidence_id" <> "other_id"`)
export class EvidenceConflictRow {
  @KeyText() @References(() => EvidenceRow) evidenceId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @IndexedReference(() => EvidenceRow) @Text() otherId!: string;
}

@Entity("evidence_other_town")
export class EvidenceOtherTownRow {
  @KeyText() @References(() => EvidenceRow) evidenceId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @IndexedReference(() => TownRow) @Text() townId!: string;
}

@Entity("indicator")
@OneOf("qualifier", valueQualifiers)
@OneOf("nature", indicatorNatures)
@OneOf("time_basis", timeBases)
@OneOf("scope", evidenceScopes)
@OneOf("period_basis", bases)
@OneOf("as_of_basis", bases)
@Check(`("qualifier" = 'RANGE') = ("value_max" IS NOT NULL)`)
export class IndicatorRow {
  @KeyText() @References(() => EvidenceRow) evidenceId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @IndexedReference(() => MeasureRow) @Text() measureId!: string;
  @Real() value!: number;
  @OptionalReal() valueMax!: number | null;
  @Text() qualifier!: string;
  @Text() nature!: string;
  @Text() timeBasis!: string;
  @OptionalText() periodFrom!: string | null;
  @OptionalText() periodTo!: string | null;
  @OptionalText() periodLabelZh!: string | null;
  @OptionalText() periodLabelEn!: string | null;
  @OptionalText() periodBasis!: string | null;
  @OptionalText() asOf!: string | null;
  @OptionalText() asOfBasis!: string | null;
  @Text() valueTextZh!: string;
  @Text() valueTextEn!: string;
  @OptionalText() valueAsPublished!: string | null;
  @Text() scope!: string;
  @OptionalText() scopeAreaZh!: string | null;
  @OptionalText() scopeAreaEn!: string | null;
}

@Entity("case_practice_evidence")
export class CasePracticeEvidenceRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() practicePosition!: number;
  @KeyInteger() position!: number;
  @IndexedReference(() => EvidenceRow) @Text() evidenceId!: string;
}

@Entity("narrative_citation")
@Check(`"start_offset" < "end_offset"`)
export class NarrativeCitationRow {
  @KeyText() @References(() => SectionRow) sectionId!: string;
  @KeyText() locale!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @IndexedReference(() => EvidenceRow) @Text() evidenceId!: string;
  /** UTF-16 code units into the narrative's text. */
  @Integer() startOffset!: number;
  @Integer() endOffset!: number;
}
