import { LRUCache } from "lru-cache";
import type { Phrase } from "../../text/tokens.js";
import { phraseCodes } from "./phrase-queries.js";
import type { Answer } from "./server-answer.js";

/** Column → the codes of each of its texts. */
export type TokenTexts = Readonly<Record<string, readonly string[]>>;

/** The tokens of some cases, by id, kept as long as the index stays as it is. */
export type KeptTokenTexts = Pick<LRUCache<string, TokenTexts>, "get" | "set">;

/** Some tens of megabytes. */
const MOST_KEPT = 4_000;

export function keptTokenTexts(): KeptTokenTexts {
  return new LRUCache({ max: MOST_KEPT });
}

/** Asks for the tokens of these cases. */
export const tokenQuery = (ids: readonly string[]) => ({
  q: "",
  filter: `id IN [${ids.map((id) => JSON.stringify(id)).join(", ")}]`,
  attributesToRetrieve: ["id", "tokens"],
  limit: ids.length,
});

/** What `tokenQuery` gave. */
export const tokenTextsIn = ({ hits }: Answer): [id: string, texts: TokenTexts][] =>
  hits.map(({ id, tokens }) => [String(id), (tokens ?? {}) as TokenTexts]);

/** Does the phrase stand in one of these columns? */
export function hasPhrase(texts: TokenTexts, phrase: Phrase, columns: readonly string[]): boolean {
  const wanted = ` ${phraseCodes(phrase).join(" ")}${phrase.isOpen ? "" : " "}`;
  return columns.some((name) => texts[name]?.some((text) => ` ${text} `.includes(wanted)));
}
