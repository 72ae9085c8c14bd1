import type { ChangeLog } from "../database/change-log.js";
import type { Reader } from "../database/reader.js";
import { onFirstUse } from "../on-first-use.js";
import { parsePublicId, publicId, type NodeType } from "../ids.js";
import type { CaseCard, CaseWithTexts } from "./case-card.js";
import type { CaseColumns } from "./columns.js";
import type { EvidencePlace } from "./evidence-place.js";
import type { EditionContent } from "./load-edition.js";
import { placesOnSource } from "./places-on-source.js";
import type { TownEntry } from "./towns.js";
import type { ViewCache } from "./view-cache.js";
import type { CaseView, TownView } from "./views.js";
import type { SourceView, Vocabulary } from "./vocabulary-views.js";

/** What is published at one content revision. Immutable: a request holds one edition from start to end. */
export interface Edition {
  readonly contentRevision: number;
  readonly vocabulary: Vocabulary;
  readonly columns: CaseColumns;
  /** By pinyin of their names. */
  readonly towns: readonly TownEntry[];
  /** Those that something published rests on. */
  sources(): readonly SourceView[];
  /** In the order of the ids; null for what is not published (any more). */
  cases(ids: readonly string[]): Promise<(CaseView | null)[]>;
  /** The same cases, as much of them as lists show. */
  cards(ids: readonly string[]): Promise<(CaseCard | null)[]>;
  /** The same, with all that a search looks in. */
  casesWithTexts(ids: readonly string[]): Promise<(CaseWithTexts | null)[]>;
  townViews(ids: readonly string[]): Promise<(TownView | null)[]>;
  /** Where the evidence stands that rests on the source with this public id. */
  evidenceOn(sourceId: string): Promise<readonly EvidencePlace[]>;
  /** Anything by its public id, in the order of the ids; null for what is unknown or not published. */
  nodes(ids: readonly string[]): Promise<(NodeView | null)[]>;
  /** Whether the database is still at this revision: then what was read so far is of this edition alone. */
  isLatest(): Promise<boolean>;
}

export interface NodeView {
  readonly __typename: NodeType;
  readonly id: string;
}

export interface EditionDeps {
  readonly reader: Reader;
  readonly views: ViewCache;
  readonly changeLog: Pick<ChangeLog, "contentRevision">;
}

export function editionOf(content: EditionContent, { reader, views, changeLog }: EditionDeps): Edition {
  const { contentRevision, vocabulary, columns, towns } = content;
  // Not at each publication: they go through all there is.
  const publishedTowns = onFirstUse(() => new Set(towns.map(({ id }) => id)));
  const sources = onFirstUse(() => publishedSources(content));
  const sourceIds = onFirstUse(() => new Set(sources().map(({ id }) => id)));
  const words = { contentRevision, vocabulary: vocabulary.byRowId };

  const cases: Edition["cases"] = (ids) =>
    views.cases(
      ids.map((id) => (columns.ordinalOf(id) === undefined ? null : id)),
      words,
    );
  const withTown = (id: string) => {
    const town = columns.facts.townAt(columns.ordinalOf(id) ?? -1);
    return town === undefined ? null : { id, townId: town.id };
  };
  const cards: Edition["cards"] = (ids) => views.cards(ids.map(withTown), words);
  const casesWithTexts: Edition["casesWithTexts"] = (ids) => views.withTexts(ids.map(withTown), words);
  const townViews: Edition["townViews"] = (ids) =>
    views.towns(
      ids.map((id) => (publishedTowns().has(id) ? id : null)),
      words,
    );
  const evidenceOn: Edition["evidenceOn"] = (sourceId) =>
    placesOnSource(reader, columns, parsePublicId(sourceId)?.rowId ?? "");
  const nodes: Edition["nodes"] = async (ids) => {
    const holders = await casesHolding(reader, ids);
    const [found, foundTowns] = await Promise.all([cases([...ids, ...holders]), townViews(ids)]);
    const parts = found.flatMap((view) => (view ? [view, ...view.sections, ...view.evidence] : []));
    const byId = new Map<string, NodeView>(
      [...parts, ...foundTowns.filter((town) => town !== null)].map((node) => [node.id, node]),
    );
    const isHidden = (id: string): boolean => parsePublicId(id)?.type === "Source" && !sourceIds().has(id);
    return ids.map((id) => byId.get(id) ?? (isHidden(id) ? null : (vocabulary.byId.get(id) ?? null)));
  };
  const isLatest: Edition["isLatest"] = async () => (await changeLog.contentRevision()) === contentRevision;
  return {
    ...{ contentRevision, vocabulary, columns, towns, sources },
    ...{ cases, cards, casesWithTexts, townViews, evidenceOn, nodes, isLatest },
  };
}

/** A source that only a draft cites is nobody's business yet. */
function publishedSources({ columns, vocabulary }: EditionContent): SourceView[] {
  const [cited, ofTowns] = [columns.group("sources"), columns.group("townSources")];
  return vocabulary.sources.filter(
    (source) => cited.has(source.key) || ofTowns.has(source.key) || vocabulary.ownSources.has(source),
  );
}

/** The public ids of the cases that the evidence and the sections among these ids belong to. */
async function casesHolding(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const parts = ids.flatMap((id) => parsePublicId(id) ?? []);
  const queries = (["Evidence", "Section"] as const).flatMap((type) =>
    parts
      .filter((part) => part.type === type)
      .map(({ rowId }) => ({
        text: `SELECT case_id FROM ${type === "Evidence" ? "evidence" : "section"} WHERE id = ?`,
        parameters: [rowId],
      })),
  );
  if (queries.length === 0) return [];
  const answers = await reader.snapshot(queries);
  return answers.flatMap((rows) => rows.map((row) => publicId("Case", String(row.case_id))));
}
