import type { EntityManager } from "typeorm";
import { groupBy } from "../group-by.js";
import { inChunks } from "../in-chunks.js";
import { bundles, bundleText, tablesIn, type BundledKind } from "./bundle.js";
import { insertRows } from "./insert-rows.js";
import { inList, MAX_IN_LIST, type Row } from "./reader.js";
import { CaseBundleRow } from "./rows/case-rows.js";
import { TownBundleRow } from "./rows/town-rows.js";
import { runStatement } from "./statement.js";
import type { TableRows } from "./table-rows.js";

/** Rows of some records, as the database has them, by the table that they are of. */
type RowsOf = (table: string) => readonly Row[];

/** Bundles what is written of records that had no bundle; nothing else may be missing of them. */
export async function insertBundles(manager: EntityManager, written: readonly TableRows[]): Promise<void> {
  for (const kind of bundledKinds) {
    const byTable = new Map<string, Row[]>();
    for (const { table, rows } of written) {
      const { tableName, columns } = manager.dataSource.getMetadata(table);
      if (!tablesIn(kind).includes(tableName)) continue;
      const named = columns.map(({ databaseName, propertyName }) => [databaseName, propertyName] as const);
      const before = byTable.get(tableName) ?? [];
      byTable.set(tableName, before);
      for (const row of rows) {
        before.push(
          Object.fromEntries(named.map(([column, property]) => [column, row[property] as unknown])),
        );
      }
    }
    await insert(manager, kind, (table) => byTable.get(table) ?? []);
  }
}

/** Bundles anew what the database has of these records, whatever way its rows came there. */
export async function writeBundles(
  manager: EntityManager,
  kind: BundledKind,
  rowIds: readonly string[],
): Promise<void> {
  const { table: bundleTable, owner } = bundles[kind];
  for (const ids of inChunks(rowIds, MAX_IN_LIST)) {
    const { text, parameters } = inList(ids);
    const rows = new Map<string, readonly Row[]>();
    for (const table of tablesIn(kind)) {
      const statement = `SELECT * FROM ${table} WHERE ${ownerOf(kind, table)} IN ${text}`;
      rows.set(table, (await runStatement(manager, statement, parameters)) as readonly Row[]);
    }
    await runStatement(manager, `DELETE FROM ${bundleTable} WHERE ${owner} IN ${text}`, parameters);
    await insert(manager, kind, (table) => rows.get(table) ?? []);
  }
}

const bundledKinds = Object.keys(bundles) as readonly BundledKind[];

function insert(manager: EntityManager, kind: BundledKind, rowsOf: RowsOf): Promise<void> {
  const grouped = new Map(
    tablesIn(kind).map(
      (table) => [table, groupBy(rowsOf(table), (row) => String(row[ownerOf(kind, table)]))] as const,
    ),
  );
  const [own = ""] = tablesIn(kind);
  const ids = rowsOf(own).map(({ id }) => String(id));
  const text = (id: string, tables: readonly string[]): string =>
    bundleText(kind, tables, (table) => grouped.get(table)?.get(id) ?? []);
  if (kind === "town") {
    const { whole } = bundles.town.parts;
    return insertRows(
      manager,
      TownBundleRow,
      ids.map((townId) => ({ townId, whole: text(townId, whole) })),
    );
  }
  const { card, texts, rest } = bundles.case.parts;
  return insertRows(
    manager,
    CaseBundleRow,
    ids.map((caseId) => ({
      ...{ caseId, card: text(caseId, card) },
      ...{ texts: text(caseId, texts), rest: text(caseId, rest) },
    })),
  );
}

/** The column that says whose row it is. */
const ownerOf = (kind: BundledKind, table: string): string =>
  table === tablesIn(kind)[0] ? "id" : bundles[kind].owner;
