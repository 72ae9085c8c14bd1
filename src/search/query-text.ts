/** One part of what was typed, before any of it is understood. */
export interface QueryPart {
  /** As typed, without quotes and without the minus. */
  readonly text: string;
  readonly isQuoted: boolean;
  readonly isNegated: boolean;
}

/**
 * Splits a query into words and phrases. Quotes are "…", “…”, 「…」 and 『…』; one that is not closed
 * runs to the end. A minus negates only at the start or after white space: `e-commerce` is one word.
 */
export function partsOfQuery(text: string): QueryPart[] {
  return Array.from(text.matchAll(PART), ({ groups = {} }) => {
    const quoted = groups.quoted ?? groups.corner ?? groups.white;
    return {
      text: (quoted ?? groups.word ?? "").trim(),
      isQuoted: quoted !== undefined,
      isNegated: groups.minus !== undefined,
    };
  });
}

/** Half a character can be neither looked for nor shown. */
export function wholeCharacters(text: string): string {
  return text.replace(LONE_SURROGATE, "\ufffd");
}

const LONE_SURROGATE = /\p{Cs}/gu;

const PART = new RegExp(
  [
    String.raw`(?:(?<!\S)(?<minus>[-－]+))?`,
    "(?:",
    [
      `["“”„‟＂](?<quoted>[^"“”„‟＂]*)(?:["“”„‟＂]|$)`,
      `「(?<corner>[^」]*)(?:」|$)`,
      `『(?<white>[^』]*)(?:』|$)`,
      String.raw`(?<word>[^\s"“”„‟＂「『]+)`,
    ].join("|"),
    ")",
  ].join(""),
  "gu",
);
