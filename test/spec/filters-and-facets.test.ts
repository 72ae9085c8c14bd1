import { beforeAll, afterAll, describe, expect, test } from "vitest";
import { rmSync } from "node:fs";
import { openCatalogue } from "../../src/catalogue/catalogue.js";
import type { Edition } from "../../src/catalogue/edition.js";
import { UNKNOWN } from "../../src/catalogue/columns.js";
import { countFacets, facetGroups, type FacetGroup } from "../../src/catalogue/facets.js";
import type { MeasureFilter } from "../../src/catalogue/figure-facts.js";
import { matchCases, type CaseFilter } from "../../src/catalogue/filter.js";
import type { NearFilter } from "../../src/catalogue/places.js";
import { allRecords } from "../../src/content/records/all-records.js";
import { seed } from "../../src/content/seed.js";
import { openStorage } from "../../src/database/open-database.js";
import type { Storage } from "../../src/database/storage.js";
import { publicId } from "../../src/ids.js";
import { categoryKeys, caseKinds } from "../../src/terms.js";
import { newTestDatabase, type TestDatabase } from "../support/databases.js";
import { randomContent, randomFrom } from "../support/random-content.js";
import { fixedClock } from "../support/storage.js";
import { newTemporaryFolder } from "../support/temporary-folder.js";

/** SQL is the oracle: the same question, asked of the rows. */
const oracle: Record<
  Exclude<keyof CaseFilter, "updatedSince" | "sources" | "documents" | "figures" | "near" | "within">,
  string
> = {
  kinds: "c.kind IN (?)",
  categories: "c.category_id IN (SELECT id FROM category WHERE key IN (?))",
  categoryBasis: "c.category_basis IN (?)",
  provinces: "t.region_id IN (SELECT id FROM tree WHERE root IN (?))",
  regions: "t.region_id IN (SELECT id FROM tree WHERE root IN (?))",
  industries: `t.id IN (SELECT town_id FROM town_industry JOIN industry i ON i.id = industry_id WHERE i.key IN (?))`,
  practices: `c.id IN (SELECT case_id FROM case_practice JOIN practice p ON p.id = practice_id WHERE p.slug IN (?))`,
  contradicts: `c.id IN (SELECT case_id FROM case_contradiction JOIN practice p ON p.id = practice_id WHERE p.slug IN (?))`,
  problems: `c.id IN (SELECT case_id FROM case_problem JOIN problem p ON p.id = problem_id WHERE p.key IN (?))`,
  warningKinds: "c.id IN (SELECT case_id FROM case_warning WHERE kind IN (?))",
  tags: `c.id IN (SELECT case_id FROM case_tag JOIN tag g ON g.id = tag_id WHERE g.key IN (?))`,
  rounds: "CAST(c.round AS TEXT) IN (?)",
  towns: "t.slug IN (?)",
  statuses: "t.id IN (SELECT town_id FROM town_status WHERE kind IN (?))",
  hasSection: "c.id IN (SELECT case_id FROM section WHERE kind IN (?))",
};

const universe: Record<keyof typeof oracle, readonly string[]> = {
  kinds: caseKinds,
  categories: categoryKeys,
  categoryBasis: ["SOURCE", "EDITORIAL"],
  provinces: ["zhejiang", "jilin"],
  regions: ["huzhou", "deqing-county", "automobile-zone"],
  industries: ["hosiery", "cars"],
  practices: ["shared-design", "clean-up-first"],
  contradicts: ["shared-design", "clean-up-first"],
  problems: ["thin-margins", "no-designers"],
  warningKinds: ["FALSE_TOWN", "RED_LINE"],
  tags: ["craft", "talent"],
  rounds: ["1", "2"],
  towns: ["case-1-town", "case-2-town", "case-3-town", "case-4-town", "case-5-town"],
  statuses: ["CITED", "NAMED", "CLOSED"],
  hasSection: ["PROBLEM", "RESULT", "LESSON"],
};

const folder = newTemporaryFolder();
let database: TestDatabase;
let storage: Storage;
let edition: Edition;

beforeAll(async () => {
  database = await newTestDatabase(folder);
  storage = await openStorage({ database: database.config, clock: fixedClock });
  await seed(storage.unitOfWork, allRecords(randomContent(120, 7)));
  const { reader, changeLog } = storage;
  edition = (await openCatalogue({ reader, changeLog, cacheBytes: 2 ** 24 })).current();
});
afterAll(async () => {
  await storage.close();
  await database.remove();
  rmSync(folder, { recursive: true, force: true });
});

async function idsBySql(
  { figures, near, within, ...groups }: CaseFilter,
  except?: string,
): Promise<string[]> {
  const fields = (Object.keys(groups) as (keyof typeof oracle)[]).filter((field) => field !== except);
  const conditions = [
    ...fields.map((field) =>
      oracle[field].replace("?", (groups[field] ?? []).map((value) => `'${value}'`).join(",")),
    ),
    ...(figures ?? []).map(figureCondition),
    ...(near ? [distanceCondition(near)] : []),
    ...(within
      ? [
          `t.latitude BETWEEN ${within.south} AND ${within.north}`,
          `t.longitude BETWEEN ${within.west} AND ${within.east}`,
        ]
      : []),
  ];
  const [rows] = await storage.reader.snapshot([
    {
      text: `
        WITH RECURSIVE tree(root, id) AS (
          SELECT key, id FROM region
          UNION ALL SELECT tree.root, region.id FROM region JOIN tree ON region.parent_id = tree.id
        )
        SELECT c.id FROM case_record c JOIN town t ON t.id = c.town_id
        WHERE ${["c.status = 'published'", ...conditions].join(" AND ")}`,
    },
  ]);
  return (rows ?? []).map((row) => publicId("Case", String(row.id))).sort();
}

/** What is certain of a figure: “more than 500” is at least 500, and not at most anything. */
function figureCondition({ measure, nature, scope, min, max }: MeasureFilter): string {
  const least = min === null ? [] : [`qualifier <> 'AT_MOST' AND value >= ${min}`];
  const most = max === null ? [] : [`qualifier NOT IN ('MORE_THAN', 'AT_LEAST') AND value <= ${max}`];
  return `c.id IN (SELECT case_id FROM indicator JOIN measure m ON m.id = measure_id WHERE ${[
    ...[`m.key = '${measure}'`, `nature = '${nature}'`, `scope = '${scope}'`],
    ...[...least, ...most],
  ].join(" AND ")})`;
}

/** By the law of cosines, where the code has the haversine formula. */
function distanceCondition({ latitude, longitude, withinKilometres }: NearFilter): string {
  return `6371.0088 * acos(
    sin(radians(${latitude})) * sin(radians(t.latitude)) +
    cos(radians(${latitude})) * cos(radians(t.latitude)) * cos(radians(t.longitude - ${longitude}))
  ) <= ${withinKilometres}`;
}

function idsByColumns(filter: CaseFilter): string[] {
  return [...matchCases(edition.columns, filter).ordinals()]
    .flatMap((ordinal) => edition.columns.facts.at(ordinal)?.id ?? [])
    .sort();
}

function randomFilters(count: number): CaseFilter[] {
  const random = randomFrom(11);
  return Array.from({ length: count }, () => {
    const fields = (Object.keys(universe) as (keyof typeof universe)[]).filter(() => random() < 0.25);
    return {
      ...Object.fromEntries(
        fields.map((field) => {
          const values = universe[field].filter(() => random() < 0.6);
          return [field, values.length > 0 ? values : universe[field].slice(0, 1)];
        }),
      ),
      ...(random() < 0.2 && {
        figures: [
          {
            ...({ measure: "enterprises", nature: "ACTUAL", scope: "TOWN" } as const),
            min: random() < 0.7 ? Math.floor(random() * 1000) : null,
            max: random() < 0.5 ? 1000 : null,
          },
        ],
      }),
      ...(random() < 0.2 && {
        near: { latitude: 30, longitude: 110, withinKilometres: 200 + 1800 * random() },
      }),
      ...(random() < 0.2 && { within: { south: 25, north: 40, west: 100 + 10 * random(), east: 125 } }),
    };
  });
}

const valueOf: Record<FacetGroup, (id: string) => string[]> = Object.fromEntries(
  facetGroups.map((group) => [
    group,
    (id: string) => {
      const facts = edition.columns.facts.at(edition.columns.ordinalOf(id) ?? -1);
      if (!facts) return [];
      const values = {
        categories: [facts.category ?? UNKNOWN],
        kinds: [facts.kind],
        provinces: [facts.province],
        industries: facts.industries,
        problems: facts.problems,
        warningKinds: facts.warningKind === null ? [] : [facts.warningKind],
        practices: facts.practices,
        tags: facts.tags,
        rounds: [facts.round === null ? UNKNOWN : String(facts.round)],
      };
      return [...values[group]];
    },
  ]),
) as unknown as Record<FacetGroup, (id: string) => string[]>;

describe("on a generated set", () => {
  test("every filter finds exactly what SQL finds", async () => {
    for (const filter of randomFilters(300))
      expect([filter, idsByColumns(filter)]).toEqual([filter, await idsBySql(filter)]);
  });

  test("every facet counts what SQL counts with the group's own filter left out", async () => {
    for (const filter of randomFilters(60)) {
      const counts = countFacets(edition.columns, filter);
      for (const group of facetGroups) {
        const ids = await idsBySql(filter, group);
        for (const [value, count] of counts[group]) {
          const expected = ids.filter((id) => valueOf[group](id).includes(value)).length;
          expect([filter, group, value, count]).toEqual([filter, group, value, expected]);
        }
      }
    }
  });

  test("a draft is in no column, and its town in no list", async () => {
    const [drafts] = await storage.reader.snapshot([
      {
        text: "SELECT c.slug, t.slug AS town FROM case_record c JOIN town t ON t.id = c.town_id WHERE c.status = 'draft'",
      },
    ]);
    expect(drafts?.length).toBeGreaterThan(5);
    for (const draft of drafts ?? []) {
      expect(edition.columns.ordinalOfSlug(String(draft.slug))).toBeUndefined();
      expect(edition.towns.some((town) => town.slug === draft.town)).toBe(false);
    }
  });
});
