import type { CaseFile } from "../case-file.js";
import type { Problem, SeedFiles } from "../seed-files.js";
import type { Rule } from "./rule.js";

/** Nothing has the name of something else: cases, towns, anchors in a case, keys in a list, sources. */
export const checkDuplicates: Rule = (files) => [
  ...repeated(files.cases.flatMap(caseSlugs), "another case has the slug"),
  ...repeated(files.cases.flatMap(townSlugs), "another file has the town"),
  ...files.cases.flatMap(({ file, content }) => [
    ...repeated(anchorsOf(file, content, "sections"), "another section has the anchor"),
    ...repeated(anchorsOf(file, content, "evidence"), "another piece of evidence has the anchor"),
    ...repeated(namesOf(file, "tags", content.tags), "is there twice:"),
    ...repeated(namesOf(file, "documents", content.documents), "is there twice:"),
    ...repeated(
      content.practices.map(({ practice }, index) => ({ file, path: `practices[${index}]`, name: practice })),
      "is there twice:",
    ),
  ]),
  ...listNames(files).flatMap((names) => repeated(names, "is there twice:")),
];

interface Named {
  readonly file: string;
  readonly path: string;
  readonly name: string;
}

/** Every name but the first of its kind is a problem. */
function repeated(names: readonly Named[], reason: string): Problem[] {
  const seen = new Map<string, Named>();
  return names.flatMap((named) => {
    const first = seen.get(named.name);
    if (first === undefined) {
      seen.set(named.name, named);
      return [];
    }
    const where = first.file === named.file ? first.path : `seeds/${first.file}`;
    return [{ file: named.file, path: named.path, reason: `${reason} ${named.name} (${where})` }];
  });
}

function caseSlugs({ file, content }: SeedFiles["cases"][number]): Named[] {
  return [
    { file, path: "slug", name: content.slug },
    ...content.formerSlugs.map((name, index) => ({ file, path: `formerSlugs[${index}]`, name })),
  ];
}

function townSlugs({ file, content }: SeedFiles["cases"][number]): Named[] {
  return typeof content.town === "string" ? [] : [{ file, path: "town.slug", name: content.town.slug }];
}

function anchorsOf(file: string, content: CaseFile, list: "sections" | "evidence"): Named[] {
  return content[list].map(({ anchor }, index) => ({ file, path: `${list}[${index}].anchor`, name: anchor }));
}

function namesOf(file: string, list: string, names: readonly string[]): Named[] {
  return names.map((name, index) => ({ file, path: `${list}[${index}]`, name }));
}

/** The keys of each list; of the sources also the addresses, as one article is one source. */
function listNames({ lists }: SeedFiles): Named[][] {
  const keyed = Object.entries(lists).map(([file, list]: [string, readonly object[]]) =>
    list.flatMap((item, index) => nameOf(file, item, index)),
  );
  const sources = lists["sources.yaml"].flatMap(({ url }, index) =>
    url === null ? [] : [{ file: "sources.yaml", path: `[${index}].url`, name: url }],
  );
  return [...keyed, sources];
}

function nameOf(file: string, item: object, index: number): Named[] {
  for (const [field, name] of Object.entries(item)) {
    if (!["key", "slug", "code", "position", "region"].includes(field)) continue;
    return [{ file, path: `[${index}].${field}`, name: String(name) }];
  }
  return [];
}
