import { expect, test } from "vitest";
import { buildColumnParts } from "../../src/catalogue/build-columns.js";
import type { CaseFacts } from "../../src/catalogue/case-facts.js";
import { columnsOf, type ColumnParts } from "../../src/catalogue/column-parts.js";
import { columnGroups } from "../../src/catalogue/columns.js";
import { createEvidenceColumns } from "../../src/catalogue/evidence-columns.js";
import { createFactColumns } from "../../src/catalogue/fact-columns.js";
import { nextColumns } from "../../src/catalogue/next-columns.js";
import { fixedOrders } from "../../src/catalogue/order.js";
import { nextTowns, townsOf } from "../../src/catalogue/towns.js";
import { ordinalsOf } from "../../src/catalogue/value-sets.js";
import { atOnce, sortedInSteps } from "../../src/event-loop.js";
import { caseViewOf, factsOf } from "../support/case-views.js";
import { seededRandom, type Random } from "../support/random.js";

const evidence = createEvidenceColumns();
function built(facts: readonly CaseFacts[]): ColumnParts {
  const columns = createFactColumns();
  for (const one of facts) columns.add(one);
  return atOnce(buildColumnParts(columns, evidence));
}

const tags = ["a", "b", "c", "d", "e", "f", "g"];
const titles = ["阿", "波", "德", "诸暨", "诸暨"];

/** A case of few towns, with values that change from one making to the next. */
function someCase(random: Random, number: number): CaseFacts {
  const facts = factsOf(caseViewOf({ slug: `case-${number}` }));
  const town = random.between(1, 9);
  return {
    ...facts,
    formerSlugs: random.oneIn(3) ? [`former-${number}`] : [],
    tags: random.some(tags, random.between(0, 3)),
    kind: random.oneIn(3) ? "CAUTIONARY" : "EXEMPLARY",
    round: random.of([1, 2, null]),
    titleZh: random.of(titles),
    titleEn: random.of(["A", "a", "B"]),
    updatedAt: random.between(1, 5),
    town: { ...facts.town, id: `town-${town}`, slug: `slug-${town}`, nameZh: random.of(titles) },
  };
}

/** All that columns say, as plain values. */
function told(parts: ColumnParts) {
  const columns = columnsOf(parts);
  return {
    facts: [...columns.facts],
    groups: columnGroups.map((group) =>
      [...columns.group(group)]
        .map(([value, set]) => [value, [...ordinalsOf(set)], [...columns.having(group, value).ordinals()]])
        .sort(),
    ),
    orders: fixedOrders.map((order) => [...columns.inOrder(order)]),
    slugs: [...columns.facts].map(({ slug, formerSlugs }) =>
      [slug, ...formerSlugs].map((one) => columns.ordinalOfSlug(one)),
    ),
    numbers: [[...columns.updatedAt()], [...columns.latitudes()]],
  };
}

test("columns that follow changes equal columns that are built anew, step after step", () => {
  const random = seededRandom(3);
  let facts = Array.from({ length: 150 }, (_, number) => someCase(random, number));
  let parts = built(facts);
  const outcomes = new Set<boolean>();
  for (let step = 0; step < 60; step++) {
    const before = parts;
    const numbers = random.some([...Array(180).keys()], random.between(0, 6));
    const coming = numbers.map((number) => someCase(random, number));
    const changed = new Set(coming.map(({ id }) => id));
    const fresh = coming.filter(() => !random.oneIn(3));
    parts = atOnce(nextColumns(parts, { changed, fresh }));
    facts = [...facts.filter(({ id }) => !changed.has(id)), ...fresh];
    expect(told(parts)).toEqual(told(built(facts)));
    const areTheSame = idsIn(parts) === idsIn(before);
    expect(parts.places === before.places).toBe(areTheSame);
    outcomes.add(areTheSame);
  }
  expect(outcomes.size).toBe(2);
});

const idsIn = ({ facts }: ColumnParts): string => [...facts].map(({ id }) => id).join();

test("towns that follow changes equal towns that are made anew", () => {
  const random = seededRandom(5);
  const ofOneTown = new Map<string, CaseFacts["town"]>();
  const consistent = (facts: CaseFacts): CaseFacts => {
    const town = ofOneTown.get(facts.town.id) ?? facts.town;
    ofOneTown.set(facts.town.id, town);
    return { ...facts, town };
  };
  let facts = Array.from({ length: 30 }, (_, number) => consistent(someCase(random, number)));
  let columns = columnsOf(built(facts));
  let towns = atOnce(townsOf(columns));
  for (let step = 0; step < 60; step++) {
    const coming = random
      .some([...Array(30).keys()], 4)
      .map((number) => consistent(someCase(random, number)));
    const changed = new Set(coming.map(({ id }) => id));
    const gone = facts.filter(({ id }) => changed.has(id));
    const fresh = coming.filter(() => !random.oneIn(3));
    facts = [...facts.filter(({ id }) => !changed.has(id)), ...fresh];
    columns = columnsOf(built(facts));
    towns = nextTowns(towns, columns, [...gone, ...fresh]);
    expect(towns).toEqual(atOnce(townsOf(columns)));
  }
});

test("sorting in steps gives what sorting at once gives, equals in their order", () => {
  const random = seededRandom(9);
  for (const length of [0, 1, 2, 999, 1_000, 1_001, 7_345]) {
    const items = Array.from({ length }, (_, place) => ({ key: random.between(0, 50), place }));
    const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
    expect(atOnce(sortedInSteps(items, compare))).toEqual(items.toSorted(compare));
  }
});
