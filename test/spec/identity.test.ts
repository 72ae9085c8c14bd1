import { afterAll, beforeAll, expect, test } from "vitest";
import { readSeedFiles } from "../../src/content/seed-files.js";
import { nodeTypes } from "../../src/ids.js";
import { seedsFolder } from "../../src/project-folders.js";
import { openTestApp, type TestApp } from "../support/app.js";
import { crawl, refetchOf, type Crawl, type Mention } from "../support/crawl.js";

let app: TestApp;
let crawled: Crawl;
beforeAll(async () => {
  app = await openTestApp();
  crawled = await crawl(app);
});
afterAll(() => app.close());

/** Finds objects again by their ids, a hundred of one type at a time. */
async function refetch(from: TestApp, mentions: readonly Mention[]): Promise<Map<string, Mention>> {
  const found = new Map<string, Mention>();
  for (const type of nodeTypes) {
    const ids = [...new Set(mentions.filter(({ __typename }) => __typename === type).map(({ id }) => id))];
    for (let start = 0; start < ids.length; start += 100) {
      const batch = ids.slice(start, start + 100);
      const { nodes } = await from.data<{ nodes: (Mention | null)[] }>(refetchOf(type), { ids: batch });
      expect(nodes.map((node) => node?.id)).toEqual(batch);
      for (const node of nodes) if (node) found.set(node.id, node);
    }
  }
  return found;
}

test("the walk meets every type that has an id", () => {
  expect(new Set(crawled.mentions.map(({ __typename }) => __typename))).toEqual(new Set(nodeTypes));
  expect(crawled.mentions.length).toBeGreaterThan(2000);
});

test("an id belongs to one object, and a link to it shows what the object itself shows", async () => {
  const found = await refetch(app, crawled.mentions);
  for (const mention of crawled.mentions) {
    expect(found.get(mention.id)).toMatchObject(mention);
  }
});

test("node finds each type, and the same as nodes", async () => {
  for (const type of nodeTypes) {
    const id = crawled.mentions.find(({ __typename }) => __typename === type)?.id;
    const one = await app.data<{ node: object }>("query ($id: ID!) { node(id: $id) { __typename id } }", {
      id,
    });
    expect(one.node).toEqual({ __typename: type, id });
  }
});

test("nodes keeps length and order, with repeats and misses in their places", async () => {
  const ids = [...new Set(crawled.mentions.map(({ id }) => id))];
  const asked = [...ids.slice(0, 40), "nothing", ...ids.slice(-40).reverse(), ids[0], "", ids[0]];
  const { nodes } = await app.data<{ nodes: (Mention | null)[] }>(
    "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }",
    { ids: asked },
  );
  expect(nodes.map((node) => node?.id ?? null)).toEqual(
    asked.map((id) => (id === "nothing" || id === "" ? null : id)),
  );
});

test("ids are opaque and know their type", () => {
  for (const { id, __typename } of crawled.mentions) {
    expect(id).toMatch(/^[\w-]+$/);
    expect(Buffer.from(id, "base64url").toString().split(":")[0]).toBe(__typename);
  }
});

test("another installation, seeded by itself, has the same objects under the same ids", async () => {
  const other = await openTestApp(readSeedFiles(seedsFolder).files);
  const [here, there] = [await refetch(app, crawled.mentions), await refetch(other, crawled.mentions)];
  await other.close();
  expect([...there.values()]).toEqual([...here.values()]);
});
