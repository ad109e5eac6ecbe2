// The engine's own readers of the files of an index, outside of a browser.

import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const source = (name) => readFileSync(fileURLToPath(new URL(`../../assets/search/${name}.js`, import.meta.url)), "utf8");
const parts = ["numbers", "words", "unpack", "dictionary"].map(source).join("\n");
export const { foldWord, numbersOf, readRecords, readWords, unpackText } = new Function(
  `${parts}\nreturn { foldWord, numbersOf, readRecords, readWords, unpackText };`,
)();

// The value that a script hands over.
export function valueOf(path) {
  let value;
  new Function("carnetSearch", readFileSync(path, "utf8"))({ take: (taken) => (value = taken) });
  return value;
}

// The values of all files of one kind in a folder: "words", "text".
export function valuesOf(folder, kind) {
  const number = (name) => Number(/\d+/.exec(name)[0]);
  return readdirSync(folder)
    .filter((name) => name.startsWith(`${kind}-`))
    .sort((a, b) => number(a) - number(b))
    .map((name) => valueOf(join(folder, name)));
}

// The words of an index, as spelt, with their records.
export function wordsOf(folder) {
  const words = new Map();
  for (const text of valuesOf(folder, "words")) {
    for (const record of readRecords(text)) if (record.stems) words.set(record.key, record);
  }
  return words;
}
