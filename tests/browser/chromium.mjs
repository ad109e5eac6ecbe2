// Starts the browser that the tests share, and builds the site that they look at.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

// Builds the book at `folder` (from the root of the repository), calls `test(browser,
// site)` with the folder of the site, and ends the process as the test ended.
export async function withSite(folder, test) {
  if (!existsSync(executablePath)) {
    console.log(`there is no ${executablePath}: apt-get install chromium`);
    process.exit(process.env.CI ? 1 : skipped);
  }
  const scratch = mkdtempSync(join(tmpdir(), "carnet-browser-"));
  let browser;
  try {
    const site = join(scratch, "site");
    const build = spawnSync(
      process.env.CARNET_BINARY,
      ["build", join(root, folder), "-o", site],
      { encoding: "utf8" },
    );
    if (build.status !== 0) throw new Error(`the build ended with ${build.status}\n${build.stderr}`);
    browser = await chromium.launch({ executablePath, args });
    await test(browser, site);
  } catch (error) {
    console.log(error.stack ?? error);
    process.exitCode = 1;
  } finally {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
