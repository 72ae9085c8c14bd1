import type { CaseFacts } from "../catalogue/case-facts.js";
import type { CaseView } from "../catalogue/views.js";

/** A case as the columns know it, and as it is read. */
export interface KnownCase {
  readonly facts: CaseFacts;
  readonly view: CaseView;
}
