import { systemClock } from "../clock.js";
import { loadConfig } from "../config.js";
import { openKnowledgeBase, type KnowledgeBase } from "../knowledge-base.js";

/** Opens what a search command needs, beside a running server or without one, and closes it again. */
export async function withSearch(work: (base: KnowledgeBase) => Promise<string>): Promise<string> {
  const base = await openKnowledgeBase({
    config: loadConfig(process.env),
    clock: systemClock,
    onEmptied: (reason) => {
      console.error(`The search index is empty (${reason}).`);
    },
    onRebuilt: () => undefined,
  });
  try {
    return await work(base);
  } finally {
    await base.indexes.close();
    await base.storage.close();
  }
}
