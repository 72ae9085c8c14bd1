import { checkCaseReferences } from "./checks/case-references.js";
import { checkCorrectionStatistics } from "./checks/correction-statistics.js";
import { checkDuplicates } from "./checks/duplicates.js";
import { checkIndicators } from "./checks/indicators.js";
import { checkLanguages } from "./checks/languages.js";
import { checkLengths } from "./checks/lengths.js";
import { checkListReferences } from "./checks/list-references.js";
import { checkMarkup } from "./checks/markup.js";
import { checkNarrativeFigures } from "./checks/narrative-figures.js";
import type { Rule } from "./checks/rule.js";
import { checkStatements } from "./checks/statements.js";
import type { Problem, SeedFiles } from "./seed-files.js";

const rules: readonly Rule[] = [
  checkDuplicates,
  checkListReferences,
  checkCaseReferences,
  checkLanguages,
  checkLengths,
  checkMarkup,
  checkNarrativeFigures,
  checkIndicators,
  checkStatements,
  checkCorrectionStatistics,
];

/** Everything in the seed files that an editor has to mend, beyond what their schema sees. */
export function checkContent(files: SeedFiles): Problem[] {
  return rules.flatMap((rule) => rule(files));
}
