import { closeSync, fstatSync, openSync, readdirSync, readSync, renameSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { deserialize, serialize } from "node:v8";

/** A file of values one after the other, of which no two need be in memory at a time. */

/** Writes it beside the old one and then in its place, so that there is always a whole one. */
export async function writeParts(file: string, parts: AsyncIterable<unknown>): Promise<void> {
  removeAbandoned(file);
  const unfinished = `${file}.${process.pid}${UNFINISHED}`;
  const handle = await open(unfinished, "w");
  try {
    for await (const part of parts) {
      const bytes = serialize(part);
      const size = Buffer.alloc(SIZE_BYTES);
      size.writeUInt32LE(bytes.length);
      await handle.writev([size, bytes]);
    }
  } finally {
    await handle.close();
  }
  renameSync(unfinished, file);
}

/** @throws where there is no such file, or where it ends in the middle of a part. */
export function* readParts(file: string): Generator<unknown> {
  const descriptor = openSync(file, "r");
  try {
    const most = fstatSync(descriptor).size;
    for (;;) {
      const size = bytesFrom(descriptor, SIZE_BYTES);
      if (size === null) return;
      const length = size.readUInt32LE();
      const bytes = length > most ? null : bytesFrom(descriptor, length);
      if (bytes === null) throw new Error(`${file} has been cut off`);
      yield deserialize(bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

const SIZE_BYTES = 4;
const UNFINISHED = ".unfinished";

/** What processes have left that were killed while they wrote. */
function removeAbandoned(file: string): void {
  for (const name of readdirSync(dirname(file))) {
    if (!name.startsWith(basename(file)) || !name.endsWith(UNFINISHED)) continue;
    const pid = Number(name.slice(basename(file).length + 1, -UNFINISHED.length));
    if (!isRunning(pid)) rmSync(join(dirname(file), name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Null: the file has ended. */
function bytesFrom(descriptor: number, length: number): Buffer | null {
  const bytes = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, bytes, read, length - read, null);
    if (more === 0) return null;
    read += more;
  }
  return bytes;
}
