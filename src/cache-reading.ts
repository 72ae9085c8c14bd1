/** How a cache stands; hits and misses are counted since the start. */
export interface CacheReading {
  readonly hits: number;
  readonly misses: number;
  readonly entries: number;
  readonly bytes: number;
  readonly maxBytes: number;
}
