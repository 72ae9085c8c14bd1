import { expect, test } from "vitest";
import { inOtherNumber } from "../../src/text/number-en.js";

test.each([
  ["empty village", ["empty villages"]],
  ["empty villages", ["empty village"]],
  ["lithium battery", ["lithium batteries"]],
  ["lithium batteries", ["lithium battery"]],
  ["survey", ["surveys"]],
  ["branch", ["branches"]],
  ["branches", ["branche", "branch"]],
  ["disused houses", ["disused house", "disused hous"]],
  ["glass", ["glasses"]],
  ["5g", []],
  ["锂电池", []],
  ["", []],
])("the last word of %j in the other number: %j", (wording, others) => {
  expect(inOtherNumber(wording)).toEqual(others);
});
