import { onesInBoth } from "./count-ones.js";

/** A set of ordinals 0 … size − 1, one bit each. Operations give new sets; a set never changes once shared. */
export class Bitset {
  private counted: number | null = null;

  private constructor(
    readonly size: number,
    private readonly words: Uint32Array,
  ) {}

  static empty(size: number): Bitset {
    return new Bitset(size, new Uint32Array(Math.ceil(size / 32)));
  }

  static full(size: number): Bitset {
    const words = new Uint32Array(Math.ceil(size / 32)).fill(0xffffffff);
    const rest = size % 32;
    if (rest > 0) words[words.length - 1] = 2 ** rest - 1;
    return new Bitset(size, words);
  }

  static of(size: number, ordinals: Iterable<number>): Bitset {
    const words = new Uint32Array(Math.ceil(size / 32));
    for (const ordinal of ordinals) {
      words[ordinal >>> 5] = (words[ordinal >>> 5] ?? 0) | (1 << (ordinal & 31));
    }
    return new Bitset(size, words);
  }

  /** Those that pass; each is asked about, in their order. */
  static where(size: number, passes: (ordinal: number) => boolean, among?: Bitset): Bitset {
    const words = new Uint32Array(Math.ceil(size / 32));
    for (let index = 0; index < words.length; index++) {
      const asked = among === undefined ? 0xffffffff : (among.words[index] ?? 0);
      if (asked === 0) continue;
      let word = 0;
      for (let bit = 0; bit < 32 && index * 32 + bit < size; bit++) {
        if (((asked >>> bit) & 1) === 1 && passes(index * 32 + bit)) word |= 1 << bit;
      }
      words[index] = word;
    }
    return new Bitset(size, words);
  }

  has(ordinal: number): boolean {
    return (((this.words[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1;
  }

  /** Those of these ordinals that are in the set, in their order. */
  among(ordinals: Uint32Array): Uint32Array {
    const found = new Uint32Array(ordinals.length);
    let length = 0;
    for (let place = 0; place < ordinals.length; place++) {
      const ordinal = ordinals[place] ?? 0;
      if ((((this.words[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1) === 1) found[length++] = ordinal;
    }
    return found.subarray(0, length);
  }

  and(other: Bitset): Bitset {
    // Plain loops: `map` on a typed array takes ten times as long.
    const words = new Uint32Array(this.words.length);
    for (let index = 0; index < words.length; index++) {
      words[index] = (this.words[index] ?? 0) & (other.words[index] ?? 0);
    }
    return new Bitset(this.size, words);
  }

  or(other: Bitset): Bitset {
    const words = new Uint32Array(this.words.length);
    for (let index = 0; index < words.length; index++) {
      words[index] = (this.words[index] ?? 0) | (other.words[index] ?? 0);
    }
    return new Bitset(this.size, words);
  }

  without(other: Bitset): Bitset {
    const words = new Uint32Array(this.words.length);
    for (let index = 0; index < words.length; index++) {
      words[index] = (this.words[index] ?? 0) & ~(other.words[index] ?? 0);
    }
    return new Bitset(this.size, words);
  }

  isEmpty(): boolean {
    for (let index = 0; index < this.words.length; index++) if (this.words[index] !== 0) return false;
    return true;
  }

  count(): number {
    return (this.counted ??= onesInBoth(this.words, this.words));
  }

  /** How many ordinals both sets have, without making a third. */
  countWith(other: Bitset): number {
    return onesInBoth(this.words, other.words);
  }

  /** How many of these the set has; faster than `countWith` where they are few. */
  countOf(ordinals: Uint32Array): number {
    let sum = 0;
    for (let place = 0; place < ordinals.length; place++) {
      const ordinal = ordinals[place] ?? 0;
      sum += ((this.words[ordinal >>> 5] ?? 0) >>> (ordinal & 31)) & 1;
    }
    return sum;
  }

  /** Calls back for each, ascending; faster than `ordinals`. */
  forEach(found: (ordinal: number) => void): void {
    for (let index = 0; index < this.words.length; index++) {
      let word = this.words[index] ?? 0;
      while (word !== 0) {
        found(index * 32 + 31 - Math.clz32(word & -word));
        word &= word - 1;
      }
    }
  }

  /** Calls back for each that all of these have, ascending, without making a set of them. */
  static forEachInAll(sets: readonly Bitset[], found: (ordinal: number) => void): void {
    const [first, ...others] = sets.map(({ words }) => words);
    if (first === undefined) return;
    for (let index = 0; index < first.length; index++) {
      let word = first[index] ?? 0;
      for (const words of others) word &= words[index] ?? 0;
      while (word !== 0) {
        found(index * 32 + 31 - Math.clz32(word & -word));
        word &= word - 1;
      }
    }
  }

  /** The lowest; undefined where there is none. */
  first(): number | undefined {
    for (let index = 0; index < this.words.length; index++) {
      const word = this.words[index] ?? 0;
      if (word !== 0) return index * 32 + 31 - Math.clz32(word & -word);
    }
    return undefined;
  }

  /** All of them, ascending. */
  toArray(): Uint32Array {
    const all = new Uint32Array(this.count());
    let length = 0;
    this.forEach((ordinal) => {
      all[length++] = ordinal;
    });
    return all;
  }

  /** Ascending. */
  *ordinals(): Generator<number> {
    for (let index = 0; index < this.words.length; index++) {
      let word = this.words[index] ?? 0;
      while (word !== 0) {
        yield index * 32 + 31 - Math.clz32(word & -word);
        word &= word - 1;
      }
    }
  }
}
