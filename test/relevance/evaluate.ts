/**
 * Asks the judged queries of the real content and prints how well they are answered, beside the figures of
 * the last run that was kept.
 * `npm run search:evaluate [-- --write]`
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { runCommand } from "../../src/cli/command.js";
import { whyNoSearchServer } from "../support/search-server.js";
import { answerQueries } from "./answer-queries.js";
import { figuresByGroup, groups, type Figures, type FiguresByGroup } from "./figures.js";
import { openJudgedIndexes } from "./judged-indexes.js";
import { judgedQueries } from "./judged-queries.js";

/** Engine → its figures. */
type KeptFigures = Readonly<Record<string, FiguresByGroup>>;

const figuresFile = fileURLToPath(new URL("figures.json", import.meta.url));
const isWriting = process.argv.includes("--write");

const shown: readonly (readonly [string, (figures: Figures) => string])[] = [
  ["queries", ({ queries }) => String(queries)],
  ["success at 1", ({ successAt1 }) => successAt1.toFixed(3)],
  ["success at 3", ({ successAt3 }) => successAt3.toFixed(3)],
  ["recall at 10", ({ recallAt10 }) => recallAt10.toFixed(3)],
  ["nothing found", ({ zeroResults }) => String(zeroResults)],
  ["no answer, admitted", ({ unanswerable, admitted }) => `${admitted} of ${unanswerable}`],
];

/** What the columns count: printed with them, for who has not read `figures.ts`. */
const legend = [
  "success at n         share of the queries whose best answer is among the first n hits",
  "recall at 10         share of the relevant cases that are among the first ten hits, averaged",
  "nothing found        queries with an answer that found nothing",
  "no answer, admitted  queries without an answer that found nothing or said that they were loose",
  "(figure)             in brackets: that of the last run that was kept, where it was another",
  "held-out             queries that nothing is tuned on",
];

await runCommand("search:evaluate", async () => {
  const queries = judgedQueries();
  const kept = existsSync(figuresFile) ? (JSON.parse(readFileSync(figuresFile, "utf8")) as KeptFigures) : {};
  const measured = await measure(queries);
  for (const [engine, figures] of Object.entries(measured)) {
    console.log(`${engine}\n${tableOf(figures, kept[engine])}\n`);
  }
  console.log(legend.join("\n"));
  if (isWriting) writeFileSync(figuresFile, `${JSON.stringify({ ...kept, ...measured }, null, 2)}\n`);
  const engines = Object.keys(measured).join(" and ");
  const written = isWriting ? ", written to test/relevance/figures.json" : "";
  return `${queries.length} queries to ${engines}${written}${whyNoSearchServer}`;
});

/** Asks each index of the real content. */
async function measure(queries: ReturnType<typeof judgedQueries>): Promise<KeptFigures> {
  const { indexes, edition, close } = await openJudgedIndexes();
  try {
    const measured: Record<string, FiguresByGroup> = {};
    for (const { engine } of indexes) {
      const answers = await answerQueries(queries, engine, edition);
      measured[(await engine.state()).engine] = figuresByGroup(answers);
    }
    return measured;
  } finally {
    await close();
  }
}

/** One line a group; the kept figure in brackets where it was another. Columns are two spaces apart. */
function tableOf(figures: FiguresByGroup, kept: FiguresByGroup | undefined): string {
  const lines = groups.map((group) => [
    group,
    ...shown.map(([, show]) => {
      const [now, before] = [show(figures[group]), kept && show(kept[group])];
      return before === undefined || before === now ? now : `${now} (${before})`;
    }),
  ]);
  const table = [["", ...shown.map(([name]) => name)], ...lines];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0)));
  const rows = table.map((line) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
      )
      .join("  "),
  );
  return rows.join("\n");
}
