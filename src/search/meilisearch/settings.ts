import { createHash } from "node:crypto";
import type { Settings } from "meilisearch";
import { tokenizerVersion } from "../../text/tokens.js";
import { sectionKinds } from "../../terms.js";
import { passagesVersion } from "../passages.js";
import { nameColumns, textColumns } from "../text-columns.js";

/** Most documents that a search can count. */
export const MOST_DOCUMENTS = 100_000;
/** Most values that a facet can count, of which the words of all texts are the largest. */
export const MOST_FACET_VALUES = 500_000;

const tokenAttributes = textColumns.map(({ name }) => `tokens.${name}`);
const nameAttributes = nameColumns.map((name) => `names.${name}`);
const naturalAttributes = [
  ...["title", "town", "summary"],
  ...sectionKinds.map((kind) => `narratives.${kind.toLowerCase()}`),
].flatMap((attribute) => [`${attribute}.zh`, `${attribute}.en`]);

const equalTo = [
  ...["id", "isCase", "words", "slug", "kind", "category", "round", "province", "regions", "industries"],
  ...["problems", "practices", "tags", "warningKind", "measures"],
];
const comparedWith = ["updatedAt", "_geo"];

/**
 * The settings of every index of ours. The service searches `tokens`, `names` and `often` alone; the natural
 * texts, the attributes and the tolerance of typos in them are for those who ask the server directly.
 */
export const wantedSettings = {
  searchableAttributes: [...naturalAttributes, ...tokenAttributes, ...nameAttributes, "often"],
  displayedAttributes: ["*"],
  filterableAttributes: [
    { attributePatterns: equalTo, features: featuresOf({ comparison: false }) },
    { attributePatterns: comparedWith, features: featuresOf({ comparison: true }) },
  ],
  sortableAttributes: ["_geo", "updatedAt"],
  rankingRules: ["words", "typo", "proximity", "attribute", "sort", "exactness"],
  typoTolerance: {
    enabled: true,
    disableOnAttributes: [...tokenAttributes, ...nameAttributes, "often"],
  },
  stopWords: [],
  synonyms: {},
  pagination: { maxTotalHits: MOST_DOCUMENTS },
  faceting: { maxValuesPerFacet: MOST_FACET_VALUES },
  localizedAttributes: [
    { attributePatterns: ["tokens.*", "names.*", "often", "*.en"], locales: ["eng"] },
    { attributePatterns: ["*.zh"], locales: ["cmn"] },
  ],
} satisfies Settings;

function featuresOf({ comparison }: { readonly comparison: boolean }) {
  return { facetSearch: false, filter: { equality: true, comparison } };
}

/** Raise it when documents change otherwise than in tokens or settings. */
const DOCUMENTS_VERSION = 1;

/** What an index must be made of to be of use to this program. */
export const indexFormat = [
  `documents ${DOCUMENTS_VERSION}`,
  `tokens ${tokenizerVersion}`,
  `passages ${passagesVersion}`,
  `Unicode ${process.versions.unicode ?? "none"}`,
  `settings ${createHash("sha256").update(JSON.stringify(wantedSettings)).digest("hex").slice(0, 12)}`,
].join(", ");

/** What a server says that may not be asked for its version. */
export const UNKNOWN_VERSION = "unknown";

/** Do two versions of the server index alike? Patches do; what is not known counts as the same. */
export function indexAlike(version: string, other: string): boolean {
  if (version === UNKNOWN_VERSION || other === UNKNOWN_VERSION) return true;
  const [one, two] = [version, other].map((text) => text.split(".").slice(0, 2).join("."));
  return one === two;
}

/** Names of the settings that an index has otherwise than wanted. */
export function settingsThatDiffer(found: Settings): string[] {
  const values = new Map<string, unknown>(Object.entries(found));
  return Object.entries(wantedSettings).flatMap(([name, wanted]) =>
    holds(values.get(name), wanted) ? [] : [name],
  );
}

/** Has the found value all that is wanted? The server adds defaults of its own, and sorts some lists. */
function holds(found: unknown, wanted: unknown): boolean {
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(found) &&
      found.length === wanted.length &&
      wanted.every((one) => found.some((other) => holds(other, one)))
    );
  }
  if (typeof wanted === "object" && wanted !== null) {
    if (typeof found !== "object" || found === null) return false;
    const values = new Map<string, unknown>(Object.entries(found));
    return Object.entries(wanted).every(([key, value]) => holds(values.get(key), value));
  }
  return found === wanted;
}
