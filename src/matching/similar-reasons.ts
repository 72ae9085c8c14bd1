import type { CaseFacts } from "../catalogue/case-facts.js";
import { indicatorOfSize } from "../catalogue/size-facts.js";
import type { NamedKeyView, Vocabulary } from "../catalogue/vocabulary-views.js";
import type { Label } from "../terms.js";
import type { KnownCase } from "./known-case.js";
import {
  compareSizes,
  kilometresApart,
  NEAR_KILOMETRES,
  sharedValues,
  tiesOf,
  type TieName,
} from "./similarity.js";

/** Why the second case is similar to the first, which is read: one reason for each part of the score that counted. */
export function reasonsOf(here: KnownCase, there: KnownCase, vocabulary: Vocabulary): Label[] {
  const ofTies = reasonsOfTies(here.facts, there.facts, vocabulary);
  if (here.facts.kind !== "EXEMPLARY") return ofTies;
  return [...ofTies, ...reasonsOfSizes(here, there), ...reasonsOfDistance(here.facts, there.facts)];
}

/** What stands before the names of what two cases share. */
const wordings: Readonly<Record<TieName, Label>> = {
  practices: { zh: "共有做法：", en: "Both use: " },
  category: { zh: "同属类别：", en: "Same category: " },
  industries: { zh: "共有产业：", en: "Industries of both: " },
  problems: { zh: "共有问题：", en: "Problems of both: " },
  practised: {
    zh: "它采用、而本案例是其反例的做法：",
    en: "It uses what this case is a counter-example of: ",
  },
  contradicted: { zh: "都是反例的做法：", en: "Both are counter-examples of: " },
};

function reasonsOfTies(here: CaseFacts, there: CaseFacts, vocabulary: Vocabulary): Label[] {
  return tiesOf[here.kind].flatMap((tie) => {
    const shared = sharedValues(tie, here, there);
    if (shared.length === 0) return [];
    const names = wordsOf(tie.name, vocabulary).flatMap(({ key, name }) =>
      shared.includes(key) ? name : [],
    );
    const { zh, en } = wordings[tie.name];
    return {
      zh: zh + names.map((name) => name.zh).join("、"),
      en: en + names.map((name) => name.en).join(", "),
    };
  });
}

function wordsOf(tie: TieName, vocabulary: Vocabulary): readonly NamedKeyView[] {
  switch (tie) {
    case "category":
      return vocabulary.categories;
    case "industries":
      return vocabulary.industries;
    case "problems":
      return vocabulary.problems;
    case "practices":
    case "practised":
    case "contradicted":
      return vocabulary.practices.map(({ slug, name }) => ({ key: slug, name }));
  }
}

/** In the words of the statements, so that “more than” stays what it is. */
function reasonsOfSizes(here: KnownCase, there: KnownCase): Label[] {
  return compareSizes(here.facts, there.facts).alike.flatMap((measure) => {
    const [mine, theirs] = [here, there].map(({ facts, view }) => {
      const size = facts.sizes[measure];
      return size && indicatorOfSize(view, measure, size);
    });
    if (mine === undefined || theirs === undefined) return [];
    const { name } = mine.measure;
    return {
      zh: `${name.zh}相近：本镇${mine.valueText.zh}，对方${theirs.valueText.zh}`,
      en: `${name.en} of like size: ${mine.valueText.en} here, ${theirs.valueText.en} there`,
    };
  });
}

/** To ten kilometres: places are only approximate. */
function reasonsOfDistance(here: CaseFacts, there: CaseFacts): Label[] {
  const kilometres = kilometresApart(here, there);
  if (kilometres === null || kilometres >= NEAR_KILOMETRES) return [];
  if (kilometres < 10) return [{ zh: "相距不到10公里", en: "Less than 10 km apart" }];
  const tens = 10 * Math.round(kilometres / 10);
  return [{ zh: `相距约${tens}公里`, en: `About ${tens} km apart` }];
}
