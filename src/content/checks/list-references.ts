import { categoryKeys, type RegionLevel } from "../../terms.js";
import type { Problem, SeedFiles } from "../seed-files.js";
import { resolverOf, type Resolve } from "./known-names.js";
import type { Rule } from "./rule.js";

/** Every key that the vocabularies and the programme name is there, and what goes in pairs is paired. */
export const checkListReferences: Rule = (files) => {
  const resolve = resolverOf(files);
  return [
    ...sourceProblems(files, resolve),
    ...categoryProblems(files),
    ...regionProblems(files, resolve),
    ...unitProblems(files, resolve),
    ...documentProblems(files, resolve),
    ...readingProblems(files, resolve),
  ];
};

/** Whatever names sources, names them right. */
function sourceProblems({ lists }: SeedFiles, resolve: Resolve): Problem[] {
  const sourced = [
    "programme/mechanisms.yaml",
    "programme/documents.yaml",
    "programme/events.yaml",
    "programme/corrections.yaml",
    "programme/statistics.yaml",
    "programme/themes.yaml",
    "programme/praised-provinces.yaml",
  ] as const;
  const named = sourced.flatMap((file) =>
    lists[file].flatMap(({ sources }, index) =>
      sources.flatMap((key, place) => resolve("source", key, { file, path: `[${index}].sources[${place}]` })),
    ),
  );
  const file = "vocabulary/categories.yaml";
  const wordings = lists[file].flatMap(({ namesAsPublished }, index) =>
    namesAsPublished.flatMap(({ source }, place) =>
      resolve("source", source, { file, path: `[${index}].namesAsPublished[${place}].source` }),
    ),
  );
  return [...wordings, ...named];
}

function categoryProblems({ lists }: SeedFiles): Problem[] {
  const file = "vocabulary/categories.yaml";
  if (lists[file].length === 0) return [];
  return categoryKeys
    .filter((key) => lists[file].every((category) => category.key !== key))
    .map((key) => ({ file, path: key, reason: "missing" }));
}

const parentLevels: Readonly<Record<RegionLevel, readonly RegionLevel[]>> = {
  PROVINCE: [],
  PREFECTURE: ["PROVINCE"],
  COUNTY: ["PREFECTURE", "PROVINCE"],
  FUNCTIONAL_ZONE: ["COUNTY", "PREFECTURE", "PROVINCE"],
};

function regionProblems({ lists }: SeedFiles, resolve: Resolve): Problem[] {
  const file = "vocabulary/regions.yaml";
  const regions = new Map(lists[file].map((region) => [region.key, region]));
  const praised = "programme/praised-provinces.yaml";
  return [
    ...lists[file].flatMap(({ key, level, parent }, index) => {
      const path = `[${index}].parent`;
      const parentLevel = regions.get(parent ?? "")?.level;
      if (parent === null) {
        return level === "PROVINCE" ? [] : [{ file, path, reason: `missing: which region holds ${key}?` }];
      }
      if (parentLevel === undefined) return resolve("region", parent, { file, path });
      if (parentLevels[level].includes(parentLevel)) return [];
      return [{ file, path, reason: `${key} is ${level}, and its parent ${parent} is ${parentLevel}` }];
    }),
    ...lists[praised].flatMap(({ region }, index) => {
      const path = `[${index}].region`;
      const level = regions.get(region)?.level;
      if (level === undefined) return resolve("region", region, { file: praised, path });
      return level === "PROVINCE" ? [] : [{ file: praised, path, reason: `${region} is no province` }];
    }),
  ];
}

function unitProblems({ lists }: SeedFiles, resolve: Resolve): Problem[] {
  const measures = "vocabulary/measures.yaml";
  const statistics = "programme/statistics.yaml";
  return [
    ...lists[measures].flatMap(({ unit }, index) =>
      resolve("unit", unit, { file: measures, path: `[${index}].unit` }),
    ),
    ...lists[statistics].flatMap(({ figures }, index) =>
      figures.flatMap(({ unit }, place) =>
        resolve("unit", unit, { file: statistics, path: `[${index}].figures[${place}].unit` }),
      ),
    ),
  ];
}

function documentProblems({ lists }: SeedFiles, resolve: Resolve): Problem[] {
  const file = "programme/documents.yaml";
  return lists[file].flatMap(({ key, replacedBy, succession }, index) => {
    const path = `[${index}].replacedBy`;
    if (replacedBy === key) return [{ file, path, reason: `${key} replaces itself` }];
    if (replacedBy !== null && succession === null) {
      return [{ file, path: `[${index}].succession`, reason: "missing: replacedBy wants it" }];
    }
    return replacedBy === null ? [] : resolve("document", replacedBy, { file, path });
  });
}

function readingProblems({ lists }: SeedFiles, resolve: Resolve): Problem[] {
  const file = "programme/corrections.yaml";
  const readings = new Map(lists[file].map((statistic) => [statistic.key, statistic.otherReadings]));
  return lists[file].flatMap(({ key, otherReadings }, index) =>
    otherReadings.flatMap((other, place) => {
      const path = `[${index}].otherReadings[${place}]`;
      if (other === key) return [{ file, path, reason: `${key} is no other reading of itself` }];
      if (readings.get(other)?.includes(key) === false) {
        return [{ file, path, reason: `${other} does not name ${key} in turn` }];
      }
      return resolve("correction", other, { file, path });
    }),
  );
}
