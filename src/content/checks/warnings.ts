import type { CaseFile } from "../case-file.js";
import type { Rule } from "./rule.js";

/** A cautionary case says what was wrong; only such a case speaks against a practice. */
export const checkWarnings: Rule = ({ cases }) =>
  cases.flatMap(({ file, content }) =>
    problemsOf(content).map(({ path, reason }) => ({ file, path, reason })),
  );

function problemsOf({ kind, warning, contradicts, practices }: CaseFile): { path: string; reason: string }[] {
  if (kind === "CAUTIONARY") {
    return [
      ...(warning === null ? [{ path: "warning", reason: "missing: the case is CAUTIONARY" }] : []),
      ...(practices.length === 0
        ? []
        : [
            {
              path: "practices",
              reason: "a CAUTIONARY case shows no practice; what it shows against one is in contradicts",
            },
          ]),
    ];
  }
  return [
    ...(warning === null ? [] : [{ path: "warning", reason: "the case is EXEMPLARY" }]),
    ...(contradicts.length === 0 ? [] : [{ path: "contradicts", reason: "the case is EXEMPLARY" }]),
  ];
}
