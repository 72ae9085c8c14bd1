import { contentRevisionOf, contentRevisionQuery } from "../outbox.js";
import type { Query, Reader, Row } from "../reader.js";

export interface ReplicaReaderOptions {
  readonly replica: Reader;
  readonly primary: Reader;
  /** The content revision that this process has last been told of; no snapshot may be older. */
  readonly announced: () => number;
}

/** For so long the primary alone is read when the replica was behind or down. */
const REST_MS = 500;

/**
 * Reads the replica while it has what the primary has announced, and else the primary. So nothing that this
 * process reads is older than what it knows to be there, however far behind a replica is, or however many
 * of them share the address.
 */
export function createReplicaReader({ replica, primary, announced }: ReplicaReaderOptions): Reader {
  let restsUntil = 0;

  const fromReplica = async (queries: readonly Query[]): Promise<readonly (readonly Row[])[] | null> => {
    const [state = [], ...answers] = await replica.snapshot([contentRevisionQuery, ...queries]);
    return contentRevisionOf(state) >= announced() ? answers : null;
  };

  return {
    async snapshot(queries) {
      if (performance.now() >= restsUntil) {
        // A replica may lack whole tables yet; what is wrong with a statement itself, the primary says again.
        const answers = await fromReplica(queries).catch(() => null);
        if (answers) return answers;
        restsUntil = performance.now() + REST_MS;
      }
      return primary.snapshot(queries);
    },
    // Rare and long: a replica that falls behind in the middle would be in nobody's interest.
    session: (work) => primary.session(work),
    statementCount: () => replica.statementCount() + primary.statementCount(),
    async close() {
      await Promise.all([replica.close(), primary.close()]);
    },
  };
}
