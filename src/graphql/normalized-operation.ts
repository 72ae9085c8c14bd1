import { stripIgnoredCharacters } from "graphql";

/**
 * The parameters of a GraphQL request as one text, the same for other white space and another order of variables.
 * Null: it is better taken by its bytes, be it wrong, persisted, or with something in it that we do not know.
 */
export function normalizedOperation(parameters: unknown): string | null {
  if (typeof parameters !== "object" || parameters === null) return null;
  const { query, variables, operationName, ...rest } = parameters as Record<string, unknown>;
  if (typeof query !== "string" || Object.keys(rest).length > 0) return null;
  try {
    return JSON.stringify([stripIgnoredCharacters(query), operationName ?? null, sorted(variables ?? {})]);
  } catch {
    return null;
  }
}

function sorted(value: unknown): unknown {
  // JSON would write null for it.
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError("A number is too large");
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, item]) => [key, sorted(item)]));
}
