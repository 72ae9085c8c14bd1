import { parseNarrative } from "../narrative.js";
import type { CaseFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import { labelsOf } from "./labels.js";
import { contentsOf, localeKeys, type Rule } from "./rule.js";

const HTML = /<\/?[a-z!][^>]*>?|&(?:[a-z]+|#\d+);/i;
const MARK = /\[\^[^\]]*\]/;

/** Plain Markdown: no HTML, footnotes in narratives alone, each with evidence and with words to stand behind. */
export const checkMarkup: Rule = (files) => [
  ...contentsOf(files).flatMap(({ file, content }) =>
    labelsOf(content).flatMap(({ path, label }) =>
      localeKeys.flatMap(({ key }) => textProblems(file, `${path}.${key}`, label[key])),
    ),
  ),
  ...files.cases.flatMap(({ file, content }) => narrativeProblems(file, content)),
];

function textProblems(file: string, path: string, text: string): Problem[] {
  const isNarrative = path.includes(".narratives.");
  const html = HTML.exec(text);
  const mark = isNarrative ? null : MARK.exec(text);
  return [
    ...(html === null ? [] : [{ file, path, reason: `has HTML: ${html[0]}` }]),
    ...(mark === null ? [] : [{ file, path, reason: `has a footnote: ${mark[0]}` }]),
  ];
}

function narrativeProblems(file: string, { sections, evidence }: CaseFile): Problem[] {
  const anchors = new Set(evidence.map(({ anchor }) => anchor));
  return sections.flatMap(({ narratives }, index) =>
    localeKeys.flatMap(({ key }) => {
      const path = `sections[${index}].narratives.${key}`;
      const { text, citations } = parseNarrative(narratives[key]);
      const problems = citations.flatMap(({ anchor, start, end }) => {
        if (!anchors.has(anchor)) return [`the footnote ${anchor} has no evidence`];
        return /[\p{L}\p{N}]/u.test(text.slice(start, end)) ? [] : [`the footnote ${anchor} covers no words`];
      });
      if (/^ {0,3}#/m.test(text)) problems.push("has a heading");
      if (/\[\^/.test(text)) problems.push("has a broken footnote");
      return problems.map((reason) => ({ file, path, reason }));
    }),
  );
}
