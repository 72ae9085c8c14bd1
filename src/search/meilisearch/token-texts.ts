import { LRUCache } from "lru-cache";
import type { Phrase } from "../../text/tokens.js";
import { phraseCodes } from "./phrase-queries.js";
import type { Answer } from "./server-answer.js";
import { rememberingOf } from "../remembering.js";
import { textColumns } from "../text-columns.js";

/** Column → the codes of its texts, with a space around each and a stop between two texts. */
export type TokenTexts = Readonly<Record<string, string>>;

/** WHOLE: all columns. PLACES: the short ones, which tell how well a case has a phrase, and `often`. */
export type TextsKind = "WHOLE" | "PLACES";

/** The tokens of some cases, by id, kept as long as the index stays as it is. */
export type KeptTokenTexts = Readonly<Record<TextsKind, Pick<LRUCache<string, TokenTexts>, "get" | "set">>>;

/** Some tens of megabytes. */
const MOST_KEPT = 4_000;

export function keptTokenTexts(): KeptTokenTexts {
  return { WHOLE: new LRUCache({ max: MOST_KEPT }), PLACES: new LRUCache({ max: MOST_KEPT }) };
}

const shortColumns = textColumns
  .filter(({ field }) => field !== "NARRATIVE" && field !== "EVIDENCE")
  .map(({ name }) => `tokens.${name}`);

const attributesOf = { WHOLE: ["tokens"], PLACES: [...shortColumns, "often"] } as const;

/** Asks for the tokens of these cases. */
export const tokenQuery = (kind: TextsKind, ids: readonly string[]) => ({
  q: "",
  filter: `id IN [${ids.map((id) => JSON.stringify(id)).join(", ")}]`,
  attributesToRetrieve: ["id", ...attributesOf[kind]],
  limit: ids.length,
});

interface StoredTokens {
  readonly id: string;
  readonly tokens?: Readonly<Record<string, readonly string[]>>;
  readonly often?: string;
}

/** What `tokenQuery` gave. */
export function tokenTextsIn({ hits }: Answer): [id: string, texts: TokenTexts][] {
  return (hits as unknown as readonly StoredTokens[]).map(({ id, tokens = {}, often }) => [
    id,
    {
      ...Object.fromEntries(Object.entries(tokens).map(([name, texts]) => [name, spaced(texts)])),
      ...(often !== undefined && { often: spaced([often]) }),
    },
  ]);
}

/** No code has a stop in it. */
const spaced = (texts: readonly string[]): string => ` ${texts.join(" . ")} `;

/** Tells whether the phrase stands in one of these columns. */
export function phraseFinder(phrase: Phrase): (texts: TokenTexts, columns: readonly string[]) => boolean {
  const wanted = codesWanted(phrase);
  return (texts, columns) => columns.some((name) => texts[name]?.includes(wanted));
}

const codesWanted = rememberingOf(
  (phrase: Phrase) => ` ${phraseCodes(phrase).join(" ")}${phrase.isOpen ? "" : " "}`,
);
