import { describe, expect, test } from "vitest";
import { documentOf, fingerprintOf } from "../../src/search/search-document.js";
import { caseId, caseViewOf } from "../support/case-views.js";

const sketch = {
  slug: "zhuji",
  title: { zh: "题", en: "Title" },
  town: { zh: "镇", en: "Town" },
  formerTownNames: [{ zh: "旧名", en: "Old name" }],
  summary: { zh: "概要", en: "Summary" },
  sections: { PRACTICE: { zh: "做法", en: "What was done" }, RESULT: { zh: "结果" } },
  evidence: [
    { statement: { zh: "证据", en: "Evidence" }, section: "RESULT" },
    { statement: { zh: "名单", en: "List" } },
  ],
  tags: [{ zh: "标签", en: "tag" }],
  practices: [{ zh: "办法", en: "practice" }],
  industries: [{ zh: "纺织", en: "textiles" }],
} as const;

describe("the document of a case", () => {
  test("has every text that can be found, with its field, section and language", () => {
    const { id, texts } = documentOf(caseViewOf(sketch));
    expect(id).toBe(caseId("zhuji"));
    expect(
      texts.map(({ field, section, locale, text }) => `${field} ${section ?? "-"} ${locale} ${text}`),
    ).toEqual([
      "TITLE - ZH 题",
      "TITLE - EN Title",
      "TOWN - ZH 镇",
      "TOWN - EN Town",
      "TOWN - ZH 旧名",
      "TOWN - EN Old name",
      "SUMMARY - ZH 概要",
      "SUMMARY - EN Summary",
      "NARRATIVE PRACTICE ZH 做法",
      "NARRATIVE PRACTICE EN What was done",
      "NARRATIVE RESULT ZH 结果",
      "EVIDENCE RESULT ZH 证据",
      "EVIDENCE RESULT EN Evidence",
      "EVIDENCE - ZH 名单",
      "EVIDENCE - EN List",
      "TAG - ZH 标签",
      "TAG - EN tag",
      "TAG - ZH 办法",
      "TAG - EN practice",
      "TAG - ZH 纺织",
      "TAG - EN textiles",
      "TAG - ZH zhejiang",
      "TAG - EN zhejiang",
      "TAG - ZH NEW_INDUSTRY_CLUSTER",
      "TAG - EN NEW_INDUSTRY_CLUSTER",
      "TAG - ZH 典型经验案例",
      "TAG - EN Model cases",
    ]);
  });

  test("has one fingerprint for one content, another for any other", () => {
    const first = fingerprintOf(documentOf(caseViewOf(sketch)));
    expect(fingerprintOf(documentOf(caseViewOf(sketch)))).toBe(first);
    expect(fingerprintOf(documentOf(caseViewOf({ ...sketch, round: 2 })))).not.toBe(first);
    expect(fingerprintOf(documentOf(caseViewOf({ ...sketch, slug: "deqing" })))).not.toBe(first);
    expect(fingerprintOf(documentOf(caseViewOf({ ...sketch, tags: [] })))).not.toBe(first);
  });
});
