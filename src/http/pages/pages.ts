import type { FastifyInstance } from "fastify";
import { explorerPage } from "./explorer.js";
import { sendPage, type Page } from "./page.js";
import { schemaPage } from "./schema.js";
import type { ShownOperation } from "./shown-operation.js";
import { startPage } from "./start-page.js";

/** What the pages are made of. */
export interface Pages {
  /** The schema, as `/schema.graphql` gives it. */
  readonly sdl: string;
  /** Opened as tabs of the explorer, in this order. */
  readonly operations: readonly ShownOperation[];
  /** Linked from the start page: without variables that a reader would have to find first. */
  readonly examples: readonly ShownOperation[];
}

/**
 * The pages for people. Each is made at its first request, once.
 * `exportNames`: of the files below `/export/`, which the start page links.
 */
export function servePages(app: FastifyInstance, pages: Pages, exportNames: readonly string[]): void {
  servePage(app, "/", () => startPage(pages.examples, exportNames));
  servePage(app, "/explorer", () => explorerPage(pages.operations));
  servePage(app, "/schema.graphql", () => schemaPage(pages.sdl));
}

function servePage(app: FastifyInstance, url: string, make: () => Promise<Page>): void {
  let page: Promise<Page> | null = null;
  const madeOnce = () =>
    (page ??= make().catch((error: unknown) => {
      page = null;
      throw error;
    }));
  app.get(url, async (request, reply) => sendPage(request, reply, await madeOnce()));
}
