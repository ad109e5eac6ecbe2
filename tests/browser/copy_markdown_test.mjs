#!/usr/bin/env node
// copy_markdown_test.mjs [BOOK]: a page that was copied as Markdown says what it said. Every page of
// the manual, or 60 of a real book (see chosenBook()), is copied in the browser; the copies are
// built as a book, whose pages must have the same words.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chosenBook, pagesOf, watch, withSite } from "./chromium.mjs";

// Pages that cannot come back as they were, and why.
const exceptions = new Map([
  ["contributing/new-block.html", "its code names a page, whose address this test changes"],
  ["diagnostics/repaired-encoding.html", "it shows broken letters, which are repaired"],
  [
    "lancer-un-service-numerique/je-souhaite-lancer-une-startup-detat/chronologie-dune-appel-a-innovateur/4.-sensibiliser-et-mobiliser-les-agents-talents-et-des-bons-problemes.html",
    "it shows stars that are left over from emphasis, which are left out",
  ],
]);

// The words of a page's text: what is said of the page itself, and no controls.
const readWords = () => {
  const main = document.querySelector("main").cloneNode(true);
  const left =
    "button, output, [role=tablist], .mermaid-picture, .mermaid summary, .table-filter, .updates-bar, .anchor, annotation, [role=doc-backlink], .hint-label";
  for (const control of main.querySelectorAll(left)) control.remove();
  for (const box of main.querySelectorAll("br, caption, dd, div, dt, figcaption, h1, h2, h3, h4, li, p, pre, small, strong, summary, td, th")) {
    box.prepend(" ");
    box.append(" ");
  }
  // A box in a cell is a sign in the copy.
  return main.textContent.replace(/[☐☑]/g, " ").split(/\s+/).filter(Boolean).join(" ");
};

const difference = (one, other) => {
  let i = 0;
  while (i < one.length && one[i] === other[i]) i += 1;
  const around = (text) => JSON.stringify(text.slice(Math.max(0, i - 30), i + 60));
  return `${around(one)} became ${around(other)}`;
};

// The path of the Markdown file that becomes this page.
const sourceOf = (path) => path.replace(/(^|\/)index\.html$/, "$1README.html").replace(/\.html$/, ".md");

const { book, choose } = chosenBook(process.argv.slice(2));
await withSite(book, async (browser, site) => {
  const context = await browser.newContext();
  await context.grantPermissions(["clipboard-read"]);
  const page = await context.newPage();
  watch(page, (text) => assert.fail(text));
  const at = (folder, path) => pathToFileURL(join(folder, path)).href;
  const all = (await pagesOf(site)).filter((path) => !path.startsWith("_carnet/"));
  const chosen = new Set(choose(all));

  // The button copies what the script makes.
  await page.goto(at(site, all[0]));
  const button = page.getByRole("button", { name: "Copy as Markdown" }).or(page.getByRole("button", { name: "Copier en Markdown" }));
  await button.focus();
  await page.keyboard.press("Enter");
  await page.locator("[data-part=copy-page][data-done]").waitFor();
  const clipboard = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(clipboard, await page.evaluate("carnet.markdown.page(document.querySelector('main'))"));
  assert.match(clipboard, /^(---\n[^]*?\n---\n\n)?# \S/);

  // Links get the address of a site that has one.
  const linked = all.find((path) => path.endsWith("reference/reading.html"));
  if (linked !== undefined) {
    await page.goto(at(site, linked));
    await page.evaluate(() => {
      const canonical = document.head.appendChild(document.createElement("link"));
      Object.assign(canonical, { rel: "canonical", href: "https://docs.example.org/reference/reading.html" });
    });
    await button.click();
    await page.locator("[data-part=copy-page][data-done]").waitFor();
    const copy = await page.evaluate(() => navigator.clipboard.readText());
    assert.ok(copy.includes("[front matter](https://docs.example.org/reference/front-matter.html)"), copy);
  }

  // All pages are copied, since content-refs show the titles of others.
  const copies = join(dirname(site), "copies");
  const words = new Map();
  for (const path of all) {
    await page.goto(at(site, path));
    if (chosen.has(path)) words.set(path, await page.evaluate(readWords));
    const script = pathToFileURL(join(site, "_carnet/parts/markdown.js")).href;
    const { language, markdown } = await page.evaluate(async (src) => {
      const script = document.createElement("script");
      script.src = src;
      document.head.append(script);
      await new Promise((done) => (script.onload = done));
      const main = document.querySelector("main");
      return { language: document.documentElement.lang, markdown: carnet.markdown.page(main) };
    }, script);
    const front = `---\nlang: ${language}\n`;
    const whole = markdown.startsWith("---\n") ? markdown.replace("---\n", front) : `${front}---\n\n${markdown}`;
    // A book is of Markdown files.
    const text = whole.replace(/(\]\(<?|(?:href|url)=")((?![a-z]+:|#)[^)"<>]*?\.html)(?=[#")>])/g, (_, before, target) => before + sourceOf(target));
    const file = join(copies, sourceOf(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  for (const path of readdirSync(site, { recursive: true })) {
    const file = join(site, path);
    if (/\.html$|^_|^\.|\.txt$|\.xml$/.test(path) && !path.includes("assets") || !statSync(file).isFile()) continue;
    cpSync(file, join(copies, path));
  }
  for (const file of ["SUMMARY.md", ".gitbook/tags.yaml"]) {
    if (existsSync(join(book, file))) cpSync(join(book, file), join(copies, file));
  }
  const again = join(dirname(site), "again");
  const build = spawnSync(process.env.CARNET_BINARY, ["build", copies, "-o", again], { encoding: "utf8" });
  assert.equal(build.status, 0, build.stderr);

  let problems = 0;
  for (const [path, before] of words) {
    if (exceptions.has(path)) continue;
    const copy = join(again, path);
    if (existsSync(copy)) await page.goto(at(again, path));
    const after = existsSync(copy) ? await page.evaluate(readWords) : "no page";
    if (after === before) continue;
    problems += 1;
    console.log(`${path}: ${difference(before, after)}`);
  }
  console.log(`${words.size} pages copied, ${problems} problems`);
  if (problems > 0 || words.size === 0) process.exitCode = 1;
});
