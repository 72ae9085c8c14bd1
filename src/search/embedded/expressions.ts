import type { Phrase } from "../../text/tokens.js";
import { textOf, type Wanted } from "../wanted.js";

/**
 * An FTS5 expression, made of nothing but our own tokens in quotes: letters and digits, so that no text of
 * a user is ever read as syntax.
 */
export type Expression = string;

/** What is wanted, in FTS5's words: it reads the texts of `Wanted` as they are. */
export const expressionOf = (wanted: Wanted): Expression => textOf(wanted);

/** The same cases by fewer words: where any of several will do, who has a longer one has the shorter one in it. Ranks differ. */
export function withoutImplied(wanted: Wanted): Wanted {
  if ("phrase" in wanted) return wanted;
  if ("allOf" in wanted) return { allOf: wanted.allOf.map(withoutImplied) };
  const phrases = wanted.anyOf.flatMap((one) => ("phrase" in one ? [one.phrase] : []));
  const isImplied = ({ phrase }: { readonly phrase: Phrase }): boolean =>
    phrases.some((other) => other !== phrase && isIn(other, phrase) && !isIn(phrase, other));
  return {
    anyOf: wanted.anyOf.filter((one) => !("phrase" in one && isImplied(one))).map(withoutImplied),
  };
}

/** Whether whatever has the longer phrase has this one. */
function isIn({ tokens, isOpen }: Phrase, longer: Phrase): boolean {
  const last = tokens.length - 1;
  return longer.tokens.some((_, start) =>
    tokens.every((token, place) => {
      const other = longer.tokens[start + place] ?? "";
      if (place === last && isOpen) return other.startsWith(token);
      const goesOn = longer.isOpen && start + place === longer.tokens.length - 1;
      return other === token && !goesOn;
    }),
  );
}

/** The expression, looking in these columns only. */
export function inColumns(names: readonly string[], expression: Expression): Expression {
  return `{${names.join(" ")}} : (${expression})`;
}
