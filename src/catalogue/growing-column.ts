type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Numbers side by side, to which more are added at the end; what is there does not change. */
export class GrowingColumn {
  private size = 0;

  constructor(private numbers: Numbers) {}

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

  private grow(): void {
    const larger = new (this.numbers.constructor as new (length: number) => Numbers)(
      Math.max(1_024, Math.ceil(this.size * 1.5)),
    );
    larger.set(this.numbers);
    this.numbers = larger;
  }
}

export const bytes = (): GrowingColumn => new GrowingColumn(new Uint8Array());
export const words = (): GrowingColumn => new GrowingColumn(new Uint16Array());
export const longWords = (): GrowingColumn => new GrowingColumn(new Uint32Array());
export const doubles = (): GrowingColumn => new GrowingColumn(new Float64Array());
