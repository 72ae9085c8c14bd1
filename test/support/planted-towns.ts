import { aCase, aTown, enterprisesFigure, label, use, vocabulary } from "./content.js";

/** Three model cases for conditions to be looked for in, and the vocabularies that they need. */

/** Vocabularies with all sizes, and a practice that no case uses. */
export const lists = {
  "vocabulary/units.yaml": [
    ...vocabulary["vocabulary/units.yaml"],
    { code: "SQUARE_METRE", name: label("平方米", "square metres") },
    { code: "PERSON", name: label("人", "people") },
  ],
  "vocabulary/measures.yaml": [
    ...vocabulary["vocabulary/measures.yaml"],
    { key: "area", unit: "SQUARE_METRE", name: label("面积", "Area") },
    { key: "jobs", unit: "PERSON", name: label("就业人数", "Jobs") },
    { key: "investment", unit: "CNY", name: label("投资额", "Investment") },
  ],
  "vocabulary/practices.yaml": [
    ...vocabulary["vocabulary/practices.yaml"],
    {
      ...{ slug: "night-market", name: label("夜市", "night market") },
      ...{ description: label("晚上开市。", "A market at night."), conditions: [] },
    },
  ],
};

/** Which all three use, so that all three are in every answer that asks for it too. */
export const everywhere = "clean-up-first";

/** Evidence with one figure, of 2020 unless told. */
export const figure = (anchor: string, measure: string, value: number, rest: object = {}) => ({
  ...enterprisesFigure({}),
  anchor,
  indicators: [
    { ...{ measure, value, timeBasis: "POINT", asOf: "2020" }, valueText: label("若干", "some"), ...rest },
  ],
});

/** Says something of everything. */
export const told = aCase({
  slug: "told",
  town: aTown("told", {
    region: "huzhou",
    industries: ["hosiery", "cars"],
    location: { latitude: 30, longitude: 120, basis: label("约数", "Approximate") },
  }),
  practices: [use("shared-design", "f2"), use(everywhere)],
  problems: [{ problem: "thin-margins", evidence: ["f1", "f2"] }],
  evidence: [
    enterprisesFigure({ value: 3000, asOf: "2019" }),
    figure("f2", "enterprises", 900),
    figure("f3", "area", 3_000_000),
    figure("f4", "jobs", 6000),
    figure("f5", "investment", 5e9, { timeBasis: "CUMULATIVE" }),
  ],
});

/** Nothing but the region is known. */
export const silent = aCase({
  slug: "silent",
  town: aTown("silent", { industries: [] }),
  practices: [use(everywhere)],
  evidence: [
    figure("f1", "enterprises", 900, { nature: "PLANNED" }),
    figure("f2", "enterprises", 900, { scope: "WIDER_AREA" }),
    figure("f3", "investment", 5e9),
    figure("f4", "jobs", 6000, { timeBasis: "RECURRING" }),
  ],
});

/** Of another province, with a new industry. */
export const modern = aCase({
  slug: "modern",
  town: aTown("modern", { region: "automobile-zone", industries: ["cars"] }),
  practices: [use(everywhere)],
});
