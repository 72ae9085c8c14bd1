import { createHash } from "node:crypto";
import type { CaseView } from "../catalogue/views.js";
import { tokenizerVersion } from "../text/tokens.js";
import { passagesOf, type Passage } from "./passages.js";

/** What an index has of one published case. */
export interface SearchDocument {
  /** The public id of the case. */
  readonly id: string;
  readonly texts: readonly SearchText[];
}

export type SearchText = Pick<Passage, "field" | "section" | "locale" | "text">;

/** The document of a case: the same function for the single change and for the rebuild. */
export function documentOf(view: CaseView): SearchDocument {
  return {
    id: view.id,
    texts: passagesOf(view).map(({ field, section, locale, text }) => ({ field, section, locale, text })),
  };
}

/** Equal for equal documents under the same tokenizer, and different otherwise: SHA-256, base64url. */
export function fingerprintOf({ id, texts }: SearchDocument): string {
  const parts = texts.map(({ field, section, locale, text }) => [field, section, locale, text]);
  return createHash("sha256")
    .update(JSON.stringify([tokenizerVersion, id, parts]))
    .digest("base64url");
}
