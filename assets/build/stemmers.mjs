// stemmers.mjs OUTPUT: Snowball's algorithms (https://snowballstem.org) for the reader's browser,
// each a script that hands over a function from a word to its stem.
//
// The result is a text of `name size` lines, each followed by so many bytes of script. Two packages
// have them as JavaScript: one is newer and small, but its English is another algorithm, and it
// lacks Basque and Catalan.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { minify } from "terser";

const require = createRequire(import.meta.url);
const names = [
  "arabic", "armenian", "basque", "catalan", "danish", "dutch", "english", "finnish", "french", "german", "greek",
  "hindi", "hungarian", "indonesian", "irish", "italian", "lithuanian", "nepali", "norwegian", "portuguese",
  "romanian", "russian", "serbian", "spanish", "swedish", "tamil", "turkish",
];
const fromClasses = new Set(["basque", "catalan", "english"]);
const banner =
  "/*! Snowball stemming algorithm, © 2001 M. F. Porter and others, BSD 3-clause licence: https://snowballstem.org/license.html */\n";

const classes = readFileSync(require.resolve("snowball-stemmers"), "utf8");
const classAt = (name) => {
  const begin = classes.indexOf(`    var ${name}Stemmer = function (`);
  if (begin === -1) throw new Error(`no ${name} in snowball-stemmers`);
  return begin;
};
const classOf = (name) => {
  const begin = classAt(name);
  const next = classes.slice(begin + 1).search(/\n {4}(var \w+Stemmer = function \(|function newStemmer)/);
  return classes.slice(begin, begin + 1 + next);
};
const shared = () => {
  const begin = classes.indexOf("    function _possibleConstructorReturn");
  return `const _typeof = (value) => typeof value;\n${classes.slice(begin, classAt("arabic"))}`;
};

const scriptOf = (name) => {
  if (fromClasses.has(name)) {
    return `${shared()}${classOf(name)}
const stemmer = new ${name}Stemmer();
return (word) => { stemmer.setCurrent(word); stemmer.stem(); return stemmer.getCurrent(); };`;
  }
  const module = readFileSync(require.resolve(`@orama/stemmers/${name === "hindi" ? "indian" : name}`).replace(/\.cjs$/, ".js"), "utf8");
  return `${module.replace(/export (function stemmer|const language)/g, "$1").replace(/\/\/# sourceMappingURL=.*/, "")}
return stemmer;`;
};

let all = "";
for (const name of names) {
  const { code } = await minify(`carnetSearch.take((() => {${scriptOf(name)}})())`, { toplevel: true, compress: { passes: 2 } });
  const script = `${banner}${code}\n`;
  all += `${name} ${Buffer.byteLength(script)}\n${script}`;
}
writeFileSync(process.argv[2], all);
