import type { JudgedQuery } from "./judged-queries.js";

/** A judged query and what a search gave. */
export interface JudgedAnswer {
  readonly judged: JudgedQuery;
  /** Slugs of the first ten hits, best first. */
  readonly slugs: readonly string[];
  /** Of all hits. */
  readonly total: number;
  readonly isLoose: boolean;
}

/** How well a group of queries was answered; shares lie between 0 and 1, with three decimals. */
export interface Figures {
  /** Those with a right answer; the next four are about them. */
  readonly queries: number;
  /** Share of queries whose best answer is the first hit. */
  readonly successAt1: number;
  /** Share of queries whose best answer is among the first three hits. */
  readonly successAt3: number;
  /** Share of the relevant cases that are among the first ten hits, averaged over the queries. */
  readonly recallAt10: number;
  /** Queries that found nothing. */
  readonly zeroResults: number;
  /** Those without a right answer. */
  readonly unanswerable: number;
  /** Of these, the ones that found nothing or said that they were loose. */
  readonly admitted: number;
}

export const groups = ["all", "zh", "en", "mixed", "tune", "held-out"] as const;
export type Group = (typeof groups)[number];
export type FiguresByGroup = { readonly [Name in Group]: Figures };

/** The figures of all answers, of each language and of each set. */
export function figuresByGroup(answers: readonly JudgedAnswer[]): FiguresByGroup {
  const of = (group: Group): Figures =>
    figuresOf(
      answers.filter(({ judged: { language, set } }) =>
        ["all", language, set].some((name) => name === group),
      ),
    );
  return {
    ...{ all: of("all"), zh: of("zh"), en: of("en"), mixed: of("mixed") },
    ...{ tune: of("tune"), "held-out": of("held-out") },
  };
}

/** The figures of these answers. */
export function figuresOf(answers: readonly JudgedAnswer[]): Figures {
  const answerable = answers.filter(({ judged }) => judged.relevant.length > 0);
  const unanswerable = answers.filter(({ judged }) => judged.relevant.length === 0);
  return {
    queries: answerable.length,
    successAt1: mean(answerable.map((answer) => (isSuccess(answer, 1) ? 1 : 0))),
    successAt3: mean(answerable.map((answer) => (isSuccess(answer, 3) ? 1 : 0))),
    recallAt10: mean(answerable.map(recallOf)),
    zeroResults: answerable.filter(({ total }) => total === 0).length,
    unanswerable: unanswerable.length,
    admitted: unanswerable.filter(({ total, isLoose }) => total === 0 || isLoose).length,
  };
}

/** Is the best answer among the first `count` hits? Where no case is the best one: any relevant case. */
function isSuccess({ judged, slugs }: JudgedAnswer, count: number): boolean {
  const wanted = judged.first === undefined ? judged.relevant : [judged.first];
  return slugs.slice(0, count).some((slug) => wanted.includes(slug));
}

function recallOf({ judged, slugs }: JudgedAnswer): number {
  return judged.relevant.filter((slug) => slugs.includes(slug)).length / judged.relevant.length;
}

function mean(values: readonly number[]): number {
  const sum = values.reduce((before, value) => before + value, 0);
  return Math.round((sum / Math.max(1, values.length)) * 1000) / 1000;
}
