// icons.mjs OUTPUT: Font Awesome's free icons as one table, sorted by name.
//
// A line is `name <tab> width <tab> height <tab> path`: `house` for the solid icon or a
// brand, `regular/house` for the outlined one. A name of an older version is a line
// `home <tab> =house`. generator/symbols/icons.cc reads it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const families = require("@fortawesome/fontawesome-free/metadata/icon-families.json");

const lines = new Map();
const add = (name, icon) => {
  const path = Array.isArray(icon.path) ? icon.path.join("") : icon.path;
  if (/[\t\n"<>&]/.test(path)) throw new Error(`the path of ${name} cannot stand in a table`);
  lines.set(name, `${name}\t${icon.width}\t${icon.height}\t${path}\n`);
};

for (const [name, entry] of Object.entries(families)) {
  const { solid, brands, regular } = entry.svgs.classic;
  if (solid ?? brands) add(name, solid ?? brands);
  if (regular) add(`regular/${name}`, regular);
}
for (const [name, entry] of Object.entries(families)) {
  for (const old of entry.aliases?.names ?? []) {
    for (const style of ["", "regular/"]) {
      if (lines.has(style + name) && !lines.has(style + old)) {
        lines.set(style + old, `${style}${old}\t=${style}${name}\n`);
      }
    }
  }
}

const byName = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
writeFileSync(process.argv[2], [...lines].sort(byName).map(([, line]) => line).join(""));
