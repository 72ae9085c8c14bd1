import type { Label } from "../../src/terms.js";
import type { TestApp } from "./app.js";
import { label } from "./content.js";

/** An entry of `Case.similarCases`. */
export interface Similar {
  readonly score: number;
  readonly reasons: readonly Label[];
  readonly case: { readonly slug: string };
}

/** What the service calls similar to a case, best first. */
export async function askSimilar(app: TestApp, slug: string, first = 100): Promise<Similar[]> {
  const { case: found } = await app.data<{ case: { similarCases: Similar[] } }>(
    `query ($slug: String!, $first: Int) {
      case(slug: $slug) { similarCases(first: $first) { score reasons { zh en } case { slug } } }
    }`,
    { slug, first },
  );
  return found.similarCases;
}

export const slugsOf = (similar: readonly Similar[]) => similar.map((one) => one.case.slug);

/** Of a town: a place that is known. */
export const placedAt = (latitude: number, longitude: number) => ({
  location: { latitude, longitude, basis: label("约数", "Approximate") },
});
