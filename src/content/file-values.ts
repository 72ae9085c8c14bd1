import { z } from "zod";

/** The small values that all seed files share, each with the words an editor reads when one is wrong. */

export const text = z
  .string({ error: (issue) => wanted(issue.input, "text") })
  .trim()
  .min(1, "empty");

/** Chinese has no spaces, but YAML makes one where it folds a line. */
const chineseText = text.transform((value) =>
  value.replace(/(?<=[\p{Script=Han}，。；：！？、”）])[ \t]+(?=[\p{Script=Han}“（])/gu, ""),
);

export const label = z.strictObject(
  { zh: chineseText, en: text },
  { error: (issue) => wanted(issue.input, "a label with zh and en") },
);

export const slug = z
  .string({ error: (issue) => wanted(issue.input, "a slug") })
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "is no slug: lower-case letters, digits and single hyphens")
  .max(120);

/** A key of a vocabulary or of the list of sources. */
export const key = z
  .string({ error: (issue) => wanted(issue.input, "a key") })
  .regex(
    /^[a-z0-9]+([-_][a-z0-9]+)*$/,
    "is no key: lower-case letters, digits, single hyphens or underscores",
  )
  .max(120);

/** The name of a section or of a piece of evidence inside its case. */
export const anchor = z
  .string({ error: (issue) => wanted(issue.input, "an anchor") })
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, "is no anchor: a letter, then lower-case letters, digits, hyphens");

const PARTIAL_DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

/** 2019, 2019-07 or 2019-07-05. YAML reads a bare year as a number. */
export const partialDate = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z
    .string({ error: (issue) => wanted(issue.input, "a date") })
    .regex(PARTIAL_DATE, "is no date: write 2019, 2019-07 or 2019-07-05"),
);

/** A full day: 2019-07-05. */
export const day = z
  .string({ error: (issue) => wanted(issue.input, "a day") })
  .regex(/^\d{4}-\d{2}-\d{2}$/, "is no day: write 2019-07-05");

/** A value that may be left out; absent and null are the same. */
export const nullable = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform((value) => value ?? null);

function wanted(input: unknown, what: string): string {
  return input === undefined || input === null ? "missing" : `is not ${what}`;
}
