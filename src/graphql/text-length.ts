import { AppError } from "../errors.js";
import { limits } from "./limits.js";

/**
 * Counts characters as a reader does, not UTF-16 code units.
 * @throws {AppError} QUERY_TOO_LONG for more than the limit of this name.
 */
export function assertTextLength(
  argument: string,
  text: string,
  limitName: "maxQueryLength" | "maxPrefixLength",
): void {
  const sent = [...text].length;
  const limit = limits[limitName];
  if (sent <= limit) return;
  throw new AppError(
    "QUERY_TOO_LONG",
    {
      zh: `${argument} 有 ${sent} 个字符，最多 ${limit} 个。`,
      en: `\`${argument}\` has ${sent} characters; at most ${limit} are allowed.`,
    },
    { argument, limitName, sent, limit },
  );
}
