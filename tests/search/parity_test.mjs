// The program and the browser's engine agree: on what the words of a text are, on their stems, and
// on what stands in a packed text.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { foldWord, readWords, unpackText, valueOf, valuesOf, wordsOf } from "./engine_parts.mjs";

// By language, words without accents or in scripts that have none: the browser stems what was
// folded.
const spoken = {
  ar: "المكتبات والكتاب يدرسون",
  ca: "generacions treballadores aigua",
  da: "bogens biblioteker undervisningen",
  de: "aufeinander kategorien arbeitende",
  el: "βιβλιο ανθρωπος γραφω",
  en: "companies running generously national universal skies",
  es: "habitaciones trabajando bibliotecas",
  eu: "etxeak liburuen abarrakin",
  fi: "kirjastossa taloissa ihmisten",
  fr: "habilitations continuellement chevaux nationales majestueuse",
  ga: "leabharlanna daoine bhfear",
  hi: "लड़कियों किताबें",
  hu: "konyvtarban hazakat emberek",
  hy: "գրքերի մարդիկ",
  id: "mempelajari perpustakaan bukunya",
  it: "biblioteche lavorando nazionale",
  lt: "knygos namuose zmogus",
  ne: "किताबहरू मानिसहरुले",
  nl: "bibliotheken lichamelijk opgelopen",
  no: "bibliotekene undervisningen havnedistriktene",
  pt: "trabalhadores bibliotecas nacionais",
  ro: "bibliotecile oamenilor lucrarea",
  ru: "библиотеками книгами человека",
  sr: "библиотекама knjigama",
  sv: "bibliotekens undervisningen jaktkarlarne",
  ta: "புத்தகங்கள் மனிதர்கள்",
  tr: "kitaplar evlerimizde",
};

// What is hard to read as words.
const odd = [
  "L'habilitation d’après qu'est-ce Aujourd’hui presqu'île",
  "data-gouv max_file_size beta.gouv.fr camelCase XMLHttpRequest APIs iPhone S3 v1.2.3 e\u2011mail",
  "développeur·euse·s facilitateur.trice (é) « mot » 12,5 % n° 42 1er",
  "e\u0301te\u0301 cœur Straße ﬁn ÉCOLE İstanbul ΣΊΣΥΦΟΣ Ångström",
  "mot\u00adlong zero\u200bwidth \u2764\ufe0fsuite 1\ufe0f\u20e3 a\u0301-\u0301b",
  "東京都 へ 使用Docker部署 カタカナ・語 한국어 문서 ภาษาไทย ភាសាខ្មែរ \u{20000}\u{20001}x",
  "हिन्दी में किताब العربية עִבְרִית",
  `${"a".repeat(60)} ${"Bc".repeat(30)} ${"x-".repeat(9)}y --a--b-- _c_ .d.`,
  "` \\ ${x} \\u0041 \"quoted\" 'single' &amp; <b>",
];

const folder = mkdtempSync(join(tmpdir(), "carnet-parity-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const book = join(folder, "book");
mkdirSync(book);
const escape = (text) => text.replace(/[\\`*_{}[\]<>()#+.!|&$'"~^:=-]/g, "\\$&");
writeFileSync(join(book, "carnet.yaml"), "language: fr\ntypography: off\n");
writeFileSync(join(book, "README.md"), `# Accueil\n\n${odd.map(escape).join("\n\n")}\n`);
for (const [language, words] of Object.entries(spoken)) {
  writeFileSync(join(book, `${language}.md`), `---\nlang: ${language}\n---\n# Page\n\n${words}\n`);
}
const out = join(folder, "out");
const { status, stderr } = spawnSync(process.env.CARNET_BINARY, ["build", book, "-o", out], { encoding: "utf8" });
if (status !== 0) throw new Error(stderr);
const search = join(out, "_carnet/search");

const failures = [];
const expect = (condition, message) => condition || failures.push(message);

// --- Texts.
const lines = valuesOf(search, "text").map(unpackText).join("").split("\n");
const shown = lines.find((line) => line.includes("habilitation d’après"));
const text = shown?.split("\t")[2] ?? "";
const plain = (one) => one.normalize("NFC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, "");
for (const one of odd) expect(text.includes(plain(one)), `a packed text lacks: ${one}\n  ${text}`);

// --- Words.
const words = wordsOf(search);
const read = new Set();
for (const { parts, whole } of readWords(text)) {
  for (const { word } of parts) read.add(word);
  if (whole !== undefined) read.add(whole);
}
for (const word of read) expect(words.has(word), `the index lacks \`${word}\`, which the browser reads`);
const elsewhere = new Set(Object.values(spoken).join(" ").split(" "));
for (const [word, { folded }] of words) {
  const isOther = elsewhere.has(word) || ["page", "accueil"].includes(word);
  expect(isOther || read.has(word), `the browser does not read \`${word}\`, which the index has`);
  expect(folded === foldWord(word), `\`${word}\` folds to ${folded}`);
}

// --- Stems.
const names = readdirSync(search).filter((name) => name.startsWith("stem-"));
expect(names.length === Object.keys(spoken).length, `${names.length} stemmers: ${names}`);
const stemmers = names.map((name) => valueOf(join(search, name)));
for (const [language, text] of Object.entries(spoken)) {
  for (const word of text.split(" ")) {
    const record = words.get(word) ?? [...words.values()].find(({ folded }) => folded === foldWord(word));
    const stems = new Set(stemmers.map((stem) => foldWord(stem(word))));
    if (!record) {
      // Read in pairs of letters.
      expect(readWords(word).length > 1 || /\p{M}/u.test(word), `${language}: \`${word}\` is not in the index`);
      continue;
    }
    for (const stem of record.stems) expect(stems.has(stem), `${language}: \`${word}\` has the stem \`${stem}\``);
  }
}

for (const failure of failures) console.error(failure);
console.log(`${words.size} words, ${names.length} stemmers, ${failures.length} problems`);
process.exitCode = failures.length > 0 ? 1 : 0;
