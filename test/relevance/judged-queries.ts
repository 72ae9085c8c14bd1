import { readFileSync } from "node:fs";
import { parse } from "yaml";

/** A query that users type, and what must come. */
export interface JudgedQuery {
  readonly query: string;
  readonly language: "zh" | "en" | "mixed";
  readonly user: "government" | "portal" | "researcher";
  readonly kind: string;
  /** Slug of the case that must stand at the top; absent where several are as good. */
  readonly first?: string;
  /** Slugs of the cases that must be among the first ten; empty where no case is an answer. */
  readonly relevant: readonly string[];
  /** `held-out` is for reporting only: nothing is tuned on it. */
  readonly set: "tune" | "held-out";
}

/** The judged queries, in the order of the file. */
export function judgedQueries(): readonly JudgedQuery[] {
  return parse(readFileSync(new URL("queries.yaml", import.meta.url), "utf8")) as JudgedQuery[];
}
