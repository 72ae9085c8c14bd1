import { createHash } from "node:crypto";
import type { CaseView } from "../catalogue/views.js";
import { tokenizerVersion } from "../text/tokens.js";
import { attributesOf, type CaseAttributes } from "./case-attributes.js";
import { passagesOf, type Passage } from "./passages.js";

/** What an index has of one published case. */
export interface SearchDocument {
  /** The public id of the case. */
  readonly id: string;
  readonly texts: readonly SearchText[];
  /** For an index that others may ask directly; absent: it is found by its texts alone. */
  readonly attributes?: CaseAttributes;
}

export type SearchText = Pick<Passage, "field" | "section" | "locale" | "text">;

/** The document of a case: the same function for the single change and for the rebuild. */
export function documentOf(view: CaseView): SearchDocument {
  return {
    id: view.id,
    texts: passagesOf(view).map(({ field, section, locale, text }) => ({ field, section, locale, text })),
    attributes: attributesOf(view),
  };
}

/** Equal for equal documents under the same tokenizer, and different otherwise: SHA-256, base64url. */
export function fingerprintOf({ id, texts, attributes }: SearchDocument): string {
  const parts = texts.map(({ field, section, locale, text }) => [field, section, locale, text]);
  return createHash("sha256")
    .update(JSON.stringify([tokenizerVersion, id, parts, attributes]))
    .digest("base64url");
}
