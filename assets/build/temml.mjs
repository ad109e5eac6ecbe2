// temml.mjs OUTPUT: Temml, which makes MathML of TeX, for an engine that knows ECMAScript 5 only.
//
// The result defines `typeset(source, isDisplay)`, see temml_glue.js. generator/math/ runs it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const typescript = require("typescript");

const beside = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const library = readFileSync(require.resolve("temml"), "utf8");
const { outputText } = typescript.transpileModule(library, {
  compilerOptions: {
    target: typescript.ScriptTarget.ES5,
    module: typescript.ModuleKind.None,
    allowJs: true,
    removeComments: true,
  },
});
writeFileSync(
  process.argv[2],
  `${beside("es2015.js")}
var temml = (function () { var module = { exports: {} }; ${outputText}; return module.exports; })();
${beside("temml_glue.js")}`,
);
