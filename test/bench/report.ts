import type { Judged, Samples } from "./ratios.js";
import { workloads, type Workload } from "./workloads.js";

const titles: Readonly<Record<Workload, string>> = {
  list: "list page: 20 cases with town, category, tags, two measures",
  case: "one case with everything",
  search: "search, ten hits",
  typename: "{ __typename }",
  unchanged: "list page by GET, not changed since (304)",
};

/** The figures as Markdown: a table for each workload, and what must hold. */
export function tablesOf(samples: Samples, judged: readonly Judged[]): string {
  const parts = workloads.map((workload) => tableOf(samples, workload));
  return [...parts.filter((part) => part !== ""), goalTable(judged)].join("\n\n");
}

function tableOf(samples: Samples, workload: Workload): string {
  const measured = [...samples].flatMap(([name, byWorkload]) => {
    const sample = byWorkload.get(workload);
    return sample ? [{ name, ...sample }] : [];
  });
  if (measured.length === 0) return "";
  const fixed = measured.find(({ name }) => name === "fixed bytes")?.cpuMs;
  const rows = measured.map(({ name, cpuMs, requestsPerSecond, p50Ms, p99Ms }) => [
    ...[
      name,
      cpuMs.toFixed(3),
      Math.round(1000 / cpuMs).toString(),
      Math.round(requestsPerSecond).toString(),
    ],
    ...[p50Ms.toFixed(1), p99Ms.toFixed(1), fixed === undefined ? "" : (fixed / cpuMs).toFixed(3)],
  ]);
  const head = ["server", "CPU ms a request", "requests a core-second", "seen a second", "p50 ms", "p99 ms"];
  return `**${titles[workload]}**\n\n${markdown([...head, "beside fixed bytes"], rows)}`;
}

function goalTable(judged: readonly Judged[]): string {
  const rows = judged.map(({ what, floor, aim, measured, holds }) => [
    ...[what, floor, aim, measured ?? "not measured", holds ? "" : "**not held**"],
  ]);
  return `**What must hold**\n\n${markdown(["capacity on one core", "at least", "aim", "measured", ""], rows)}`;
}

function markdown(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 ? "---" : "---:"));
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** The same for programs. */
export function jsonOf(samples: Samples, judged: readonly Judged[], about: object): string {
  const servers = Object.fromEntries([...samples].map(([name, some]) => [name, Object.fromEntries(some)]));
  return `${JSON.stringify({ ...about, servers, goals: judged }, null, 2)}\n`;
}
