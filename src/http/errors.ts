import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { AppError, httpStatusByCode, type ErrorCode } from "../errors.js";
import { preferredLocale } from "../graphql/answer-language.js";
import { internalErrorLabel } from "../graphql/mask-errors.js";
import type { Label, Locale } from "../terms.js";
import { allowOf, methodsAt } from "./methods.js";

/** Gives every error that does not come from a GraphQL operation the shape, codes and languages of one that does. */
export function answerErrorsLikeGraphQL(app: FastifyInstance): void {
  app.setErrorHandler((error, request, reply) => sendError(error, request, reply));
  app.setNotFoundHandler((request, reply) => sendError(missing(app, request, reply), request, reply));
  // Before the body is read: where there is no route it does not matter whether it can be.
  app.addHook("preParsing", (request, reply, _payload, done) => {
    done(request.is404 ? missing(app, request, reply) : null);
  });
}

/** Answers with an error; one that is not for callers is logged and masked. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = knownError(error, request);
  if (!known) request.log.error({ err: error }, "an error was masked");
  const shown = known ?? new AppError("INTERNAL_SERVER_ERROR", internalErrorLabel, { requestId: request.id });
  const locale = preferredLocale(request.headers["accept-language"]);
  return reply
    .code(httpStatusByCode[shown.code])
    .header("content-type", errorType(request))
    .header("content-language", locale.toLowerCase())
    .header("vary", "Accept-Language")
    .send(errorBody(shown, locale));
}

/**
 * What Node refuses before there is a request: too many headers, too slow, not HTTP. The answer has these headers
 * beside its own; what it says is told, or null where nobody is there to be answered.
 */
export function answerClientError(
  error: Error & { readonly code?: string },
  socket: Socket,
  headers: Readonly<Record<string, string>>,
): ErrorCode | null {
  if (error.code === "ECONNRESET" || !socket.writable || socket.destroyed) {
    socket.destroy();
    return null;
  }
  const shown = requestError(clientErrorCodes.get(error.code ?? "") ?? "BAD_REQUEST");
  const status = httpStatusByCode[shown.code];
  const body = errorBody(shown, "EN");
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "content-type: application/json; charset=utf-8",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  socket.end(`${head.join("\r\n")}\r\n\r\n${body}`);
  return shown.code;
}

const clientErrorCodes: ReadonlyMap<string, ErrorCode> = new Map([
  ["HPE_HEADER_OVERFLOW", "HEADERS_TOO_LARGE"],
  ["ERR_HTTP_REQUEST_TIMEOUT", "REQUEST_TIMED_OUT"],
]);

/** The errors of Fastify that have a code of their own; its other client errors are BAD_REQUEST. */
const fastifyCodes: ReadonlyMap<string, ErrorCode> = new Map([
  ["FST_ERR_CTP_INVALID_MEDIA_TYPE", "UNSUPPORTED_MEDIA_TYPE"],
]);

const requestLabels: Partial<Record<ErrorCode, Label>> = {
  BAD_REQUEST: { en: "The request cannot be read.", zh: "无法读取该请求。" },
  UNSUPPORTED_MEDIA_TYPE: {
    en: "The Content-Type is not supported; send application/json.",
    zh: "不支持该 Content-Type，请使用 application/json。",
  },
  HEADERS_TOO_LARGE: { en: "The headers of the request are too large.", zh: "请求头过大。" },
  REQUEST_TIMED_OUT: { en: "The request did not arrive in time.", zh: "请求未能及时到达。" },
};

function knownError(error: unknown, request: FastifyRequest): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return null;
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge(request);
  const known = fastifyCodes.get(code);
  if (known) return requestError(known);
  const status = "statusCode" in error ? Number(error.statusCode) : 500;
  return status >= 400 && status < 500 ? requestError("BAD_REQUEST") : null;
}

/** Where the length is not announced, all we know is that there was more than the limit. */
function bodyTooLarge({ headers, routeOptions: { bodyLimit: limit } }: FastifyRequest): AppError {
  const sent = Number(headers["content-length"] ?? NaN);
  const isKnown = Number.isSafeInteger(sent);
  const label = {
    en: `The body of the request ${isKnown ? `has ${sent} bytes` : "is too large"}; the limit (maxBodyBytes) is ${limit} bytes.`,
    zh: `请求体${isKnown ? `为 ${sent} 字节` : "过大"}，上限（maxBodyBytes）为 ${limit} 字节。`,
  };
  return new AppError("BODY_TOO_LARGE", label, {
    ...{ limitName: "maxBodyBytes", limit },
    ...(isKnown && { sent }),
  });
}

function requestError(code: ErrorCode, details: Readonly<Record<string, unknown>> = {}): AppError {
  return new AppError(code, requestLabels[code] ?? internalErrorLabel, details);
}

/** No route: either nothing is there, or only other methods are. */
function missing(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply): AppError {
  const allowed = methodsAt(app, request.url);
  if (allowed.length === 0) {
    return new AppError("NOT_FOUND", { en: "There is nothing at this address.", zh: "此地址没有内容。" });
  }
  const methods = allowOf(allowed);
  void reply.header("allow", methods);
  return new AppError("METHOD_NOT_ALLOWED", {
    en: `The method is not allowed here; allowed are ${methods}.`,
    zh: `此处不允许该方法；允许的方法：${methods}。`,
  });
}

function errorBody(error: AppError, locale: Locale): string {
  const message = locale === "ZH" ? error.label.zh : error.label.en;
  return JSON.stringify({ errors: [{ message, extensions: { ...error.details, code: error.code } }] });
}

function errorType({ headers }: FastifyRequest): string {
  const wantsGraphQL = headers.accept?.includes("application/graphql-response+json") === true;
  return `application/${wantsGraphQL ? "graphql-response+json" : "json"}; charset=utf-8`;
}
