import { z } from "zod";
import { bases, successionKinds, valueQualifiers } from "../terms.js";
import { key, label, nullable, partialDate, text } from "./file-values.js";

/** The programme around the cases: `seeds/programme/*.yaml`, each a list. */

const count = nullable(z.int().min(0));
const sources = z.array(key).min(1);

const mechanism = z.strictObject({ key, name: label, description: label, sources });

const policyDocument = z.strictObject({
  key,
  title: label,
  number: nullable(text),
  numberNote: nullable(label),
  issuer: label,
  issued: partialDate,
  issuedNote: nullable(label),
  published: nullable(partialDate),
  summary: label,
  url: nullable(z.url("is no URL")),
  replacedBy: nullable(key),
  succession: nullable(z.enum(successionKinds)),
  successionNote: nullable(label),
  instructions: z.array(label).default([]),
  sources,
});

const programmeEvent = z.strictObject({
  key,
  date: partialDate,
  title: label,
  detail: label,
  note: nullable(label),
  sources,
});

const figureFields = ["listed", "renamed", "eliminatedOrRectified", "retained"] as const;

/** One reading of how many towns were put right, as one report gives it. What it does not say is left out. */
const correctionStatistic = z.strictObject({
  key,
  scope: label,
  listed: count,
  renamed: count,
  eliminatedOrRectified: count,
  retained: count,
  qualifier: z.enum(valueQualifiers).default("EXACT"),
  /** Figures the report does not print. */
  derivedFigures: z.array(z.enum(figureFields)).default([]),
  parts: z
    .array(
      z.strictObject({
        scope: label,
        eliminatedOrRectified: z.int().min(0),
        retained: count,
        isOnGovernmentList: z.boolean(),
      }),
    )
    .default([]),
  outcome: nullable(label),
  asOf: partialDate,
  asOfBasis: z.enum(bases),
  note: nullable(label),
  /** Keys of statistics that count the same lists by another report; both sides name each other. */
  otherReadings: z.array(key).default([]),
  sources,
});

const programmeStatistic = z.strictObject({
  key,
  scope: label,
  figures: z
    .array(
      z.strictObject({
        name: label,
        value: z.number(),
        qualifier: z.enum(valueQualifiers).default("EXACT"),
        unit: z.string(),
      }),
    )
    .min(1),
  asOf: partialDate,
  note: nullable(label),
  sources,
});

const theme = z.strictObject({ position: z.int().min(1), name: label, sources });

const praisedProvince = z.strictObject({ region: key, sources });

export const programmeSchemas = {
  "programme/mechanisms.yaml": z.array(mechanism),
  "programme/documents.yaml": z.array(policyDocument),
  "programme/events.yaml": z.array(programmeEvent),
  "programme/corrections.yaml": z.array(correctionStatistic),
  "programme/statistics.yaml": z.array(programmeStatistic),
  "programme/themes.yaml": z.array(theme),
  "programme/praised-provinces.yaml": z.array(praisedProvince),
} as const;

export type CorrectionFile = z.infer<typeof correctionStatistic>;
