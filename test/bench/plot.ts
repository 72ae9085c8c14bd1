import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { peersFolder } from "./project-folder.js";
import type { Samples } from "./ratios.js";

/** Requests that one core answers in a second, as bars on a logarithmic scale; SVG. */
export async function plotOf(samples: Samples): Promise<string> {
  const titles = { list: "list page", case: "one case" } as const;
  const bars = (["list", "case"] as const).flatMap((workload) =>
    [...samples].flatMap(([server, some]) => {
      const sample = some.get(workload);
      return sample
        ? [{ server, workload: titles[workload], capacity: Math.round(1000 / sample.cpuMs) }]
        : [];
    }),
  );
  // The plotting library is installed where the peers are.
  const drawing = promisify(execFile)(process.execPath, [
    join(peersFolder, "draw.mjs"),
    JSON.stringify(bars),
  ]);
  return (await drawing).stdout;
}
