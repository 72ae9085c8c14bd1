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
export function indexRowOf(document: SearchDocument): IndexRow {
  const texts = tokensByColumn(document);
  return {
    columns: textColumns.map(({ name }) => (texts.get(name) ?? []).join(SEPARATOR)),
    words: wordsIn(texts.values()),
  };
}

/** Stands between two texts of one column, so that no phrase crosses: no query can make this token. */
const SEPARATOR = " ¶ ";

/** Column → the tokens of each of its texts. */
function tokensByColumn({ texts }: SearchDocument): Map<string, string[]> {
  const columns = new Map<string, string[]>();
  for (const { field, section, locale, text } of texts) {
    const name = columnName(field, section, locale);
    columns.set(name, [...(columns.get(name) ?? []), tokensOf(fold(text)).join(" ")]);
  }
  return columns;
}

function wordsIn(columns: Iterable<readonly string[]>): string[] {
  const tokens = [...columns].flat().flatMap((text) => text.split(" "));
  return [...new Set(tokens)].filter((token) => token.length > 1 && !isHan(token)).sort();
}
