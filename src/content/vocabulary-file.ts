import { z } from "zod";
import { categoryKeys, regionLevels } from "../terms.js";
import { key, label, nullable, partialDate, slug, text } from "./file-values.js";

/** The vocabularies: `seeds/vocabulary/*.yaml`, each a list, and `seeds/sources.yaml`. */

const namedKey = z.strictObject({ key, name: label });

/** `isTraditional`: an old trade or craft, not a new industry; editorial. */
const industry = z.strictObject({ key, name: label, isTraditional: z.boolean().default(false) });

/** The first wording of each language is the usual one; the others are variants. */
const glossaryTerm = z.strictObject({
  zh: z.array(text).min(1),
  en: z.array(text).min(1),
  note: nullable(label),
});

const category = z.strictObject({
  key: z.enum(categoryKeys),
  position: z.int().min(1),
  name: label,
  definition: label,
  /** The wordings of the sources, where they differ. */
  namesAsPublished: z.array(z.strictObject({ text, language: z.string().min(2), source: key })).default([]),
});

const region = z.strictObject({
  key,
  level: z.enum(regionLevels),
  /** GB/T 2260; left out where uncertain or where none exists. */
  code: nullable(z.string().regex(/^\d{6}$/, "is no division code: six digits")),
  parent: nullable(key),
  name: label,
});

const unit = z.strictObject({
  code: z.string().regex(/^[A-Z]+(_[A-Z]+)*$/, "is no unit code: upper-case words"),
  name: label,
});

const measure = z.strictObject({ key, unit: z.string(), name: label });

const practice = z.strictObject({
  slug,
  name: label,
  description: label,
  conditions: z.array(label).min(1),
});

const source = z.strictObject({
  key,
  title: text,
  /** Our description of a publication whose printed title is not known. */
  titleIsOurs: z.boolean().default(false),
  publisher: text,
  published: nullable(partialDate),
  /** BCP 47. */
  language: z.string().min(2),
  url: nullable(z.url("is no URL")),
  /** Read at a repost or mirror. */
  isRepost: z.boolean().default(false),
  note: nullable(label),
});

export const vocabularySchemas = {
  "vocabulary/categories.yaml": z.array(category),
  "vocabulary/regions.yaml": z.array(region),
  "vocabulary/industries.yaml": z.array(industry),
  "vocabulary/tags.yaml": z.array(namedKey),
  "vocabulary/problems.yaml": z.array(namedKey),
  "vocabulary/units.yaml": z.array(unit),
  "vocabulary/measures.yaml": z.array(measure),
  "vocabulary/practices.yaml": z.array(practice),
  "glossary.yaml": z.array(glossaryTerm),
  "sources.yaml": z.array(source),
} as const;
