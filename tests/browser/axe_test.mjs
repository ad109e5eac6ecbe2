#!/usr/bin/env node
// axe_test.mjs [BOOK | --theme NAME]: axe finds nothing on the pages of the manual, or of a real book: light
// and dark, on a screen and on a phone. On one page the search is open: with what it found, with nothing, and
// with what was asked before.
//
// BOOK is the name of a folder in the corpora; of its pages 60 are looked at, spread over the book.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import * as axe from "./axe.mjs";
import { chosenBook, pagesOf, withSite } from "./chromium.mjs";

const windows = [
  { name: "screen", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 360, height: 740 } },
];
// How the search is left by a reader of the first page.
const searches = {
  found: async (field) => {
    await field.fill("page");
    await field.page().locator("[data-part=search-result]").first().waitFor();
  },
  nothing: async (field) => {
    await field.fill("qqqqzzzz");
    await field.page().locator(".search-empty").waitFor();
  },
  asked: async (field) => {
    await field.page().evaluate(() => carnet.remember("searches " + new URL(carnet.words.search, location), ["page"]));
    await field.fill("");
    await field.page().locator(".search-query").first().waitFor();
  },
};

const { book, choose } = chosenBook(process.argv.slice(2));

await withSite(book, async (browser, site) => {
  const paths = choose(await pagesOf(site));
  let problems = 0;
  let looks = 0;
  for (const { name: reader, ...options } of windows) {
    const page = await axe.openTab(browser, options);
    const look = async (path) => {
      const found = await axe.look(page, `${path}, ${reader}`);
      looks += found.looks;
      problems += found.problems;
    };
    const go = async (path) => {
      await page.emulateMedia({ colorScheme: "light" });
      await page.goto(pathToFileURL(join(site, path)).href);
    };
    for (const path of paths) {
      await go(path);
      await look(path);
    }
    await go(paths[0]);
    for (const [name, ask] of Object.entries(searches)) {
      await page.keyboard.press("Control+k");
      const field = page.locator("dialog [data-part=search-input]");
      await field.waitFor();
      await ask(field);
      await look(`the search, ${name}`);
      await page.keyboard.press("Escape");
    }
    await go("_carnet/search.html");
    await searches.found(page.locator("[data-part=search-input]"));
    await look("the page of all results");
    await page.context().close();
  }
  console.log(`${paths.length} pages, ${looks} looks, ${problems} problems`);
  if (problems > 0 || looks === 0) process.exitCode = 1;
});
