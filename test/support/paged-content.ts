import type { CaseFile } from "../../src/content/case-file.js";
import type { SeedFiles } from "../../src/content/seed-files.js";
import { aCase, contentOf, label, vocabulary } from "./content.js";
import { randomContent } from "./random-content.js";

const numbered = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

/** Generated content in which every list of the API has several pages. */
export function pagedContent(): SeedFiles {
  const some = randomContent(110, 3).cases.map(({ content }, index) => varied(content, index));
  return contentOf([...some, manyFacts], lists);
}

/** The same content with these cases withdrawn and these new ones published. */
export function changedContent(
  { cases }: SeedFiles,
  isWithdrawn: (index: number) => boolean,
  added: readonly CaseFile[],
): SeedFiles {
  const kept = cases.filter((_, index) => !isWithdrawn(index)).map(({ content }) => content);
  return contentOf([...kept, ...added], lists);
}

/** A published case that stands somewhere in every list. */
export function newCase(slug: string, index: number): CaseFile {
  const title = label(`${["阿", "波", "德", "诸", "杨"][index % 5] ?? ""}${slug}`, `Title ${slug}`);
  return varied(aCase({ slug, title, practices: [use("shared-design")] }), index);
}

const use = (practice: string) => ({ practice, reason: label("做法。", "How."), evidence: ["f1"] });

/** Its town has a Chinese name, its evidence two sources, and a document has named it. */
function varied(content: CaseFile, index: number): CaseFile {
  const { town } = content;
  const first = ["诸", "德", "阿", "杨", "波"][index % 5] ?? "";
  return {
    ...content,
    town: typeof town === "string" ? town : { ...town, name: label(`${first}镇${index}`, `Town ${index}`) },
    practices: [...content.practices, use(`practice-${index % 25}`)],
    documents: ["notice"],
    evidence: content.evidence.map((one) => ({ ...one, alsoReportedBy: [...one.alsoReportedBy, "gazette"] })),
  };
}

const facts = numbered(30).map((index) => `f${index + 1}`);

const manyFacts = varied(
  aCase({
    slug: "many-facts",
    title: label("德清", "Many facts"),
    sections: [
      {
        anchor: "practice",
        kind: "PRACTICE",
        heading: label("做法", "What was done"),
        narratives: label("做法很多。", "Many things were done."),
      },
    ],
    evidence: facts.map((anchor, index) => ({
      ...{ anchor, section: "practice", kind: index % 3 === 0 ? "OUTCOME" : "PRACTICE", source: "paper" },
      statement: label(`事实${index}。`, `Fact ${index}.`),
      // Each of the further sources is cited once: what nothing published cites is not shown.
      alsoReportedBy: index < 25 ? [`source-${index}`] : [],
    })),
  }),
  0,
);

const [anyPractice] = vocabulary["vocabulary/practices.yaml"];
const [anySource] = vocabulary["sources.yaml"];

const lists = {
  "vocabulary/practices.yaml": [
    ...vocabulary["vocabulary/practices.yaml"],
    ...numbered(25).flatMap((index) => (anyPractice ? [{ ...anyPractice, slug: `practice-${index}` }] : [])),
  ],
  "sources.yaml": [
    ...vocabulary["sources.yaml"],
    ...numbered(25).flatMap((index) => (anySource ? [{ ...anySource, key: `source-${index}` }] : [])),
  ],
  "programme/documents.yaml": [
    {
      key: "notice",
      title: label("通知", "A notice"),
      issuer: label("委员会", "The commission"),
      issued: "2019-07",
      summary: label("列出案例。", "It lists cases."),
      ...{ number: null, numberNote: null, issuedNote: null, published: null, url: null },
      ...{ replacedBy: null, succession: null, successionNote: null, instructions: [], sources: ["paper"] },
    },
  ],
};
