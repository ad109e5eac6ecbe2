// Starts the browser that the tests share, and builds the site that they look at.

import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const root = fileURLToPath(new URL("../..", import.meta.url));
const skipped = 77; // What ctest takes for "skipped", see tests/CMakeLists.txt.

// Debian's browser. No sandbox, because in a container there is none to be had, and
// nothing that it would look up on the network by itself.
const executablePath = "/usr/bin/chromium";
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// The paths of a site's pages, sorted. 404.html is for hosts only, and a redirect page is left
// before it can be looked at. What lies in _carnet/ is no page, but a part of some.
export async function pagesOf(site) {
  const paths = [];
  for (const path of (await readdir(site, { recursive: true })).sort()) {
    if (!path.endsWith(".html") || /(^|\/)404\.html$/.test(path) || path.startsWith("_carnet/")) continue;
    const text = await readFile(join(site, path), "utf8");
    if (!text.includes('http-equiv="refresh"')) paths.push(path);
  }
  return paths;
}

// What shows most of a theme: of the manual, these pages.
const showcase = [
  "index.html",
  "blocks/index.html",
  "blocks/code.html",
  "blocks/embed.html",
  "blocks/hint.html",
  "blocks/tabs.html",
  "blocks/updates.html",
  "fr/blocs.html",
  "reference/configuration.html",
  "reference/themes.html",
  "writing/images.html",
  "writing/tables.html",
];

// The manual, drawn with another theme.
function manualIn(theme) {
  const book = mkdtempSync(join(tmpdir(), "carnet-manual-"));
  process.on("exit", () => rmSync(book, { recursive: true, force: true }));
  cpSync(join(root, "content"), book, { recursive: true });
  appendFileSync(join(book, "carnet.yaml"), `\ntheme: ${theme}\n`);
  return { book, choose: () => showcase };
}

// What a test is asked for: the manual; with `--theme NAME` some of its pages in another theme; with
// the name of a folder in the corpora a real book, of whose pages 60 are looked at, spread over the
// book. Ends the process if that is not there.
export function chosenBook([name, theme]) {
  if (name === "--theme") return manualIn(theme);
  if (name === undefined) return { book: join(root, "content"), choose: (paths) => paths };
  const book = join(process.env.CARNET_SHARED ?? join(root, "..", "shared"), "corpora", name);
  if (!existsSync(book)) {
    console.log(`skipped: there is no ${book}`);
    process.exit(skipped);
  }
  const choose = (paths) => {
    const step = Math.max(1, Math.floor(paths.length / 60));
    return paths.filter((_, index) => index % step === 0).slice(0, 60);
  };
  return { book, choose };
}

// Calls `report(text)` for whatever goes wrong on `page` from now on: errors and warnings on the
// console, requests that fail, and any that would leave the disk. A request that ends because the
// test went on to the next page (a diagram may still be loading then) is no failure.
export function watch(page, report) {
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) report(message.text());
  });
  page.on("pageerror", (error) => report(error.message));
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") report(`could not load ${request.url()}: ${reason}`);
  });
  page.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) report(`asked for ${request.url()}`);
  });
}

// Calls `test(browser, scratch)` with a folder for what the test needs, and ends the process as the test
// ended.
export async function withBrowser(test) {
  if (!existsSync(executablePath)) {
    console.log(`there is no ${executablePath}: apt-get install chromium`);
    process.exit(process.env.CI ? 1 : skipped);
  }
  const scratch = mkdtempSync(join(tmpdir(), "carnet-browser-"));
  let browser;
  try {
    browser = await chromium.launch({ executablePath, args });
    await test(browser, scratch);
  } catch (error) {
    console.log(error.stack ?? error);
    process.exitCode = 1;
  } finally {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}

// Builds the book at `folder` (from the root of the repository), calls `test(browser,
// site)` with the folder of the site, whose path is not a plain one, and ends the process as the
// test ended.
export async function withSite(folder, test) {
  await withBrowser(async (browser, scratch) => {
    const site = join(scratch, "un été #1, à 100 %", "site");
    mkdirSync(dirname(site));
    const build = spawnSync(
      process.env.CARNET_BINARY,
      ["build", resolve(root, folder), "-o", site],
      { encoding: "utf8" },
    );
    if (build.status !== 0) throw new Error(`the build ended with ${build.status}\n${build.stderr}`);
    await test(browser, site);
  });
}
