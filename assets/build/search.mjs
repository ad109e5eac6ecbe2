// search.mjs OUTPUT: the engine of the search, one script of those in assets/search/.
import { readFileSync, writeFileSync } from "node:fs";
import { minify } from "terser";

const names = [
  "pauses", "numbers", "words", "unpack", "files", "stems", "dictionary", "spelling", "question", "ranking", "phrases",
  "snippet", "texts", "marks", "engine",
];
const beside = (name) => readFileSync(new URL(`../search/${name}.js`, import.meta.url), "utf8");
const { code } = await minify(`(() => {\n${names.map(beside).join("\n")}\n})();`, { ecma: 2020, compress: { passes: 2 } });
writeFileSync(process.argv[2], `${code}\n`);
