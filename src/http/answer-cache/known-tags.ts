import type { IncomingMessage } from "node:http";
import type { KeptAnswer } from "./kept-answer.js";

/**
 * The keys of answers by the tags that clients were given with them. Who asks again names the tag, which is short, and
 * then the address need only be compared; to find an answer by its address, all of that, often a thousand characters, is
 * hashed.
 */
export interface KnownTags {
  /** Of the answer to this very request; that may have changed since. */
  keyFor(request: IncomingMessage): string | undefined;
  /** If the request names a tag of its answer. */
  remember(answer: KeptAnswer, request: IncomingMessage, key: string): void;
}

interface Known {
  readonly url: string;
  readonly accept: string | undefined;
  readonly key: string;
}

const MOST_BYTES = 4 * 1024 * 1024;

export function createKnownTags(mostBytes = MOST_BYTES): KnownTags {
  const known = new Map<string, Known>();
  let bytes = 0;
  return {
    keyFor({ url, headers }) {
      const tag = headers["if-none-match"];
      const found = tag === undefined ? undefined : known.get(tag);
      const isAsked = found !== undefined && found.url === url && found.accept === headers.accept;
      return isAsked ? found.key : undefined;
    },
    remember({ etags }, { url = "", headers }, key) {
      const tag = headers["if-none-match"];
      if (tag === undefined || !Object.values(etags).includes(tag)) return;
      if (bytes > mostBytes) {
        known.clear();
        bytes = 0;
      }
      bytes += BYTES_OF_ENTRY + 2 * (url.length + key.length);
      known.set(tag, { url, accept: headers.accept, key });
    },
  };
}

/** Besides its texts. */
const BYTES_OF_ENTRY = 300;
