/** The keys of a server, for those who read an index and those who write it; null: it asks for none. */
export interface Keys {
  readonly search: () => Promise<string | null>;
  readonly index: () => Promise<string | null>;
  /** The server has refused one: what is known of them may be wrong. */
  forget(): void;
}

/** Keys that somebody has made. */
export const givenKeys = (search: string | null, index: string | null): Keys => ({
  search: () => Promise.resolve(search),
  index: () => Promise.resolve(index),
  forget: () => undefined,
});
