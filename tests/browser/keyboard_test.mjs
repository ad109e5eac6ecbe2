// A reader without a mouse: to a page, into its tabs, through the search, to another colour, through the drawers of a
// phone, and out again. Nothing but keys is used, and wherever they lead is to be seen.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

const mostStops = 400;

// What has the focus, for messages and conditions.
const focused = () => {
  const element = document.activeElement;
  const style = getComputedStyle(element);
  // A control that is drawn by its label shows the focus there.
  const drawn = [element, element.closest("label"), element.parentElement].some((one) => {
    const { outlineStyle, outlineWidth } = one ? getComputedStyle(one) : style;
    return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
  });
  return {
    name: (element.getAttribute("aria-label") ?? element.textContent).trim().replace(/\s+/g, " "),
    tag: element.tagName.toLowerCase(),
    role: element.getAttribute("role") ?? "",
    type: element.getAttribute("type") ?? "",
    part: element.closest("[data-part]")?.dataset.part ?? "",
    drawn,
  };
};

await withSite("content", async (browser, site) => {
  const at = (path) => pathToFileURL(join(site, path)).href;
  const complaints = [];
  const open = async (path, options) => {
    const page = await (await browser.newContext(options)).newPage();
    watch(page, (text) => complaints.push(text));
    await page.goto(at(path));
    return page;
  };
  // Presses Tab until `isThere` says so of what has the focus.
  const tabTo = async (page, isThere, key = "Tab") => {
    for (let stop = 0; stop < mostStops; stop += 1) {
      await page.keyboard.press(key);
      const here = await page.evaluate(focused);
      if (here.tag !== "body") assert.ok(here.drawn, `no focus to be seen on "${here.name}"`);
      if (isThere(here)) return here;
    }
    throw new Error(`${mostStops} times ${key} did not lead to ${isThere}`);
  };

  const page = await open("index.html", { viewport: { width: 1280, height: 800 } });

  // The first stop leads past everything.
  await tabTo(page, ({ name }) => name === "Skip to content");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "_content");

  // Find a page: through a group that is closed, which the shared script fills.
  await page.reload();
  await tabTo(page, ({ tag, name }) => tag === "summary" && name.includes("Blocks"));
  await page.keyboard.press("Enter");
  await tabTo(page, ({ tag, name }) => tag === "a" && name === "tabs");
  await page.keyboard.press("Enter");
  await page.waitForURL(at("blocks/tabs.html"));

  // Open a tab: one stop for all, arrows from one to the next.
  const first = await tabTo(page, ({ role }) => role === "tab");
  await page.keyboard.press("ArrowRight");
  const second = await page.evaluate(focused);
  assert.notEqual(second.name, first.name);
  assert.equal(await page.evaluate(() => document.activeElement.ariaSelected), "true");
  await page.keyboard.press("Home");
  assert.equal((await page.evaluate(focused)).name, first.name);
  const panel = await page.evaluate(() => document.activeElement.getAttribute("aria-controls"));
  assert.ok(await page.locator(`[id="${panel}"]`).isVisible());

  // Switch the theme, and find it so on the next page.
  await tabTo(page, ({ part }) => part === "theme-switch", "Shift+Tab");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await tabTo(page, ({ part }) => part === "next");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.href !== at("blocks/tabs.html"));
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");

  // Search: to a result and into its page; in the window, Tab stays in the window.
  await page.keyboard.press("/");
  await page.locator("dialog[open]").waitFor();
  await page.keyboard.type("columns");
  await page.locator("[data-part=search-result]").first().waitFor();
  for (const name of ["Close the search", /columns/i]) {
    await tabTo(page, (here) => (name.exec ? name.test(here.name) : here.name === name));
    assert.ok(await page.evaluate(() => document.activeElement.closest("dialog")));
  }
  assert.equal((await page.evaluate(focused)).part, "search-result");
  await page.keyboard.press("ArrowDown");
  assert.ok((await page.evaluate(focused)).drawn);
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("columns");
  await page.keyboard.press("Enter");
  await page.locator("mark.found").first().waitFor();
  await tabTo(page, ({ name }) => name === "Remove the marks", "Shift+Tab");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator("mark.found").count(), 0);
  assert.equal(await page.evaluate(() => document.activeElement.id), "_content");

  // Tab leads through a page and out of it again: nothing holds the reader.
  const long = await open("fr/blocs.html", { viewport: { width: 1280, height: 800 } });
  await tabTo(long, ({ name }) => name === "Aller au contenu");
  await tabTo(long, ({ tag }) => tag === "body");

  // The drawers of a phone: in, around, and back to the button by Escape.
  const phone = await open("writing/text.html", { viewport: { width: 390, height: 844 } });
  for (const [name, drawer] of [["Menu", "_menu"], ["On this page", "_outline"]]) {
    await tabTo(phone, (here) => here.tag === "button" && here.name === name);
    await phone.keyboard.press("Enter");
    assert.ok(await phone.locator(`#${drawer}`).isVisible());
    await phone.keyboard.press("Tab");
    assert.ok(await phone.evaluate((id) => document.getElementById(id).contains(document.activeElement), drawer));
    await phone.keyboard.press("Escape");
    assert.ok(!(await phone.locator(`#${drawer}`).isVisible()));
    assert.equal((await phone.evaluate(focused)).name, name);
  }

  assert.deepEqual(complaints, []);
  console.log("found a page, opened a tab, searched, switched the theme: with keys alone");
});
