import type { Edition } from "../catalogue/catalogue.js";

/** What one request carries. It holds one edition from start to end, so that its parts agree. */
export interface RequestContext {
  readonly edition: Edition;
  readonly requestId: string;
}
