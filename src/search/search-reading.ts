import type { Clock } from "../clock.js";
import type { ChangeLog } from "../database/change-log.js";
import { searchStateOf, type SearchState, type StandingIndexes } from "./search-state.js";

/** How search stands beside what the database has, for those who watch the service. */
export interface SearchReading extends SearchState {
  readonly documentCount: number;
}

/** Asks the database itself: a catalogue that no longer follows would not know that it is behind. */
export async function readSearch(
  indexes: StandingIndexes,
  changeLog: ChangeLog,
  clock: Clock,
): Promise<SearchReading> {
  const state = await searchStateOf(indexes, changeLog, clock);
  return { ...state, documentCount: (await indexes.reader.state()).documentCount };
}
