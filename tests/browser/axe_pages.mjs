#!/usr/bin/env node
// axe_pages.mjs: axe finds nothing on the pages whose paths it reads, one a line: light and dark, on a screen,
// with everything open that can be opened.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import * as axe from "./axe.mjs";
import { withBrowser } from "./chromium.mjs";

const paths = readFileSync(0, "utf8").split("\n").filter((path) => path !== "");

await withBrowser(async (browser) => {
  const page = await axe.openTab(browser, { viewport: { width: 1280, height: 800 } });
  let looks = 0;
  let problems = 0;
  for (const path of paths) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.goto(pathToFileURL(path).href);
    // axe does not look at what is not shown.
    await page.evaluate(() => {
      for (const folded of document.querySelectorAll("main details, main [hidden]")) {
        folded.open = true;
        folded.hidden = false;
      }
    });
    const found = await axe.look(page, path);
    looks += found.looks;
    problems += found.problems;
  }
  console.log(`${paths.length} pages, ${looks} looks, ${problems} problems`);
  if (problems > 0 || looks === 0) process.exitCode = 1;
});
