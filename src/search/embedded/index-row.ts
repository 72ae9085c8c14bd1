import { fold } from "../../text/fold.js";
import { isHan, tokensOf } from "../../text/tokens.js";
import type { SearchDocument } from "../search-document.js";
import { columnName, textColumns } from "../text-columns.js";

/** What the index stores of a document. */
export interface IndexRow {
  /** Tokens, in the order of the columns. */
  readonly columns: readonly string[];
  /** Its Latin words and numbers of two characters or more, each once. */
  readonly words: readonly string[];
}

/** A document as tokens. */
export function indexRowOf({ texts }: SearchDocument): IndexRow {
  const columns = new Map<string, string[]>();
  const words = new Set<string>();
  for (const { field, section, locale, text } of texts) {
    const tokens = tokensOf(fold(text));
    for (const token of tokens) if (token.length > 1 && !isHan(token)) words.add(token);
    const name = columnName(field, section, locale);
    const ofColumn = columns.get(name);
    if (ofColumn) ofColumn.push(tokens.join(" "));
    else columns.set(name, [tokens.join(" ")]);
  }
  return {
    columns: textColumns.map(({ name }) => (columns.get(name) ?? []).join(SEPARATOR)),
    words: [...words].sort(),
  };
}

/** Stands between two texts of one column, so that no phrase crosses: no query can make this token. */
const SEPARATOR = " ¶ ";
