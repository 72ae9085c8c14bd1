import type { CacheReading } from "../cache-reading.js";
import type { SearchReading } from "../search/search-reading.js";

/** What is looked at when somebody asks how the service is. */
export interface Readings {
  /** By the name of the cache; null: there is no such cache. */
  readonly caches: Readonly<Record<string, () => CacheReading | null>>;
  /** Reading SQL statements since the start. */
  readonly statements: () => number;
  readonly contentRevision: () => number;
  /** Fails where database or index cannot be asked. */
  readonly search: () => Promise<SearchReading>;
}
