// The tree of pages, as a reader uses it: what was opened stays open, nothing jumps, the arrow keys
// move, and on a phone it is a drawer.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

await withSite("tests/browser/comfort", async (browser, site) => {
  const at = (page) => pathToFileURL(join(site, page)).href;
  const complaints = [];
  const open = async (options) => {
    const page = await (await browser.newContext(options)).newPage();
    watch(page, (text) => complaints.push(text));
    await page.addInitScript(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries()) window.shifts += value;
      }).observe({ type: "layout-shift", buffered: true });
    });
    return page;
  };
  const page = await open({ viewport: { width: 1280, height: 600 } });
  const toc = page.locator("[data-part=toc]");
  const link = (name) => toc.getByRole("link", { name, exact: true });
  const topOf = (locator) => locator.evaluate((element) => element.getBoundingClientRect().top);
  const focused = () => page.evaluate(() => document.activeElement.textContent || document.activeElement.ariaLabel);
  const isInSight = async (locator) => {
    const [box, view] = [await locator.boundingBox(), await toc.boundingBox()];
    return box.y >= view.y && box.y + box.height <= view.y + view.height;
  };

  // The arrow keys: right opens a branch that comes from the shared script, and goes in.
  await page.goto(at("index.html"));
  await link("Deep").focus();
  await page.keyboard.press("ArrowRight");
  await link("One").waitFor();
  await page.keyboard.press("ArrowRight");
  assert.equal(await focused(), "One");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Two");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Three");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focused(), "Two");
  await page.keyboard.press("ArrowLeft");
  assert.ok(!(await link("Three").isVisible()));
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "One");
  await page.keyboard.press("ArrowUp");
  assert.equal(await focused(), "Deep");
  await page.keyboard.press("End");
  assert.equal(await focused(), "Plain");
  assert.ok(await isInSight(link("Plain")));
  await page.keyboard.press("ArrowDown");
  assert.equal(await focused(), "Plain");
  await page.keyboard.press("Home");
  assert.equal(await focused(), "Start");
  await page.keyboard.press("Tab");
  assert.equal(await focused(), "Long");

  // What was opened is there on the next page, which asks for nothing, and nothing jumps. The entry
  // that was clicked stays where it was.
  await toc.evaluate((box) => (box.scrollTop = 120));
  const before = await topOf(link("Two"));
  await link("Two").click();
  await page.waitForURL(at("deep/two.html"));
  assert.ok(Math.abs((await topOf(link("Two"))) - before) <= 1);
  assert.ok(await link("Three").isVisible());
  await toc.evaluate((box) => (box.scrollTop = 150));
  await page.goto(at("closed.html"));
  assert.ok(await link("Three").isVisible());
  assert.equal(await page.evaluate(() => typeof window.carnetToc), "undefined");
  assert.equal(await link("Three").getAttribute("href").then((href) => new URL(href, at("closed.html")).href), at("deep/three.html"));
  await page.waitForTimeout(150);
  assert.equal(await page.evaluate(() => window.shifts), 0);

  // The page is in sight wherever one comes from, but for a reader who looks elsewhere.
  await page.goto(at("plain.html"));
  assert.ok(await isInSight(link("Plain")));
  await toc.evaluate((box) => (box.scrollTop = 10));
  await page.reload();
  assert.equal(await toc.evaluate((box) => box.scrollTop), 10);
  assert.ok(await link("Three").isVisible());
  await page.goto(at("index.html"));
  assert.ok(await isInSight(link("Start")));

  // What was closed stays closed, but for the branch of the page.
  await toc.getByLabel("Pages under “Deep”").click();
  await page.goto(at("closed.html"));
  assert.ok(!(await link("One").isVisible()));
  await page.goto(at("deep/one.html"));
  assert.ok(await link("One").isVisible());

  // A drawer on a phone: it takes the focus and gives it back.
  const phone = await open({ viewport: { width: 360, height: 640 } });
  await phone.goto(at("deep/one.html"));
  const menu = phone.getByRole("button", { name: "Menu", exact: true });
  await menu.click();
  const drawer = phone.locator("#_menu");
  assert.ok(await drawer.isVisible());
  const current = () => phone.evaluate(() => document.activeElement.textContent);
  assert.equal(await current(), "One");
  await phone.keyboard.press("ArrowDown");
  assert.equal(await current(), "Two");
  await phone.keyboard.press("ArrowRight");
  await drawer.getByRole("link", { name: "Three" }).waitFor();
  await phone.keyboard.press("ArrowDown");
  assert.equal(await current(), "Three");
  await phone.keyboard.press("Escape");
  assert.ok(!(await drawer.isVisible()));
  assert.ok(await menu.evaluate((button) => button === document.activeElement));

  assert.deepEqual(complaints, []);
});
