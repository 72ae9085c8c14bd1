import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApp, type TestApp } from "../support/app.js";
import { answerQueries } from "./answer-queries.js";
import { figuresByGroup, figuresOf, groups, type JudgedAnswer } from "./figures.js";
import { judgedQueries } from "./judged-queries.js";

const queries = judgedQueries();

describe("what users type", () => {
  let app: TestApp;
  let answers: readonly JudgedAnswer[];
  beforeAll(async () => {
    app = await openTestApp();
    answers = await answerQueries(queries, app.engine, app.catalogue.current());
  });
  afterAll(() => app.close());

  test.each(groups)("is answered by the best case first, or among the first three: %s", (group) => {
    const { successAt1, successAt3 } = figuresByGroup(answers)[group];
    expect(successAt1).toBeGreaterThanOrEqual(0.85);
    expect(successAt3).toBeGreaterThanOrEqual(0.95);
  });

  test("finds something where there is an answer", () => {
    const empty = answers.filter(({ judged, total }) => judged.relevant.length > 0 && total === 0);
    expect(empty.map(({ judged }) => judged.query)).toEqual([]);
  });

  test("is told so where there is none", () => {
    const proud = answers.filter(
      ({ judged, total, isLoose }) => judged.relevant.length === 0 && total > 0 && !isLoose,
    );
    expect(proud.map(({ judged }) => judged.query)).toEqual([]);
  });

  test("is judged by cases that are published, the best one among the relevant", () => {
    const slugs = new Set([...app.catalogue.current().columns.facts].map(({ slug }) => slug));
    expect(queries.flatMap(({ relevant }) => relevant).filter((slug) => !slugs.has(slug))).toEqual([]);
    expect(queries.filter(({ first, relevant }) => first && !relevant.includes(first))).toEqual([]);
  });
});

describe("the figures", () => {
  const answer = (relevant: readonly string[], slugs: readonly string[], first?: string): JudgedAnswer => ({
    judged: {
      ...{ query: "q", language: "en", user: "portal", kind: "vague", relevant, set: "tune" },
      ...(first === undefined ? {} : { first }),
    },
    ...{ slugs, total: slugs.length, isLoose: false },
  });

  test("count the best case, or any relevant one where there is no best", () => {
    expect(
      figuresOf([
        answer(["a", "b"], ["b", "a"], "a"),
        answer(["a", "b"], ["b", "c"]),
        answer(["a"], [], "a"),
        answer([], ["c"]),
        answer([], []),
      ]),
    ).toEqual({
      ...{ queries: 3, successAt1: 0.333, successAt3: 0.667, recallAt10: 0.5 },
      ...{ zeroResults: 1, unanswerable: 2, admitted: 1 },
    });
  });
});
