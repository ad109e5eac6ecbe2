// Pictures of twelve kinds of pages, on a screen and a phone, by day and by night, for people to look
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
};
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
        await page.goto(pathToFileURL(join(site, path)).href);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const { width } = options.viewport;
        const picture = await page.screenshot({
          path: join(folder, `${kind}-${window}-${colorScheme}.png`),
          fullPage: true,
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
  assert.equal(pictures, 48);
  console.log(`${pictures} pictures in build/screenshots`);
});
