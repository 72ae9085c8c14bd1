import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readingsOf, soundOf } from "../../src/text/pinyin.js";

const soundsOf = (text: string) => readingsOf(text).map(({ syllables }) => syllables.join(" "));
const initialsOf = (text: string) => readingsOf(text).map(({ initials }) => initials.join(""));

describe("the reading of a name", () => {
  test.each([
    ["诸暨袜艺小镇", "zhu ji wa yi xiao zhen"],
    ["諸暨襪藝小鎮", "zhu ji wa yi xiao zhen"],
    ["虎丘区(苏州高新区)", "hu qiu qu su zhou gao xin qu"],
    ["成都温江“三医”研发小镇", "cheng du wen jiang san yi yan fa xiao zhen"],
    ["５G小镇 R&D 2021", "5g xiao zhen r d 2021"],
    ["Xi'an", "xi an"],
    ["", ""],
    ["：，！🏭", ""],
  ])("%s: %s", (text, sounds) => {
    expect(soundsOf(text)).toEqual([sounds]);
  });

  test.each([
    ["长乐", "chang le"],
    ["长春", "chang chun"],
    ["市长", "shi zhang"],
    ["重庆", "chong qing"],
    ["厦门", "xia men"],
    ["大厦", "da sha"],
    ["朝阳市", "chao yang shi"],
    ["莘县", "shen xian"],
    ["六安市", "lu an shi"],
    ["蚌埠市", "beng bu shi"],
    ["丽水市", "li shui shi"],
    ["延边朝鲜族自治州", "yan bian chao xian zu zi zhi zhou"],
    ["蒙阴县", "meng yin xian"],
    ["句容市", "ju rong shi"],
    ["曲靖市", "qu jing shi"],
    ["行业协会", "hang ye xie hui"],
    ["传统文化传承", "chuan tong wen hua chuan cheng"],
  ])("%s is read %s, by the words around its characters", (text, sounds) => {
    expect(soundsOf(text)).toEqual([sounds]);
  });

  test("has ü both as u and as v", () => {
    expect(soundsOf("绿色旅游")).toEqual(["lu se lu you", "lv se lv you"]);
    expect(soundsOf("战略")).toEqual(["zhan lue", "zhan lve"]);
  });

  test("has an initial a syllable; words and figures stay whole", () => {
    expect(initialsOf("诸暨袜艺小镇")).toEqual(["zjwyxz"]);
    expect(initialsOf("5G小镇")).toEqual(["5gxz"]);
    expect(initialsOf("女性")).toEqual(["nx", "nx"]);
  });

  test("leaves a character that no dictionary has as it is", () => {
    expect(soundsOf("𠮷野")).toEqual(["𠮷 ye"]);
  });

  test("is there for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        for (const { syllables, initials } of readingsOf(text)) {
          expect(initials).toHaveLength(syllables.length);
        }
      }),
    );
  });
});

describe("a sound as it is typed", () => {
  test.each([
    ["zhuji", "zhuji"],
    ["Zhū jì", "zhuji"],
    ["zhu1 ji4", "zhuji"],
    ["zhu1ji4", "zhuji"],
    ["zhu'ji", "zhuji"],
    ["ZHU-JI", "zhuji"],
    ["ｚｈｕｊｉ", "zhuji"],
    ["lǜ", "lu"],
    ["lv4", "lv"],
    ["de5", "de"],
    ["诸ji", "zhuji"],
    ["g20", "g20"],
    ["2021", "2021"],
    ["", ""],
  ])("%j is %j", (typed, sound) => {
    expect(soundOf(typed)).toBe(sound);
  });
});
