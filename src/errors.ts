import type { Label } from "./terms.js";

/**
 * Every code that an answer may carry, with the HTTP status it has when there is no data.
 * The README lists them; the first block is Apollo's and GraphQL's own.
 */
export const httpStatusByCode = {
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  BAD_USER_INPUT: 400,
  OPERATION_RESOLUTION_FAILURE: 400,
  BAD_REQUEST: 400,
  PERSISTED_QUERY_NOT_FOUND: 200,
  PERSISTED_QUERY_NOT_SUPPORTED: 200,
  INTERNAL_SERVER_ERROR: 500,

  CURSOR_INVALID: 400,
  PAGE_SIZE_OUT_OF_RANGE: 400,
  QUERY_TOO_LONG: 400,
  TOO_MANY_TOKENS: 400,
  TOO_DEEP: 400,
  TOO_MANY_ALIASES: 400,
  TOO_MANY_ROOT_FIELDS: 400,
  TOO_MANY_OPERATIONS: 400,
  TOO_MANY_DIRECTIVES: 400,
  TOO_COSTLY: 400,
  UNAUTHENTICATED: 401,
  BODY_TOO_LARGE: 413,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMED_OUT: 408,
  UNSUPPORTED_MEDIA_TYPE: 415,
  NOT_FOUND: 404,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  SEARCH_UNAVAILABLE: 503,
  DATABASE_UNAVAILABLE: 503,
  OPERATION_TIMED_OUT: 503,
} as const;

export type ErrorCode = keyof typeof httpStatusByCode;

/** The only error whose words a caller may see; every other error is masked at the edge. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    /** The sentence for the caller, in both languages; it names the thing. */
    readonly label: Label,
    /** Machine-readable particulars: the argument, the value sent, the limit. */
    readonly details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(label.en, options);
    this.name = "AppError";
  }
}

/** BAD_USER_INPUT about one argument: its path, the value that was sent, and what is wrong with it. */
export function badInput(argument: string, value: unknown, reason: Label): AppError {
  const sent = typeof value === "string" ? `“${value}”` : JSON.stringify(value);
  return new AppError(
    "BAD_USER_INPUT",
    { zh: `${argument} 为${sent}：${reason.zh}`, en: `\`${argument}\` is ${sent}: ${reason.en}` },
    { argument, value },
  );
}
