import type { CorrectionFile } from "../programme-file.js";
import type { Rule } from "./rule.js";

const FILE = "programme/corrections.yaml";

/** The figures of one reading add up among themselves; two readings are never added. */
export const checkCorrectionStatistics: Rule = ({ lists }) =>
  lists[FILE].flatMap((statistic, index) =>
    reasonsOf(statistic).map((reason) => ({ file: FILE, path: `[${index}] ${statistic.key}`, reason })),
  );

function reasonsOf({ listed, eliminatedOrRectified, retained, parts }: CorrectionFile): string[] {
  const reasons: string[] = [];
  if (listed !== null && eliminatedOrRectified !== null && retained !== null) {
    const sum = eliminatedOrRectified + retained;
    if (sum !== listed)
      reasons.push(`eliminatedOrRectified and retained make ${sum}, but ${listed} were listed`);
  }
  if (parts.length > 0) {
    const sum = parts.reduce((total, part) => total + part.eliminatedOrRectified, 0);
    if (sum !== eliminatedOrRectified) {
      reasons.push(
        `the parts' eliminatedOrRectified make ${sum}, the whole is ${eliminatedOrRectified ?? "not given"}`,
      );
    }
  }
  return reasons;
}
