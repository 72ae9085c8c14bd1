import type { EntityManager } from "typeorm";
import { groupBy } from "../group-by.js";
import { inChunks } from "../in-chunks.js";
import { bundleParts, bundleText, type BundlePart, type BundleTable } from "./bundle.js";
import { insertRows } from "./insert-rows.js";
import { inList, MAX_IN_LIST, type Row } from "./reader.js";
import { CaseBundleRow } from "./rows/case-rows.js";
import { runStatement } from "./statement.js";
import type { TableRows } from "./table-rows.js";

/** Rows of some cases, as the database has them, by the table that they are of. */
type RowsOf = (table: BundleTable) => readonly Row[];

/** Bundles what is written of cases that had no bundle; nothing else may be missing of them. */
export function insertBundles(manager: EntityManager, written: readonly TableRows[]): Promise<void> {
  const byTable = new Map<string, Row[]>();
  for (const { table, rows } of written) {
    const { tableName, columns } = manager.dataSource.getMetadata(table);
    if (!bundledTables.some((one) => one === tableName)) continue;
    const named = columns.map(({ databaseName, propertyName }) => [databaseName, propertyName] as const);
    const before = byTable.get(tableName) ?? [];
    byTable.set(tableName, before);
    for (const row of rows) {
      before.push(Object.fromEntries(named.map(([column, property]) => [column, row[property] as unknown])));
    }
  }
  return insertRows(
    manager,
    CaseBundleRow,
    bundlesOf((table) => byTable.get(table) ?? []),
  );
}

/** Bundles anew what the database has of these cases, whatever way its rows came there. */
export async function writeBundles(manager: EntityManager, caseIds: readonly string[]): Promise<void> {
  for (const ids of inChunks(caseIds, MAX_IN_LIST)) {
    const { text, parameters } = inList(ids);
    const rows = new Map<BundleTable, readonly Row[]>();
    for (const table of bundledTables) {
      const statement = `SELECT * FROM ${table} WHERE ${ownerOf(table)} IN ${text}`;
      rows.set(table, (await runStatement(manager, statement, parameters)) as readonly Row[]);
    }
    await runStatement(manager, `DELETE FROM case_bundle WHERE case_id IN ${text}`, parameters);
    await insertRows(
      manager,
      CaseBundleRow,
      bundlesOf((table) => rows.get(table) ?? []),
    );
  }
}

function bundlesOf(rowsOf: RowsOf): CaseBundleRow[] {
  const grouped = new Map(
    bundledTables.map(
      (table) => [table, groupBy(rowsOf(table), (row) => String(row[ownerOf(table)]))] as const,
    ),
  );
  return rowsOf("case_record").map((record) => {
    const caseId = String(record.id);
    const part = (name: BundlePart): string =>
      bundleText(name, (table) => grouped.get(table)?.get(caseId) ?? []);
    return { caseId, card: part("card"), texts: part("texts"), rest: part("rest") };
  });
}

const bundledTables: readonly BundleTable[] = Object.values(bundleParts).flat();

const ownerOf = (table: BundleTable): string => (table === "case_record" ? "id" : "case_id");
