import { createHash } from "node:crypto";
import { AppError } from "../errors.js";
import type { SortKey } from "./order.js";

/** Raise it when the shape of a cursor changes: older ones are then refused, not misread. */
const VERSION = 1;

/** Makes the cursors of one list, opaque to callers: version, the list they belong to, and a place in its order. */
export function cursorsOf(scope: string): (key: SortKey) => string {
  let tag: string | undefined;
  return (key) =>
    Buffer.from(JSON.stringify([VERSION, (tag ??= tagOf(scope)), ...key])).toString("base64url");
}

/** @throws {AppError} CURSOR_INVALID for anything but a cursor of this list, order and filter. */
export function decodeCursor(scope: string, cursor: string, argument: "after" | "before"): SortKey {
  const parts = partsOf(cursor);
  if (parts === null) {
    throw new AppError(
      "CURSOR_INVALID",
      { zh: `${argument} 不是本接口给出的游标。`, en: `\`${argument}\` is not a cursor of this API.` },
      { argument },
    );
  }
  const [version, tag, ...key] = parts;
  if (version !== VERSION || tag !== tagOf(scope)) {
    throw new AppError(
      "CURSOR_INVALID",
      {
        zh: `${argument} 属于另一个列表、排序或筛选：请从第一页重新开始。`,
        en: `\`${argument}\` belongs to another list, order or filter: start again at the first page.`,
      },
      { argument },
    );
  }
  return key;
}

function partsOf(cursor: string): (string | number)[] | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const isKey = (part: unknown): part is string | number =>
      typeof part === "string" || typeof part === "number";
    return Array.isArray(parts) && parts.length > 2 && parts.every(isKey) ? parts : null;
  } catch {
    return null;
  }
}

const tagOf = (scope: string): string => createHash("sha256").update(scope).digest("base64url").slice(0, 11);
