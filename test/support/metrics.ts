/** One number of `/metrics`. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads Prometheus' text format; fails on a line that is none. */
export function samplesIn(text: string): Sample[] {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const match = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line);
      if (!match) throw new Error(`No sample: ${line}`);
      const [, name = "", labels = "", value] = match;
      const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"(?:,|$)/g)];
      const read = pairs.map(([, key = "", of = ""]) => [key, of] as const);
      return { name, labels: Object.fromEntries(read), value: Number(value) };
    });
}

/** The sum of the samples of this name that have at least these labels; null: there is none. */
export function sumOf(
  samples: readonly Sample[],
  name: string,
  labels: Record<string, string> = {},
): number | null {
  const found = samples.filter(
    (one) => one.name === name && Object.entries(labels).every(([key, of]) => one.labels[key] === of),
  );
  return found.length === 0 ? null : found.reduce((sum, { value }) => sum + value, 0);
}
