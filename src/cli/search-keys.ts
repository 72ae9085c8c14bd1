import { loadConfig } from "../config.js";
import { makeSearchToken } from "../search/meilisearch/search-token.js";
import { ExpectedFailure, runCommand } from "./command.js";

/** Ten years: a token for ever could only be taken back with its key. */
const MOST_DAYS = 3_650;

/**
 * `npm run search:keys [-- DAYS]`: prints a token with which a portal may search the index of this service on
 * the server directly, and do nothing else; good for 30 days unless told.
 */
await runCommand("search:keys", async () => {
  const { meilisearch } = loadConfig(process.env);
  if (meilisearch === null) throw new ExpectedFailure("MEILI_URL is not set");
  const { url, masterKey, indexPrefix } = meilisearch;
  if (masterKey === null)
    throw new ExpectedFailure("MEILI_MASTER_KEY is not set: it finds the key to sign with");
  const days = Number(process.argv[2] ?? 30);
  if (!(days > 0 && days <= MOST_DAYS))
    throw new ExpectedFailure(`the number of days must be above 0 and at most ${MOST_DAYS}`);
  const expiresAt = new Date(Date.now() + days * 24 * 60 * 60 * 1_000);
  const { token, indexUid } = await makeSearchToken({ url, masterKey, indexPrefix }, expiresAt);
  console.log(token);
  return `it may search ${indexUid} at ${url} until ${expiresAt.toISOString()}`;
});
