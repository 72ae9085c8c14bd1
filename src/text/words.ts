import { runsOf, type Run } from "./tokens.js";

/** Do two runs make one word with what stands between them? `e-commerce`, `R&D`, `7.4` and `1,200` are one. */
export function isOneWord(before: Run, gap: string, after: Run): boolean {
  if (before.kind === "HAN" || after.kind === "HAN") return false;
  return /^[-'’&.·_]$/.test(gap) || (gap === "," && /\d$/.test(before.text) && /^\d/.test(after.text));
}

/** A text as its words, to be shown: of its signs only those inside a word, and a space for all between two. */
export function withoutSigns(text: string): string {
  let words = "";
  let before: Run | undefined;
  for (const run of runsOf(text)) {
    const gap = before ? text.slice(before.end, run.start) : "";
    words += (before && gap !== "" && !isOneWord(before, gap, run) ? " " : gap) + run.text;
    before = run;
  }
  return words;
}
