import { expect, test } from "vitest";
import { remembering, rememberingBy, rememberingOf } from "../../src/search/remembering.js";

test.each([
  ["a text", (find: () => null) => remembering<string, null>(find) as (key: unknown) => null],
  ["what has a text", (find: () => null) => rememberingBy(() => "one", find)],
  ["an object", (find: () => null) => rememberingOf<object, null>(find) as (key: unknown) => null],
])("that there is nothing for %s is found out once", (_, rememberingIt) => {
  let times = 0;
  const find = rememberingIt(() => {
    times += 1;
    return null;
  });
  const key = { toString: () => "one" };
  expect([find(key), find(key), times]).toEqual([null, null, 1]);
});
