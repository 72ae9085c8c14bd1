import type { CaseView } from "../../src/catalogue/views.js";
import type { GlossaryTermView } from "../../src/catalogue/vocabulary-views.js";
import { categoryKeys } from "../../src/terms.js";
import { caseViewOf } from "./case-views.js";

/** Six cases with texts of their own, in both languages. */
export function towns(): CaseView[] {
  return [
    caseViewOf({
      slug: "deqing",
      title: { zh: "德清地理信息小镇：从零到产业集群", en: "Deqing: a cluster from nothing" },
      town: { zh: "德清地理信息小镇", en: "Deqing Geographic Information Town" },
      summary: { zh: "一座县城引来测绘企业。", en: "A county town drew surveying firms." },
      sections: {
        PRACTICE: {
          zh: "2019年，地理信息产业链上的企业超过1200家。小镇建了5G基站，还办了R&D中心。",
          en: "In 2019 more than 1,200 geographic information firms were there. The town built a 5G network and an R&D centre.",
        },
        RESULT: { zh: "税收达到7.4亿元。", en: "Taxes reached 740 million yuan." },
      },
      evidence: [
        {
          statement: { zh: "浙江大学在此设立研究院。", en: "Zhejiang University set up an institute." },
          section: "PRACTICE",
        },
        { statement: { zh: "列入首批名单。", en: "It was on the first list." } },
      ],
      tags: [{ zh: "数字经济", en: "digital economy" }],
      industries: [{ zh: "测绘", en: "surveying" }],
    }),
    caseViewOf({
      slug: "zhuji",
      title: { zh: "诸暨袜艺小镇：一双袜子的升级", en: "Zhuji: upgrading a sock" },
      town: { zh: "诸暨袜艺小镇", en: "Zhuji Hosiery Town" },
      formerTownNames: [{ zh: "大唐袜业城", en: "Datang Sock City" }],
      summary: { zh: "袜业老镇换机器。", en: "An old hosiery town changed its machines." },
      sections: {
        BACKGROUND: { zh: "大唐的袜业起于乡镇工厂。", en: "Hosiery here began in village workshops." },
        PRACTICE: {
          zh: "企业把信息接进机器，地理上分散的作坊搬进园区。",
          en: "Firms put machines online; e-commerce came later. Scattered workshops moved into a park.",
        },
      },
      category: "TRADITIONAL_INDUSTRY_UPGRADING",
      practices: [{ zh: "机器换人", en: "machines for people" }],
      industries: [{ zh: "纺织", en: "textiles" }],
    }),
    caseViewOf({
      slug: "ningde",
      title: { zh: "宁德锂电新能源小镇：一家企业带来一条链", en: "Ningde: one firm brings a chain" },
      town: { zh: "宁德锂电新能源小镇", en: "Ningde Lithium Battery Town" },
      summary: { zh: "锂电池带动材料工厂。", en: "The lithium battery drew makers of materials." },
      sections: {
        PRACTICE: { zh: "新能源汽车用的锂电池在此生产。", en: "Batteries for electric cars are made here." },
      },
      province: "fujian",
      round: 2,
      industries: [{ zh: "新能源", en: "new energy" }],
      updatedAt: new Date("2026-03-01T00:00:00Z"),
    }),
    caseViewOf({
      slug: "suzhou",
      title: { zh: "苏绣小镇：绣娘的街", en: "Su Embroidery Town: a street of embroiderers" },
      town: { zh: "苏州苏绣小镇", en: "Suzhou Su Embroidery Town" },
      sections: {
        PRACTICE: {
          zh: "绣娘在镇湖街开店，能源与汽车都不是这里的产业。",
          en: "Embroiderers keep shops in the street of Zhenhu.",
        },
        LESSON: { zh: "手艺靠人传。", en: "A craft lives by people." },
      },
      category: "CULTURAL_HERITAGE",
      province: "jiangsu",
      tags: [{ zh: "非遗", en: "intangible heritage" }],
    }),
    caseViewOf({
      slug: "qujing",
      title: { zh: "曲靖职教小镇：学校搬进新城", en: "Qujing: schools move to a new town" },
      sections: {
        PROBLEM: { zh: "农民进城没有手艺。", en: "People came from the farms without a trade." },
        PRACTICE: {
          zh: "十四所学校迁入；信息技术课对外开放。",
          en: "Fourteen schools moved in; courses are open to all.",
        },
      },
      category: "POPULATION_TRANSFER",
      province: "yunnan",
      round: 2,
      updatedAt: new Date("2026-02-01T00:00:00Z"),
    }),
    caseViewOf({
      slug: "hefei",
      title: { zh: "合肥三瓜公社：乡村开网店", en: "Hefei Sangua Commune: villages online" },
      sections: { PRACTICE: { zh: "村民开网店卖瓜子。", en: "Villagers sell seeds on the web." } },
      category: null,
      province: "anhui",
      round: null,
    }),
  ];
}

/** What texts in one language call a thing, and those in the other. */
export const fewTerms: readonly GlossaryTermView[] = [
  { zh: ["锂电池", "锂电"], en: ["lithium battery", "lithium batteries"], note: null },
  { zh: ["产业"], en: ["industry", "trade"], note: null },
  { zh: ["袜业", "袜子"], en: ["hosiery", "sock", "socks"], note: null },
  { zh: ["电商", "电子商务"], en: ["e-commerce", "online retail"], note: null },
  { zh: ["小镇"], en: ["characteristic town"], note: null },
];

const zhWords = ["产业", "能源", "信息", "小镇", "汽车", "地理", "工厂", "学校", "旅游", "文化"];
const enWords = ["industry", "energy", "information", "town", "vehicle", "school", "tourism", "culture"];
const provinces = ["zhejiang", "jiangsu", "fujian", "yunnan"];

/** Many cases out of few words: the same ones for the same number. */
export function manyTowns(count: number): CaseView[] {
  return Array.from({ length: count }, (_, place) => {
    const pick = <T>(list: readonly T[], step: number): T | undefined =>
      list[(place * step + Math.floor(place / list.length)) % list.length];
    const zh = [1, 3, 7].map((step) => pick(zhWords, step)).join("");
    const en = [1, 3, 5].map((step) => pick(enWords, step)).join(" ");
    return caseViewOf({
      slug: `town-${place}`,
      title: {
        zh: `第${place + 1}镇${pick(zhWords, 3) ?? ""}`,
        en: `Town ${place + 1} ${pick(enWords, 3) ?? ""}`,
      },
      sections: { PRACTICE: { zh: `${zh}。`, en: `${en}.` } },
      evidence: [{ statement: { zh: `${zh}的证据`, en: `evidence of ${en}` }, section: "PRACTICE" }],
      category: place % 7 === 6 ? null : (categoryKeys[place % 5] ?? null),
      province: pick(provinces, 1) ?? "zhejiang",
      round: place % 3 === 0 ? null : place % 3,
      tags: place % 2 === 0 ? [{ zh: "标签", en: "even" }] : [],
      updatedAt: new Date(Date.UTC(2026, 0, 1 + ((place * 7) % 28))),
    });
  });
}
