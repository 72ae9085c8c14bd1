import type { Material } from "./workloads.js";

/**
 * Who is compared must do the same work: every case of the lists is the same, whatever the order of its lists.
 * @throws {Error} naming the case and the server.
 */
export function expectSameLists(materials: ReadonlyMap<string, Material>): void {
  const [first, ...others] = [...materials];
  if (!first) return;
  const [, { listed: wanted }] = first;
  for (const [name, { listed }] of others) {
    if (listed.size !== wanted.size) {
      throw new Error(`${name} lists ${listed.size} cases instead of ${wanted.size}`);
    }
    for (const [slug, node] of wanted) {
      const given = listed.get(slug);
      if (JSON.stringify(inOrder(given)) !== JSON.stringify(inOrder(node))) {
        throw new Error(`${name} shows ${slug} as ${JSON.stringify(given)}, not as ${JSON.stringify(node)}`);
      }
    }
  }
}

/** The same value with its lists and fields in an order of their own. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    return items.map((item) => JSON.stringify(inOrder(item))).sort();
  }
  if (typeof value !== "object" || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, part]) => [name, inOrder(part)]);
}
