import { createHash } from "node:crypto";
import { tokenizerVersion } from "../../text/tokens.js";
import { passagesVersion } from "../passages.js";
import { textColumns } from "../text-columns.js";

/** Raise it when the tables or the fingerprints change otherwise than in their columns. */
const TABLES_VERSION = 4;

/** What a file must be made of to be of use to this program. */
export const indexFormat = [
  `tables ${TABLES_VERSION}`,
  `tokens ${tokenizerVersion}`,
  `passages ${passagesVersion}`,
  `Unicode ${process.versions.unicode ?? "none"}`,
  `columns ${createHash("sha256")
    .update(textColumns.map(({ name }) => name).join())
    .digest("hex")
    .slice(0, 8)}`,
].join(", ");
