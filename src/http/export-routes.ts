import type { FastifyInstance, FastifyReply } from "fastify";
import { Readable } from "node:stream";
import { badInput } from "../errors.js";
import { contentLicence } from "../licence.js";
import type { Export, Exports } from "../outlets/exports.js";
import { isKnown } from "./if-none-match.js";

export interface ExportRoutes {
  readonly exports: Exports;
  /** Milliseconds after which a client that takes nothing more is cut off. */
  readonly stallMs?: number;
}

type Parameters = Readonly<Record<string, string | readonly string[]>>;

/** `GET` and `HEAD /export/<name>?filter=<JSON>`. Sent while it is read: what fails on the way cuts the answer short. */
export function serveExports(scope: FastifyInstance, { exports, stallMs = 60_000 }: ExportRoutes): void {
  for (const [name, open] of exports) {
    scope.get<{ Querystring: Parameters }>(`/export/${name}`, async (request, reply) => {
      const found = await open(filterIn(request.query));
      const etag = `"${found.fingerprint}"`;
      if (isKnown(request.headers["if-none-match"], etag)) {
        return reply.code(304).headers(cachingHeaders(etag)).send();
      }
      const body = request.method === "HEAD" ? Readable.from([]) : await begin(found.chunks());
      body.on("error", (error) => {
        request.log.error({ err: error, export: name }, "an export broke off");
      });
      cutOffWhenStalled(reply, stallMs);
      return reply.headers({ ...cachingHeaders(etag), ...headersOf(found) }).send(body);
    });
  }
}

/** The headers of an export that a script of another site may read. */
export const exportHeaders = [
  "Content-Disposition",
  "Link",
  "X-Content-Revision",
  "X-Licence",
  "X-Total-Count",
];

/** The value of the parameter `filter`; null where there is none. */
function filterIn(parameters: Parameters): unknown {
  for (const [name, value] of Object.entries(parameters)) {
    if (name !== "filter") {
      throw badInput(name, value, {
        zh: "导出只接受参数filter。",
        en: "an export takes no other parameter than `filter`.",
      });
    }
  }
  const { filter } = parameters;
  if (filter === undefined) return null;
  if (typeof filter !== "string") {
    throw badInput("filter", filter, { zh: "只能给出一次。", en: "it may be given once." });
  }
  try {
    return JSON.parse(filter);
  } catch {
    throw badInput("filter", filter, { zh: "不是JSON。", en: "it is not JSON." });
  }
}

/** Waits for the first chunk: what fails until then is still answered as an error. */
async function begin(chunks: AsyncGenerator<string>): Promise<Readable> {
  const first = await chunks.next();
  return Readable.from(first.done === true ? [] : goOn(first.value, chunks));
}

async function* goOn(first: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

/** A reader who has gone without a word would hold an old edition for ever. */
function cutOffWhenStalled({ raw }: FastifyReply, stallMs: number): void {
  raw.setTimeout(stallMs, () => raw.destroy());
}

/** The content may change at any time, so a cache asks before it uses what it has. */
const cachingHeaders = (etag: string) => ({ etag, "cache-control": "no-cache" });

function headersOf({ contentType, fileName, contentRevision, rowCount }: Export): Record<string, string> {
  return {
    "content-type": contentType,
    "content-disposition": `attachment; filename="${fileName}"`,
    link: `<${contentLicence.url}>; rel="license"`,
    "x-content-revision": String(contentRevision),
    "x-licence": contentLicence.spdxId,
    "x-total-count": String(rowCount),
  };
}
