import { townKinds, townStatusKinds } from "../../terms.js";
import type { TownFile } from "../case-file.js";
import { letters, sourceCount, sourceKey, MARK, type Choices, type SetSize } from "./lists.js";
import { randomFor, type Random } from "./random.js";
import { chineseWord, englishWord } from "./words.js";

export const townSlug = (seed: number, place: number): string => `synthetic-${seed}-town-${place}`;

/** The town of this place in the set. */
export function syntheticTown(size: SetSize, place: number, choices: Choices): TownFile {
  const random = randomFor(size.seed, 2, place);
  const industries = random.someOf(choices.industries, random.between(1, 3));
  const trade = industries[0]?.name ?? { zh: "产业", en: "Industry" };
  const source = (): string => sourceKey(size.seed, random.between(0, sourceCount(size) - 1));
  return {
    slug: townSlug(size.seed, place),
    kind: random.isOneIn(12) ? random.of(townKinds) : "CHARACTERISTIC_TOWN",
    name: nameOf(random, place, trade),
    formerNames: random.isOneIn(10)
      ? [{ name: nameOf(random, place, trade), until: "2018", source: source() }]
      : [],
    region: random.of(choices.regions),
    location: random.isOneIn(5)
      ? null
      : {
          latitude: random.between(2000, 5000) / 100,
          longitude: random.between(9000, 13000) / 100,
          basis: { zh: "随机", en: "At random" },
        },
    industries: industries.map(({ key }) => key),
    statusHistory: random.someOf(townStatusKinds, random.between(1, 3)).map((kind) => ({
      ...{ kind, date: `20${random.between(14, 25)}`, round: kind === "CITED" ? random.between(1, 2) : null },
      ...{ authority: null, list: null, note: null, isDisputed: random.isOneIn(40), sources: [source()] },
    })),
  };
}

function nameOf(random: Random, place: number, trade: { readonly zh: string; readonly en: string }) {
  const [zh, en] = [
    chineseWord(random) + chineseWord(random),
    `${englishWord(random)}${englishWord(random)}`,
  ];
  return {
    zh: `${MARK.zh}${zh}${trade.zh}小镇`,
    en: `${MARK.en}${en.slice(0, 1).toUpperCase()}${en.slice(1)} ${trade.en} Town ${letters(place)}`,
  };
}
