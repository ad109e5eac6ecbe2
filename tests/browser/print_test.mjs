// On paper every word of a page is there: those in tabs that are not open, in folds, in code of
// many lines or long ones, in wide tables. And the addresses of links.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { withSite } from "./chromium.mjs";

// What paper does to a text without changing it: lines break, also at hyphens and in long words.
const squeeze = (text) => text.normalize("NFKC").replace(/[\s\u00ad\u2010-]+/g, "");

// The words of the page, without those of controls.
const readWords = () => {
  const main = document.querySelector("main").cloneNode(true);
  for (const control of main.querySelectorAll("button, input, [role=tablist], svg, output, .anchor")) {
    control.remove();
  }
  // Text by text: between two elements there may be no space, but the line of a code ends.
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const words = [];
  while (texts.nextNode()) words.push(...texts.currentNode.data.split(/\s+/).filter(Boolean));
  return words;
};

async function print(page) {
  const scratch = mkdtempSync(join(tmpdir(), "carnet-print-"));
  try {
    const path = join(scratch, "page.pdf");
    writeFileSync(path, await page.pdf({ format: "A4", preferCSSPageSize: true }));
    return execFileSync("pdftotext", ["-raw", "-enc", "UTF-8", path, "-"], { encoding: "utf8" });
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

async function check(browser, address, options) {
  const page = await (await browser.newContext(options)).newPage();
  await page.goto(address);
  const paper = squeeze(await print(page));
  const words = await page.evaluate(readWords);
  const lost = words.filter((word) => !paper.includes(squeeze(word)));
  await page.context().close();
  return { paper, words, lost };
}

await withSite("tests/browser/print", async (browser, site) => {
  const address = pathToFileURL(join(site, "index.html")).href;
  const readers = [
    { viewport: { width: 1280, height: 800 } },
    { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  ];
  for (const reader of readers) {
    const { paper, words, lost } = await check(browser, address, reader);
    assert.ok(words.length > 700, `${words.length} words`);
    assert.deepEqual(lost, []);
    assert.ok(paper.includes("(https://example.org/on/paper)"), "the address of a link");
    assert.equal(paper.split("example.org/once").length, 2, "an address that is there already");
    assert.ok(!paper.includes(squeeze("Skip to content")), "controls are not on paper");
  }

  // A browser that cannot be told so by a style sheet.
  const page = await browser.newPage();
  await page.addInitScript(() => (CSS.supports = () => false));
  await page.goto(address);
  const closed = () => page.locator("main details:not([open])").count();
  const folds = await closed();
  assert.ok(folds >= 2);
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  assert.equal(await closed(), 0);
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  assert.equal(await closed(), folds);
  console.log("every word is on paper");
});
