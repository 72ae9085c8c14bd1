import type { Meilisearch } from "meilisearch";
import { isAsSent } from "./documents.js";
import { STATE_ID } from "./index-state.js";
import { isNotFound } from "./server-failure.js";

const PAGE_SIZE = 100;

/**
 * Id → fingerprint of every document that the server has. One that is not what was sent, because other
 * hands have changed it, has no fingerprint of ours.
 */
export async function storedFingerprints(client: Meilisearch, uid: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  try {
    for (let offset = 0; ; offset += PAGE_SIZE) {
      const { results } = await client.index<Stored>(uid).getDocuments({ offset, limit: PAGE_SIZE });
      for (const stored of results) {
        if (stored.id !== STATE_ID) found.set(stored.id, isAsSent(stored) ? stored.fingerprint : "ALTERED");
      }
      if (results.length < PAGE_SIZE) return found;
    }
  } catch (error) {
    if (isNotFound(error)) return found;
    throw error;
  }
}

type Stored = Readonly<Record<string, unknown>> & { readonly id: string; readonly fingerprint: string };
