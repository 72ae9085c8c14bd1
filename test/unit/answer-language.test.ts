import { describe, expect, it } from "vitest";
import { preferredLocale } from "../../src/graphql/answer-language.js";

describe("the language of an answer", () => {
  it.each([
    [undefined, "EN"],
    ["", "EN"],
    ["zh", "ZH"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "ZH"],
    ["ZH-hant-TW", "ZH"],
    ["en,zh;q=0.9", "EN"],
    ["en;q=0.3, zh;q=0.7", "ZH"],
    ["en-GB, zh-CN", "EN"],
    ["zh-CN, en-GB", "ZH"],
    ["de, zh;q=0.1", "ZH"],
    ["de, fr;q=0.5", "EN"],
    ["zh;q=0, en;q=0", "EN"],
    ["zh;q=0", "EN"],
    ["zh;q=nonsense, en;q=0.1", "EN"],
    ["*", "EN"],
  ])("for Accept-Language %j is %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
