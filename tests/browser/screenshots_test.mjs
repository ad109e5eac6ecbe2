// Pictures of fifteen kinds of pages, on a screen and a phone, by day and by night, for people to look
// at: build/screenshots/. Whether they are beautiful no test can say; that each shows something and
// fits its window is checked.

import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { withSite } from "./chromium.mjs";

const kinds = {
  start: "index.html",
  text: "writing/text.html",
  guide: "fr/ecrire.html",
  blocks: "fr/blocs.html",
  tabs: "blocks/tabs.html",
  code: "blocks/code.html",
  tables: "writing/tables.html",
  pictures: "writing/images.html",
  formulas: "writing/formulas.html",
  updates: "blocks/updates.html",
  reference: "reference/configuration.html",
  contents: "_carnet/contents.html",
  search: "fr/ecrire.html",
  nothing: "fr/ecrire.html",
  results: "_carnet/search.html?q=page",
};
// What is looked for in the window of the search.
const questions = { search: "cartes", nothing: "qqqqzzzz" };
const windows = {
  screen: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
};
const tallest = 2400; // Pixels: further down a page goes on as it began.

await withSite("content", async (browser, site) => {
  const folder = fileURLToPath(new URL("../../build/screenshots", import.meta.url));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  let pictures = 0;
  for (const [window, options] of Object.entries(windows)) {
    for (const colorScheme of ["light", "dark"]) {
      const context = await browser.newContext({ ...options, colorScheme });
      const page = await context.newPage();
      for (const [kind, path] of Object.entries(kinds)) {
        const [file, query] = path.split("?");
        await page.goto(pathToFileURL(join(site, file)).href + (query ? `?${query}` : ""));
        if (questions[kind]) {
          await page.keyboard.press("/");
          await page.locator("dialog[open]").waitFor();
          await page.locator("[data-part=search-input]").fill(questions[kind]);
        }
        if (query || questions[kind]) {
          await page.locator(".search-empty, [data-part=search-result]").first().waitFor();
        }
        const { width } = options.viewport;
        const isWindow = kind in questions;
        const height = isWindow
          ? options.viewport.height
          : await page.evaluate(() => document.documentElement.scrollHeight);
        const picture = await page.screenshot({
          path: join(folder, `${kind}-${window}-${colorScheme}.png`),
          fullPage: !isWindow,
          clip: { x: 0, y: 0, width, height: Math.min(height, tallest) },
        });
        // One colour alone is packed into next to nothing.
        assert.ok(picture.length > 15_000, `${kind} (${window}, ${colorScheme}): nothing to see`);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width, kind);
        pictures += 1;
      }
      await context.close();
    }
  }
  assert.equal(pictures, 60);
  console.log(`${pictures} pictures in build/screenshots`);
});
