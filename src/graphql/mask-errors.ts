import { unwrapResolverError } from "@apollo/server/errors";
import { GraphQLError, Kind, type GraphQLFormattedError } from "graphql";
import { AppError, httpStatusByCode, type ErrorCode } from "../errors.js";
import type { Locale } from "../terms.js";

/** The words for an error that callers may not see. */
export const internalErrorLabel = { en: "Internal error", zh: "内部错误" } as const;

/**
 * Apollo's `formatError`. An AppError passes with its code and details, and so do the errors that GraphQL
 * itself has found in a request; every other error becomes "Internal error".
 */
export function maskError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const seen = visibleError(formatted, error);
  if (seen instanceof AppError) return appErrorAnswer(seen, formatted, "EN");
  if (seen) return { ...formatted, extensions: { ...formatted.extensions, code: seen } };
  return {
    ...placeOf(formatted),
    message: internalErrorLabel.en,
    extensions: { code: "INTERNAL_SERVER_ERROR" },
  };
}

/** An AppError as callers see it, in their language, at the place of `formatted`. */
export function appErrorAnswer(
  error: AppError,
  formatted: GraphQLFormattedError,
  locale: Locale,
): GraphQLFormattedError {
  const message = locale === "ZH" ? error.label.zh : error.label.en;
  return { ...placeOf(formatted), message, extensions: { ...error.details, code: error.code } };
}

/** The AppError that was thrown, under the wrappings of GraphQL and Apollo; null if it was another. */
export function appErrorIn(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  return error instanceof GraphQLError && error.originalError ? appErrorIn(error.originalError) : null;
}

/** What was thrown, without GraphQL's wrapping: this is for the log. */
export function thrownError(error: unknown): unknown {
  return error instanceof GraphQLError && error.originalError ? thrownError(error.originalError) : error;
}

function visibleError(formatted: GraphQLFormattedError, error: unknown): AppError | ErrorCode | null {
  const appError = appErrorIn(error);
  if (appError) return appError;
  if (!(error instanceof GraphQLError)) return null;
  if (error.path) return isArgumentError(unwrapResolverError(error)) ? "BAD_USER_INPUT" : null;
  return codeOfRequestError(formatted.extensions?.["code"], error);
}

/** GraphQL found a variable unfit for an argument while it ran: it points at the value, a resolver never does. */
function isArgumentError(thrown: unknown): boolean {
  if (!(thrown instanceof GraphQLError) || thrown.originalError) return false;
  const kind = thrown.nodes?.[0]?.kind;
  return kind !== undefined && valueKinds.has(kind);
}

const valueKinds: ReadonlySet<string> = new Set([
  Kind.VARIABLE,
  Kind.INT,
  Kind.FLOAT,
  Kind.STRING,
  Kind.BOOLEAN,
  Kind.NULL,
  Kind.ENUM,
  Kind.LIST,
  Kind.OBJECT,
]);

/** An error without a path was found before any resolver ran: by GraphQL, by Apollo, or it is ours. */
function codeOfRequestError(code: unknown, error: GraphQLError): ErrorCode | null {
  const status = statusAsked(error);
  if (status === 405) return "METHOD_NOT_ALLOWED";
  if (status === 406) return "NOT_ACCEPTABLE";
  if (status === 415) return "UNSUPPORTED_MEDIA_TYPE";
  if (isErrorCode(code) && code !== "INTERNAL_SERVER_ERROR") return code;
  if (!(thrownError(error) instanceof GraphQLError)) return null;
  return status === null ? "BAD_USER_INPUT" : "BAD_REQUEST";
}

/** The HTTP status that Apollo wants for an error, kept in its extensions. */
function statusAsked(error: GraphQLError): number | null {
  const http: unknown = error.extensions["http"];
  if (typeof http !== "object" || http === null || !("status" in http)) return null;
  return typeof http.status === "number" ? http.status : null;
}

/** Whether a text is a code of the table. */
export function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === "string" && Object.hasOwn(httpStatusByCode, code);
}

function placeOf({
  locations,
  path,
}: GraphQLFormattedError): Pick<GraphQLFormattedError, "locations" | "path"> {
  return { ...(locations && { locations }), ...(path && { path }) };
}
