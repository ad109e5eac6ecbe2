// A site of several spaces, from disk: the way in, tabs and their menus without a script, switchers
// that keep the page, and the search, which leaves out what is hidden.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

await withSite("tests/sites/spaces/input", async (browser, site) => {
  const complaints = [];
  const at = (path) => pathToFileURL(join(site, path)).href;
  const open = async (path, options = {}) => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
    watch(page, (text) => complaints.push(text));
    await page.goto(at(path));
    return page;
  };
  const isAt = async (page, path) => {
    await page.waitForURL(at(path));
    assert.equal(relative(site, fileURLToPath(page.url())), path);
  };
  const follow = (page, part, name) => page.locator(part).getByRole("link", { name }).click();

  // The way in, and the old address of a page.
  for (const javaScriptEnabled of [true, false]) {
    await isAt(await open("index.html", { javaScriptEnabled }), "guide/v2/index.html");
    await isAt(await open("v1/start/fares/index.html", { javaScriptEnabled }), "guide/v1/start/fares.html");
  }

  // Everything but the search works without a script.
  const plain = await open("guide/v2/start/index.html", { javaScriptEnabled: false });
  const switches = [
    [".variants", "Version 1", "guide/v1/start.html"],
    [".variants", "Version 2", "guide/v2/start/index.html"],
    [".toc", "Tickets", "guide/v2/start/tickets.html"],
    [".languages", "Français", "guide/fr/start/tickets.html"],
    [".languages", "English", "guide/v2/start/tickets.html"],
    [".variants", "Version 1", "guide/v1/start/tickets.html"],
    [".sections", "Guide", "guide/v1/index.html"],
    [".sections", "Notes", "notes/index.html"],
    [".sections", "Guide", "guide/v2/index.html"],
    [".toc", "What is new", "notes/first.html"],
  ];
  for (const [part, name, path] of switches) {
    await follow(plain, part, name);
    await isAt(plain, path);
  }
  // A page that has moved in the other version.
  await plain.goto(at("guide/v1/start/fares.html"));
  await follow(plain, ".variants", "Version 2");
  await isAt(plain, "guide/v2/start/tickets.html");

  const menu = plain.locator(".sections-menu");
  const button = plain.getByRole("button", { name: "Resources" });
  assert.ok(!(await menu.isVisible()));
  await button.focus();
  await plain.keyboard.press("Enter");
  assert.ok(await menu.isVisible());
  const [below, above] = [await menu.boundingBox(), await button.boundingBox()];
  assert.ok(below.y >= above.y + above.height - 1 && below.y < above.y + above.height + 60, "the menu is below its name");
  await plain.keyboard.press("Escape");
  assert.ok(!(await menu.isVisible()));
  await plain.keyboard.press("Enter");
  await plain.keyboard.press("Tab");
  await plain.keyboard.press("Enter");
  await isAt(plain, "api/index.html");

  // On a phone the tabs are moved aside, never the page.
  const phone = await open("guide/fr/index.html", { viewport: { width: 360, height: 740 } });
  const [width, seen] = await phone.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  assert.ok(width <= seen, `the page is ${width} px wide`);
  await phone.getByRole("button", { name: "Ressources" }).click();
  const sheet = await phone.locator(".sections-menu").boundingBox();
  assert.equal(Math.round(sheet.y + sheet.height), 740);
  assert.equal(await phone.locator(".sections-menu small").textContent(), "Vous programmez\u202f? C'est ici");

  // The reader's space first, then others; a hidden one only from its own pages.
  const ask = async (path, words) => {
    const page = await open(path);
    await page.keyboard.press("/");
    await page.locator("[data-part=search-input]").fill(words);
    await page.locator("[data-part=search-result], .search-empty").first().waitFor();
    await page.waitForTimeout(500); // Others follow.
    const names = await page.locator(".search-results section h2, .search-results section p").allTextContents();
    return [names.join(), (await page.locator("[data-part=search-result] strong").allTextContents()).join()];
  };
  const [names, found] = await ask("guide/v2/index.html", "tickets");
  assert.ok(found.startsWith("Tickets,"), found);
  assert.ok(names.includes("Guide · Version 1"), names);
  assert.equal((await ask("guide/v2/index.html", "whisperings"))[1], "");
  assert.equal((await ask("secret/index.html", "whisperings"))[1], "Secret");
  assert.equal((await ask("guide/next/index.html", "whisperings"))[1], "Night trains, version 3");

  // Before axe, which asks for the style sheets itself.
  assert.deepEqual(complaints, []);
  for (const path of ["guide/v2/index.html", "guide/fr/index.html"]) {
    const page = await open(path, { bypassCSP: true });
    await page.locator(".sections button").click();
    await page.addScriptTag({ path: axe });
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
      assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]), []);
    }
  }
});
