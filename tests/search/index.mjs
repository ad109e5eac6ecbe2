// Reads the index of a built site with the code that the browser reads it with.

import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { numbersOf, readRecords, unpackText, valueOf } from "./engine_parts.mjs";

// The files of an index by kind: a map of "words", "text", "index" and so on to { path, size },
// in the order of their numbers.
export function filesOf(site) {
  const folder = join(site, "_carnet/search");
  const files = new Map();
  for (const name of readdirSync(folder)) {
    const [, kind, number] = /^([a-z]+)(?:-(\w+))?\.js$/.exec(name);
    const path = join(folder, name);
    if (!files.has(kind)) files.set(kind, []);
    files.get(kind).push({ path, name, number: Number(number ?? 0), size: statSync(path).size });
  }
  for (const some of files.values()) some.sort((a, b) => a.number - b.number);
  return files;
}

// { words, pages }: the words as they are spelt, and [{ title, url, sections: [{ heading, text }] }]
// in the order of the book.
export function readIndex(site) {
  const files = filesOf(site);
  const words = new Set();
  for (const { path } of files.get("words")) {
    for (const { kind, key } of readRecords(valueOf(path))) if (kind <= 1) words.add(key);
  }
  const sections = [];
  for (const { path } of files.get("text")) {
    let page;
    for (const line of unpackText(valueOf(path)).split("\n")) {
      const fields = line.split("\t");
      if (line.startsWith("\x02")) page = { title: fields[0].slice(1), url: decodeURI(fields[1]) };
      else if (page && fields.length === 3) sections.push({ page, heading: fields[0], text: fields[2] });
    }
  }
  const pages = [];
  let at = 0;
  for (const count of numbersOf(valueOf(files.get("index")[0].path).sections)) {
    pages.push({ ...sections[at].page, sections: sections.slice(at, at + count) });
    at += count;
  }
  if (at !== sections.length) throw new Error(`the index tells of ${at} sections, its texts of ${sections.length}`);
  return { words: [...words], pages };
}
