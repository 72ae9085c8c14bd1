/** What the start has to say about the seed files. */
export type SeedReport =
  | { readonly kind: "seeded"; readonly records: number }
  | { readonly kind: "same" }
  /** The files say something else than the database; it is left as it is. */
  | { readonly kind: "different"; readonly changed: number; readonly gone: number }
  /** The files cannot be read, and the database has content already. */
  | { readonly kind: "unreadable"; readonly problems: readonly string[] }
  /** The database has generated content, which the files are not compared with. */
  | { readonly kind: "synthetic" };
