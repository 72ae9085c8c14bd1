import type { IncomingMessage } from "node:http";
import { expect, test } from "vitest";
import { keptAnswer } from "../../src/http/answer-cache/kept-answer.js";
import { createKnownTags } from "../../src/http/answer-cache/known-tags.js";

const answer = keptAnswer("{}", {});
const tag = answer.etags.br;
const asked = (url: string, headers: Record<string, string> = { "if-none-match": tag }): IncomingMessage =>
  ({ url, headers }) as unknown as IncomingMessage;

test("a tag leads to the key of the very request that it was given to", () => {
  const tags = createKnownTags();
  tags.remember(answer, asked("/one"), "key");
  expect(tags.keyFor(asked("/one"))).toBe("key");
  expect(tags.keyFor(asked("/two"))).toBeUndefined();
  expect(tags.keyFor(asked("/one", {}))).toBeUndefined();
  expect(tags.keyFor(asked("/one", { "if-none-match": tag, accept: "text/html" }))).toBeUndefined();
});

test("a tag of another answer is not remembered", () => {
  const tags = createKnownTags();
  const other = { "if-none-match": '"other"' };
  tags.remember(answer, asked("/one", other), "key");
  expect(tags.keyFor(asked("/one", other))).toBeUndefined();
});

test("when there are too many, all are forgotten", () => {
  const tags = createKnownTags(100);
  tags.remember(answer, asked("/one"), "one");
  tags.remember(
    keptAnswer("{ }", {}),
    asked("/two", { "if-none-match": keptAnswer("{ }", {}).etags.gzip }),
    "two",
  );
  expect(tags.keyFor(asked("/one"))).toBeUndefined();
});
