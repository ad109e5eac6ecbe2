// A reader's way through the manual, opened from disk: the sidebar, tabs, the
// colours, and no question to anyone else.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

await withSite("content", async (browser, site) => {
  const at = (page) => pathToFileURL(join(site, page)).href;
  const page = await (await browser.newContext()).newPage();
  const complaints = [];
  watch(page, (text) => complaints.push(text));

  // A branch that the page does not carry comes from the shared script.
  await page.goto(at("index.html"));
  const branch = page.locator("[data-part=toc] li.branch", { hasText: "Blocks" }).first();
  await branch.locator("summary").first().click();
  const entry = branch.getByRole("link", { name: "tabs", exact: true });
  await entry.click();
  await page.waitForURL(at("blocks/tabs.html"));
  assert.equal(await page.locator("h1").innerText(), "tabs");
  assert.equal(await page.locator("[data-part=toc] [aria-current=page]").innerText(), "tabs");

  // One tab at a time, by mouse and by keyboard.
  const tabs = page.getByRole("tab");
  const panels = page.locator(".tab");
  await tabs.nth(1).click();
  assert.equal(await tabs.nth(1).getAttribute("aria-selected"), "true");
  assert.ok(await panels.nth(1).isVisible());
  assert.ok(!(await panels.nth(0).isVisible()));
  await page.keyboard.press("ArrowLeft");
  assert.ok(await panels.nth(0).isVisible());

  // A note opens beside its words and gives the reader back to them.
  await page.goto(at("writing/notes.html"));
  const words = page.locator("a.annotation");
  await words.focus();
  await page.keyboard.press("Enter");
  assert.ok(await page.getByRole("note").filter({ hasText: "On Mondays" }).isVisible());
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".note:popover-open").count(), 0);
  assert.ok(await words.evaluate((link) => link === document.activeElement));
  await page.goto(at("blocks/tabs.html"));

  // The colours that a reader has chosen stay on the next page.
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  const next = page.locator("[data-part=next]");
  const target = await next.evaluate((link) => link.href);
  await next.click();
  await page.waitForURL(target);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");

  // Without a script the same pages are one click away.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await plain.goto(at("index.html"));
  await plain.getByRole("link", { name: "All pages" }).click();
  await plain.getByRole("link", { name: "tabs", exact: true }).click();
  assert.equal(await plain.locator("h1").innerText(), "tabs");
  assert.ok(await plain.locator(".tab").nth(0).isVisible());
  assert.ok(await plain.locator(".tab").nth(1).isVisible());

  assert.deepEqual(complaints, []);
  console.log("a journey of five pages, no complaint");
});
