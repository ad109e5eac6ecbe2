// mermaid.mjs OUTPUT: Mermaid's classic script, which draws diagrams in the reader's browser,
// with its licence at the top.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const folder = dirname(dirname(require.resolve("mermaid")));
const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
const licence = readFileSync(join(folder, "LICENSE"), "utf8").trim();
if (licence.includes("*/")) throw new Error("the licence cannot stand in a comment");

const script = readFileSync(join(folder, "dist/mermaid.min.js"), "utf8");
writeFileSync(process.argv[2], `/*! Mermaid ${version}, https://mermaid.js.org\n\n${licence}\n*/\n${script}`);
