import { expect, test } from "vitest";
import { pairsInRun, wordsInRun } from "../../src/text/segment.js";

test.each([
  ["地理信息产业集群", ["地理", "信息", "产业", "集群"]],
  ["特色小镇怎么吸引人才", ["特色", "小镇", "怎么", "吸引", "人才"]],
  ["产业链的企业", ["产业", "企业"]],
  ["的", []],
])("the words in %s are %j", (run, words) => {
  expect(wordsInRun(run)).toEqual(words);
});

test.each([
  ["人口市民", ["人口", "市民"]],
  ["锂电池", ["锂电", "电池"]],
  ["新能源汽车", ["新能", "能源", "汽车"]],
  ["镇", []],
])("the pairs of neighbours in %s that are not out of two words are %j", (run, pairs) => {
  expect(pairsInRun(run)).toEqual(pairs);
});
