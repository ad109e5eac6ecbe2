// Code is coloured as Prism.js itself colours it, without its hooks but those of templates, whose
// tags stand in HTML.
//
//   prism_test.mjs            the samples beside this file, each in its own language and in others
//   prism_test.mjs --corpora  every fence of the books in ../shared/corpora, if they are there
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import process from "node:process";

const root = join(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const require = createRequire(join(root, "assets/package.json"));
const Prism = require("prismjs");
const loadLanguages = require("prismjs/components/index.js");
loadLanguages.silent = true;
loadLanguages();

const isLanguage = (name) =>
  Object.hasOwn(Prism.languages, name) && typeof Prism.languages[name] !== "function";

// Fences of a Markdown text, found simply: [language, code].
function fencesOf(text) {
  const fence = /^([ \t>]*)(`{3,}|~{3,})[ \t]*([^\s`,{]*)[^`\n]*\n([\s\S]*?)^\1\2[`~]*[ \t]*$/gm;
  return [...text.replaceAll("\r\n", "\n").matchAll(fence)].map(([, indent, , language, code]) => [
    language.toLowerCase(),
    code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  ]);
}

// What Prism's hooks for templates make of a code; nothing if its language is no template, or if
// they lose some of the text.
const templateNames = Object.keys(Prism.languages).filter((name) => {
  const env = { language: name, code: "<?", grammar: Prism.languages[name] };
  if (isLanguage(name)) Prism.hooks.run("before-tokenize", env);
  return env.tokenStack;
});
function tokenizeTemplate(code, language) {
  const grammar = Prism.languages[language];
  // Other names are the same to us, `hbs` for one.
  const name = templateNames.includes(language)
    ? language
    : templateNames.find((other) => Prism.languages[other] === grammar);
  if (!name) return;
  const env = { language: name, code, grammar };
  Prism.hooks.run("before-tokenize", env);
  if (!env.tokenStack) return;
  env.tokens = Prism.tokenize(env.code, env.grammar);
  Prism.hooks.run("after-tokenize", env);
  const textOf = (token) =>
    typeof token === "string" ? token : [token.content].flat().map(textOf).join("");
  return env.tokens.map(textOf).join("") === code ? env.tokens : undefined;
}

// What the runner prints, from Prism's own tokens.
function expectedOf(code, language) {
  const lines = [];
  let at = 0;
  const walk = (tokens) => {
    for (const token of [tokens].flat()) {
      if (typeof token === "string") {
        at += Buffer.byteLength(token);
        continue;
      }
      const index = lines.push("") - 1;
      const begin = at;
      walk(token.content);
      const classes = [token.type, ...[token.alias ?? []].flat()].join(" ");
      lines[index] = at > begin ? `${begin} ${at} ${classes}` : "";
    }
  };
  walk(tokenizeTemplate(code, language) ?? Prism.tokenize(code, Prism.languages[language]));
  return lines.filter(Boolean).join("\n");
}

function* markdownFiles(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* markdownFiles(path);
    else if (entry.name.endsWith(".md")) yield path;
  }
}

const pieces = [];
if (process.argv.includes("--corpora")) {
  const corpora = join(root, "../shared/corpora");
  if (!existsSync(corpora)) {
    console.log(`skipped: there is no ${corpora}`);
    process.exit(77);
  }
  for (const path of markdownFiles(corpora)) {
    for (const [language, code] of fencesOf(readFileSync(path, "utf8"))) {
      if (isLanguage(language)) pieces.push([language, code]);
    }
  }
} else {
  const samples = fencesOf(readFileSync(join(root, "tests/highlight/samples.md"), "utf8"));
  const all = Object.keys(Prism.languages).filter(isLanguage);
  for (const [index, [language, code]] of samples.entries()) {
    if (!isLanguage(language)) throw new Error(`Prism does not know ${language}`);
    pieces.push([language, code]);
    // A grammar meets what nobody wrote for it: others for each sample, all of them in the end.
    for (let i = index; i < all.length; i += 29) pieces.push([all[i], code]);
  }
}

const input = pieces.map(([language, code]) => `${language} ${Buffer.byteLength(code)}\n${code}`);
const run = spawnSync(process.env.CARNET_HIGHLIGHT_RUNNER, {
  input: input.join(""),
  maxBuffer: 1 << 30,
  encoding: "utf8",
});
if (run.status !== 0) throw new Error(`the runner failed: ${run.signal ?? run.status}\n${run.stderr}`);
// A piece without tokens is an empty line.
const found = [[]];
for (const line of run.stdout.split("\n")) {
  if (line === "") found.push([]);
  else found.at(-1).push(line);
}
let different = 0;
for (const [index, [language, code]] of pieces.entries()) {
  const expected = expectedOf(code, language);
  if (found[index].join("\n") === expected) continue;
  if (++different > 5) continue;
  const line = expected.split("\n").findIndex((text, i) => text !== found[index][i]);
  console.log(`${language}: token ${line} should be`, expected.split("\n")[line], "and is",
    found[index][line], `in\n${code.slice(0, 2000)}\n`);
}
const bytes = pieces.reduce((sum, [, code]) => sum + code.length, 0);
console.log(`${pieces.length} pieces of code, ${bytes} characters, ${different} differ`);
process.exitCode = different > 0 || pieces.length === 0 ? 1 : 0;
