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
      const kind = arrayKinds.findIndex((Kind) => part instanceof Kind);
      const bytes = kind < 0 ? serialize(part) : bytesOf(part as ArrayBufferView);
      const head = Buffer.alloc(HEAD_BYTES);
      head.writeUInt8(kind + 1);
      head.writeUInt32LE(bytes.length, 1);
      await handle.writev([head, bytes]);
    }
    // Before it has its name: what has that is whole, also after a power failure.
    await handle.datasync();
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
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
      const head = bytesFrom(descriptor, HEAD_BYTES);
      if (head === null) return;
      const length = head.readUInt32LE(1);
      const bytes = length > most ? null : bytesFrom(descriptor, length);
      if (bytes === null) throw new Error(`${file} has been cut off`);
      const Kind = arrayKinds[head.readUInt8() - 1];
      yield Kind ? new Kind(bytes.buffer, 0, length / Kind.BYTES_PER_ELEMENT) : deserialize(bytes);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** What kind a part is, and its size. */
const HEAD_BYTES = 5;

/** Most bytes are arrays of numbers: they are read as they are, without a second copy. */
const arrayKinds = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

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
function bytesFrom(descriptor: number, length: number): Buffer<ArrayBuffer> | null {
  // Not a piece of a pool: arrays lie on it from its beginning.
  const bytes = Buffer.from(new ArrayBuffer(length));
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, bytes, read, length - read, null);
    if (more === 0) return null;
    read += more;
  }
  return bytes;
}
