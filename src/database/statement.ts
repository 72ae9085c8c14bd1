import type { EntityManager } from "typeorm";

/** Runs a statement of ours, `?` for each parameter in order, on whichever database a transaction is. */
export function runStatement(
  manager: EntityManager,
  text: string,
  parameters: readonly unknown[],
): Promise<unknown> {
  const isPostgres = manager.dataSource.options.type === "postgres";
  return manager.query(isPostgres ? numbered(text) : text, [...parameters]);
}

/** `?` for parameters, as our statements have them, into `$1`, `$2` …; none of our statements has a `?` in a literal. */
export function numbered(text: string): string {
  let place = 0;
  return text.replaceAll("?", () => `$${++place}`);
}
