import { Entity, Unique } from "typeorm";
import { actorKinds, actorRoles, connectionKinds, warningKinds } from "../../terms.js";
import { CaseRow } from "./case-rows.js";
import { IndexedReference, KeyInteger, KeyText, OneOf, OptionalText, References, Text } from "./columns.js";
import { EvidenceRow } from "./evidence-rows.js";
import { CorrectionStatisticRow } from "./programme-rows.js";
import { PracticeRow, ProblemRow, SourceRow } from "./vocabulary-rows.js";

/** What connects a case with others: its problems, its actors, what it warns of. */

@Entity("case_problem")
@Unique(["caseId", "problemId"])
export class CaseProblemRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => ProblemRow) @Text() problemId!: string;
}

@Entity("case_actor")
@OneOf("role", actorRoles)
@OneOf("kind", actorKinds)
export class CaseActorRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @Text() role!: string;
  @Text() kind!: string;
  @Text() nameZh!: string;
  @Text() nameEn!: string;
}

/** A practice of which a cautionary case shows the opposite. */
@Entity("case_contradiction")
@Unique(["caseId", "practiceId"])
export class CaseContradictionRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => PracticeRow) @Text() practiceId!: string;
  @Text() reasonZh!: string;
  @Text() reasonEn!: string;
}

/** The evidence behind the problem, actor or contradiction at a place of its list. */
@Entity("case_connection_evidence")
@OneOf("connection", connectionKinds)
export class CaseConnectionEvidenceRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyText() connection!: string;
  @KeyInteger() connectionPosition!: number;
  @KeyInteger() position!: number;
  @IndexedReference(() => EvidenceRow) @Text() evidenceId!: string;
}

@Entity("case_warning")
@OneOf("kind", warningKinds)
export class CaseWarningRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @Text() kind!: string;
  @Text() problemZh!: string;
  @Text() problemEn!: string;
  @Text() correctionZh!: string;
  @Text() correctionEn!: string;
  @OptionalText() orderedByZh!: string | null;
  @OptionalText() orderedByEn!: string | null;
  @IndexedReference(() => CorrectionStatisticRow) @OptionalText() standsForId!: string | null;
}

@Entity("case_warning_source")
export class CaseWarningSourceRow {
  @KeyText() @References(() => CaseRow) caseId!: string;
  @KeyInteger() position!: number;
  @IndexedReference(() => SourceRow) @Text() sourceId!: string;
}
