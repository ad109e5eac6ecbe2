#!/usr/bin/env node
// pages_test.mjs [BOOK | --theme NAME]: every page of the manual, or some of a real book (see chosenBook()), opened
// from disk as a reader would: on a screen and on a phone, light and dark, with and without
// JavaScript. Nothing may be reported on the console, nothing asked of the network, nothing wider
// than the window, and the text must be there, the same with JavaScript as without it.

import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chosenBook, pagesOf, watch, withSite } from "./chromium.mjs";

const readers = [
  { name: "screen", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "phone", viewport: { width: 360, height: 740 }, colorScheme: "dark" },
  { name: "no script", viewport: { width: 1280, height: 800 }, javaScriptEnabled: false },
];

// The words of the page's text, without those of controls, which scripts may add.
const readWords = () => {
  const main = document.querySelector("main")?.cloneNode(true);
  for (const control of main?.querySelectorAll("button, label, output, [role=tablist], .mermaid-picture") ?? []) {
    control.remove();
  }
  return main?.textContent.split(/\s+/).filter(Boolean).join(" ") ?? "";
};

// Where two texts part.
const difference = (one, other) => {
  let i = 0;
  while (i < one.length && one[i] === other[i]) i += 1;
  return `"${one.slice(Math.max(0, i - 20), i + 40)}" and "${other.slice(Math.max(0, i - 20), i + 40)}"`;
};

const { book, choose } = chosenBook(process.argv.slice(2));
await withSite(book, async (browser, site) => {
  const paths = choose(await pagesOf(site));
  const texts = new Map(); // By path: what the first reader finds.
  let problems = 0;
  for (const { name, ...reader } of readers) {
    const context = await browser.newContext(reader);
    const page = await context.newPage();
    let path;
    const report = (text) => {
      problems += 1;
      console.log(`${path} (${name}): ${text}`);
    };
    watch(page, report);
    for (path of paths) {
      await page.goto(pathToFileURL(join(site, path)).href);
      const seen = await page.evaluate(() => ({
        mains: document.querySelectorAll("main").length,
        text: document.querySelector("main")?.innerText.trim().length ?? 0,
        width: document.documentElement.scrollWidth,
        room: document.documentElement.clientWidth,
      }));
      if (seen.mains !== 1) report(`has ${seen.mains} <main>`);
      if (seen.text === 0) report("shows no text");
      if (seen.width > seen.room) report(`is ${seen.width} px wide in ${seen.room}`);
      const words = await page.evaluate(readWords);
      if (!texts.has(path)) texts.set(path, words);
      if (words !== texts.get(path)) report(`has another text: ${difference(texts.get(path), words)}`);
    }
    await context.close();
  }
  console.log(`${paths.length} pages, ${readers.length} readers, ${problems} problems`);
  if (problems > 0 || paths.length === 0) process.exitCode = 1;
});
