import { checkCaseReferences } from "./checks/case-references.js";
import { checkCorrectionStatistics } from "./checks/correction-statistics.js";
import { checkDuplicates } from "./checks/duplicates.js";
import { checkGlossary } from "./checks/glossary.js";
import { checkIndicators } from "./checks/indicators.js";
import { checkLanguages } from "./checks/languages.js";
import { checkLengths } from "./checks/lengths.js";
import { checkListReferences } from "./checks/list-references.js";
import { checkMarkup } from "./checks/markup.js";
import { checkNarrativeFigures } from "./checks/narrative-figures.js";
import type { Rule } from "./checks/rule.js";
import { checkSentencesTwice } from "./checks/sentences-twice.js";
import { checkStatements } from "./checks/statements.js";
import { checkVocabularyUse } from "./checks/vocabulary-use.js";
import { checkWarnings } from "./checks/warnings.js";
import type { Problem, SeedFiles } from "./seed-files.js";

/** What holds of each file, whatever else there is. */
export const fileRules: readonly Rule[] = [
  checkDuplicates,
  checkListReferences,
  checkCaseReferences,
  checkLanguages,
  checkLengths,
  checkMarkup,
  checkNarrativeFigures,
  checkIndicators,
  checkStatements,
  checkWarnings,
  checkCorrectionStatistics,
];

/** What holds of all files together. */
export const collectionRules: readonly Rule[] = [checkVocabularyUse, checkSentencesTwice, checkGlossary];

/** Everything in the seed files that an editor has to mend, beyond what their schema sees. */
export function checkContent(
  files: SeedFiles,
  rules: readonly Rule[] = [...fileRules, ...collectionRules],
): Problem[] {
  return rules.flatMap((rule) => rule(files));
}
