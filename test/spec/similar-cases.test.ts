import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSeedFiles, type SeedFiles } from "../../src/content/seed-files.js";
import { similarCases } from "../../src/matching/similar-cases.js";
import { LIKE_SIZE_FACTOR, NEAR_KILOMETRES, similarityWeights } from "../../src/matching/similarity.js";
import { seedsFolder } from "../../src/project-folders.js";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { aCase, aTown, contentOf, label, use } from "../support/content.js";
import { randomContent } from "../support/random-content.js";
import { schema } from "../support/schema-fields.js";
import { askSimilar, placedAt, slugsOf, type Similar } from "../support/similar-cases.js";
import { expectedSimilar } from "../support/similarity-oracle.js";
import { openTestStorage } from "../support/storage.js";

const flat = (similar: readonly Similar[]) =>
  similar.map(({ score, reasons, case: { slug } }) => ({ slug, score, reasons }));

describe.each([
  ["the seeds", () => readSeedFiles(seedsFolder).files],
  ["generated content with drafts", () => randomContent(60, 5)],
] as const)("in %s", (_name, read) => {
  let app: TestApp;
  let files: SeedFiles;
  beforeAll(async () => {
    files = read();
    app = await openTestApp(files);
  });
  afterAll(() => app.close());
  const published = (kind: "EXEMPLARY" | "CAUTIONARY") =>
    files.cases
      .map(({ content }) => content)
      .filter((one) => one.status === "published" && one.kind === kind)
      .map(({ slug }) => slug);

  test("similar cases, their scores and every reason are what the files say, pair by pair", async () => {
    for (const slug of [...published("EXEMPLARY"), ...published("CAUTIONARY")]) {
      expect([slug, flat(await askSimilar(app, slug))]).toEqual([slug, expectedSimilar(files, slug)]);
    }
  });

  test("a shorter list is the beginning of a longer one, and five is the usual number", async () => {
    for (const slug of [...published("EXEMPLARY").slice(0, 5), ...published("CAUTIONARY").slice(0, 5)]) {
      const all = flat(await askSimilar(app, slug));
      expect(flat(await askSimilar(app, slug, 2))).toEqual(all.slice(0, 2));
      const { case: usual } = await app.data<{ case: { similarCases: Similar[] } }>(
        "query ($slug: String!) { case(slug: $slug) { similarCases { score reasons { zh en } case { slug } } } }",
        { slug },
      );
      expect(flat(usual.similarCases)).toEqual(all.slice(0, 5));
    }
  });

  test("two model cases are as similar one way as the other; a warning is similar to no model case", async () => {
    const models = published("EXEMPLARY");
    const scores = new Map<string, number>();
    for (const slug of models) {
      for (const { score, case: other } of await askSimilar(app, slug)) {
        expect(models).toContain(other.slug);
        expect(score).toBeGreaterThan(0);
        expect(score).toBeLessThanOrEqual(1);
        scores.set(`${slug} ${other.slug}`, score);
      }
    }
    for (const [pair, score] of scores) {
      expect(scores.get(pair.split(" ").reverse().join(" "))).toBe(score);
    }
  });
});
describe("what is similar", () => {
  const warning = {
    kind: "FALSE_TOWN",
    ...{ problem: label("名不副实。", "It was none."), correction: label("已更名。", "It was renamed.") },
    sources: ["paper"],
  };

  test("a draft never is, and a withdrawn case is no longer", async () => {
    const draft = aCase({ slug: "draft", status: "draft" });
    const app = await testApp(contentOf([aCase({ slug: "read" }), aCase({ slug: "other" }), draft]));
    expect(slugsOf(await askSimilar(app, "read"))).toEqual(["other"]);
    await app.seed(contentOf([aCase({ slug: "read" }), { ...draft, status: "published" }]));
    expect(slugsOf(await askSimilar(app, "read"))).toEqual(["draft"]);
    await app.seed(contentOf([aCase({ slug: "read" })]));
    expect(await askSimilar(app, "read")).toEqual([]);
  });

  test("nothing is, without a shared practice, industry or category, however near and alike", async () => {
    const here = { ...placedAt(30, 120), industries: ["cars"] };
    const app = await testApp(
      contentOf([
        aCase({ slug: "read", category: null, categoryBasis: null, town: aTown("read", placedAt(30, 120)) }),
        aCase({ slug: "other", category: "CULTURAL_HERITAGE", town: aTown("other", here) }),
        aCase({ slug: "unplaced", category: null, categoryBasis: null, town: aTown("unplaced", here) }),
      ]),
    );
    expect(await askSimilar(app, "read")).toEqual([]);
  });

  test("equal scores go by id", async () => {
    const app = await testApp(
      contentOf(["read", "a", "b", "c", "d", "e", "f"].map((slug) => aCase({ slug }))),
    );
    const similar = await askSimilar(app, "read");
    expect(new Set(similar.map(({ score }) => score)).size).toBe(1);
    const { cases } = await app.data<{ cases: { nodes: { id: string; slug: string }[] } }>(
      "{ cases { nodes { id slug } } }",
    );
    const byId = cases.nodes.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ slug }) => slug);
    expect(slugsOf(similar)).toEqual(byId.filter((slug) => slug !== "read"));
    expect(slugsOf(await askSimilar(app, "read", 3))).toEqual(slugsOf(similar).slice(0, 3));
  });

  test("a warning is like those that share its problems, and like models that use what it contradicts", async () => {
    const app = await testApp(
      contentOf([
        aCase({
          ...{ slug: "read", kind: "CAUTIONARY", warning },
          contradicts: [use("shared-design")],
          problems: [{ problem: "thin-margins", evidence: ["f1"] }],
        }),
        aCase({ slug: "user", practices: [use("shared-design"), use("clean-up-first")] }),
        aCase({ slug: "troubled", problems: [{ problem: "thin-margins", evidence: ["f1"] }] }),
        aCase({ slug: "neighbour" }),
        aCase({ slug: "again", kind: "CAUTIONARY", warning, contradicts: [use("shared-design")] }),
      ]),
    );
    expect(
      flat(await askSimilar(app, "read")).map(({ slug, score, reasons }) => [slug, score, reasons]),
    ).toEqual([
      ["troubled", 0.6, [label("共有问题：利润微薄", "Problems of both: Thin margins")]],
      ["again", 0.4, [label("都是反例的做法：共享设计", "Both are counter-examples of: shared design")]],
      [
        ...["user", 0.2],
        [
          label(
            "它采用、而本案例是其反例的做法：共享设计",
            "It uses what this case is a counter-example of: shared design",
          ),
        ],
      ],
    ]);
    expect(slugsOf(await askSimilar(app, "troubled")).sort()).toEqual(["neighbour", "user"]);
  });
});
test("only the cases in the answer are loaded", async () => {
  const storage = await openTestStorage(randomContent(80, 9));
  const edition = (await storage.openCatalogue()).current();
  const facts = [...edition.columns.facts].find(({ kind }) => kind === "EXEMPLARY");
  const [view] = await edition.cases([facts?.id ?? ""]);
  if (!view) throw new Error("There is no model case");
  const loaded: string[] = [];
  const watched: typeof edition = {
    ...edition,
    cases(ids) {
      loaded.push(...ids);
      return edition.cases(ids);
    },
  };
  const found = await similarCases(watched, view, 3);
  expect(found).toHaveLength(3);
  expect(loaded).toEqual(found.map((one) => one.case.id));
});

test("the weights are published: they sum up to 1, and the description of the field has them", () => {
  const described = schema.getType("Case");
  const text =
    described && "getFields" in described ? described.getFields()["similarCases"]?.description : "";
  for (const weights of Object.values(similarityWeights)) {
    expect(Object.values(weights).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
    for (const weight of Object.values(weights)) expect(text).toContain(` ${weight}`);
  }
  expect(text).toContain(`${NEAR_KILOMETRES} km`);
  expect(text).toContain(`factor of ${LIKE_SIZE_FACTOR}`);
});
