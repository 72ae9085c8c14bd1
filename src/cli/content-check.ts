import { checkContent } from "../content/check.js";
import { figureCount } from "../content/checks/narrative-figures.js";
import { readSeedFiles, sentenceOf } from "../content/seed-files.js";
import { seedsFolder } from "../project-folders.js";

/** `npm run content:check`: says on one line each what is wrong with the seed files, or what has been checked. */
const { files, problems } = readSeedFiles(seedsFolder);
const all = [...problems, ...checkContent(files)];
for (const problem of all) console.error(sentenceOf(problem));
if (all.length > 0) {
  process.exitCode = 1;
} else {
  const evidence = files.cases.flatMap(({ content }) => content.evidence);
  const indicators = evidence.flatMap((item) => item.indicators);
  console.log(
    `content check: ${files.cases.length} cases, ${evidence.length} pieces of evidence, ` +
      `${indicators.length} indicators and ${figureCount(files)} figures in the narratives are sound`,
  );
}
