import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { onTestFinished } from "vitest";

export interface TestBrowser {
  /** Until the end of the test. */
  open(path: string, size: Size): Promise<OpenPage>;
  close(): Promise<void>;
}

export interface OpenPage {
  readonly page: Page;
  /** What should not be: errors and warnings, breaches of the page's policy, requests to elsewhere. */
  readonly troubles: readonly string[];
}

/** Of a window, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

const executablePath = findBrowser();

/** Why a test that needs a browser cannot run; null: it can. */
export const noBrowser = executablePath
  ? null
  : "no chromium on the PATH; Debian: apt-get install --no-install-recommends chromium";

/** Without a browser: a skipped test, or a failure where EXEMPLAR_TEST_REQUIRE_BROWSER is set. */
export const isSkipped = noBrowser !== null && !process.env["EXEMPLAR_TEST_REQUIRE_BROWSER"];

/** A browser that can reach nothing but the server at `origin`. */
export async function startBrowser(origin: string): Promise<TestBrowser> {
  if (!executablePath) throw new Error(noBrowser ?? "");
  const browser = await chromium.launch({ executablePath, args });
  return {
    async open(path, size) {
      // Each page is a new visitor's: GraphiQL keeps its tabs, empty ones too when somebody leaves at once.
      const context = await browser.newContext({ viewport: size });
      // Less than a test may take, so that the error says what was waited for.
      context.setDefaultTimeout(10_000);
      await context.addInitScript({ content: reportBreaches });
      await context.route(
        (url) => url.origin !== origin,
        (route) => route.abort(),
      );
      const page = await context.newPage();
      onTestFinished(() => context.close());
      const troubles = watch(page, origin);
      await page.goto(new URL(path, origin).href);
      return { page, troubles };
    },
    close: () => browser.close(),
  };
}

const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** Runs in each page before its own scripts. */
const reportBreaches = `document.addEventListener("securitypolicyviolation", (breach) => {
  console.error("policy: " + breach.effectiveDirective + " forbids " + breach.blockedURI);
});`;

function watch(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(message.text());
  });
  page.on("pageerror", (error) => troubles.push(error.message));
  page.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:") troubles.push(`request to ${url.href}`);
  });
  return troubles;
}

function findBrowser(): string | undefined {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter).filter(Boolean), "/usr/bin"];
  const names = ["chromium", "chromium-browser", "google-chrome"];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
