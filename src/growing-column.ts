export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers side by side, to which more are added at the end; what is there does not change. */
export class GrowingColumn {
  /** Beside the first ones: to add a number to a million does not copy the million. */
  private added: Numbers;
  private addedSize = 0;

  /** Begins with these numbers. */
  constructor(private readonly first: Numbers) {
    this.added = this.numbers(0);
  }

  get length(): number {
    return this.first.length + this.addedSize;
  }

  push(number: number): void {
    if (this.addedSize === this.added.length) this.grow();
    this.added[this.addedSize++] = number;
  }

  at(row: number): number {
    const { first } = this;
    return (row < first.length ? first[row] : this.added[row - first.length]) ?? 0;
  }

  /** All of them, as they are now. */
  all(): Numbers {
    const all = this.numbers(this.length);
    all.set(this.first);
    all.set(this.added.subarray(0, this.addedSize), this.first.length);
    return all;
  }

  private grow(): void {
    const larger = this.numbers(Math.max(16, Math.ceil(this.addedSize * 1.5)));
    larger.set(this.added);
    this.added = larger;
  }

  private numbers(length: number): Numbers {
    return new (this.first.constructor as new (length: number) => Numbers)(length);
  }
}

export const bytes = (numbers: Numbers = new Uint8Array()): GrowingColumn => new GrowingColumn(numbers);
export const words = (numbers: Numbers = new Uint16Array()): GrowingColumn => new GrowingColumn(numbers);
export const longWords = (numbers: Numbers = new Uint32Array()): GrowingColumn => new GrowingColumn(numbers);
export const doubles = (numbers: Numbers = new Float64Array()): GrowingColumn => new GrowingColumn(numbers);
