import { isSearchServerMissing, openSearchServer, whyNoSearchServer } from "./search-server.js";

/** Says which search server the tests would use, or why there is none. */
async function tell(): Promise<string> {
  if (isSearchServerMissing) return whyNoSearchServer;
  const { url, version, close } = await openSearchServer();
  await close();
  return `${url} ${version}`;
}

console.log(await tell().catch((error: Error) => error.message));
