import type { Edition } from "../catalogue/edition.js";
import type { RequestFacts } from "./answer-plugin.js";
import type { Sharing } from "./sharing.js";

/** What one request carries. It holds one edition from start to end, so that its parts agree. */
export interface RequestContext extends RequestFacts {
  readonly edition: Edition;
  readonly sharing: Sharing;
}
