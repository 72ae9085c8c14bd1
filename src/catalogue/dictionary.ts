/** Different values by number, in the order in which they came. */
export class Dictionary<Value> {
  private readonly codes = new Map<string, number>();
  private readonly list: Value[] = [];

  /** `keyOf`: equal for equal values. Begins with these values, in their order. */
  constructor(
    private readonly keyOf: (value: Value) => string,
    values: readonly Value[] = [],
  ) {
    for (const value of values) this.codeOf(value);
  }

  /** The number of the value, which gets one if it has none. */
  codeOf(value: Value): number {
    const key = this.keyOf(value);
    const known = this.codes.get(key);
    if (known !== undefined) return known;
    this.codes.set(key, this.list.length);
    return this.list.push(value) - 1;
  }

  /** In the order of their numbers. */
  values(): readonly Value[] {
    return this.list;
  }

  /** By number, whether each value passes: 1 or 0. */
  passing(passes: (value: Value) => boolean): Uint8Array {
    return Uint8Array.from(this.list, (value) => (passes(value) ? 1 : 0));
  }
}
