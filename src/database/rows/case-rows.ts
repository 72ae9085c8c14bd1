import { Check, Entity, Unique } from "typeorm";
import {
  bases,
  caseKinds,
  locales,
  sectionKinds,
  translationStatuses,
  workflowStatuses,
} from "../../terms.js";
import {
  Flag,
  IndexedReference,
  Integer,
  KeyInteger,
  KeyText,
  OneOf,
  OptionalInteger,
  OptionalText,
  References,
  Text,
  UniqueText,
} from "./columns.js";
import { PolicyDocumentRow, ThemeRow } from "./programme-rows.js";
import { TownRow } from "./town-rows.js";
import { CategoryRow, PracticeRow, SourceRow, TagRow } from "./vocabulary-rows.js";

/** Every row below a case carries its `caseId`, so that a case is loaded and replaced as a whole. */
@Entity("case_record")
@OneOf("kind", caseKinds)
@OneOf("status", workflowStatuses)
@OneOf("category_basis", bases)
@OneOf("theme_basis", bases)
@Check(`("category_id" IS NULL) = ("category_basis" IS NULL)`)
export class CaseRow {
  @KeyText() id!: string;
  @UniqueText() slug!: string;
  @Text() kind!: string;
  /** The one truth about its publication. */
  @Text() status!: string;
  @Text() titleZh!: string;
  @Text() titleEn!: string;
  @Text() summaryZh!: string;
  @Text() summaryEn!: string;
  @OptionalText() noticeZh!: string | null;
  @OptionalText() noticeEn!: string | null;
  @IndexedReference(() => TownRow) @Text() townId!: string;
  @IndexedReference(() => CategoryRow) @OptionalText() categoryId!: string | null;
  @OptionalText() categoryBasis!: string | null;
  @OptionalText() categoryReasonZh!: string | null;
  @OptionalText() categoryReasonEn!: string | null;
  @IndexedReference(() => ThemeRow) @OptionalText() themeId!: string | null;
  @OptionalText() themeBasis!: string | null;
  @OptionalInteger() round!: number | null;
  @Integer() revision!: number;
  @Text() publishedAt!: string;
  @Text() updatedAt!: string;
  @OptionalText() lastVerifiedOn!: string | null;
}

@Entity("case_former_slug")
export class CaseFormerSlugRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @UniqueText() slug!: string;
}

@Entity("case_theme_source")
export class CaseThemeSourceRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}

@Entity("case_tag")
export class CaseTagRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => TagRow) @Text() tagId!: string;
}

@Entity("case_document")
export class CaseDocumentRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => PolicyDocumentRow) @Text() documentId!: string;
}

@Entity("case_practice")
@Unique(["caseId", "practiceId"])
export class CasePracticeRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => PracticeRow) @Text() practiceId!: string;
  @Text() reasonZh!: string;
  @Text() reasonEn!: string;
}

@Entity("open_question")
export class OpenQuestionRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @Text() textZh!: string;
  @Text() textEn!: string;
}

@Entity("section")
@OneOf("kind", sectionKinds)
@OneOf("basis", bases)
@Unique(["caseId", "anchor"])
export class SectionRow {
  @KeyText() id!: string;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @Integer() position!: number;
  @Text() anchor!: string;
  @Text() kind!: string;
  @Text() basis!: string;
  @Text() headingZh!: string;
  @Text() headingEn!: string;
}

@Entity("narrative")
@OneOf("locale", locales)
@OneOf("translation_status", translationStatuses)
export class NarrativeRow {
  @KeyText() @References(() => SectionRow) sectionId!: string;
  @KeyText() locale!: string;
  @IndexedReference(() => CaseRow) @Text() caseId!: string;
  @Text() translationStatus!: string;
  @Flag() isStale!: boolean;
  @Text() text!: string;
}

/** All rows of a case as three texts (`bundle.ts`), for who reads it as a whole; written with them. */
@Entity("case_bundle")
export class CaseBundleRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @Text() card!: string;
  @Text() texts!: string;
  @Text() rest!: string;
}
