import { parseNarrative } from "../narrative.js";
import type { CaseFile, TownFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import type { Rule } from "./rule.js";

const NARRATIVE = { zh: [500, 1_500], en: [350, 1_000] } as const;
const TITLE = { zh: [6, 50], en: [3, 30] } as const;
const SUMMARY = { zh: [30, 250], en: [15, 130] } as const;

/** A case can be read on one page: Chinese by characters without white space, English by words. */
export const checkLengths: Rule = ({ cases }) => {
  const namedTowns = new Set(cases.map(({ content }) => content.town).flatMap(namedInRelease));
  return cases.flatMap(({ file, content }) => {
    const { town } = content;
    const hasOwnLength = namedTowns.has(typeof town === "string" ? town : town.slug);
    return [
      ...lengthProblems(file, "title", content.title, TITLE),
      ...lengthProblems(file, "summary", content.summary, SUMMARY),
      ...lengthProblems(
        file,
        "sections",
        allTexts(content),
        hasOwnLength ? NARRATIVE : limitsByEvidence(content),
      ),
    ];
  });
};

/** The release that names ten towns of the first round: the cases that are told at length. */
const RELEASE = "ndrc-release-2019";

function namedInRelease(town: TownFile | string): string[] {
  if (typeof town === "string") return [];
  const isNamed = town.statusHistory.some(
    ({ kind, sources }) => kind === "CITED" && sources.includes(RELEASE),
  );
  return isNamed ? [town.slug] : [];
}

const MOST_TIMES_EVIDENCE = 1.5;

/** Any other case is as long as its evidence carries: short, perhaps, and never padded. */
function limitsByEvidence({ evidence }: CaseFile): Limits {
  const stated = (key: "zh" | "en"): string => evidence.map(({ statement }) => statement[key]).join("\n");
  const most = (length: number, limit: number): number =>
    Math.min(limit, Math.floor(MOST_TIMES_EVIDENCE * length));
  return {
    zh: [0, most(charactersIn(stated("zh")), NARRATIVE.zh[1])],
    en: [0, most(wordsIn(stated("en")), NARRATIVE.en[1])],
  };
}

type Limits = Readonly<Record<"zh" | "en", readonly [number, number]>>;

function lengthProblems(
  file: string,
  path: string,
  text: Readonly<Record<"zh" | "en", string>>,
  limits: Limits,
): Problem[] {
  return (["zh", "en"] as const).flatMap((key) => {
    const [least, most] = limits[key];
    const length = key === "zh" ? charactersIn(text.zh) : wordsIn(text.en);
    if (length >= least && length <= most) return [];
    const unit = key === "zh" ? "Chinese characters" : "English words";
    const wanted = least === 0 ? `at most ${most}` : `${least} to ${most}`;
    return [{ file, path, reason: `${length} ${unit}; ${wanted} are wanted` }];
  });
}

function allTexts({ sections }: CaseFile): Readonly<Record<"zh" | "en", string>> {
  const [zh = "", en = ""] = (["zh", "en"] as const).map((key) =>
    sections.map(({ narratives }) => parseNarrative(narratives[key]).text).join("\n"),
  );
  return { zh, en };
}

function charactersIn(text: string): number {
  return [...text.replace(/\s/g, "")].length;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
