import type { Key, Meilisearch } from "meilisearch";
import { connect } from "./client.js";
import { isNotFound } from "./server-failure.js";

/** The keys of a server, for those who read an index and those who write it; null: it asks for none. */
export interface Keys {
  readonly search: () => Promise<string | null>;
  readonly index: () => Promise<string | null>;
  /** For what concerns the whole server; those of one index may not ask for its version. */
  readonly server: () => Promise<string | null>;
  /** The server has refused one: what is known of them may be wrong. */
  forget(): void;
}

export interface KeysOptions {
  readonly url: string;
  readonly masterKey: string | null;
  readonly searchKey: string | null;
  readonly indexKey: string | null;
  readonly indexPrefix: string;
  /** Told when keys had to be made; for the log. */
  readonly onMade: () => void;
}

/** Those that are given; what is missing is found on the server, or made there, with the master key. */
export function openKeys(options: KeysOptions): Keys {
  const { searchKey, indexKey, masterKey } = options;
  if (masterKey === null) return givenKeys(searchKey, indexKey);
  let found: Promise<FoundKeys> | null = null;
  const find = (): Promise<FoundKeys> => {
    const finding = (found ??= findOrMake({ ...options, masterKey }));
    // What failed is tried again the next time.
    finding.catch(() => (found = null));
    return finding;
  };
  return {
    search: async () => searchKey ?? (await find()).search.key,
    index: async () => indexKey ?? (await find()).index.key,
    server: () => Promise.resolve(masterKey),
    forget() {
      found = null;
    },
  };
}

/** Keys that somebody has made. */
export const givenKeys = (search: string | null, index: string | null): Keys => ({
  search: () => Promise.resolve(search),
  index: () => Promise.resolve(index),
  server: () => Promise.resolve(index),
  forget: () => undefined,
});

export interface FoundKeys {
  readonly search: Key;
  readonly index: Key;
}

const TIMEOUT_MS = 5_000;

/** The two keys of this service on a server. Its indexes are all that they are good for. */
export async function findOrMake({
  url,
  masterKey,
  indexPrefix,
  onMade,
}: Pick<KeysOptions, "url" | "indexPrefix" | "onMade"> & { readonly masterKey: string }): Promise<FoundKeys> {
  const { client, close } = connect(url, {
    timeoutMs: TIMEOUT_MS,
    key: () => Promise.resolve(masterKey),
    onKeyRefused: () => undefined,
  });
  const wanted = wantedKeys(indexPrefix);
  try {
    const known = (await client.getKeys({ limit: 1_000 })).results;
    const [search, index] = [wanted.search, wanted.index].map((key) => known.find((one) => isSame(one, key)));
    if (!search || !index) onMade();
    return {
      search: search ?? (await make(client, known, wanted.search)),
      index: index ?? (await make(client, known, wanted.index)),
    };
  } finally {
    close();
  }
}

type WantedKey = Pick<Key, "actions" | "indexes"> & { readonly name: string };

const wantedKeys = (prefix: string): { readonly search: WantedKey; readonly index: WantedKey } => ({
  search: { name: `Exemplar reads ${prefix}cases`, actions: ["search"], indexes: [`${prefix}cases`] },
  index: {
    name: `Exemplar writes ${prefix}cases`,
    actions: [
      ...["search", "documents.add", "documents.get", "documents.delete", "settings.get", "settings.update"],
      ...["indexes.create", "indexes.get", "indexes.delete", "indexes.swap"],
      ...["tasks.get", "stats.get"],
    ],
    indexes: [`${prefix}cases*`],
  },
});

const isSame = (key: Key, wanted: WantedKey): boolean =>
  key.name === wanted.name && same(key.actions, wanted.actions) && same(key.indexes, wanted.indexes);

const same = (one: readonly string[], other: readonly string[]): boolean =>
  one.toSorted().join() === other.toSorted().join();

/** Rights of a key cannot be changed: one of an earlier version gives way. */
async function make(client: Meilisearch, known: readonly Key[], wanted: WantedKey): Promise<Key> {
  for (const { uid } of known.filter(({ name }) => name === wanted.name)) {
    await client.deleteKey(uid).catch((error: unknown) => {
      if (!isNotFound(error)) throw error;
    });
  }
  const { name, actions, indexes } = wanted;
  const description = "Made by Exemplar at its start.";
  return client.createKey({ name, description, actions, indexes, expiresAt: null });
}
