import { parseNarrative } from "../narrative.js";
import type { CaseFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import type { Rule } from "./rule.js";

const NARRATIVE = { zh: [500, 1_500], en: [350, 1_000] } as const;
const TITLE = { zh: [6, 50], en: [3, 30] } as const;
const SUMMARY = { zh: [30, 250], en: [15, 130] } as const;

/** A case can be read on one page: Chinese by characters without white space, English by words. */
export const checkLengths: Rule = ({ cases }) =>
  cases.flatMap(({ file, content }) => [
    ...lengthProblems(file, "title", content.title, TITLE),
    ...lengthProblems(file, "summary", content.summary, SUMMARY),
    ...(content.kind === "EXEMPLARY" && !isShortOfEvidence(content)
      ? lengthProblems(
          file,
          "sections",
          { zh: allText(content, "zh"), en: allText(content, "en") },
          NARRATIVE,
        )
      : []),
  ]);

/** With less evidence than this a text may be short, but not padded. */
const MUCH_EVIDENCE = 20;
const MOST_TIMES_EVIDENCE = 1.5;

/** A town about which little was found has a short case: at most one and a half times its statements. */
function isShortOfEvidence(content: CaseFile): boolean {
  if (content.evidence.length >= MUCH_EVIDENCE) return false;
  const statements = content.evidence.map(({ statement }) => statement);
  return (["zh", "en"] as const).every((key) => {
    const measure = key === "zh" ? charactersIn : wordsIn;
    const stated = measure(statements.map((statement) => statement[key]).join("\n"));
    return measure(allText(content, key)) <= MOST_TIMES_EVIDENCE * stated;
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
