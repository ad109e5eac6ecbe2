// What makes reading comfortable: the outline that follows, the way back to the top, addresses of
// sections, things that open for an address, tabs that are remembered, code and wide tables.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

await withSite("tests/browser/comfort", async (browser, site) => {
  const at = (page) => pathToFileURL(join(site, page)).href;
  const complaints = [];
  const open = async (options) => {
    const context = await browser.newContext(options);
    await context.grantPermissions(["clipboard-read"]);
    const page = await context.newPage();
    watch(page, (text) => complaints.push(text));
    return page;
  };
  const page = await open({ viewport: { width: 1280, height: 600 }, reducedMotion: "reduce" });
  const scroll = (top) => page.evaluate((top) => new Promise((done) => {
    window.dispatchEvent(new Event("wheel"));
    window.scrollTo(0, top);
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done)));
  }), top);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  const status = page.locator("output.vh");

  // The outline: the section that is read, also at the end, where no heading reaches the top, and
  // what is chosen there. It scrolls along.
  await page.goto(at("long.html"));
  const outline = page.locator("[data-part=outline]");
  const marked = outline.locator("[aria-current]");
  await scroll(await page.locator("#part-20").evaluate((heading) => heading.offsetTop - 100));
  assert.equal(await marked.innerText(), "Part 20");
  const isInSight = () => marked.evaluate((link) => {
    const { top, bottom } = link.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(await isInSight());
  await scroll(1e6);
  assert.equal(await marked.innerText(), "Part 40");
  assert.ok(await isInSight());
  await outline.getByRole("link", { name: "Part 38" }).click();
  await scroll(1e6 - 1).catch(() => {});
  await outline.getByRole("link", { name: "Part 39" }).click();
  await page.waitForTimeout(100);
  assert.equal(await marked.innerText(), "Part 39");
  await scroll(0);
  assert.equal(await marked.count(), 0);

  // Back to the top, with the focus.
  const top = page.getByRole("button", { name: "Back to top" });
  assert.ok(!(await top.isVisible()));
  await scroll(1500);
  assert.ok(await top.isVisible());
  const text = await page.locator("main p").first().boundingBox();
  assert.ok((await top.boundingBox()).x >= text.x + text.width);
  await top.focus();
  await page.keyboard.press("Enter");
  await page.waitForTimeout(100);
  assert.equal(await page.evaluate(() => scrollY), 0);
  assert.equal(await page.evaluate(() => document.activeElement.localName), "main");
  await scroll(0);
  assert.ok(!(await top.isVisible()));

  // The address of a section.
  await page.locator("#part-3").hover();
  await page.locator("#part-3 .anchor").click();
  assert.equal(await clipboard(), at("long.html") + "#part-3");
  assert.equal(page.url(), at("long.html") + "#part-3");
  await status.filter({ hasText: "Copied" }).waitFor();

  // Without the clipboard of secure pages.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "clipboard", { value: undefined });
    document.addEventListener("copy", () => (window.copied = String(document.activeElement.value)));
  });
  await page.locator("#part-2 .anchor").click();
  assert.equal(await page.evaluate(() => window.copied), at("long.html") + "#part-2");

  // Things that open for an address: on load, on a click, and on another one.
  await page.goto(at("closed.html") + "#a-step");
  const step = page.locator("#a-step");
  assert.ok(await step.isVisible());
  await page.getByRole("tab", { name: "Linux" }).click();
  assert.ok(!(await step.isVisible()));
  await page.getByRole("link", { name: "To the step" }).click();
  assert.ok(await step.isVisible());
  await page.getByRole("link", { name: "to the fold" }).click();
  const fold = page.locator("#in-a-fold");
  assert.ok(await fold.isVisible());
  await page.locator("summary", { hasText: "More" }).click();
  assert.ok(!(await fold.isVisible()));
  await page.getByRole("link", { name: "to the fold" }).click();
  assert.ok(await fold.isVisible());

  await page.goto(at("index.html"));
  await page.goto(at("closed.html") + "#fnref-1");
  assert.equal(await page.locator(".more").getAttribute("aria-expanded"), "true");

  // Tabs of one title go together, on the next page too, and show what the browser finds in them.
  await page.goto(at("closed.html"));
  assert.ok(await page.getByText("Penguins").isVisible());
  const second = page.getByRole("tab", { name: "Windows" }).nth(1);
  const place = await second.boundingBox();
  await second.click();
  assert.equal((await second.boundingBox()).y, place.y);
  assert.ok(await page.getByText("Panes of glass").isVisible());
  await page.goto(at("index.html"));
  await page.goto(at("closed.html"));
  assert.ok(await page.getByText("Panes of glass").isVisible());
  assert.ok(await page.getByText("Curtains").isVisible());
  const hidden = page.locator(".tab", { hasText: "Penguins" });
  assert.equal(await hidden.getAttribute("hidden"), "until-found");
  await hidden.dispatchEvent("beforematch");
  assert.ok(await page.getByText("Penguins").isVisible());

  // Code: what is too long can be wrapped, and that is remembered.
  await page.goto(at("code.html"));
  const wraps = page.getByRole("button", { name: "Wrap long lines" });
  assert.equal(await wraps.count(), 1);
  assert.equal(await wraps.getAttribute("aria-pressed"), "false");
  await wraps.focus();
  await page.keyboard.press("Space");
  assert.equal(await wraps.getAttribute("aria-pressed"), "true");
  const long = page.locator("pre", { hasText: "aVeryLongLine" });
  const overflow = () => long.evaluate((pre) => pre.scrollWidth - pre.clientWidth);
  assert.equal(await overflow(), 0);
  await page.reload();
  assert.equal(await overflow(), 0);
  assert.equal(await wraps.getAttribute("aria-pressed"), "true");
  const copy = page.locator("figure", { has: long }).getByRole("button", { name: "Copy code" });
  await copy.focus();
  await page.keyboard.press("Enter");
  await status.filter({ hasText: "Copied" }).waitFor();
  assert.match(await clipboard(), /^const aVeryLongLine = .*;$/);
  assert.ok(await copy.evaluate((button) => button === document.activeElement));
  const more = page.getByRole("button", { name: "Show all lines" });
  await more.focus();
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".more").getAttribute("aria-expanded"), "true");
  await scroll(1e6);
  await page.locator(".more").click();
  assert.ok((await page.locator("figure", { hasText: "all.txt" }).boundingBox()).y >= 0);

  // A picture that is shown smaller than it is opens large, by keyboard and by mouse, in the version
  // of the page's colours. Others promise nothing.
  await page.goto(at("pictures.html"));
  const large = page.locator("main").getByRole("button", { name: /Enlarge/ });
  await large.nth(2).waitFor();
  assert.deepEqual(
    await large.evaluateAll((pictures) => pictures.map(({ ariaLabel }) => ariaLabel)),
    ["The plan (Enlarge)", "By day or night (Enlarge)", "Enlarge"],
  );
  const shown = page.locator("dialog.zoom img:visible");
  await large.nth(0).focus();
  await page.keyboard.press("Enter");
  assert.equal(await shown.getAttribute("alt"), "The plan");
  assert.ok((await shown.boundingBox()).width > (await large.nth(0).boundingBox()).width * 1.3);
  await page.keyboard.press("Escape");
  await page.locator("dialog.zoom").waitFor({ state: "detached" });
  assert.ok(await large.nth(0).evaluate((picture) => picture === document.activeElement));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.getByRole("button", { name: "By day or night (Enlarge)" }).click();
  assert.match(await shown.getAttribute("src"), /night\.svg$/);
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await page.locator("dialog.zoom").waitFor({ state: "detached" });
  await page.emulateMedia({ colorScheme: "light" });
  assert.equal(await page.locator("a img").getAttribute("role"), null);
  await page.goto(at("plain.html"));
  assert.ok(!(await page.content()).includes("zoom.js"));

  // Its author has taken the actions away; other pages can be copied.
  const copyPage = page.getByRole("button", { name: "Copy as Markdown" });
  assert.equal(await copyPage.count(), 0);
  await page.goto(at("index.html"));
  assert.ok(await copyPage.isVisible());

  // On a phone: wide tables fade where there is more, and the way to the top is in the bar.
  const phone = await open({ viewport: { width: 320, height: 640 }, hasTouch: true, isMobile: true });
  await phone.goto(at("code.html"));
  const table = phone.locator(".table");
  await phone.waitForFunction(() => document.querySelector(".table").hasAttribute("data-right"));
  assert.equal(await table.getAttribute("tabindex"), "0");
  assert.equal(await table.getAttribute("data-left"), null);
  await table.evaluate((box) => (box.scrollLeft = 1e6));
  await phone.waitForFunction(() => document.querySelector(".table").matches("[data-left]:not([data-right])"));
  assert.ok((await phone.evaluate(() => document.documentElement.scrollWidth)) <= 320);
  await phone.goto(at("long.html"));
  await phone.evaluate(() => scrollTo(0, 3000));
  const arrow = phone.getByRole("button", { name: "Back to top" });
  await arrow.waitFor();
  const box = await arrow.boundingBox();
  assert.ok(box.y + box.height <= 56 && box.x + box.width <= 320, JSON.stringify(box));
  const opener = await phone.locator(".topbar .outline-open").boundingBox();
  assert.ok(box.x + box.width <= opener.x);

  assert.deepEqual(complaints, []);
});
