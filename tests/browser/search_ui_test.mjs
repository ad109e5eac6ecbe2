// The search as readers meet it, from disk: how it opens, what keys do, what is shown while answers
// come and when they do not, what it remembers, and the page that was found. Which pages that are is
// no matter of this test.

import assert from "node:assert/strict";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

const screen = { viewport: { width: 1280, height: 800 } };
const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };

// What a test does on a page: `open(path)` in a browser that remembers nothing, and the parts of the
// search.
function readerOf(browser, site) {
  const complaints = [];
  const at = (path) => pathToFileURL(join(site, path)).href;
  const open = async (path, options = screen) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    watch(page, (text) => complaints.push(text));
    await page.goto(at(path));
    const part = (name) => page.locator(`[data-part=${name}]`);
    return {
      page,
      context,
      part,
      field: part("search-input"),
      dialog: page.locator("dialog.search"),
      results: part("search-result"),
      status: page.locator(".search [role=status]"),
      focus: () => page.evaluate(() => document.activeElement.dataset.part ?? document.activeElement.localName),
      hasFocus: (locator) => locator.evaluate((element) => element === document.activeElement),
    };
  };
  return { open, at, complaints };
}

// In the place of the engine: what it says depends on the question, and so does how long that takes.
const answerAsAsked = () => {
  window.carnetSearch = () => ({
    ask(text) {
      const wait = { slow: 900 }[text] ?? 0;
      const result = { title: ["", text], url: "index.html", crumbs: [], text: [text], sections: [] };
      const answer = { total: 1, groups: [["", 1]], results: [result], near: [] };
      if (text === "mistaek") answer.corrected = "mistake";
      if (text === "de") Object.assign(answer, { total: 1230, isPartial: true, groups: [["", 1000], ["Guides", 230]] });
      if (text === "many groups") answer.groups = Array.from({ length: 20 }, (_, i) => [`Group ${i}`, i === 3 ? 1 : 1230 + i]);
      if (text.startsWith("stay")) {
        const other = { ...result, url: "other.html" };
        answer.results = [other, { ...result, title: ["", "Staying"], text: ["as it is"] }];
        if (text === "stays") answer.results.reverse();
      }
      if (text === "nothing") Object.assign(answer, { total: 0, groups: [], results: [], near: ["near words"] });
      return new Promise((resolve) => setTimeout(resolve, wait, answer));
    },
  });
};

async function opens({ open }) {
  const { page, part, field, dialog, results, status, focus, hasFocus } = await open("index.html");
  const link = page.locator("main a").first();

  // Nothing is loaded before somebody asks, and what is typed at once is not lost.
  assert.equal(await page.locator("script[src*='search/']").count(), 0);
  await link.focus();
  await page.keyboard.press("/");
  await page.keyboard.type("columns");
  await results.first().waitFor();
  assert.equal(await field.inputValue(), "columns");
  assert.equal(await page.locator("input").count(), (await page.locator("input:is(.search input, .theme input)").count()));

  // A page is there once, and says where it is; what was looked for is marked.
  const pages = await results.evaluateAll((links) => links.map((link) => link.href.split("#")[0]));
  assert.equal(new Set(pages).size, pages.length);
  assert.ok(pages.length > 2 && pages.length <= 10);
  assert.match(await results.first().innerText(), /columns/i);
  assert.ok((await results.locator("mark").count()) > 2);
  assert.match(await page.locator(".search-count").innerText(), /^\d+ pages found$/);
  await status.filter({ hasText: "pages found" }).waitFor({ state: "attached" });
  assert.equal(await dialog.getAttribute("aria-label"), "Search");

  // Arrows lead through all links and back into the field, whose own keys stay its own.
  const links = await page.locator(".search-list a").count();
  assert.ok(links > pages.length, "no sections");
  await page.keyboard.press("ArrowDown");
  assert.ok(await hasFocus(results.first()));
  for (let i = 1; i < links + 2; i += 1) await page.keyboard.press("ArrowDown");
  assert.ok(await hasFocus(page.locator(".search-list a").last()));
  for (let i = 0; i < links; i += 1) await page.keyboard.press("ArrowUp");
  assert.ok(await hasFocus(field));
  await page.keyboard.press("Home");
  assert.equal(await field.evaluate((input) => input.selectionStart), 0);
  await page.keyboard.press("End");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("s");
  assert.equal(await field.inputValue(), "columnss");
  assert.ok(await hasFocus(field));

  // Escape closes at once, and gives the focus back.
  await page.keyboard.press("Escape");
  assert.ok(!(await dialog.isVisible()));
  assert.ok(await hasFocus(link));

  // Opened again, the words are there, ready to be written over.
  await page.keyboard.press("Control+k");
  await page.keyboard.type("tabs");
  assert.equal(await field.inputValue(), "tabs");
  await dialog.getByRole("button", { name: "Close the search" }).click();
  assert.ok(!(await dialog.isVisible()));
  await part("search-open").last().click();
  assert.ok(await hasFocus(field));
  await page.mouse.click(5, 5);
  assert.ok(!(await dialog.isVisible()));
  assert.equal(await focus(), "search-open");

  // `/` is a letter where one writes, and Escape before anything is there calls it off.
  await page.keyboard.press("Meta+k");
  await page.keyboard.press("/");
  assert.equal(await field.inputValue(), "/");
}

async function follows({ open, at }) {
  const { page, context, part, field, dialog, results } = await open("index.html");
  const ask = async (words) => {
    await page.keyboard.press("/");
    await field.fill(words);
    await page.waitForFunction((words) => document.querySelector(".search-list")?.textContent.toLowerCase().includes(words), words);
  };
  await ask("columns");
  const first = await results.first().evaluate((link) => link.href);
  assert.ok(!first.includes("?"), first);

  // In a new tab by key and by mouse: its address holds the words until they are marked.
  for (const act of [() => page.keyboard.press("Control+Enter"), () => results.first().click({ button: "middle" }), async () => {
    await results.first().focus();
    await page.keyboard.press("Control+Enter");
  }]) {
    const [tab] = await Promise.all([context.waitForEvent("page"), act()]);
    await tab.locator("mark.found").first().waitFor();
    assert.equal(tab.url(), first);
    await tab.close();
  }
  assert.ok(await dialog.isVisible());
  assert.equal(await results.first().evaluate((link) => link.href), first);

  // In this one by Enter.
  await field.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(first);
  const marks = page.locator("mark.found");
  await marks.first().waitFor();
  assert.equal(page.url(), first);
  const bar = page.getByRole("region", { name: "Marked words" });
  const count = await marks.count();
  assert.match(await bar.innerText(), new RegExp(`“columns”: \\d+ of ${count}`));
  await bar.getByRole("button", { name: "Next mark" }).click();
  assert.ok(await page.locator("mark.found[data-current]").isVisible());
  const text = await page.locator("main").innerText();
  await page.keyboard.press("Escape");
  assert.equal(await marks.count(), 0);
  assert.equal(await bar.count(), 0);
  assert.equal(await page.locator("main").innerText(), text);

  // What was opened is remembered, can be run and cleared; what was only typed is not.
  await page.keyboard.press("/");
  await field.fill("typed only");
  await page.keyboard.press("Escape");
  await page.reload();
  await page.keyboard.press("Control+k");
  const recent = page.locator(".search-query");
  await recent.first().waitFor();
  assert.deepEqual(await recent.allInnerTexts(), ["columns"]);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await results.first().waitFor();
  assert.equal(await field.inputValue(), "columns");
  await field.fill("");
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await recent.count(), 0);

  // A button of an author.
  await page.goto(at("writing/buttons.html"));
  await page.getByRole("button", { name: "Find columns" }).click();
  await results.first().waitFor();
  assert.equal(await field.inputValue(), "columns");
  await page.keyboard.press("Escape");
  assert.ok(await page.getByRole("button", { name: "Find columns" }).evaluate((button) => button === document.activeElement));
}

async function filters({ open, at }) {
  const { page, part, field, results } = await open("index.html");
  await page.keyboard.press("/");
  await field.fill("page");
  const radios = page.locator(".search-filters label");
  await radios.first().waitFor();
  // The first are there at once, the others soon after, each once.
  await page.waitForFunction(() => document.querySelectorAll("[data-part=search-result]").length === 10);
  assert.equal(new Set(await results.evaluateAll((links) => links.map(({ href }) => href))).size, 10);
  const choices = await radios.allInnerTexts();
  const numberOf = (text) => Number(/\d+$/.exec(text)[0]);
  assert.match(choices[0], /^All/);
  assert.equal(numberOf(choices[0]), choices.slice(1).reduce((sum, text) => sum + numberOf(text), 0));
  const writing = radios.filter({ hasText: "Writing" });
  const number = numberOf(await writing.innerText());
  await writing.click();
  await page.locator(".search-count", { hasText: new RegExp(`^${number} page`) }).waitFor();
  for (const text of await results.locator("small").allInnerTexts()) assert.match(text, /^Writing/);
  assert.ok(await writing.getByRole("radio").evaluate((radio) => radio.checked && radio === document.activeElement));

  // All of them, on a page that can be shared.
  await part("search-all").click();
  await page.waitForURL((url) => url.pathname.endsWith("/_carnet/search.html"));
  const { searchParams } = new URL(page.url());
  assert.deepEqual([...searchParams], [["q", "page"], ["group", "Writing"]]);
  await results.first().waitFor();
  assert.equal(await part("search-open").count(), 2);
  assert.equal(await page.getByRole("radio", { name: /Writing/ }).isChecked(), true);
  await page.getByRole("radio", { name: /^All/ }).check({ force: true });
  await page.waitForURL((url) => url.search === "?q=page");
  await page.waitForFunction(() => document.querySelectorAll("[data-part=search-result]").length === 20);
  await page.getByRole("button", { name: "More results" }).click();
  await page.waitForFunction(() => document.querySelectorAll("[data-part=search-result]").length > 20);
  assert.ok(await results.nth(20).evaluate((link) => link === document.activeElement));

  // The address follows what is typed; back from a result everything is as it was.
  await page.keyboard.press("/");
  await field.fill("columns");
  await page.waitForURL((url) => url.search === "?q=columns");
  assert.match(await page.title(), /^columns · Search/);
  await page.waitForFunction(() => document.querySelector(".search-list").textContent.includes("columns"));
  await page.keyboard.press("Enter");
  assert.ok(await results.first().evaluate((link) => link === document.activeElement));
  await page.keyboard.press("Enter");
  await page.locator("mark.found").first().waitFor();
  await page.goBack();
  await page.waitForURL((url) => url.search === "?q=columns");
  await results.first().waitFor();
  assert.equal(await field.inputValue(), "columns");
  await page.goBack();
  await page.waitForURL(at("index.html"));
}

// Whatever the engine says, and when.
async function answers({ open }, site) {
  writeFileSync(join(site, "_carnet/search/search.js"), `(${answerAsAsked})()`);
  const { page, part, field, dialog, results, status } = await open("index.html");
  const own = page.locator(".search-results > :first-child");
  await page.keyboard.press("/");
  await dialog.waitFor();

  // Only the newest question counts; what is shown stays until its answer is there, and that it takes
  // long is said after a while.
  await field.fill("quick");
  await own.getByText("quick").first().waitFor();
  const isBusyAtOnce = await field.evaluate((input) => {
    input.value = "slow";
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return input.closest(".search").hasAttribute("data-busy");
  });
  assert.equal(isBusyAtOnce, false);
  assert.match(await own.innerText(), /quick/);
  await page.locator(".search[data-busy]").waitFor();
  await field.fill("other");
  await own.getByText("other").first().waitFor();
  await page.waitForTimeout(1000);
  assert.match(await own.innerText(), /other/);
  assert.equal(await page.locator(".search[data-busy]").count(), 0);

  // A result that is the same for the next letter is not drawn again.
  await field.fill("stay");
  await results.filter({ hasText: "Staying" }).waitFor();
  const items = page.locator(".search-list > li");
  await items.nth(1).evaluate((item) => (item.title = "kept"));
  await field.fill("stays");
  await items.first().filter({ hasText: "Staying" }).waitFor();
  assert.deepEqual(await items.evaluateAll((all) => all.map(({ title }) => title)), ["kept", ""]);
  assert.match(await items.nth(1).innerText(), /stays/);

  // More than was counted.
  await field.fill("de");
  await page.locator(".search-count", { hasText: "At least 1\u202F230 pages found" }).waitFor();
  assert.deepEqual(await page.locator(".search-filters label span").allInnerTexts(), ["1\u202F230+", "1\u202F000+", "230+"]);

  // A word that was corrected.
  await field.fill("mistaek");
  await own.getByText("Here is what was found for “mistake”").waitFor();
  await status.filter({ hasText: "“mistake”. 1 page found" }).waitFor({ state: "attached" });

  // Nothing.
  await field.fill("nothing");
  await own.getByText("Nothing found for “nothing”").waitFor();
  await status.filter({ hasText: "Nothing found" }).waitFor({ state: "attached" });
  assert.match(await own.getByRole("link", { name: "All pages" }).evaluate((link) => link.href), /_carnet\/contents\.html$/);
  assert.equal(await results.count(), 0);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await own.getByText("near words").first().waitFor();
  assert.equal(await field.inputValue(), "near words");

  // Of many groups those with most pages, until all are asked for.
  await field.fill("many groups");
  const radios = page.locator(".search-filters label");
  await page.waitForFunction(() => document.querySelectorAll(".search-filters label").length === 13);
  assert.match(await radios.nth(1).innerText(), /^Group 8\s+1\u202F238$/);
  await page.getByRole("button", { name: "8 more" }).click();
  assert.equal(await radios.count(), 21);
  assert.match(await radios.nth(4).innerText(), /^Group 3\s+1$/);
  assert.ok(await radios.nth(13).getByRole("radio").evaluate((radio) => radio === document.activeElement));

  // A quotation mark is no question yet.
  await field.fill('"');
  await page.getByText("are found as they stand").waitFor();

  // Enter waits for the answer to what was typed.
  await field.fill("slow");
  await page.keyboard.press("Enter");
  await page.waitForURL(/index\.html/);
  await page.waitForFunction(() => !document.querySelector("dialog[open]"));
}

async function speaksFrench({ open }) {
  const { page, field, dialog, results } = await open("fr/lire.html");
  await page.getByRole("button", { name: "Rechercher" }).first().click();
  assert.equal(await field.getAttribute("placeholder"), "Un mot, une question…");
  await field.fill("onglets");
  await results.first().waitFor();
  assert.match(await dialog.innerText(), /pages? trouvée/);
  assert.match(await dialog.innerText(), /Échap/);
}

async function onPhones({ open }) {
  const { page, part, field, dialog } = await open("index.html", phone);
  await part("search-open").first().tap();
  await dialog.waitFor();
  const box = await dialog.boundingBox();
  assert.deepEqual([box.x, box.y, box.width], [0, 0, 360]);
  assert.ok(box.height >= 739);
  await field.fill("columns");
  await part("search-result").first().waitFor();
  assert.equal(await dialog.evaluate((box) => box.scrollWidth), 360);
  await dialog.getByRole("button", { name: "Close the search" }).tap();
  assert.ok(!(await dialog.isVisible()));

  // From the drawer, which closes, the focus goes to what is to be seen.
  await page.getByRole("button", { name: "Menu", exact: true }).tap();
  await part("search-open").last().tap();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.activeElement.matches("[data-part=search-open]"));
}

async function withoutScript({ open }) {
  const { page, part } = await open("_carnet/search.html", { ...screen, javaScriptEnabled: false });
  assert.equal(await part("search-open").first().isVisible(), false);
  assert.equal(await page.locator("main .search").isVisible(), false);
  await page.getByText("The search needs JavaScript").waitFor();
  await page.locator("main").getByRole("link", { name: "All pages" }).click();
  await page.waitForURL(/contents\.html$/);
}

// Files are gone: said in words, and what can be done instead.
async function failing({ open, complaints }, site) {
  rmSync(join(site, "_carnet/search"), { recursive: true });
  const { page, field } = await open("index.html");
  await page.keyboard.press("/");
  await field.fill("columns");
  await page.getByText("The search cannot be loaded.").waitFor();
  assert.ok(await page.locator("dialog.search").getByRole("link", { name: "All pages" }).isVisible());
  rmSync(join(site, "_carnet/parts/search.js"));
  await page.reload();
  await page.keyboard.press("/");
  await page.waitForURL(/_carnet\/search\.html$/);
  complaints.splice(0);
}

// Several books: the reader's own first, below it the others.
async function books({ open, at }) {
  const { page, field, dialog, results } = await open("fr/index.html");
  await page.keyboard.press("/");
  await field.fill("carrots");
  const other = dialog.locator("section");
  await other.waitFor();
  assert.equal(await other.getAttribute("lang"), "en");
  assert.equal(await other.locator("h2").innerText(), "English");
  assert.equal(await other.locator("[data-part=search-result]").count(), 3);
  assert.ok((await results.first().evaluate((link) => link.href)).startsWith(at("fr/recolter.html")));
  await field.fill("légère");
  await page.locator("[data-part=search-result]", { hasText: "Semer" }).waitFor();
  await other.waitFor({ state: "detached" });
}

// Marks in a tab and in a fold that are closed: what is around the one that is shown is opened.
async function marksWhatIsClosed({ open, at }) {
  const { page, context } = await open("en/index.html");
  await page.goto(at("en/water.html") + "?q=pumpkins");
  const marks = page.locator("mark.found");
  await marks.first().waitFor();
  assert.equal(page.url(), at("en/water.html"));
  assert.equal(await marks.count(), 2);
  await page.getByRole("button", { name: "Next mark" }).click();
  assert.ok(await marks.nth(1).isVisible());

  // They are the reader's: not on paper, and not in a copy of the page.
  const bar = page.getByRole("region", { name: "Marked words" });
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await bar.isVisible()));
  await page.emulateMedia({ media: "screen" });
  await context.grantPermissions(["clipboard-read"]);
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  await page.locator("output", { hasText: "Copied" }).waitFor({ state: "attached" });
  const copy = await page.evaluate(() => navigator.clipboard.readText());
  assert.ok(copy.includes("Pumpkins live on straw") && !copy.includes("<mark"), copy);
  await page.getByRole("button", { name: "Remove the marks" }).click();
  assert.equal(await marks.count(), 0);
}

async function run(folder, ...parts) {
  await withSite(folder, async (browser, site) => {
    const reader = readerOf(browser, site);
    for (const part of parts) {
      await part(reader, site);
      assert.deepEqual(reader.complaints, [], part.name);
      console.log(`${part.name}: fine`);
    }
  });
}
await run("content", opens, follows, filters, speaksFrench, onPhones, withoutScript, answers, failing);
await run("tests/browser/search_ui", books, marksWhatIsClosed);
