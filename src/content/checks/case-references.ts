import type { CaseFile, EvidenceFile, TownFile } from "../case-file.js";
import type { Problem } from "../seed-files.js";
import { resolverOf, type Resolve } from "./known-names.js";
import type { Rule } from "./rule.js";

/** Every key, slug and anchor that a case file names is there. */
export const checkCaseReferences: Rule = (files) => {
  const resolve = resolverOf(files);
  return files.cases.flatMap(({ file, content }) => [
    ...townProblems(file, content.town, resolve),
    ...caseProblems(file, content, resolve),
    ...content.evidence.flatMap((evidence, index) =>
      evidenceProblems(file, content, { evidence, index, resolve }),
    ),
  ]);
};

function townProblems(file: string, town: TownFile | string, resolve: Resolve): Problem[] {
  if (typeof town === "string") return resolve("town", town, { file, path: "town" });
  return [
    ...resolve("region", town.region, { file, path: "town.region" }),
    ...each(town.industries, "town.industries", (key, path) => resolve("industry", key, { file, path })),
    ...each(town.formerNames, "town.formerNames", ({ source }, path) =>
      resolve("source", source, { file, path: `${path}.source` }),
    ),
    ...each(town.statusHistory, "town.statusHistory", ({ sources }, path) =>
      each(sources, `${path}.sources`, (key, at) => resolve("source", key, { file, path: at })),
    ),
  ];
}

function caseProblems(file: string, content: CaseFile, resolve: Resolve): Problem[] {
  const { category, categoryBasis, theme } = content;
  const problems = [
    ...(category === null ? [] : resolve("category", category, { file, path: "category" })),
    ...each(content.tags, "tags", (key, path) => resolve("tag", key, { file, path })),
    ...each(content.documents, "documents", (key, path) => resolve("document", key, { file, path })),
    ...(["practices", "contradicts"] as const).flatMap((list) =>
      each(content[list], list, ({ practice, evidence }, path) => [
        ...resolve("practice", practice, { file, path: `${path}.practice` }),
        ...anchorsProblems(file, content, evidence, path),
      ]),
    ),
    ...each(content.problems, "problems", ({ problem, evidence }, path) => [
      ...resolve("problem", problem, { file, path: `${path}.problem` }),
      ...anchorsProblems(file, content, evidence, path),
    ]),
    ...each(content.actors, "actors", ({ evidence }, path) => anchorsProblems(file, content, evidence, path)),
  ];
  if (content.warning !== null) {
    const { standsFor, sources } = content.warning;
    problems.push(
      ...(standsFor === null ? [] : resolve("correction", standsFor, { file, path: "warning.standsFor" })),
      ...each(sources, "warning.sources", (key, path) => resolve("source", key, { file, path })),
    );
  }
  if (theme !== null) {
    problems.push(...resolve("theme", theme.position, { file, path: "theme.position" }));
    problems.push(
      ...each(theme.sources, "theme.sources", (key, path) => resolve("source", key, { file, path })),
    );
  }
  if ((category === null) !== (categoryBasis === null)) {
    problems.push({ file, path: "categoryBasis", reason: "goes with a category, and a category with it" });
  }
  return problems;
}

function evidenceProblems(
  file: string,
  content: CaseFile,
  { evidence, index, resolve }: { evidence: EvidenceFile; index: number; resolve: Resolve },
): Problem[] {
  const path = `evidence[${index}]`;
  const { anchor, section, source, conflictsWith, conflictNote, scope, scopeArea } = evidence;
  const problems = [
    ...resolve("source", source, { file, path: `${path}.source` }),
    ...each(evidence.alsoReportedBy, `${path}.alsoReportedBy`, (key, at) =>
      resolve("source", key, { file, path: at }),
    ),
    ...each(evidence.otherTowns, `${path}.otherTowns`, (slug, at) =>
      resolve("town", slug, { file, path: at }),
    ),
    ...each(evidence.indicators, `${path}.indicators`, ({ measure }, at) =>
      resolve("measure", measure, { file, path: `${at}.measure` }),
    ),
    ...each(conflictsWith, `${path}.conflictsWith`, (other, at) => [
      ...anchorProblems(file, content, other, at),
      ...oneSided(file, content, { anchor, other, path: at }),
    ]),
  ];
  const tell = (field: string, reason: string): void => {
    problems.push({ file, path: `${path}.${field}`, reason: `${reason} (${anchor})` });
  };
  if (section !== null && content.sections.every((other) => other.anchor !== section)) {
    tell("section", `there is no section ${section}`);
  }
  if (conflictsWith.length > 0 && conflictNote === null) tell("conflictNote", "missing: what differs?");
  if (scope !== "TOWN" && scopeArea === null) tell("scopeArea", `missing: which area or firm is ${scope}?`);
  return problems;
}

function anchorsProblems(
  file: string,
  content: CaseFile,
  anchors: readonly string[],
  path: string,
): Problem[] {
  return each(anchors, `${path}.evidence`, (anchor, at) => anchorProblems(file, content, anchor, at));
}

function anchorProblems(file: string, { evidence }: CaseFile, anchor: string, path: string): Problem[] {
  if (evidence.some((item) => item.anchor === anchor)) return [];
  return [{ file, path, reason: `there is no evidence ${anchor}` }];
}

function oneSided(
  file: string,
  { evidence }: CaseFile,
  { anchor, other, path }: { anchor: string; other: string; path: string },
): Problem[] {
  if (other === anchor) return [{ file, path, reason: `${anchor} conflicts with itself` }];
  const opposite = evidence.find((item) => item.anchor === other);
  if (opposite === undefined || opposite.conflictsWith.includes(anchor)) return [];
  return [{ file, path, reason: `${other} does not name ${anchor} in turn` }];
}

function each<T>(items: readonly T[], path: string, check: (item: T, path: string) => Problem[]): Problem[] {
  return items.flatMap((item, index) => check(item, `${path}[${index}]`));
}
