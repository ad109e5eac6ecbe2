#!/usr/bin/env node
// search.mjs [COPIES]: the search of carnet beside Pagefind and MiniSearch, in one browser, on the same
// pages and the same judged queries (tests/search/judged.mjs). Prints a table in Markdown.
//
//     npm ci --prefix tests && npm install --prefix tests/bench
//     CARNET_BINARY=build/release/carnet CARNET_SHARED=../shared node tests/bench/search.mjs
//
// carnet is asked from disk. Pagefind indexes the same built pages, what carnet leaves out left out, in
// the language that they say they have; MiniSearch has an index of the same sections, with texts for
// snippets. Both are served over HTTP, as they cannot be loaded from disk. No interface is measured.

import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, extname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync, gzipSync } from "node:zlib";
import { chosenBook, withSite } from "../browser/chromium.mjs";
import { copyBook } from "../search/copies.mjs";
import { readIndex } from "../search/index.mjs";
import { halves, judge, readJudged } from "../search/judged.mjs";

const require = createRequire(import.meta.url);
const copies = Number(process.argv[2] ?? 28);
const weighed = 20; // Queries whose bytes are counted, each on a fresh page.

const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
const kB = (bytes) => (bytes / 1000).toFixed(0);
const isPacked = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

// Serves a folder, and says which files were asked for.
async function serve(folder) {
  const types = { ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript", ".json": "application/json" };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    try {
      const bytes = readFileSync(join(folder, path));
      response.setHeader("Content-Type", types[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise((done) => server.listen(0, "localhost", done));
  return { server, origin: `http://localhost:${server.address().port}` };
}

// What each has: the folder whose files are counted, the address of a page, and a function of that page
// that loads it and makes `ask(text)`: the pages of the first ten results, with what is shown of them.
const engines = {
  async carnet(site) {
    const open = async (folder) => {
      const script = document.createElement("script");
      script.src = `${folder}search.js`;
      document.head.append(script);
      await new Promise((done) => (script.onload = done));
      const search = carnetSearch(folder);
      window.ask = async (text) => (await search.ask(text)).results.map(({ url }) => decodeURI(url.replace(/#.*/, "")));
    };
    const folder = pathToFileURL(join(site, "_carnet/search/")).href;
    return { site, address: pathToFileURL(join(site, "_carnet/contents.html")).href, open, with: folder };
  },

  async Pagefind(site, pages) {
    const { close, createIndex } = await import("pagefind");
    const excludeSelectors = ["button", "[hidden]", "[aria-hidden=true]", ".vh", "[data-no-search]", "math"];
    const { index } = await createIndex({ rootSelector: "main", excludeSelectors });
    for (const { url } of pages) {
      const { errors } = await index.addHTMLFile({ url, content: readFileSync(join(site, url), "utf8") });
      if (errors.length > 0) throw new Error(errors.join("\n"));
    }
    await index.writeFiles({ outputPath: join(site, "pagefind") });
    await close();
    const open = async () => {
      const pagefind = await import("/pagefind/pagefind.js");
      window.ask = async (text) => {
        const { results } = await pagefind.search(text);
        const shown = await Promise.all(results.slice(0, 10).map((result) => result.data()));
        return shown.map(({ url }) => decodeURI(url.replace(/^\//, "")));
      };
    };
    return { site, open, start: "empty.html" };
  },

  async MiniSearch(site, pages) {
    const { default: MiniSearch } = await import("minisearch");
    const options = {
      fields: ["title", "heading", "text"],
      storeFields: ["url", "title", "heading", "text"],
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 4, heading: 2 } },
    };
    const index = new MiniSearch(options);
    let id = 0;
    for (const { title, url, sections } of pages) {
      index.addAll(sections.map(({ heading, text }) => ({ id: (id += 1), url, title, heading, text })));
    }
    mkdirSync(join(site, "minisearch"));
    writeFileSync(join(site, "minisearch/index.json"), JSON.stringify(index));
    writeFileSync(join(site, "minisearch/minisearch.js"), readFileSync(join(dirname(require.resolve("minisearch")), "../umd/index.js")));
    const open = async (options) => {
      const script = document.createElement("script");
      script.src = "/minisearch/minisearch.js";
      document.head.append(script);
      await new Promise((done) => (script.onload = done));
      const index = MiniSearch.loadJSON(await (await fetch("/minisearch/index.json")).text(), options);
      window.ask = async (text) => [...new Set(index.search(text).map(({ url }) => url))].slice(0, 10);
    };
    return { site, open, with: options, start: "empty.html" };
  },
};

async function startPage(browser, { address, origin, start }) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const asked = [];
  await page.goto(address ?? `${origin}/${start}`);
  page.on("request", (request) => asked.push(decodeURIComponent(new URL(request.url()).pathname)));
  return { context, page, asked };
}

// Bytes and milliseconds up to the first results, on a fresh page for each query.
async function weigh(browser, engine, queries) {
  const sums = { plain: [], sent: [], times: [] };
  for (const query of queries) {
    const { context, page, asked } = await startPage(browser, engine);
    const begin = performance.now();
    await page.evaluate(engine.open, engine.with);
    await page.evaluate((query) => ask(query), query);
    sums.times.push(performance.now() - begin);
    let [plain, sent] = [0, 0];
    for (const path of asked) {
      const bytes = readFileSync(engine.origin ? join(engine.site, path) : path);
      plain += isPacked(bytes) ? gunzipSync(bytes).length : bytes.length;
      sent += isPacked(bytes) ? bytes.length : gzipSync(bytes).length;
    }
    sums.plain.push(plain);
    sums.sent.push(sent);
    await context.close();
  }
  return sums;
}

// What the queries are answered with on one page, and the milliseconds each of them takes.
async function askJudged(browser, engine) {
  const { context, page } = await startPage(browser, engine);
  await page.evaluate(engine.open, engine.with);
  const judgements = {};
  const times = [];
  for (const half of halves) {
    const judged = readJudged(half);
    const answers = await page.evaluate(async (queries) => {
      const answers = [];
      for (const query of queries) {
        const begin = performance.now();
        const pages = await ask(query);
        answers.push({ pages, time: performance.now() - begin });
      }
      return answers;
    }, judged.map(({ query }) => query));
    judgements[half] = judge(judged, answers.map(({ pages }) => pages));
    times.push(...answers.map(({ time }) => time));
  }
  await context.close();
  return { judgements, times };
}

const { book } = chosenBook(["communaute"]);
await withSite(book, async (browser, site) => {
  const many = join(dirname(site), "many");
  const large = join(dirname(site), "many-site");
  copyBook(book, many, copies);
  spawnSync(process.env.CARNET_BINARY, ["build", "--quiet", many, "-o", large], { stdio: "ignore" });
  const queries = halves.flatMap(readJudged).map(({ query }) => query);
  const some = queries.filter((_, i) => i % Math.ceil(queries.length / weighed) === 0);

  const rows = {};
  const counts = [];
  for (const one of [site, large]) {
    const { pages } = readIndex(one);
    counts.push(pages.length);
    writeFileSync(join(one, "empty.html"), '<!doctype html><html lang="fr"><title>Empty</title>');
    const { server, origin } = await serve(one);
    for (const [name, make] of Object.entries(engines)) {
      const engine = await make(one, pages);
      if (!engine.address) engine.origin = origin;
      const { plain, sent, times } = await weigh(browser, engine, one === site ? some : some.filter((_, i) => i % 4 === 0));
      const row = (rows[name] ??= []);
      const sizes = [plain, sent].map((bytes) => `${kB(median(bytes))} / ${kB(Math.max(...bytes))}`);
      if (one === site) {
        const { judgements, times: warm } = await askJudged(browser, engine);
        for (const half of ["held", "tuning"]) {
          row.push(judgements[half].all.recall.toFixed(3), judgements[half].all.mrr.toFixed(3));
        }
        row.push(...sizes, { cold: median(times), warm: median(warm) });
      } else row.push(...sizes, { cold: median(times) });
      console.error(`${name}: ${pages.length} pages done after ${performance.now() / 1000 | 0} s`);
    }
    server.close();
  }

  const names = Object.keys(rows);
  const line = (head, cells) => console.log(`| ${head} | ${cells.join(" | ")} |`);
  const times = (number, of) => names.map((name) => `${(rows[name][number][of] / rows.carnet[number][of]).toFixed(1)} times`);
  line("", names);
  line("---", names.map(() => "---"));
  line("Recall@5, held half", names.map((name) => rows[name][0]));
  line("MRR, held half", names.map((name) => rows[name][1]));
  line("Recall@5, tuning half", names.map((name) => rows[name][2]));
  line("MRR, tuning half", names.map((name) => rows[name][3]));
  line(`kB to the first results, ${counts[0]} pages: median / most`, names.map((name) => rows[name][4]));
  line("… compressed", names.map((name) => rows[name][5]));
  line(`kB to the first results, ${counts[1]} pages: median / most`, names.map((name) => rows[name][7]));
  line("… compressed", names.map((name) => rows[name][8]));
  line(`Time of a first query, ${counts[0]} pages`, times(6, "cold"));
  line("… of a further one", times(6, "warm"));
  line(`Time of a first query, ${counts[1]} pages`, times(9, "cold"));
});
