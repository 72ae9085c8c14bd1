import { accessSync, constants, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium, type Page } from "playwright-core";
import { newTemporaryFolder } from "./temporary-folder.js";

export interface TestBrowser {
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

/** A browser with an empty profile, which can reach nothing but the server at `origin`. */
export async function startBrowser(origin: string): Promise<TestBrowser> {
  if (!executablePath) throw new Error(noBrowser ?? "");
  const profile = newTemporaryFolder();
  const context = await chromium.launchPersistentContext(profile, { executablePath, args });
  // Less than a test may take, so that the error says what was waited for.
  context.setDefaultTimeout(10_000);
  await context.addInitScript({ content: reportBreaches });
  await context.route(
    (url) => url.origin !== origin,
    (route) => route.abort(),
  );
  return {
    async open(path, size) {
      const page = await context.newPage();
      const troubles = watch(page, origin);
      await page.setViewportSize(size);
      await page.goto(new URL(path, origin).href);
      return { page, troubles };
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
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
