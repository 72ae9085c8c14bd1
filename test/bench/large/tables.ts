import type { Latency } from "./latencies.js";
import type { Figures } from "./measure.js";

/** The figures of all sizes side by side, as Markdown. */
export function tablesOf(all: readonly Figures[]): string {
  const sizes = all.map(({ cases }) => cases.toLocaleString("en"));
  const table = (what: string, rows: readonly (readonly [string, readonly string[]])[]): string[] => [
    `| ${what} | ${sizes.join(" | ")} |`,
    `| --- | ${sizes.map(() => "--:").join(" | ")} |`,
    ...rows.map(([name, cells]) => `| ${name} | ${cells.join(" | ")} |`),
    "",
  ];
  const numbers = (of: (figures: Figures) => Readonly<Record<string, number>>, digits: number) =>
    namesIn(all.map(of)).map(
      (name) => [name, all.map((figures) => told(of(figures)[name], digits))] as const,
    );
  const latencies = (of: (figures: Figures) => Readonly<Record<string, Latency>>) =>
    namesIn(all.map(of)).map((name) => [name, all.map((figures) => toldLatency(of(figures)[name]))] as const);
  const blocks = namesIn(all.map(({ longestBlock }) => longestBlock)).map(
    (name) => [name, all.map(({ longestBlock }) => toldBlock(longestBlock[name]))] as const,
  );
  return [
    ...table(
      "seconds",
      numbers(({ seconds }) => seconds, 1),
    ),
    ...table(
      "megabytes",
      numbers(({ megabytes }) => megabytes, 0),
    ),
    ...table("event loop held at most, ms by the clock (on a core)", blocks),
    ...table(
      "operation, p50 / p95 ms on a core (by the clock)",
      latencies(({ operations }) => operations),
    ),
    ...table(
      "search, p50 / p95 ms on a core (by the clock)",
      latencies(({ searches }) => searches),
    ),
  ].join("\n");
}

const namesIn = (records: readonly Readonly<Record<string, unknown>>[]): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record))),
];

const told = (value: number | undefined, digits: number): string => value?.toFixed(digits) ?? "";

const toldBlock = (block: Figures["longestBlock"][string] | undefined): string =>
  block === undefined ? "" : `${told(block.byClockMs, 0)} (${told(block.onCoreMs, 0)})`;

const toldLatency = (latency: Latency | undefined): string => {
  if (latency === undefined) return "";
  const { p50Ms, p95Ms, p50OnCoreMs, p95OnCoreMs } = latency;
  return `${told(p50OnCoreMs, 1)} / ${told(p95OnCoreMs, 1)} (${told(p50Ms, 0)} / ${told(p95Ms, 0)})`;
};
