import { expect, test } from "vitest";
import { testApp } from "../support/app.js";
import { aCase, contentOf } from "../support/content.js";

const question = '{ case(slug: "one") { citation } serviceInfo { contentRevision } }';

interface Answer {
  readonly case: { readonly citation: string };
  readonly serviceInfo: { readonly contentRevision: number };
}

test("a citation names the revision, the content revision, the day, and the query that opens the case", async () => {
  const app = await testApp(contentOf([aCase({ slug: "one" })]));
  const { case: one, serviceInfo } = await app.data<Answer>(question);
  expect(one.citation).toBe(
    `Exemplar 特色小镇典型经验案例库. one案例（one小镇）[DB/OL]. 第1次修订，内容版本${serviceInfo.contentRevision}. (2026-01-02). GraphQL: case(slug: "one").`,
  );
});

test("where the service knows its address, a citation ends in one that opens the case, in exports too", async () => {
  const publicUrl = "https://cases.example.org/exemplar";
  const app = await testApp(contentOf([aCase({ slug: "one" })]), { EXEMPLAR_PUBLIC_URL: `${publicUrl}/` });
  const { case: one } = await app.data<Answer>(question);
  const address = /\(2026-01-02\)\. (\S+)\.$/.exec(one.citation)?.[1] ?? "";
  expect(address.startsWith(`${publicUrl}/graphql?`)).toBe(true);
  // As a browser asks when somebody follows it.
  const accept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
  const url = address.slice(publicUrl.length);
  const opened = await app.http.inject({ method: "GET", url, headers: { accept } });
  expect(opened.statusCode).toBe(200);
  expect(opened.json()).toMatchObject({ data: { case: { title: { zh: "one案例" }, revision: 1 } } });
  const exported = await app.http.inject({ method: "GET", url: "/export/cases.jsonl" });
  expect(JSON.parse(exported.body)).toMatchObject({ citation: one.citation });
});

test("a Chinese source that was read at a repost is cited in Chinese, an English one as it is", async () => {
  const app = await testApp();
  const { sources } = await app.data<{ sources: { nodes: CitedSource[] } }>(
    "{ sources(first: 100) { nodes { publisher language isRepost citation } } }",
  );
  const chinese = sources.nodes.filter(({ language, isRepost }) => language.startsWith("zh") && isRepost);
  expect(chinese.length).toBeGreaterThan(20);
  for (const { citation } of chinese)
    expect(citation).not.toMatch(/\b(repost|reposted|mirror|carried by|copy on|third-party)\b/);
  for (const { publisher, citation } of sources.nodes)
    expect(citation.startsWith(`${publisher}. `), citation).toBe(true);
});

interface CitedSource {
  readonly publisher: string;
  readonly language: string;
  readonly isRepost: boolean;
  readonly citation: string;
}
