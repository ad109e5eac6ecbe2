#!/usr/bin/env node
// state_test.mjs: a copy of a book says which state it shows, and one that is read from disk how old
// that is and where the current one is. The clock is made up.

import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

const book = mkdtempSync(join(tmpdir(), "carnet-state-"));
const git = (...args) =>
  execFileSync("git", args, {
    cwd: book,
    env: {
      PATH: process.env.PATH,
      HOME: book,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: "Ada",
      GIT_AUTHOR_EMAIL: "ada@example.org",
      GIT_COMMITTER_NAME: "Ada",
      GIT_COMMITTER_EMAIL: "ada@example.org",
      GIT_AUTHOR_DATE: "2024-03-01T12:00:00Z",
      GIT_COMMITTER_DATE: "2024-03-01T12:00:00Z",
    },
  });
writeFileSync(join(book, "README.md"), "# Début\n\nUn texte. [Suite](a.md)\n");
writeFileSync(join(book, "a.md"), "---\nlang: en\n---\n\n# A page\n\nA text.\n");
writeFileSync(
  join(book, "carnet.yaml"),
  "language: fr\nurl: https://docs.example.org/guide/\nsource_url: https://github.com/example/guide\n",
);
git("init", "-q", "-b", "main");
git("add", "-A");
git("commit", "-q", "-m", "One");
const commit = git("rev-parse", "HEAD").toString().trim();
process.on("exit", () => rmSync(book, { recursive: true, force: true }));

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

await withSite(book, async (browser, site) => {
  let problems = 0;
  const expect = (what, found, wanted) => {
    if (found === wanted) return;
    problems += 1;
    console.log(`${what}: "${found}" and not "${wanted}"`);
  };
  const read = async (path, now, options = {}) => {
    const context = await browser.newContext({ bypassCSP: true, ...options });
    if (now) {
      await context.addInitScript(`Date.now = () => ${Date.parse(now)}`);
    }
    const page = await context.newPage();
    watch(page, (text) => expect(path, text, "nothing on the console"));
    await page.goto(pathToFileURL(join(site, path)).href);
    const line = page.locator("[data-part=state]");
    if (now) await page.waitForFunction(() => document.querySelector("[data-part=state]").textContent !== "");
    const text = (await line.textContent()).trim();
    const links = await line.locator("a").evaluateAll((all) => all.map((link) => link.href));
    let violations = [];
    if (now) {
      await page.addScriptTag({ path: axe });
      violations = await page.evaluate(async () => (await window.axe.run(document, { preload: false })).violations.map(({ id }) => id));
    }
    await context.close();
    expect(`${path}, axe`, violations.join(), "");
    return { text: text.replaceAll(/[\u00a0\u202f]/g, " "), links: links.join(" ") };
  };

  const source = `https://github.com/example/guide/commit/${commit}`;
  const version = `Version du 1er mars 2024 (${commit.slice(0, 7)})`;
  const online = "Lire la version actuelle sur docs.example.org";

  const start = await read("index.html", "2024-06-05T12:00:00Z");
  expect("after three months", start.text, `${version} Cette copie a 3 mois. ${online}`);
  expect("its links", start.links, `${source} https://docs.example.org/guide/index.html`);
  const page = await read("a.html", "2024-03-12T12:00:00Z");
  const english = `Version of March 1, 2024 (${commit.slice(0, 7)})`;
  expect("in English", page.text, `${english} This copy is 11 days old. Read the current version on docs.example.org`);
  expect("its links", page.links, `${source} https://docs.example.org/guide/a.html`);
  expect("after an hour", (await read("index.html", "2024-03-01T13:00:00Z")).text, version);
  expect("after years", (await read("a.html", "2031-01-01T00:00:00Z")).text.includes("is 6 years old"), true);
  const still = { javaScriptEnabled: false };
  expect("without scripts", (await read("index.html", null, still)).text, version);
  expect("without scripts, elsewhere", (await read("a.html", null, still)).text, "");

  console.log(`${problems} problems`);
  if (problems > 0) process.exitCode = 1;
});
