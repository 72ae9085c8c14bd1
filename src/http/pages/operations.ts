import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ShownOperation } from "./shown-operation.js";

/**
 * The operations of `schema/operations`, for the explorer, the tests and the README. The first line of each
 * file is a comment with the variables as JSON; the query is what follows it.
 */
export function readOperations(folder: string): NamedOperation[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".graphql"))
    .sort()
    .map((file) => {
      const [comment = "", ...lines] = readFileSync(join(folder, file), "utf8").split("\n");
      const variables = JSON.parse(comment.replace(/^#\s*/, "")) as Record<string, unknown>;
      const name = file.replace(/\.graphql$/, "");
      const query = lines.join("\n");
      const operationName = /^query (\w+)/m.exec(query)?.[1] ?? null;
      return { name, operationName, title: titleOf(name), query, variables };
    });
}

interface NamedOperation extends ShownOperation {
  readonly name: string;
  /** As its document says it. */
  readonly operationName: string | null;
}

/** `government-cases-by-category` → `Government: cases by category`. */
function titleOf(name: string): string {
  const [user = "", ...words] = name.split("-");
  return `${user.charAt(0).toUpperCase()}${user.slice(1)}: ${words.join(" ")}`;
}

/** For the start page: those whose variables need no looking up, one a user. */
export function examplesAmong<Operation extends { readonly name: string }>(
  operations: readonly Operation[],
): Operation[] {
  const shown = ["government-cases-by-category", "portal-list", "research-full-text"];
  return operations.filter(({ name }) => shown.includes(name));
}

/**
 * For the explorer, as many as fit on its tabs. GraphiQL opens its first tab without the variables given, so
 * one that needs none comes first.
 */
export function tabsAmong<Operation extends { readonly name: string }>(
  operations: readonly Operation[],
): Operation[] {
  const shown = [
    "portal-home",
    "government-cases-by-category",
    "portal-list",
    "portal-refetch",
    "research-evidence",
    "research-full-text",
  ];
  return shown.flatMap((wanted) => operations.filter(({ name }) => name === wanted));
}
