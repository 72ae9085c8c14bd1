import type { ToldOperation } from "../told-operation.js";

/** What is told of an answer to those who watch: never what was asked for. */
export interface Answered {
  readonly method: string;
  /** The address as the service knows it; null: nothing is there. */
  readonly route: string | null;
  readonly status: number;
  readonly seconds: number;
  /** Null: none could be made out. */
  readonly operation: ToldOperation | null;
  /** It was given from the cache of answers. */
  readonly isKept: boolean;
}
