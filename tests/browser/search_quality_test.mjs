#!/usr/bin/env node
// search_quality_test.mjs: whether readers find what they ask for in a real book, from disk: judged
// queries (tests/search/judged.mjs), and what must be true of every word and every title.
//
// Words are asked evenly from the whole vocabulary, as many as the time allows; all of them with
// CARNET_ALL_WORDS=1.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { chosenBook, watch, withSite } from "./chromium.mjs";
import { askAll, openSearch } from "../search/engine.mjs";
import { readIndex } from "../search/index.mjs";
import { halves, judge, pageOf, readJudged, table } from "../search/judged.mjs";

const leastRecall = 0.95; // Of the held half, among the first five.
const leastMrr = 0.8;
const rareTitles = 5; // A word in so many titles finds them among the first five.
const mostWords = process.env.CARNET_ALL_WORDS ? Infinity : 1500;
const shown = 8; // Problems of a kind that are printed.

let problems = 0;
const report = (what, some) => {
  problems += some.length;
  for (const one of some.slice(0, shown)) console.log(`${what}: ${one}`);
  if (some.length > shown) console.log(`${what}: ${some.length - shown} more`);
};

const accents = /[\u0300-\u036f]/g;
const unaccented = (word) => word.normalize("NFD").replace(accents, "").replaceAll("œ", "oe").replaceAll("æ", "ae").normalize("NFC");
// U+02BC is an apostrophe here, and a letter to others.
const spelt = (text) => text.normalize("NFC").replaceAll("\u02bc", " ").match(/[\p{L}\p{N}\u0300-\u036f]+/gu) ?? [];
const wordsIn = (text) => spelt(text.toLowerCase());
// Capitals inside of a word may be where two have met ("docxDOCX").
const asWritten = (word) => (/[\p{Ll}\p{N}]\p{Lu}/u.test(word) ? word : word.toLowerCase());
const isSame = (one, other) => one.length === other.length && one.every((item) => other.includes(item));
const evenly = (list, most) => list.filter((_, i) => Math.floor((i * most) / list.length) !== Math.floor(((i - 1) * most) / list.length));
const sample = (list, most = mostWords) => (list.length <= most ? list : evenly(list, most));

// What SUMMARY.md lists, but for pages that are hidden, or below one that is.
function listedPages(book) {
  const pages = new Set();
  const above = []; // [indentation, whether it is hidden]
  for (const line of readFileSync(join(book, "SUMMARY.md"), "utf8").split("\n")) {
    const [, indentation, target] = /^(\s*)[*-] \[.*\]\(<?([^)>"#]*)/.exec(line) ?? [];
    if (target === undefined || /^[a-z]+:/.test(target)) continue;
    while (above.length > 0 && above.at(-1)[0] >= indentation.length) above.pop();
    const [, front] = /^---\n([^]*?)\n---\n/.exec(readFileSync(join(book, decodeURI(target.trim())), "utf8")) ?? [];
    const isHidden = /^hidden: true$/m.test(front ?? "") || above.at(-1)?.[1] === true;
    above.push([indentation.length, isHidden]);
    if (!isHidden) pages.add(pageOf(target.trim()));
  }
  return pages;
}

async function judgeQueries(page) {
  const judgements = {};
  for (const half of halves) {
    const judged = readJudged(half);
    judgements[half] = judge(judged, await askAll(page, judged.map(({ query }) => query)));
  }
  console.log(table(judgements));
  const { recall, mrr } = judgements.held.all;
  assert.ok(recall >= leastRecall, `recall@5 of the held half is ${recall.toFixed(3)}`);
  assert.ok(mrr >= leastMrr, `MRR of the held half is ${mrr.toFixed(3)}`);
}

// A word is found on every page that has it; and its accents may be left out.
async function askWords(page, index, listed) {
  const pagesWith = new Map();
  for (const { title, url, sections } of index.pages) {
    for (const text of [title, ...sections.flatMap(({ heading, text }) => [heading, text])]) {
      for (const word of spelt(text).map(asWritten)) {
        if (!pagesWith.has(word)) pagesWith.set(word, new Set());
        pagesWith.get(word).add(url);
      }
    }
  }
  const vocabulary = [...new Set([...index.words.flatMap(spelt), ...pagesWith.keys()])].sort();
  const words = sample(vocabulary);
  const answers = await askAll(page, words, Infinity);
  const seen = new Set(answers.flat());
  report("not found on its page", words.filter((word, i) => ![...(pagesWith.get(word) ?? [])].every((one) => answers[i].includes(one))));
  report("finds nothing", words.filter((_, i) => answers[i].length === 0));
  report("found, but not listed", [...seen].filter((one) => !listed.has(one)));

  const spellings = new Map();
  for (const word of vocabulary) spellings.set(unaccented(word), (spellings.get(unaccented(word)) ?? 0) + 1);
  const accented = words.map((word, i) => ({ word, found: answers[i] })).filter(({ word }) => unaccented(word) !== word && asWritten(word) === word.toLowerCase());
  const asked = (change, limit) => askAll(page, accented.map(({ word }) => change(word)), limit);
  const plain = await asked(unaccented, Infinity);
  report("finds other pages without accents", accented.filter(({ found }, i) => !isSame(found, plain[i])).map(({ word }) => word));
  for (const [what, change] of [
    ["without accents", unaccented],
    ["with accents apart", (word) => word.normalize("NFD")],
    ["in capitals", (word) => word.toUpperCase()],
  ]) {
    const [firsts, others] = [await asked((word) => word), await asked(change)];
    const wrong = accented.filter(({ word }, i) => spellings.get(unaccented(word)) === 1 && firsts[i].join() !== others[i].join());
    report(`finds other first pages ${what}`, wrong.map(({ word }) => word));
  }

  // Half a word still finds what the whole rare word finds.
  const beginnings = words
    .map((word) => ({ word, pages: [...(pagesWith.get(word) ?? [])] }))
    .filter(({ word, pages }) => pages.length > 0 && pages.length <= 3 && /^\p{Ll}{4,}$/u.test(word))
    .flatMap(({ word, pages }) => {
      const letters = [...word];
      const sizes = new Set([3, Math.max(3, Math.ceil(letters.length / 2)), letters.length - 1]);
      return [...sizes].map((size) => ({ word, pages, beginning: letters.slice(0, size).join("") }));
    });
  const some = sample(beginnings, mostWords / 3);
  const begun = await askAll(page, some.map(({ beginning }) => beginning), Infinity);
  const lost = some.filter(({ pages }, i) => !pages.every((one) => begun[i].includes(one)));
  report("a beginning loses it", lost.map(({ word, beginning }) => `${beginning} (${word})`));
  console.log(`${words.length} of ${vocabulary.length} words asked, ${accented.length} with accents, and ${some.length} beginnings`);
}

async function askTitles(page, index) {
  const titlesWith = new Map();
  for (const { title } of index.pages) {
    for (const word of new Set(wordsIn(title))) titlesWith.set(word, (titlesWith.get(word) ?? 0) + 1);
  }
  const whole = await askAll(page, index.pages.map(({ title }) => title), 3);
  const titles = new Map(index.pages.map(({ title, url }) => [url, title]));
  report("a whole title does not find its page", index.pages.filter(({ title }, i) => !whole[i].some((url) => titles.get(url) === title)).map(({ title }) => title));

  // As they are written, too: "l'histoire", "beta.gouv.fr".
  const ends = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
  const words = index.pages.flatMap(({ title, url }) => {
    const written = title.split(/\s+/).map((word) => word.replace(ends, "")).filter(Boolean);
    return [...new Set([...wordsIn(title), ...written])].map((word) => ({ word, url }));
  });
  const answers = await askAll(page, words.map(({ word }) => word), 5);
  const missing = words.filter(({ url }, i) => !answers[i].includes(url));
  const all = await askAll(page, missing.map(({ word }) => word), Infinity);
  const isRare = ({ word }) => Math.min(...wordsIn(word).map((part) => titlesWith.get(part))) <= rareTitles;
  const text = ({ word, url }) => `${word} (${url})`;
  report("a word of a title does not find it", missing.filter(({ url }, i) => !all[i].includes(url)).map(text));
  report("a rare word of a title does not find it first", missing.filter(isRare).map(text));
  console.log(`${index.pages.length} titles asked, and ${words.length} words of them, ${words.filter(isRare).length} of which are rare`);
}

// Pages that nobody shall find, all with the same words.
async function askHidden(browser, scratch) {
  const book = join(scratch, "hidden");
  const files = {
    "carnet.yaml": "language: fr\n",
    "SUMMARY.md": "* [Start](README.md)\n* [A](a.md)\n* [B](b.md)\n* [C](c.md)\n  * [D](d.md)\n",
    "README.md": "# Start\n\nzanzibar\n",
    "a.md": "# Seen\n\nzanzibar\n",
    "b.md": "---\nnoIndex: true\n---\n\n# Not indexed\n\nzanzibar\n",
    "c.md": "---\nhidden: true\n---\n\n# Hidden\n\nzanzibar\n",
    "d.md": "# Below a hidden one\n\nzanzibar\n",
    "e.md": "# Unlisted\n\nzanzibar\n",
  };
  mkdirSync(book);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(book, name), text);
  const site = join(scratch, "hidden-site");
  assert.equal(spawnSync(process.env.CARNET_BINARY, ["build", book, "-o", site]).status, 0);
  const page = await browser.newPage();
  await openSearch(page, site);
  for (const question of ["zanzibar", "zanz", "zanzibra", '"zanzibar"', "not indexed"]) {
    const [found] = await askAll(page, [question], Infinity);
    assert.deepEqual(found.sort(), question === "not indexed" ? [] : ["a.html", "index.html"], question);
  }
}

const { book } = chosenBook(["communaute"]);
await withSite(book, async (browser, site) => {
  const page = await browser.newPage();
  watch(page, (text) => report("the browser", [text]));
  await openSearch(page, site);
  await judgeQueries(page);
  const listed = listedPages(book);
  const index = readIndex(site);
  assert.deepEqual(index.pages.map(({ url }) => url).sort(), [...listed].sort());
  await askTitles(page, index);
  await askWords(page, index, listed);
  await askHidden(browser, dirname(site));
  console.log(`${problems} problems`);
  if (problems > 0) process.exitCode = 1;
});
