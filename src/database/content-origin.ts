import type { EntityManager } from "typeorm";
import { ContentOriginRow, type ContentOriginKind } from "./rows/log-rows.js";

export type { ContentOriginKind } from "./rows/log-rows.js";

/** Where the content of a database is from. */
export interface ContentOrigin {
  readonly kind: ContentOriginKind;
  /** Equal for equal contents; null: nobody can tell. */
  readonly digest: string | null;
}

/** Null: it has no content, or a version that did not note it has written it. */
export async function loadContentOrigin(manager: EntityManager): Promise<ContentOrigin | null> {
  const row = await manager.findOneBy(ContentOriginRow, { id: 1 });
  return row && { kind: row.kind, digest: row.digest };
}

export async function noteContentOrigin(manager: EntityManager, origin: ContentOrigin): Promise<void> {
  await manager.upsert(ContentOriginRow, { id: 1, ...origin }, ["id"]);
}
