// grammars.mjs OUTPUT: the languages that Prism (https://prismjs.com, MIT) knows, as one table.
//
// Five parts with an empty line between them; generator/highlight/grammars.cc reads it.
//
//   languages   `name <tab> grammar <tab> template or nothing <tab> title`, sorted by name; grammar
//               and template: the numbers of their lines
//   grammars    numbers of patterns, or `-` for a grammar without any
//   patterns    `classes <tab> flags <tab> expression <tab> grammar of what is inside, or nothing`
//               flags: g greedy, l lookbehind
//   expressions `flags <tab> expression for PCRE2`; flags: i ignores letter case
//   templates   `name <tab> mode <tab> expression of its tags <tab> grammar around them`, for
//               languages whose tags stand in HTML; mode: see kTemplateModes
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

import { toPcre2 } from "./regexp.mjs";

const require = createRequire(import.meta.url);
const Prism = require("prismjs");
const loadLanguages = require("prismjs/components/index.js");
const components = require("prismjs/components.json").languages;
loadLanguages.silent = true;
loadLanguages();

// Names that authors use and Prism does not know.
const kFurtherNames = {
  asm: "nasm", bat: "batch", "c#": "csharp", "c++": "cpp", cjs: "javascript", cmd: "batch",
  conf: "ini", console: "shell-session", curl: "bash", dotenv: "properties", env: "properties",
  "f#": "fsharp", golang: "go", htm: "html", j2: "jinja2", jinja: "jinja2", jsonc: "json5",
  jsonl: "json", make: "makefile",
  mdx: "markdown", mjs: "javascript", mssql: "sql", mysql: "sql", ndjson: "json", node: "javascript",
  patch: "diff", pgsql: "sql", postgres: "sql", postgresql: "sql", proto: "protobuf", ps1: "powershell",
  psql: "sql", pwsh: "powershell", python3: "python", rst: "rest", svelte: "html", terminal: "bash",
  terraform: "hcl", tf: "hcl", tsql: "sql", viml: "vim", vue: "html", xaml: "xml", xhtml: "html",
  xsd: "xml", xsl: "xml", xslt: "xml", zsh: "bash",
};
const kFurtherTitles = {
  "c#": "C#", "c++": "C++", "f#": "F#", console: "Console", curl: "cURL", golang: "Go", htm: "HTML",
  mdx: "MDX", plain: "", plaintext: "", shell: "Shell", svelte: "Svelte", terminal: "Terminal",
  terraform: "Terraform", text: "", tf: "Terraform", txt: "", vue: "Vue", xaml: "XAML", zsh: "Zsh",
  mysql: "MySQL", postgres: "PostgreSQL", postgresql: "PostgreSQL", dotenv: ".env", env: ".env",
};

// What Prism's hooks do beside finding tags. `alone`: a text without tags is no HTML; `raw` and
// `braces`: there are no tags between {% raw %} and {% endraw %}, {literal} and {/literal}.
const kTemplateModes = { liquid: "raw", php: "alone", smarty: "braces", soy: "braces" };

const titles = {};
for (const [name, component] of Object.entries(components)) {
  if (!component.title) continue;
  titles[name] = component.title;
  for (const alias of [component.alias ?? []].flat()) {
    titles[alias] = component.aliasTitles?.[alias] ?? component.title;
  }
}

// The number of a line; the same line is written once.
class Table {
  lines = [];
  numbers = new Map();
  add(line) {
    if (!this.numbers.has(line)) this.numbers.set(line, this.lines.push(line) - 1);
    return this.numbers.get(line);
  }
}
const patterns = new Table();
const expressions = new Table();
const grammars = [];
const grammarNumbers = new Map();

const addExpression = (name, regexp) => {
  if (/[usvy]/.test(regexp.flags)) throw new Error(`${name}: ${regexp} has a flag of its own kind`);
  const ignoresCase = regexp.flags.includes("i") ? "i" : "";
  return expressions.add(`${ignoresCase}\t${toPcre2(regexp.source, regexp.flags)}`);
};

const addPattern = (name, pattern) => {
  const regexp = pattern instanceof RegExp ? pattern : pattern.pattern;
  const classes = [name, ...[pattern.alias ?? []].flat()].join(" ");
  const flags = (pattern.greedy ? "g" : "") + (pattern.lookbehind ? "l" : "");
  const expression = addExpression(name, regexp);
  const inside = pattern.inside ? addGrammar(pattern.inside) : "";
  return patterns.add(`${classes}\t${flags}\t${expression}\t${inside}`);
};

function addGrammar(grammar) {
  if (grammarNumbers.has(grammar)) return grammarNumbers.get(grammar);
  const number = grammars.push("") - 1;
  grammarNumbers.set(grammar, number);
  // As Prism does when it uses a grammar for the first time.
  const entries = new Map(Object.entries(grammar));
  for (const name in grammar.rest ?? {}) entries.set(name, grammar.rest[name]);
  entries.delete("rest");
  const numbers = [];
  for (const [name, entry] of entries) {
    for (const pattern of entry ? [entry].flat() : []) numbers.push(addPattern(name, pattern));
  }
  grammars[number] = numbers.join(" ") || "-";
  return number;
}

// Prism's hooks put a word in place of each tag: so they tell which languages are templates, and
// what their tags look like.
const templates = new Map();
const templateLines = new Table();
function findTemplate(name, grammar) {
  let tags;
  const code = { toString: () => "<?", replace: (expression) => ((tags = expression), code) };
  const env = { language: name, code, grammar };
  Prism.hooks.run("before-tokenize", env);
  if (!tags) return;
  const fields = [kTemplateModes[name] ?? "", addExpression(name, tags), addGrammar(env.grammar)];
  templates.set(grammar, templateLines.add([name, ...fields].join("\t")));
}

const languages = new Map();
for (const [name, grammar] of Object.entries(Prism.languages)) {
  if (typeof grammar === "function") continue;
  const number = addGrammar(grammar);
  findTemplate(name, grammar);
  const title = kFurtherTitles[name] ?? titles[name];
  if (title === undefined) continue; // A part of another language.
  // Other names come later than the language's own.
  languages.set(name, `${name}\t${number}\t${templates.get(grammar) ?? ""}\t${title}\n`);
}
for (const [name, other] of Object.entries(kFurtherNames)) {
  if (languages.has(name)) throw new Error(`Prism knows ${name} by now`);
  const [, number, template, title] = languages.get(other).trimEnd().split("\t");
  languages.set(name, `${name}\t${number}\t${template}\t${kFurtherTitles[name] ?? title}\n`);
}

const byName = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
const parts = [
  [...languages].sort(byName).map(([, line]) => line).join(""),
  ...[grammars, patterns.lines, expressions.lines, templateLines.lines].map(
    (lines) => `${lines.join("\n")}\n`,
  ),
];
writeFileSync(process.argv[2], parts.join("\n"));
