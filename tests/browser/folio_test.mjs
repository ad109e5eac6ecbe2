#!/usr/bin/env node
// folio_test.mjs: the theme `folio` by keyboard, with and without JavaScript, in both directions of
// writing and on paper.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chosenBook, watch, withSite } from "./chromium.mjs";

const { book } = chosenBook(["--theme", "folio"]);

await withSite(book, async (browser, site) => {
  let problems = 0;
  const check = (claim, is_true) => {
    if (is_true) return;
    problems += 1;
    console.log(`it is not so that ${claim}`);
  };
  const url = pathToFileURL(join(site, "fr/blocs.html")).href;
  const isOpen = (page) => page.locator("#_menu").evaluate((menu) => menu.matches(":popover-open"));
  const colour = (page, selector) =>
    page.locator(selector).first().evaluate((box) => getComputedStyle(box).backgroundColor);

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled });
    const page = await context.newPage();
    watch(page, (text) => check(`all is quiet: ${text}`, false));
    await page.goto(url);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    check(`the second key opens the contents (${how})`, await isOpen(page));
    const current = page.locator("[data-part=toc] [aria-current=page]");
    check(`the contents show where the reader is (${how})`, await current.isVisible());
    if (javaScriptEnabled) {
      check("the current page has the focus", await current.evaluate((link) => link === document.activeElement));
    }
    await page.keyboard.press("Escape");
    check(`Escape closes them (${how})`, !(await isOpen(page)));
    check(
      `the focus is back on the button (${how})`,
      await page.evaluate(() => document.activeElement.matches(".topbar .contents-open")),
    );
    check(`the outline stands beside the text (${how})`, await page.locator("[data-part=outline]").isVisible());
    const [outline, text] = await Promise.all(
      ["[data-part=outline]", "main"].map((part) => page.locator(part).boundingBox()),
    );
    check(`the outline is before the text (${how})`, outline.x + outline.width <= text.x);
    await context.close();
  }

  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const page = await context.newPage();
  await page.goto(url);
  const light = await colour(page, "body");
  await page.locator("[data-part=theme-switch] [value=dark]").check({ force: true });
  check("the switch makes the night", (await colour(page, "body")) !== light);
  await page.reload();
  check("the night is remembered", (await colour(page, "body")) !== light);
  await page.locator("[data-part=theme-switch] [value=light]").check({ force: true });
  check("code is a slate by day", (await colour(page, ".code")) !== light);
  await page.emulateMedia({ media: "print" });
  check("the bar is not printed", !(await page.locator(".site").isVisible()));
  check("each word of a hint is printed", await page.locator(".hint .hint-label").first().isVisible());
  await page.emulateMedia({ media: "screen" });
  await page.evaluate(() => (document.documentElement.dir = "rtl"));
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  check(`nothing is too wide from right to left (${width} px)`, width <= 360);
  await context.close();

  console.log(`${problems} problems`);
  if (problems > 0) process.exitCode = 1;
});
