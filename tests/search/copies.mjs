// A book as large as no real one is: copies of one that is.

import { cpSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

// Writes `count` copies of a book side by side, each a group of one SUMMARY.md, and without its
// pictures and other files: they are nothing to a search.
export function copyBook(book, target, count) {
  mkdirSync(target, { recursive: true });
  const left = new Set([".git", "SUMMARY.md", "node_modules"]);
  const isCopied = (path) => !left.has(basename(path)) && (path.endsWith(".md") || statSync(path).isDirectory());
  const lines = readFileSync(join(book, "SUMMARY.md"), "utf8").split("\n").filter((line) => /^\s*[*-] /.test(line));
  let summary = "# Table of contents\n\n* [Copies](README.md)\n";
  for (let i = 1; i <= count; i += 1) {
    const folder = `copy-${i}`;
    cpSync(book, join(target, folder), { recursive: true, filter: isCopied });
    const moved = lines.map((line) => line.replace(/(\]\(<?)(?![a-z]+:)/, `$1${folder}/`));
    summary += `\n## Copy ${i}\n\n${moved.join("\n")}\n`;
  }
  writeFileSync(join(target, "SUMMARY.md"), summary);
  writeFileSync(join(target, "README.md"), "# Copies\n");
  writeFileSync(join(target, "carnet.yaml"), "language: fr\n");
}
