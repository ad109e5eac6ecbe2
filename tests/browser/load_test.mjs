#!/usr/bin/env node
// load_test.mjs [BOOK]: what a page costs a reader who opens it first, on a slow computer: bytes of
// HTML, CSS and JavaScript, time in scripts, and text that moves while the page comes up.

import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chosenBook, pagesOf, withSite } from "./chromium.mjs";

const mostPages = 20;
const mostBytes = 80_000; // Without pictures.
const mostAround = 80_000; // Bytes of them that are not the page's own text.
const mostScripting = 100; // Milliseconds.
const slowness = 4; // Times slower than this computer.

const readers = [
  { name: "screen", viewport: { width: 1280, height: 800 } },
  { name: "phone", viewport: { width: 360, height: 740 }, hasTouch: true },
];

const watchShifts = () => {
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const nodes = entry.sources.map(({ node }) => node?.parentElement?.className || node?.nodeName);
      window.shifts.push({ value: entry.value, nodes });
    }
  }).observe({ type: "layout-shift", buffered: true });
};

// Opens a page in a tab of its own: nothing of another page may be left in memory, or at work.
async function load(context, address) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  // The time of the page alone, whatever else this computer does.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await session.send("Emulation.setCPUThrottlingRate", { rate: slowness });
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(address);
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done, { timeout: 1000 })));
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find((metric) => metric.name === "ScriptDuration").value;
  const shifts = await page.evaluate(() => window.shifts);
  await page.close();
  return { asked, shifts, time: 1000 * seconds };
}

const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

const { book, choose } = chosenBook(process.argv.slice(2));
await withSite(book, async (browser, site) => {
  const chosen = choose(await pagesOf(site));
  const paths = chosen.filter((_, index) => index % Math.ceil(chosen.length / mostPages) === 0);
  let problems = 0;
  const report = (path, reader, text) => {
    problems += 1;
    console.log(`${path} (${reader}): ${text}`);
  };
  const sizes = [];
  const times = [];
  for (const { name, ...reader } of readers) {
    const context = await browser.newContext(reader);
    await context.addInitScript(watchShifts);
    for (const path of paths) {
      const address = pathToFileURL(join(site, path)).href;
      const { asked, shifts, time } = await load(context, address);
      times.push(time);
      if (time > mostScripting) report(path, name, `${Math.round(time)} ms in scripts`);
      for (const { value, nodes } of shifts) {
        report(path, name, `moves by ${value.toFixed(4)} while it comes up: ${nodes.join(", ")}`);
      }
      const own = await readFile(join(site, path), "utf8");
      const text = Buffer.byteLength(/<main[^]*<\/main>/.exec(own)[0]);
      const size = asked
        .filter((url) => /\.(html|css|js)$/.test(new URL(url).pathname))
        .reduce((sum, url) => sum + readFileSync(fileURLToPath(url)).length, 0);
      sizes.push(size);
      // A long page is its author's will.
      if (size - text > mostAround) report(path, name, `${size} bytes, ${text} of them its own text`);
    }
    await context.close();
  }
  const share = sizes.filter((size) => size < mostBytes).length / sizes.length;
  if (share < 0.85) report("the book", "all", `only ${Math.round(100 * share)} % of its pages are small`);
  console.log(
    `${paths.length} pages, ${readers.length} readers, ${problems} problems; half of the pages are under ` +
      `${Math.round(median(sizes) / 1000)} kB, the largest has ${Math.round(Math.max(...sizes) / 1000)} kB, ` +
      `${Math.round(100 * share)} % are under ${mostBytes / 1000} kB; scripts take ${median(times).toFixed(1)} ms, ` +
      `at most ${Math.max(...times).toFixed(1)} ms, ${slowness} times slowed`,
  );
  if (problems > 0 || paths.length === 0) process.exitCode = 1;
});
