import type { Change, ChangeKind, ChangeLog } from "../../src/database/change-log.js";
import type { CaseView } from "../../src/catalogue/views.js";
import type { IndexedEdition } from "../../src/search/published-documents.js";
import { caseRowId, editionOf } from "./case-views.js";

/** Published cases and the outbox that tells of them, in memory. */
export interface SmallCatalogue {
  readonly changeLog: ChangeLog;
  freshEdition(): Promise<IndexedEdition>;
  publish(...views: readonly CaseView[]): void;
  withdraw(slug: string): void;
  /** A change that concerns no case. */
  touch(kind: Exclude<ChangeKind, "case">): void;
  /** Entries of revisions up to this one are no longer there. */
  prune(revision: number): void;
}

/** An empty one, at revision 0; each call is one revision. */
export function createSmallCatalogue(): SmallCatalogue {
  const published = new Map<string, CaseView>();
  let changes: Change[] = [];
  let contentRevision = 0;
  let seq = 0;
  const note = (entries: readonly Pick<Change, "kind" | "rowId">[]): void => {
    contentRevision += 1;
    for (const { kind, rowId } of entries) {
      changes.push({ seq: (seq += 1), contentRevision, kind, rowId, at: new Date(0) });
    }
  };
  return {
    changeLog: {
      contentRevision: () => Promise.resolve(contentRevision),
      changesAfter: (revision, limit) => {
        const later = changes.filter((change) => change.contentRevision > revision);
        const last = later[Math.min(limit, later.length) - 1]?.contentRevision ?? 0;
        return Promise.resolve(later.filter((change) => change.contentRevision <= last));
      },
    },
    freshEdition: () => Promise.resolve(editionOf([...published.values()], contentRevision)),
    publish(...views) {
      for (const view of views) published.set(view.slug, view);
      note(views.map(({ slug }) => ({ kind: "case", rowId: caseRowId(slug) })));
    },
    withdraw(slug) {
      published.delete(slug);
      note([{ kind: "case", rowId: caseRowId(slug) }]);
    },
    touch: (kind) => note([{ kind, rowId: "any" }]),
    prune(revision) {
      changes = changes.filter((change) => change.contentRevision > revision);
    },
  };
}
