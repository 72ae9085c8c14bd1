import { afterAll, expect, vi } from "vitest";
import type { Execute } from "../../src/graphql/compiled-documents.js";

const differences: string[] = [];

/**
 * Lets the tests that follow execute each operation by graphql-js and by compiled code, from its first use. Where the
 * two answers are not the same bytes, the operation fails and so does the file.
 */
export function compareExecutors(): void {
  vi.doMock(import("../../src/graphql/compiled-documents.js"), async (importOriginal) => {
    const original = await importOriginal();
    return {
      ...original,
      // Who says from which use on has come to count; that is not to be disturbed.
      compiler: (schema, interpret, fromUse) =>
        fromUse === undefined
          ? compared(interpret, original.compiler(schema, interpret, 1))
          : original.compiler(schema, interpret, fromUse),
    };
  });
  afterAll(() => {
    expect(differences.splice(0)).toEqual([]);
  });
}

function compared(interpret: Execute, compiled: Execute): Execute {
  return async (operation) => {
    const [wanted, given] = [await interpret(operation), await compiled(operation)];
    const [wantedText, givenText] = [textOf(wanted), textOf(given)];
    if (wantedText === givenText) return given;
    const difference = `graphql-js: ${wantedText}\ncompiled: ${givenText}`;
    differences.push(difference);
    throw new Error(difference);
  };
}

/** How long a search took is not the same twice. */
const textOf = (result: unknown): string => JSON.stringify(result).replace(/"tookMs":[\d.]+/g, '"tookMs":0');
