import type { Clock } from "../clock.js";
import type { ChangeLog } from "../database/change-log.js";
import type { SearchEngine } from "./search-engine.js";
import { searchStateOf, type SearchState } from "./search-state.js";

/** How search stands beside what the database has, for those who watch the service. */
export interface SearchReading extends SearchState {
  readonly documentCount: number;
  /** Age of the oldest change that the index has yet to take in; 0: there is none. */
  readonly secondsBehind: number;
}

/** Asks the database itself: a catalogue that no longer follows would not know that it is behind. */
export async function readSearch(
  engine: SearchEngine,
  changeLog: ChangeLog,
  clock: Clock,
): Promise<SearchReading> {
  const state = await searchStateOf(engine, await changeLog.contentRevision());
  const { contentRevision, documentCount } = await engine.state();
  const [oldest] = state.pendingChanges > 0 ? await changeLog.changesAfter(contentRevision ?? 0, 1) : [];
  const secondsBehind = oldest ? Math.max(0, (clock.now().getTime() - oldest.at.getTime()) / 1000) : 0;
  return { ...state, documentCount, secondsBehind };
}
