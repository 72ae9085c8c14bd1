import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readSeedFiles, type SeedFiles } from "../../src/content/seed-files.js";
import { conditionWeights, MET_SIZE_FACTOR } from "../../src/matching/town-conditions.js";
import type { TownProfileInput } from "../../src/matching/town-profile.js";
import { seedsFolder } from "../../src/project-folders.js";
import { openTestApp, testApp, type TestApp } from "../support/app.js";
import { aCase, aTown, contentOf, label, use } from "../support/content.js";
import { everywhere, figure, lists } from "../support/planted-towns.js";
import { randomContent } from "../support/random-content.js";
import { schema } from "../support/schema-fields.js";
import { matchesOf, slugsOf, type Match } from "../support/town-matches.js";
import { expectedMatches } from "../support/town-match-oracle.js";

const near = { latitude: 30.5, longitude: 120, withinKilometres: 150 };
const onSeeds: readonly TownProfileInput[] = [
  { province: "330000", industries: [], isTraditionalIndustry: true, enterprises: 3000 },
  { province: "zhejiang" },
  { near },
  { industries: ["hosiery", "e-commerce"], isTraditionalIndustry: true },
  { isTraditionalIndustry: false },
  { problems: ["land-shortage", "pollution", "cold-start"] },
  { practices: ["selective-entry", "clean-up-first", "groundwork-first", "company-operated-town"] },
  { areaSquareKilometres: 3, enterprises: 150, jobs: 700, investmentCny: 4e9 },
  { problems: ["contract-work-only"], industries: ["hosiery"], near, enterprises: 400, province: "330000" },
];
const onGenerated: readonly TownProfileInput[] = [
  { province: "220000" },
  { near: { latitude: 35, longitude: 110, withinKilometres: 900 }, enterprises: 300 },
  { industries: ["hosiery", "cars"] },
  { isTraditionalIndustry: true, problems: ["thin-margins"] },
  { isTraditionalIndustry: false, practices: ["shared-design"], enterprises: 250 },
  { problems: ["thin-margins", "no-designers"], practices: ["clean-up-first"], province: "jilin" },
];

describe.each([
  ["the seeds", () => readSeedFiles(seedsFolder).files, onSeeds],
  ["generated content with drafts", () => randomContent(60, 5), onGenerated],
] as const)("in %s", (_name, read, profiles) => {
  let app: TestApp;
  let files: SeedFiles;
  beforeAll(async () => {
    files = read();
    app = await openTestApp(files);
  });
  afterAll(() => app.close());

  test.each(profiles)("the answer to %j is what the files say", async (profile) => {
    const expected = expectedMatches(files, profile).slice(0, 20);
    expect(expected.length).toBeGreaterThan(0);
    const found = await matchesOf(app, profile);
    const told = found.map(({ score, case: { slug }, conditions }) => ({
      ...{ slug, score },
      conditions: conditions.map(({ state, evidence }) => ({
        state,
        evidence: evidence.map(({ anchor }) => anchor),
      })),
    }));
    expect(told).toEqual(expected.map(({ slug, score, conditions }) => ({ slug, score, conditions })));
    for (const { case: ofCase, conditions } of found) {
      const owners = conditions.flatMap(({ evidence }) => evidence.map((one) => one.case.slug));
      expect(owners.filter((slug) => slug !== ofCase.slug)).toEqual([]);
    }
  });

  test("five is the usual number, and a shorter answer is the beginning of a longer one", async () => {
    const [profile] = profiles;
    const all = await matchesOf(app, profile ?? {});
    expect(await matchesOf(app, profile ?? {}, 1)).toEqual(all.slice(0, 1));
    const { casesLikeMyTown } = await app.data<{ casesLikeMyTown: Pick<Match, "case">[] }>(
      "query ($profile: TownProfile!) { casesLikeMyTown(profile: $profile) { case { slug } } }",
      { profile },
    );
    expect(slugsOf(casesLikeMyTown)).toEqual(slugsOf(all.slice(0, 5)));
  });

  test("the warnings of a match are what cautionary cases show against its practices", async () => {
    const practices = files.cases.flatMap(({ content }) => content.contradicts.map((one) => one.practice));
    const profile = { practices: [...new Set(practices)] };
    const expected = expectedMatches(files, profile);
    expect(expected.some(({ warnings }) => warnings.length > 0)).toBe(true);
    for (const { warnings, case: ofCase } of await matchesOf(app, profile)) {
      const against = expected.find(({ slug }) => slug === ofCase.slug)?.warnings ?? [];
      const atMostTen = profile.practices.flatMap((practice) =>
        against.filter((one) => one[1] === practice).slice(0, 10),
      );
      const told = warnings.map((one) => [one.case.slug, one.practice.slug]);
      expect(new Set(told.map(String))).toEqual(new Set(atMostTen.map(String)));
      expect(told).toHaveLength(atMostTen.length);
    }
  });
});

test("of the same score goes first what is less NOT_MET, then what has more evidence, then the lower id", async () => {
  const more = ["f1", "f2", "f3"].map((anchor) => figure(anchor, "enterprises", 5));
  const practices = [use(everywhere)];
  const silent = ["a", "b", "c"].map((slug) =>
    aCase({ slug, practices, town: aTown(slug, { industries: [] }) }),
  );
  const app = await testApp(
    contentOf(
      [
        aCase({ slug: "known-otherwise", practices, evidence: more }),
        ...silent,
        aCase({ slug: "well-told", practices, evidence: more, town: aTown("well-told", { industries: [] }) }),
      ],
      lists,
    ),
  );
  const matches = await matchesOf(app, { practices: [everywhere], industries: ["cars"] });
  expect(matches.map(({ score }) => score)).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  const { cases } = await app.data<{ cases: { nodes: { id: string; slug: string }[] } }>(
    "{ cases { nodes { id slug } } }",
  );
  const byId = cases.nodes.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ slug }) => slug);
  const silentById = byId.filter((slug) => slug.length === 1);
  expect(slugsOf(matches)).toEqual(["well-told", ...silentById, "known-otherwise"]);
});

describe("a case", () => {
  const warning = {
    ...{ kind: "FALSE_TOWN", sources: ["paper"] },
    ...{ problem: label("名不副实。", "It was none."), correction: label("已更名。", "It was renamed.") },
  };
  const against = (slug: string, rest: object = {}) =>
    aCase({
      ...{ slug, kind: "CAUTIONARY", warning, contradicts: [use(everywhere)] },
      ...{ problems: [{ problem: "thin-margins", evidence: ["f1"] }], ...rest },
    });
  const model = (slug: string, status = "published") => aCase({ slug, status, practices: [use(everywhere)] });

  test("that is a draft is in no answer and warns of nothing, and a warning is no match", async () => {
    const unborn = against("unborn", { status: "draft" });
    const app = await testApp(contentOf([model("model"), model("draft", "draft"), against("warns"), unborn]));
    const said = async () => {
      const matches = await matchesOf(app, { practices: [everywhere], problems: ["thin-margins"] });
      return matches.map(({ case: { slug }, warnings }) => [slug, slugsOf(warnings)]);
    };
    expect(await said()).toEqual([["model", ["warns"]]]);
    await app.seed(contentOf([model("draft"), against("unborn")]));
    expect(await said()).toEqual([["draft", ["unborn"]]]);
  });

  test("has ten warnings of one practice beside it, and the practice has all", async () => {
    const twelve = Array.from({ length: 12 }, (_, index) => against(`warns-${index}`));
    const app = await testApp(contentOf([model("model"), ...twelve]));
    const [match] = await matchesOf(app, { practices: [everywhere] });
    expect(match?.warnings).toHaveLength(10);
    const { practice } = await app.data<{ practice: { contradictions: unknown[] } }>(
      `{ practice(slug: "${everywhere}") { contradictions { case { slug } } } }`,
    );
    expect(practice.contradictions).toHaveLength(12);
  });
});

test("the weights are published: the description of the field has them", () => {
  const text = schema.getQueryType()?.getFields()["casesLikeMyTown"]?.description ?? "";
  for (const weight of Object.values(conditionWeights)) expect(text).toContain(` ${weight}`);
  expect(text).toContain(`factor of ${MET_SIZE_FACTOR}`);
});
