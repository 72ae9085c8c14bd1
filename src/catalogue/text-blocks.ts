/** Texts one after the other in blocks of bytes, to which more are added at the end: few objects, however many texts. */
export class TextBlocks {
  /** What is free in the last block begins here. */
  private end: number;

  /** Begins with these blocks, to which nothing is added. */
  constructor(private readonly blocks: Uint8Array[] = []) {
    this.end = blocks.at(-1)?.length ?? 0;
  }

  /** Adds a text, and gives its place. */
  add(text: string): number {
    const bytes = Buffer.from(text);
    const last = this.blocks.at(-1);
    const isRoom = last !== undefined && this.end + SIZE_BYTES + bytes.length <= last.length;
    const block = isRoom ? last : this.newBlock(SIZE_BYTES + bytes.length);
    const place = (this.blocks.length - 1) * PLACES_A_BLOCK + this.end;
    new DataView(block.buffer, block.byteOffset).setUint32(this.end, bytes.length, true);
    block.set(bytes, this.end + SIZE_BYTES);
    this.end += SIZE_BYTES + bytes.length;
    return place;
  }

  at(place: number): string {
    const block = this.blocks[Math.floor(place / PLACES_A_BLOCK)];
    if (block === undefined) throw new Error(`There is no text at ${place}`);
    const start = place % PLACES_A_BLOCK;
    const size = new DataView(block.buffer, block.byteOffset).getUint32(start, true);
    return Buffer.from(block.buffer, block.byteOffset + start + SIZE_BYTES, size).toString();
  }

  /** All of them, in which the texts of now stay where they are. */
  all(): readonly Uint8Array[] {
    return [...this.blocks];
  }

  private newBlock(least: number): Uint8Array {
    const size = Math.max(least, Math.min(PLACES_A_BLOCK, FIRST_BLOCK * 2 ** this.blocks.length));
    const block = new Uint8Array(size);
    this.blocks.push(block);
    this.end = 0;
    return block;
  }
}

/** Only a single text may make a block longer: it begins at the block's first place. */
const PLACES_A_BLOCK = 2 ** 20;
const FIRST_BLOCK = 2 ** 14;

const SIZE_BYTES = 4;
