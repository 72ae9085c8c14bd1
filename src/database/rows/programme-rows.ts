import { Entity } from "typeorm";
import { bases, successionKinds, valueQualifiers } from "../../terms.js";
import {
  Flag,
  IndexedReference,
  Integer,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalInteger,
  OptionalText,
  Real,
  References,
  Text,
  UniqueText,
} from "./columns.js";
import { RegionRow, SourceRow, UnitRow } from "./vocabulary-rows.js";

@Entity("mechanism")
export class MechanismRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @Text() descriptionZh!: string;
  @Text() descriptionEn!: string;
}

@Entity("mechanism_source")
export class MechanismSourceRow {
  @KeyText() @References(() => MechanismRow) mechanismId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("policy_document")
@OneOf("succession", successionKinds)
export class PolicyDocumentRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() titleZh!: string;
  @Text() titleEn!: string;
  @OptionalText() number!: string | null;
  @OptionalText() numberNoteZh!: string | null;
  @OptionalText() numberNoteEn!: string | null;
  @Text() issuerZh!: string;
  @Text() issuerEn!: string;
  @Text() issued!: string;
  @OptionalText() issuedNoteZh!: string | null;
  @OptionalText() issuedNoteEn!: string | null;
  @OptionalText() published!: string | null;
  @Text() summaryZh!: string;
  @Text() summaryEn!: string;
  @OptionalText() url!: string | null;
  @IndexedReference(() => PolicyDocumentRow) @OptionalText() replacedById!: string | null;
  @OptionalText() succession!: string | null;
  @OptionalText() successionNoteZh!: string | null;
  @OptionalText() successionNoteEn!: string | null;
}

@Entity("policy_instruction")
export class PolicyInstructionRow {
  @KeyText() @References(() => PolicyDocumentRow) documentId!: string;
  @KeyInteger() position!: number;
  @Text() textZh!: string;
  @Text() textEn!: string;
}

@Entity("policy_document_source")
export class PolicyDocumentSourceRow {
  @KeyText() @References(() => PolicyDocumentRow) documentId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("programme_event")
export class ProgrammeEventRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() date!: string;
  @Text() titleZh!: string;
  @Text() titleEn!: string;
  @Text() detailZh!: string;
  @Text() detailEn!: string;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
}

@Entity("programme_event_source")
export class ProgrammeEventSourceRow {
  @KeyText() @References(() => ProgrammeEventRow) eventId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("correction_statistic")
@OneOf("qualifier", valueQualifiers)
@OneOf("as_of_basis", bases)
export class CorrectionStatisticRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() scopeZh!: string;
  @Text() scopeEn!: string;
  @OptionalInteger() listed!: number | null;
  @OptionalInteger() renamed!: number | null;
  @OptionalInteger() eliminatedOrRectified!: number | null;
  @OptionalInteger() retained!: number | null;
  @Text() qualifier!: string;
  /** Names of fields, separated by commas. */
  @Text() derivedFigures!: string;
  @OptionalText() outcomeZh!: string | null;
  @OptionalText() outcomeEn!: string | null;
  @Text() asOf!: string;
  @Text() asOfBasis!: string;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
}

@Entity("correction_part")
export class CorrectionPartRow {
  @KeyText() @References(() => CorrectionStatisticRow) statisticId!: string;
  @KeyInteger() position!: number;
  @Text() scopeZh!: string;
  @Text() scopeEn!: string;
  @Integer() eliminatedOrRectified!: number;
  @OptionalInteger() retained!: number | null;
  @Flag() isOnGovernmentList!: boolean;
}

@Entity("correction_reading")
export class CorrectionReadingRow {
  @KeyText() @References(() => CorrectionStatisticRow) statisticId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => CorrectionStatisticRow) @Text() otherId!: string;
}

@Entity("correction_source")
export class CorrectionSourceRow {
  @KeyText() @References(() => CorrectionStatisticRow) statisticId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("programme_statistic")
export class ProgrammeStatisticRow {
  @KeyText() id!: string;
  @UniqueText() key!: string;
  @Integer() position!: number;
  @Text() scopeZh!: string;
  @Text() scopeEn!: string;
  @Text() asOf!: string;
  @OptionalText() noteZh!: string | null;
  @OptionalText() noteEn!: string | null;
}

@Entity("programme_figure")
@OneOf("qualifier", valueQualifiers)
export class ProgrammeFigureRow {
  @KeyText() @References(() => ProgrammeStatisticRow) statisticId!: string;
  @KeyInteger() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
  @Real() value!: number;
  @Text() qualifier!: string;
  @IndexedReference(() => UnitRow) @Text() unitId!: string;
}

@Entity("programme_statistic_source")
export class ProgrammeStatisticSourceRow {
  @KeyText() @References(() => ProgrammeStatisticRow) statisticId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("theme")
export class ThemeRow {
  @KeyText() id!: string;
  @Integer() position!: number;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

@Entity("theme_source")
export class ThemeSourceRow {
  @KeyText() @References(() => ThemeRow) themeId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("praised_province")
export class PraisedProvinceRow {
  @KeyText() id!: string;
  @Integer() position!: number;
  @IndexedReference(() => RegionRow) @Text() regionId!: string;
}

@Entity("praised_province_source")
export class PraisedProvinceSourceRow {
  @KeyText() @References(() => PraisedProvinceRow) praisedProvinceId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}
