import type { Storage } from "../database/storage.js";
import type { SearchReader } from "../search/failover.js";
import type { Spans } from "../spans.js";

/** The same storage, with a span for each reading and each writing transaction. Looks for changes have none. */
export function tracedStorage(storage: Storage, spans: Spans): Storage {
  const { reader, unitOfWork } = storage;
  return {
    ...storage,
    reader: {
      ...reader,
      snapshot: (queries) =>
        spans.within("SQL read", { "exemplar.sql.statements": queries.length }, () =>
          reader.snapshot(queries),
        ),
    },
    unitOfWork: { run: (work) => spans.within("SQL write", {}, () => unitOfWork.run(work)) },
  };
}

/** The same engine, with a span for each search. */
export function tracedEngine(engine: SearchReader, spans: Spans): SearchReader {
  return {
    ...engine,
    search: (request) =>
      spans.within(
        "search",
        { "exemplar.search.sort": request.sort, "exemplar.search.limit": request.limit },
        () => engine.search(request),
      ),
  };
}
