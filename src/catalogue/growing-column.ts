export type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers side by side, to which more are added at the end; what is there does not change. */
export class GrowingColumn {
  private size: number;

  /** Begins with these numbers, which are its own from then on. */
  constructor(private numbers: Numbers) {
    this.size = numbers.length;
  }

  get length(): number {
    return this.size;
  }

  push(number: number): void {
    if (this.size === this.numbers.length) this.grow();
    this.numbers[this.size++] = number;
  }

  at(row: number): number {
    return this.numbers[row] ?? 0;
  }

  /** All of them, as they are now. */
  all(): Numbers {
    return this.numbers.slice(0, this.size);
  }

  private grow(): void {
    const larger = new (this.numbers.constructor as new (length: number) => Numbers)(
      Math.max(16, Math.ceil(this.size * 1.5)),
    );
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

export const bytes = (numbers: Numbers = new Uint8Array()): GrowingColumn => new GrowingColumn(numbers);
export const words = (numbers: Numbers = new Uint16Array()): GrowingColumn => new GrowingColumn(numbers);
export const longWords = (numbers: Numbers = new Uint32Array()): GrowingColumn => new GrowingColumn(numbers);
export const doubles = (numbers: Numbers = new Float64Array()): GrowingColumn => new GrowingColumn(numbers);
