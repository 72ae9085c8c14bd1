import type { Figure } from "../../text/figure.js";
import { figuresIn } from "../../text/figures.js";
import type { CaseFile } from "../case-file.js";
import { parseNarrative } from "../narrative.js";
import type { Problem, SeedFiles } from "../seed-files.js";
import { evidenceFigures, isAmong, type StatedFigure } from "./evidence-figures.js";
import { exemptNames } from "./exempt-names.js";
import { localeKeys, type Rule } from "./rule.js";

type Names = ReturnType<typeof exemptNames>;
type Evidence = ReadonlyMap<string, readonly StatedFigure[]>;

/**
 * Every figure of a narrative stands in a cited stretch and is in the evidence cited there; one of a
 * practice's reason is in the evidence of the practice; one of title, summary, notice or warning, in some
 * evidence of the case.
 */
export const checkNarrativeFigures: Rule = (files) => {
  const names = exemptNames(files);
  return files.cases.flatMap(({ file, content }) => {
    const evidence = evidenceFigures(content, files.lists);
    return [
      ...headProblems(file, content, { evidence, names }),
      ...practiceProblems(file, content, { evidence, names }),
      ...sectionProblems(file, content, { evidence, names }),
    ];
  });
};

/** How many figures the check compares. */
export function figureCount(files: SeedFiles): number {
  const names = exemptNames(files);
  return files.cases
    .flatMap(({ content }) => content.sections)
    .flatMap(({ narratives }) =>
      localeKeys.map(({ key, locale }) => {
        return narrativeFigures(parseNarrative(narratives[key]).text, locale, names[key]).length;
      }),
    )
    .reduce((sum, count) => sum + count, 0);
}

interface Known {
  readonly evidence: Evidence;
  readonly names: Names;
}

function headProblems(file: string, content: CaseFile, { evidence, names }: Known): Problem[] {
  const all = [...evidence.values()].flat();
  const { title, summary, notice, warning } = content;
  const heads = {
    ...{ title, summary, notice },
    "warning.problem": warning?.problem,
    "warning.correction": warning?.correction,
  };
  return Object.entries(heads).flatMap(([field, label]) =>
    localeKeys.flatMap(({ key, locale }) =>
      figuresIn(label?.[key] ?? "", locale, { exempt: names[key] })
        .filter((figure) => !isAmong(figure, all))
        .map(({ text }) => ({
          ...{ file, path: `${field}.${key}` },
          reason: `${text} is not in the evidence of the case`,
        })),
    ),
  );
}

function practiceProblems(file: string, content: CaseFile, { evidence, names }: Known): Problem[] {
  return (["practices", "contradicts"] as const).flatMap((list) =>
    content[list].flatMap((practice, index) =>
      localeKeys.flatMap(({ key, locale }) => {
        const stated = practice.evidence.flatMap((anchor) => evidence.get(anchor) ?? []);
        return figuresIn(practice.reason[key], locale, { exempt: names[key] })
          .filter((figure) => !isAmong(figure, stated))
          .map(({ text }) => ({
            ...{ file, path: `${list}[${index}].reason.${key}` },
            reason: `${text} is not in the evidence of the practice (${practice.evidence.join(", ")})`,
          }));
      }),
    ),
  );
}

function sectionProblems(file: string, content: CaseFile, { evidence, names }: Known): Problem[] {
  return content.sections.flatMap(({ narratives }, index) =>
    localeKeys.flatMap(({ key, locale }) => {
      const { text, citations } = parseNarrative(narratives[key]);
      const path = `sections[${index}].narratives.${key}`;
      return narrativeFigures(text, locale, names[key]).flatMap((figure) => {
        const anchors = citations
          .filter(({ start, end }) => start <= figure.start && figure.start < end)
          .map(({ anchor }) => anchor);
        if (anchors.length === 0) return [{ file, path, reason: `${figure.text} has no footnote` }];
        const stated = anchors.flatMap((anchor) => evidence.get(anchor) ?? []);
        if (isAmong(figure, stated)) return [];
        return [
          { file, path, reason: `${figure.text} is not in the evidence cited there (${anchors.join(", ")})` },
        ];
      });
    }),
  );
}

/** The numbers of a Markdown list are no figures. */
function narrativeFigures(text: string, locale: "ZH" | "EN", exempt: readonly string[]): Figure[] {
  const listed = text.replace(/^ {0,3}\d+[.)](?= )/gm, (number) => " ".repeat(number.length));
  return figuresIn(listed, locale, { exempt });
}
