import type { ColumnParts } from "./column-parts.js";

/** Which state of which database something is of. */
export interface ContentMark {
  readonly contentRevision: number;
  /** What the database has of the last change of that revision; no other database has the same. */
  readonly lastChange: string;
}

/** What is kept, in the order in which `keep-content.ts` writes it and `kept-content.ts` reads it. */
export interface KeptParts {
  readonly parts: ColumnParts;
  /** The ordinal of the first case of each town, in the order of the towns. */
  readonly firstCases: Uint32Array;
}

/** What stands first. */
export interface Head {
  readonly format: string;
  readonly mark: ContentMark;
}

/** Raise the number when facts or parts change; titles are in the order of this ICU. */
export const FORMAT = `7, ICU ${process.versions.icu ?? "none"}`;

/** Some slugs, and the ordinals of their cases. */
export interface Slugs {
  /** JSON. */
  readonly texts: Uint8Array;
  readonly ordinals: Uint32Array;
}

/** Objects and texts in great numbers: as JSON they are read in a third of the time that the serializer takes. */
export const asJson = (values: readonly unknown[]): Uint8Array => Buffer.from(JSON.stringify(values));

export const parsed = <Values>(text: Uint8Array): Values =>
  JSON.parse(Buffer.from(text.buffer, text.byteOffset, text.length).toString()) as Values;
