/** What somebody who seeds or generates can act on; who only tells of it loads nothing else of the content. */

/** Seed files with mistakes; `message` names each. */
export class SeedFilesError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(["The seed files have mistakes; nothing has been changed.", ...problems].join("\n  "));
    this.name = "SeedFilesError";
  }
}

/** Real content was to be written over a generated one. */
export class SyntheticContentError extends Error {
  constructor() {
    super("The database has synthetic content. Real content needs a database of its own.");
    this.name = "SyntheticContentError";
  }
}

/** The database has content that must not be mixed with this set. */
export class OtherContentError extends Error {
  constructor(has: string) {
    super(`The database has ${has}. Synthetic content needs a database of its own.`);
    this.name = "OtherContentError";
  }
}
