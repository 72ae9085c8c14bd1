import { createHash, randomUUID } from "node:crypto";
import type { Edition } from "../catalogue/edition.js";
import {
  parseEvidenceFilter,
  type EvidenceFilter,
  type EvidenceFilterInput,
} from "../catalogue/evidence-filter.js";
import type { CaseFilter } from "../catalogue/filter.js";
import { parseCaseFilter, type CaseFilterInput } from "../catalogue/parse-filter.js";
import { caseJson } from "./case-json.js";
import { listedEvidenceJson } from "./evidence-json.js";
import { evidenceTable } from "./evidence-table.js";
import { figureTable } from "./figure-table.js";
import { asLines, asTable, type Body } from "./formats.js";
import { selectCases, selectEvidence, selectFigures } from "./selections.js";

/** A file to be sent: all of one edition that passes a filter. */
export interface Export extends Body {
  /** `exemplar-figures-r42.csv`: with the content revision, and a mark of the filter where there is one. */
  readonly fileName: string;
  readonly contentRevision: number;
  /** Of two exports with the same one the texts are the same. */
  readonly fingerprint: string;
}

/**
 * Opens an export for a filter as a caller wrote it; null: for everything.
 * @throws {AppError} BAD_USER_INPUT as for the argument `filter` of the API.
 */
export type OpenExport = (filter: unknown) => Promise<Export>;

/** By the name of the file: `evidence.csv`. */
export type Exports = ReadonlyMap<string, OpenExport>;

export interface ExportDeps {
  /** What is published now. */
  readonly latestEdition: () => Promise<Edition>;
  /** Both read a filter by the API's own input types. @throws {AppError} BAD_USER_INPUT */
  readonly caseFilter: (value: unknown) => CaseFilterInput | null;
  readonly evidenceFilter: (value: unknown) => EvidenceFilterInput | null;
  /** Of the service, for citations; null: it does not know its address. */
  readonly publicUrl: string | null;
}

/** Everything that can be exported. */
export function createExports({ latestEdition, caseFilter, evidenceFilter, publicUrl }: ExportDeps): Exports {
  // A new database counts revisions anew, and a new program may have other columns: fingerprints hold for this
  // process alone.
  const generation = randomUUID();

  const opener =
    <Filter extends object>(name: string, parse: ParseFilter<Filter>, bodyOf: BodyOf<Filter>): OpenExport =>
    async (value) => {
      const edition = await latestEdition();
      const filter = parse(value, edition);
      const { contentRevision } = edition;
      return {
        ...bodyOf(edition, filter),
        fileName: fileNameOf(name, contentRevision, value === null ? null : filter),
        contentRevision,
        fingerprint: digestOf([generation, name, contentRevision, filter]),
      };
    };
  const openers = <Filter extends object>(
    bodies: Readonly<Record<string, BodyOf<Filter>>>,
    parse: ParseFilter<Filter>,
  ) => Object.entries(bodies).map(([name, bodyOf]) => [name, opener(name, parse, bodyOf)] as const);

  return new Map([
    ...openers(evidenceBodies, (value, edition) => parseEvidenceFilter(evidenceFilter(value), edition)),
    ...openers(caseBodies(publicUrl), (value, edition) => parseCaseFilter(caseFilter(value), edition)),
  ]);
}

type ParseFilter<Filter> = (value: unknown, edition: Edition) => Filter;
type BodyOf<Filter> = (edition: Edition, filter: Filter) => Body;

const evidenceBodies: Readonly<Record<string, BodyOf<EvidenceFilter>>> = {
  "evidence.csv": (edition, filter) => asTable(evidenceTable, selectEvidence(edition, filter)),
  "figures.csv": (edition, filter) => asTable(figureTable, selectFigures(edition, filter)),
  "evidence.jsonl": (edition, filter) => asLines(listedEvidenceJson, selectEvidence(edition, filter)),
};

const caseBodies = (publicUrl: string | null): Readonly<Record<string, BodyOf<CaseFilter>>> => ({
  "cases.jsonl": (edition, filter) => {
    const at = { contentRevision: edition.contentRevision, publicUrl };
    return asLines((view) => caseJson(view, at), selectCases(edition, filter));
  },
});

function fileNameOf(name: string, contentRevision: number, filter: object | null): string {
  const [subject = "", ending = ""] = name.split(".");
  const mark = filter === null ? "" : `-${digestOf(filter).slice(0, 8)}`;
  return `exemplar-${subject}-r${contentRevision}${mark}.${ending}`;
}

function digestOf(value: object): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex").slice(0, 32);
}
