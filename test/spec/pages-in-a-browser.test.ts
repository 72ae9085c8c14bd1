import type { Locator } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isSkipped, noBrowser, startBrowser, type TestBrowser } from "../support/browser.js";
import { openTestApp } from "../support/app.js";

const wide = { width: 1280, height: 800 };
const narrow = { width: 360, height: 740 };

describe.skipIf(isSkipped)(`the pages in a browser${isSkipped ? ` (skipped: ${noBrowser})` : ""}`, () => {
  let browser: TestBrowser;
  const closing: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const app = await openTestApp();
    closing.unshift(() => app.close());
    browser = await startBrowser(await app.http.listen({ port: 0, host: "127.0.0.1" }));
    closing.unshift(() => browser.close());
  });
  afterAll(async () => {
    for (const close of closing) await close();
  });

  it.each([wide, narrow])("begin with one that fits into a window of $width pixels", async (size) => {
    const { page, troubles } = await browser.open("/", size);
    expect(await page.title()).toContain("Exemplar");
    expect(await page.getByRole("heading", { level: 1 }).count()).toBe(1);
    await page.locator("details").evaluateAll((all) => all.forEach((one) => one.setAttribute("open", "")));
    expect(await page.locator("pre:visible").count()).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(size.width);
    const widths = await page.locator("pre").evaluateAll((all) => all.map((one) => one.scrollWidth));
    expect(Math.max(...widths)).toBeLessThan(size.width);
    expect(troubles).toEqual([]);
  });

  it("follow the colours of the reader's system", async () => {
    const { page } = await browser.open("/", narrow);
    const colour = () => page.evaluate("getComputedStyle(document.querySelector('p')).color");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await colour()).toBe("rgb(0, 0, 0)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await colour()).toBe("rgb(255, 255, 255)");
  });

  it("lead somewhere by every link, and by each example to data", async () => {
    const { page, troubles } = await browser.open("/", wide);
    const links = await page.getByRole("link").all();
    const urls = await Promise.all(links.map((link) => link.getAttribute("href")));
    const examples = urls.filter((url) => url?.startsWith("/graphql?"));
    expect(examples).toHaveLength(3);
    const files = urls.filter((url) => url?.startsWith("/export/"));
    expect(files).toHaveLength(4);
    expect(urls).toEqual(["/explorer", "/schema.graphql", ...files, "/readyz", ...examples]);
    for (const url of files) {
      expect((await page.request.head(new URL(url ?? "", page.url()).href)).status(), url ?? "").toBe(200);
    }
    for (const url of urls.filter((one) => !files.includes(one))) {
      const answer = await page.goto(new URL(url ?? "", page.url()).href);
      expect(answer?.status(), url ?? "").toBe(200);
    }
    for (const url of examples) {
      await page.goto(new URL(url ?? "", page.url()).href);
      const shown = JSON.parse(await page.innerText("pre")) as object;
      expect(shown).not.toHaveProperty("errors");
      expect(JSON.stringify(shown)).toMatch(/^{"data":{.*"totalCount":[1-9]/);
    }
    expect(troubles).toEqual([]);
  });

  it.each([wide, narrow])(
    "have an explorer that works in a window of $width pixels",
    async (size) => {
      const { page, troubles } = await browser.open("/explorer", size);
      const operationEditor = page.getByLabel("Operation Editor");
      const run = page.getByRole("button", { name: "Execute query" });
      const answer = page.getByLabel("Result Window");
      await expectText(operationEditor, "query PortalHome");
      await run.click();
      await expectText(answer, '"categories"');
      const { x, width } = (await answer.boundingBox()) ?? { x: 0, width: 0 };
      expect(width).toBeGreaterThan(200);
      expect(x + width).toBeLessThanOrEqual(size.width);
      expect(await page.locator(".graphiql-tab-button").allTextContents()).toEqual([
        "PortalHome",
        "CasesByCategory",
        "PortalList",
        "PortalRefetch",
        "EvidenceOf",
        "FullText",
      ]);
      // A tab can be dragged as well: a press that comes while the tabs move opens nothing.
      const openTab = async () => {
        await page.getByRole("button", { name: "FullText", exact: true }).click();
        await expectText(operationEditor, "query FullText", 3_000);
      };
      await vi.waitFor(openTab, { timeout: 30_000 });
      // GraphiQL learns the name of a tab's operation a moment after it shows its text; a person is slower than that.
      const askIt = async () => {
        await run.click();
        await expectText(answer, '"searchCases"', 3_000);
      };
      await vi.waitFor(askIt, { timeout: 30_000 });
      expect(troubles).toEqual([]);
    },
    90_000,
  );

  it("have an explorer that knows the schema", async () => {
    const { page, troubles } = await browser.open("/explorer", wide);
    await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
    await page.getByText("Root Types").waitFor();
    await page.getByRole("link", { name: "Query", exact: true }).click();
    await page.getByRole("link", { name: "searchCases", exact: true }).waitFor();
    expect(troubles).toEqual([]);
  });

  it("show the schema", async () => {
    const { page, troubles } = await browser.open("/schema.graphql", narrow);
    expect(await page.innerText("body")).toContain("type Query {");
    expect(troubles).toEqual([]);
  });

  it("would be caught at a request to elsewhere and at a breach of their policy", async () => {
    const { page, troubles } = await browser.open("/", wide);
    const ask =
      "new Promise((done) => { const i = new Image(); i.onerror = done; i.src = '//elsewhere.test/'; })";
    await page.evaluate(`${ask}.then(() => null)`);
    expect(troubles).toContain("policy: img-src forbids http://elsewhere.test/");
    await page.goto("about:blank");
    await page.evaluate(`${ask.replace("//", "http://")}.then(() => null)`);
    expect(troubles).toContain("request to http://elsewhere.test/");
  });
});

/** GraphiQL takes a moment to put texts into its editors, with spaces that do not break. */
async function expectText(editor: Locator, text: string, timeout = 30_000): Promise<void> {
  const shown = async () => (await editor.innerText()).replace(/\s/g, " ");
  await expect.poll(shown, { timeout }).toContain(text);
}
