import { labelsOf } from "./labels.js";
import { contentsOf, type Rule } from "./rule.js";

/** What stands under zh is Chinese, and what stands under en is not. */
export const checkLanguages: Rule = (files) =>
  contentsOf(files).flatMap(({ file, content }) =>
    labelsOf(content).flatMap(({ path, label }) => {
      const problems = [];
      const mayBeWordless = path.endsWith("valueText") || file === "vocabulary/units.yaml";
      if (!mayBeWordless && hanShare(label.zh) === 0) {
        problems.push({ file, path: `${path}.zh`, reason: "has no Chinese character" });
      }
      if (hanShare(label.en) > 0.5) problems.push({ file, path: `${path}.en`, reason: "is mostly Chinese" });
      return problems;
    }),
  );

/** The share of Chinese characters among the letters. */
function hanShare(text: string): number {
  const letters = text.match(/\p{L}/gu) ?? [];
  const han = letters.filter((letter) => /\p{Script=Han}/u.test(letter));
  return letters.length === 0 ? 0 : han.length / letters.length;
}
