import type { FastifyInstance } from "fastify";
import { AppError } from "../errors.js";

/** Refuses a body whose `Content-Type` names another charset than UTF-8: read as UTF-8 it would say something else. */
export function acceptOnlyUtf8(app: FastifyInstance): void {
  app.addHook("preParsing", (request, _reply, _payload, done) => {
    const charset = charsetOf(request.headers["content-type"] ?? "");
    done(charset === null || /^utf-?8$/i.test(charset) ? null : unsupported(charset));
  });
}

function charsetOf(contentType: string): string | null {
  return /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(contentType)?.[1] ?? null;
}

function unsupported(charset: string): AppError {
  const shown = charset.slice(0, 40);
  return new AppError("UNSUPPORTED_MEDIA_TYPE", {
    en: `The charset ${JSON.stringify(shown)} is not supported; send UTF-8.`,
    zh: `不支持字符集 ${JSON.stringify(shown)}，请使用 UTF-8。`,
  });
}
