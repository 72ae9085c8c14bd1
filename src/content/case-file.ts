import { z } from "zod";
import {
  actorKinds,
  actorRoles,
  bases,
  caseKinds,
  categoryKeys,
  evidenceKinds,
  evidenceScopes,
  indicatorNatures,
  locales,
  sectionKinds,
  timeBases,
  townKinds,
  townStatusKinds,
  translationStatuses,
  valueQualifiers,
  warningKinds,
  workflowStatuses,
} from "../terms.js";
import { anchor, day, key, label, nullable, partialDate, slug, text } from "./file-values.js";

const period = z.strictObject({
  from: nullable(partialDate),
  to: nullable(partialDate),
  label: nullable(label),
  basis: z.enum(bases).default("SOURCE"),
});

const indicator = z.strictObject({
  measure: key,
  value: z.number(),
  valueMax: nullable(z.number()),
  qualifier: z.enum(valueQualifiers).default("EXACT"),
  nature: z.enum(indicatorNatures).default("ACTUAL"),
  timeBasis: z.enum(timeBases),
  period: nullable(period),
  asOf: nullable(partialDate),
  asOfBasis: nullable(z.enum(bases)),
  /** With its qualifier and unit, as the statement words it. */
  valueText: label,
  valueAsPublished: nullable(text),
  /** Where it differs from the evidence's. */
  scope: nullable(z.enum(evidenceScopes)),
  scopeArea: nullable(label),
});

const evidence = z.strictObject({
  anchor,
  /** Its one home section; null when no section uses it. */
  section: nullable(anchor),
  kind: z.enum(evidenceKinds),
  statement: label,
  attributedTo: nullable(label),
  period: nullable(period),
  scope: z.enum(evidenceScopes).default("TOWN"),
  scopeArea: nullable(label),
  otherTowns: z.array(slug).default([]),
  source: key,
  alsoReportedBy: z.array(key).default([]),
  conflictsWith: z.array(anchor).default([]),
  conflictNote: nullable(label),
  indicators: z.array(indicator).default([]),
  /** Figures of the Chinese statement that measure nothing of this case: “16个典型小镇”. */
  otherFigures: z.array(text).default([]),
});

const section = z.strictObject({
  anchor,
  kind: z.enum(sectionKinds),
  heading: label,
  /** Markdown without HTML; each figure carries its footnote, `[^f7]`. */
  narratives: label,
});

const townStatus = z.strictObject({
  kind: z.enum(townStatusKinds),
  date: nullable(partialDate),
  round: nullable(z.int().min(1)),
  authority: nullable(label),
  list: nullable(label),
  note: nullable(label),
  isDisputed: z.boolean().default(false),
  sources: z.array(key).min(1),
});

const town = z.strictObject({
  slug,
  kind: z.enum(townKinds).default("CHARACTERISTIC_TOWN"),
  name: label,
  formerNames: z
    .array(z.strictObject({ name: label, until: nullable(partialDate), source: key }))
    .default([]),
  region: key,
  location: nullable(
    z.strictObject({
      latitude: z.number().min(-90).max(90),
      longitude: z.number().min(-180).max(180),
      basis: label,
    }),
  ),
  industries: z.array(key).default([]),
  statusHistory: z.array(townStatus).default([]),
});

/** How the case bears a practice out, or against it, and the evidence. */
const practiceUse = z.strictObject({ practice: key, reason: label, evidence: z.array(anchor).min(1) });

const problem = z.strictObject({ problem: key, evidence: z.array(anchor).min(1) });

const actor = z.strictObject({
  role: z.enum(actorRoles),
  kind: z.enum(actorKinds),
  name: label,
  evidence: z.array(anchor).min(1),
});

const warning = z.strictObject({
  kind: z.enum(warningKinds),
  /** What was wrong. */
  problem: label,
  /** What was ordered or done about it. */
  correction: label,
  orderedBy: nullable(label),
  /** The reading of the correction figures that the case stands for: a key of `programme/corrections.yaml`. */
  standsFor: nullable(key),
  sources: z.array(key).min(1),
});

/** One case file, as an editor writes it: `seeds/cases/<category>/<slug>.yaml`. */
export const caseFileSchema = z.strictObject({
  slug,
  formerSlugs: z.array(slug).default([]),
  status: z.enum(workflowStatuses).default("published"),
  kind: z.enum(caseKinds).default("EXEMPLARY"),
  publishedOn: day,
  updatedOn: day,
  lastVerifiedOn: nullable(partialDate),
  title: label,
  summary: label,
  notice: nullable(label),
  category: nullable(z.enum(categoryKeys)),
  categoryBasis: nullable(z.enum(bases)),
  categoryReason: nullable(label),
  theme: nullable(
    z.strictObject({ position: z.int(), basis: z.enum(bases), sources: z.array(key).default([]) }),
  ),
  round: nullable(z.int().min(1)),
  originalLocale: z.enum(locales).default("ZH"),
  translation: z.enum(translationStatuses).default("TRANSLATED"),
  /** The town itself, or the slug of a town that another case file describes. */
  town: z.union([town, slug]),
  practices: z.array(practiceUse).default([]),
  /** Practices of which the case shows the opposite; cautionary cases only. */
  contradicts: z.array(practiceUse).default([]),
  /** What the town came with or ran into. */
  problems: z.array(problem).default([]),
  /** Cautionary cases only. */
  warning: nullable(warning),
  /** Who paid, built, ran, regulated, advised, bought. */
  actors: z.array(actor).default([]),
  tags: z.array(key).default([]),
  documents: z.array(key).default([]),
  sections: z.array(section).min(1),
  evidence: z.array(evidence).min(1),
  /** What was looked for and not found. */
  openQuestions: z.array(label).default([]),
});

export type CaseFile = z.infer<typeof caseFileSchema>;
export type TownFile = z.infer<typeof town>;
export type SectionFile = CaseFile["sections"][number];
export type EvidenceFile = CaseFile["evidence"][number];
export type IndicatorFile = EvidenceFile["indicators"][number];
export type PeriodFile = z.infer<typeof period>;
