import { parseNarrative } from "../narrative.js";
import type { CaseFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import type { Rule } from "./rule.js";

/** For a case with much evidence; with little, a text is not padded: see `sparseProblems`. */
const NARRATIVE = { zh: [500, 1_500], en: [350, 1_000] } as const;
const MUCH_EVIDENCE = 20;
/** The text of a case with little evidence is at most so many times as long as its statements. */
const MOST_TIMES_EVIDENCE = 1.5;
const TITLE = { zh: [6, 50], en: [3, 30] } as const;
const SUMMARY = { zh: [30, 250], en: [15, 130] } as const;

/** A case can be read on one page: Chinese by characters without white space, English by words. */
export const checkLengths: Rule = ({ cases }) =>
  cases.flatMap(({ file, content }) => [
    ...lengthProblems(file, "title", content.title, TITLE),
    ...lengthProblems(file, "summary", content.summary, SUMMARY),
    ...(content.kind === "EXEMPLARY" && content.evidence.length >= MUCH_EVIDENCE
      ? lengthProblems(
          file,
          "sections",
          { zh: allText(content, "zh"), en: allText(content, "en") },
          NARRATIVE,
        )
      : sparseProblems(file, content)),
  ]);

function sparseProblems(file: string, content: CaseFile): Problem[] {
  return (["zh", "en"] as const).flatMap((key) => {
    const measure = key === "zh" ? charactersIn : wordsIn;
    const stated = measure(content.evidence.map(({ statement }) => statement[key]).join("\n"));
    const told = measure(allText(content, key));
    if (told <= MOST_TIMES_EVIDENCE * stated) return [];
    const reason = `${key}: ${told} is more than ${MOST_TIMES_EVIDENCE} times the ${stated} of its evidence`;
    return [{ file, path: "sections", reason }];
  });
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
    return [{ file, path, reason: `${length} ${unit}; ${least} to ${most} are wanted` }];
  });
}

function allText(content: CaseFile, key: "zh" | "en"): string {
  return content.sections.map(({ narratives }) => parseNarrative(narratives[key]).text).join("\n");
}

function charactersIn(text: string): number {
  return [...text.replace(/\s/g, "")].length;
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
