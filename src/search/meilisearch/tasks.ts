import { setTimeout as wait } from "node:timers/promises";
import type { Meilisearch, Task } from "meilisearch";

/** A task that the server took and could not do. */
export class TaskFailed extends Error {
  constructor(
    readonly taskUid: number,
    /** The server's own name for what went wrong, or `gone` and `slow`. */
    readonly code: string,
    /** Whose fault it is: `invalid_request` is that of what was sent, `system` that of the machine. */
    readonly type: string,
    detail: string,
  ) {
    super(`Task ${taskUid} of the search server failed (${code}): ${detail}`);
    this.name = "TaskFailed";
  }
}

const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;
const PAGE_SIZE = 500;
/** A task that is not done by then is given up; the server may still do it. */
const GIVE_UP_MS = 600_000;

/**
 * Resolves once none of these tasks is under way any more, with those that failed. They are asked for
 * together, so that the server may do them in one go.
 * @throws {TaskFailed} when the server does not know them any more, or takes too long.
 */
export async function failedTasks(client: Meilisearch, taskUids: readonly number[]): Promise<TaskFailed[]> {
  const failed: TaskFailed[] = [];
  for (let start = 0; start < taskUids.length; start += PAGE_SIZE) {
    const tasks = await finished(client, taskUids.slice(start, start + PAGE_SIZE));
    failed.push(...tasks.filter(({ status }) => status !== "succeeded").map(failureOfTask));
  }
  return failed;
}

/** Resolves once all of these tasks have succeeded. @throws {TaskFailed} of one that has not */
export async function waitForTasks(client: Meilisearch, ...taskUids: readonly number[]): Promise<void> {
  const [first] = await failedTasks(client, taskUids);
  if (first) throw first;
}

async function finished(client: Meilisearch, taskUids: readonly number[]): Promise<readonly Task[]> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  let pauseMs = FIRST_PAUSE_MS;
  for (;;) {
    const { results } = await client.tasks.getTasks({ uids: [...taskUids], limit: taskUids.length });
    const [first = -1] = taskUids;
    if (results.length < taskUids.length) {
      throw new TaskFailed(first, "gone", "system", "the server does not know it any more");
    }
    if (!results.some(({ status }) => status === "enqueued" || status === "processing")) return results;
    if (performance.now() > giveUpAt)
      throw new TaskFailed(first, "slow", "system", "it was not done in time");
    await wait(pauseMs);
    pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 1.5);
  }
}

function failureOfTask({ uid, status, error }: Task): TaskFailed {
  return new TaskFailed(uid, error?.code ?? status, error?.type ?? "system", error?.message ?? "");
}
