import { createPage, type Page } from "./page.js";
import { pagePolicy } from "./security-headers.js";

/** The schema as text, which browsers show and tools read. */
export function schemaPage(sdl: string): Promise<Page> {
  return createPage(sdl, "text/plain; charset=utf-8", pagePolicy);
}
