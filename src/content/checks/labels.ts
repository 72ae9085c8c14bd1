import type { Label } from "../../terms.js";

/** A label and where in its file it stands. */
export interface PlacedLabel {
  readonly path: string;
  readonly label: Label;
}

/** Every label of a file's content, however deep, with its path: `evidence[3].statement`. */
export function labelsOf(value: unknown, path = ""): PlacedLabel[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => labelsOf(item, `${path}[${index}]`));
  if (typeof value !== "object" || value === null) return [];
  if (isLabel(value)) return [{ path, label: value }];
  return Object.entries(value).flatMap(([key, item]) => labelsOf(item, path === "" ? key : `${path}.${key}`));
}

function isLabel(value: object): value is Label {
  return "zh" in value && "en" in value && typeof value.zh === "string" && typeof value.en === "string";
}
