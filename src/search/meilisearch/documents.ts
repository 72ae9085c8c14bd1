import { createHash } from "node:crypto";
import type { CaseAttributes } from "../case-attributes.js";
import { fold } from "../../text/fold.js";
import { isHan, tokensOf } from "../../text/tokens.js";
import { fingerprintOf, type SearchDocument, type SearchText } from "../search-document.js";
import { columnName, nameColumns } from "../text-columns.js";
import { codesOf } from "./coded-tokens.js";

/** A case as the server has it. */
export interface ServerDocument extends NaturalTexts, Partial<CaseAttributes> {
  readonly id: string;
  /** The state of the index is a document too, and no case. */
  readonly isCase: true;
  /** Of the document that this was made from. */
  readonly fingerprint: string;
  /** Of everything else in here: tells what was changed by other hands. */
  readonly hash: string;
  /** Column → codes of each of its texts: what the service searches. */
  readonly tokens: Texts;
  /** The same of titles and names of towns, in codes of their own. */
  readonly names: Texts;
  /** Codes of the tokens that it has several times, in no order. */
  readonly often: string;
  /** Latin words and numbers, for typos and prefixes. */
  readonly words: readonly string[];
}

/** For those who ask the server directly. */
interface NaturalTexts {
  readonly title: Natural;
  readonly town: Natural;
  readonly summary: Natural;
  /** Kind of section → its text. */
  readonly narratives: Readonly<Record<string, Natural>>;
}

type Texts = Readonly<Record<string, readonly string[]>>;
/** `zh`, `en` → text. */
type Natural = Readonly<Record<string, string>>;

/** Before codes of names, and before those of tokens that a case has several times. */
export const NAME_MARK = "n";
export const OFTEN_MARK = "m";

/** A document as the server is to have it. @throws where the server would leave out a part of it without a word */
export function serverDocumentOf(document: SearchDocument): ServerDocument {
  const texts = document.texts.map((one) => ({ ...one, found: tokensOf(fold(one.text)) }));
  const all = texts.flatMap(({ found }) => found);
  const content = {
    ...document.attributes,
    ...naturalTextsOf(document.texts),
    tokens: byColumn(texts, ({ found }) => codesOf(found).join(" ")),
    names: byColumn(texts.filter(isName), ({ found }) => marked(NAME_MARK, found)),
    often: marked(OFTEN_MARK, severalTimes(all)),
    words: [...new Set(all)].filter(isListedWord).sort(),
  };
  assertWhole(document.id, content.tokens);
  return {
    ...{ id: document.id, isCase: true, fingerprint: fingerprintOf(document), hash: hashOf(content) },
    ...content,
  };
}

/** Is a stored document still what was sent? */
export function isAsSent(stored: Readonly<Record<string, unknown>>): boolean {
  const content = Object.entries(stored).filter(([name]) => !ownAttributes.has(name));
  return hashOf(Object.fromEntries(content)) === stored["hash"];
}

const ownAttributes = new Set(["id", "isCase", "fingerprint", "hash"]);

const isName = (text: Pick<SearchText, "field" | "section" | "locale">): boolean =>
  nameColumns.includes(columnName(text.field, text.section, text.locale));

const marked = (mark: string, tokens: readonly string[]): string =>
  codesOf(tokens)
    .map((code) => mark + code)
    .join(" ");

/** Facets cut longer values. */
const LONGEST_LISTED_WORD = 200;

const isListedWord = (token: string): boolean =>
  token.length > 1 && token.length <= LONGEST_LISTED_WORD && !isHan(token);

const SEVERAL = 3;

function severalTimes(tokens: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].flatMap(([token, count]) => (count >= SEVERAL ? [token] : []));
}

function byColumn<Text extends SearchText>(
  texts: readonly Text[],
  of: (text: Text) => string,
): Record<string, string[]> {
  const columns: Record<string, string[]> = {};
  for (const text of texts)
    (columns[columnName(text.field, text.section, text.locale)] ??= []).push(of(text));
  return columns;
}

function naturalTextsOf(texts: readonly SearchText[]): NaturalTexts {
  const natural = (field: SearchText["field"], section: SearchText["section"] = null): Natural =>
    Object.fromEntries(
      texts
        .filter((text) => text.field === field && text.section === section)
        // Of several, as of the names of a town, the first one is today's.
        .toReversed()
        .map(({ locale, text }) => [locale.toLowerCase(), text]),
    );
  const sections = new Set(texts.flatMap(({ field, section }) => (field === "NARRATIVE" ? [section] : [])));
  return {
    title: natural("TITLE"),
    town: natural("TOWN"),
    summary: natural("SUMMARY"),
    narratives: Object.fromEntries(
      Array.from(sections, (section) => [(section ?? "").toLowerCase(), natural("NARRATIVE", section)]),
    ),
  };
}

/** The server indexes so many words of an attribute, and counts some between two of its texts. */
const MOST_POSITIONS = 65_535;
const BETWEEN_TEXTS = 8;

function assertWhole(id: string, tokens: Texts): void {
  for (const [column, texts] of Object.entries(tokens)) {
    const positions = texts.reduce((sum, text) => sum + text.split(" ").length + BETWEEN_TEXTS, 0);
    if (positions > MOST_POSITIONS) {
      throw new Error(
        `${id} has ${positions} words in ${column}; the search server indexes ${MOST_POSITIONS}.`,
      );
    }
  }
}

function hashOf(content: object): string {
  return createHash("sha256")
    .update(JSON.stringify(inOrder(content)))
    .digest("base64url");
}

/** Keys in the order of letters: the server keeps an order of its own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, inOrder(inner)]);
}
