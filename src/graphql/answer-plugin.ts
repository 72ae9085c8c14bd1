import type { ApolloServerPlugin, GraphQLRequestContextWillSendResponse } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";
import { httpStatusByCode } from "../errors.js";
import type { ToldOperation } from "../told-operation.js";
import type { Locale } from "../terms.js";
import { preferredLocale } from "./answer-language.js";
import { withRefusedVariables } from "./refused-variables.js";
import { appErrorAnswer, appErrorIn, internalErrorLabel, isErrorCode, thrownError } from "./mask-errors.js";

/** What the http floor tells about a request. Every context is made from it. */
export interface RequestFacts {
  /** The same as in the log and in the `x-request-id` header. */
  readonly requestId: string;
  /** Its lines carry the request id. */
  readonly log: RequestLog;
  /** Aborted when the operation has taken too long. */
  readonly signal: AbortSignal;
  /** Where somebody watches: told of each operation that could be made out. */
  readonly tell?: (operation: ToldOperation) => void;
}

export interface RequestLog {
  error(details: object, message: string): void;
}

/**
 * Finishes answers with errors: the HTTP status of the code when there is no data, our messages in the
 * caller's language, and the request id on masked errors, which are logged here.
 */
export function answerPlugin(): ApolloServerPlugin<RequestFacts> {
  return {
    requestDidStart: () =>
      Promise.resolve({ willSendResponse: (context) => Promise.resolve(finish(context)) }),
    unexpectedErrorProcessingRequest: ({ error, requestContext }) => {
      requestContext.contextValue.log.error({ err: error }, "a request broke a plugin");
      return Promise.resolve();
    },
  };
}

function finish(context: GraphQLRequestContextWillSendResponse<RequestFacts>): void {
  const { body, http } = context.response;
  if (body.kind !== "single" || !body.singleResult.errors) return;
  const locale = preferredLocale(context.request.http?.headers.get("accept-language"));
  // Apollo formats the errors one by one, so that both lists have the same order.
  const ours = body.singleResult.errors.map((formatted, index) =>
    inOurWords(formatted, context.errors?.[index], context.contextValue, locale),
  );
  const all = body.singleResult.errors.map((formatted, index) => ours[index] ?? formatted);
  const { schema, operation, request } = context;
  const errors = operation ? withRefusedVariables(all, schema, operation, request.variables ?? {}) : all;
  body.singleResult.errors = errors;
  if (!body.singleResult.data) http.status = statusOf(errors);
  if (ours.every((one) => one === null)) return;
  http.headers.set("vary", "Accept-Language");
  http.headers.set("content-language", locale.toLowerCase());
}

/** An error with our message: an AppError, or a masked one; null for GraphQL's own. */
function inOurWords(
  formatted: GraphQLFormattedError,
  error: unknown,
  { requestId, log }: RequestFacts,
  locale: Locale,
): GraphQLFormattedError | null {
  const appError = appErrorIn(error);
  if (appError) {
    // What lies behind it is not for the caller: a database or an index that did not answer.
    if (appError.cause !== undefined) log.error({ err: appError, path: formatted.path }, "a part is down");
    return appErrorAnswer(appError, formatted, locale);
  }
  if (formatted.extensions?.["code"] !== "INTERNAL_SERVER_ERROR") return null;
  log.error({ err: thrownError(error), path: formatted.path }, "an error was masked");
  const message = locale === "ZH" ? internalErrorLabel.zh : internalErrorLabel.en;
  return { ...formatted, message, extensions: { ...formatted.extensions, requestId } };
}

/** The status of the first code, unless a later one is the server's fault. */
function statusOf(errors: readonly GraphQLFormattedError[]): number {
  const statuses = errors.map(({ extensions }) => {
    const code = extensions?.["code"];
    return isErrorCode(code) ? httpStatusByCode[code] : 500;
  });
  return statuses.find((status) => status >= 500) ?? statuses[0] ?? 500;
}
