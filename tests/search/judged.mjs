// Judged queries: what readers ask, and the pages that answer it. They were written before anything
// was tuned. The held half judges; who looks at its queries to make it better has lost it, so only
// sums of it are ever printed.

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const halves = ["tuning", "held"];

// The page that a Markdown file becomes, as a search names it.
export const pageOf = (source) => decodeURI(source).replace(/\.md$/, ".html").replace(/(^|\/)README\.html$/, "$1index.html");

// [{ kind, query, pages }] of a half, in the order of the file; `pages` is a set.
export function readJudged(half) {
  const file = fileURLToPath(new URL(`communaute.${half}.tsv`, import.meta.url));
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line && !line.startsWith("#"))
    .map((line) => {
      const [kind, query, pages] = line.split("\t");
      return { kind, query, pages: new Set(pages.split(" ").map(pageOf)) };
    });
}

class Tally {
  constructor() {
    this.count = 0;
    this.found = 0;
    this.reciprocals = 0;
  }
  add(rank) {
    this.count += 1;
    if (rank >= 0 && rank < 5) this.found += 1;
    if (rank >= 0) this.reciprocals += 1 / (rank + 1);
  }
  // The share of queries with an answer among the first five results.
  get recall() {
    return this.found / this.count;
  }
  // The mean of 1 / rank of the first answer, among ten results.
  get mrr() {
    return this.reciprocals / this.count;
  }
}

// How good the first ten `pages` that each query was answered with are: { all, kinds }, where
// `kinds` maps kinds of queries. `answers` are in the order of `judged`.
export function judge(judged, answers) {
  const all = new Tally();
  const kinds = new Map();
  judged.forEach(({ kind, pages }, number) => {
    const rank = answers[number].slice(0, 10).findIndex((page) => pages.has(page));
    if (!kinds.has(kind)) kinds.set(kind, new Tally());
    kinds.get(kind).add(rank);
    all.add(rank);
  });
  return { all, kinds };
}

// A table of what judge() said of both halves: { tuning, held }.
export function table(judgements) {
  const names = [...new Set(halves.flatMap((half) => [...judgements[half].kinds.keys()]))].sort();
  const line = (name, of) => {
    const cells = halves.map((half) => {
      const tally = of(judgements[half]);
      if (!tally) return "".padStart(28);
      return `${String(tally.count).padStart(8)}${tally.recall.toFixed(3).padStart(10)}${tally.mrr.toFixed(3).padStart(10)}`;
    });
    return name.padEnd(12) + cells.join("");
  };
  const heads = halves.map((half) => half.padStart(8) + "recall@5".padStart(10) + "MRR".padStart(10)).join("");
  return ["".padEnd(12) + heads, ...names.map((name) => line(name, ({ kinds }) => kinds.get(name))), line("all", ({ all }) => all)].join("\n");
}
