import { v5 as uuidV5 } from "uuid";

/** The types that `node(id:)` knows, and that have rows of their own. */
export const nodeTypes = [
  "Category",
  "Region",
  "Town",
  "Case",
  "Section",
  "Evidence",
  "Source",
  "Practice",
  "PolicyDocument",
  "ProgrammeEvent",
  "CorrectionStatistic",
  "ProgrammeStatistic",
  "Mechanism",
] as const;
export type NodeType = (typeof nodeTypes)[number];

/** Made once for Exemplar; changing it would change every id. */
const NAMESPACE = "6d0f6a0e-5a52-4c41-9c1e-0f3b6f6f2a19";

/**
 * The row id of a seeded record: UUID v5 (RFC 9562 §5.5) of its type and first name, so that ids are
 * the same on every installation and after every re-seed. Sections and evidence: `<slug>#<anchor>`.
 */
export function seededId(type: string, firstName: string): string {
  return uuidV5(`${type}:${firstName}`, NAMESPACE);
}

/** The id that callers see: opaque, and it knows its type. base64url of `Case:<uuid>`. */
export function publicId(type: NodeType, rowId: string): string {
  return Buffer.from(`${type}:${rowId}`).toString("base64url");
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The type and row id behind a public id, or null when it is none that we made. */
export function parsePublicId(id: string): { readonly type: NodeType; readonly rowId: string } | null {
  const [type, rowId, ...rest] = Buffer.from(id, "base64url").toString("utf8").split(":");
  const known = nodeTypes.find((one) => one === type);
  if (!known || rowId === undefined || rest.length > 0 || !UUID.test(rowId)) return null;
  return publicId(known, rowId) === id ? { type: known, rowId } : null;
}
