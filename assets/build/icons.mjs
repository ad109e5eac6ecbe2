// icons.mjs OUTPUT: Font Awesome's free icons as one table, sorted by name.
//
// A line is `name <tab> width <tab> height <tab> path`: `house` for the solid icon or a
// brand, `regular/house` for the outlined one. Another name of an icon is a line
// `home <tab> =house`. generator/symbols/icons.cc reads it.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const metadata = "@fortawesome/fontawesome-free/metadata/";
const families = require(metadata + "icon-families.json");

const lines = new Map();
const add = (name, icon) => {
  const path = Array.isArray(icon.path) ? icon.path.join("") : icon.path;
  if (/[\t\n"<>&]/.test(path)) throw new Error(`the path of ${name} cannot stand in a table`);
  lines.set(name, `${name}\t${icon.width}\t${icon.height}\t${path}\n`);
};
const addName = (old, name) => {
  if (!lines.has(old) && lines.has(name)) lines.set(old, `${old}\t=${name}\n`);
};

for (const [name, entry] of Object.entries(families)) {
  const { solid, brands, regular } = entry.svgs.classic;
  if (solid ?? brands) add(name, solid ?? brands);
  if (regular) add(`regular/${name}`, regular);
}
// Names of versions 5 and 6.
for (const [name, entry] of Object.entries(families)) {
  for (const old of entry.aliases?.names ?? []) {
    for (const style of ["", "regular/"]) addName(style + old, style + name);
  }
}
// Names of version 4, some of which were outlined icons.
const shims = readFileSync(require.resolve(metadata + "shims.yml"), "utf8");
for (const [, old, fields] of shims.matchAll(/^(\S+):\n((?: {2}\S.*\n)+)/gm)) {
  const name = fields.match(/name: (.+)/)?.[1] ?? old;
  if (/prefix: far/.test(fields)) addName(old, `regular/${name}`);
  addName(old, lines.get(name)?.includes("\t=") ? lines.get(name).split(/\t=|\n/)[1] : name);
}

// GitBook's own icons, and some of Font Awesome's paid ones that its editor offers: the
// nearest of the free ones.
const nearest = {
  "alarm-exclamation": "bell", "arrow-progress": "bars-progress", "badge-check": "certificate",
  "bell-on": "bell", "block-quote": "quote-left", "bolt-auto": "bolt", "book-open-cover": "book-open",
  "book-sparkles": "book", "books": "book", "brackets-curly": "code", "brain-circuit": "brain",
  "browser": "window-maximize", "browsers": "window-restore", "calendar-lines": "calendar-days",
  "chart-line-up": "arrow-trend-up", "chart-mixed": "chart-column", "chatgpt": "openai",
  "circle-bolt": "bolt", "circle-sparkles": "wand-magic-sparkles", "circle-star": "star",
  "clipboard-list-check": "list-check", "code-simple": "code", "diagram-nested": "diagram-project",
  "file-magnifying-glass": "magnifying-glass", "folder-gear": "gears", "gear-code": "gear",
  "gitbook": "book-open", "gitbook-assistant": "wand-magic-sparkles", "globe-pointer": "globe",
  "globe-stand": "globe", "grid": "table-cells", "grid-2": "table-cells-large",
  "head-side-gear": "brain", "house-blank": "house", "image-landscape": "image",
  "input-text": "i-cursor", "key-skeleton": "key", "lightbulb-on": "lightbulb", "list-tree": "list",
  "megaphone": "bullhorn", "memo": "file-lines", "memo-circle-info": "file-lines",
  "message-bot": "robot", "message-lines": "message", "message-question": "circle-question",
  "messages": "comments", "microchip-ai": "microchip", "money-check-pen": "money-check",
  "monitor-waveform": "chart-line", "objects-column": "table-columns",
  "octagon-check": "circle-check", "octagon-exclamation": "circle-exclamation",
  "paintbrush-pencil": "paintbrush", "party-horn": "champagne-glasses", "pen-field": "pen",
  "person-running-fast": "person-running", "rectangle-code": "code",
  "rectangle-terminal": "terminal", "rocket-launch": "rocket", "shield-check": "shield-halved",
  "shield-keyhole": "shield-halved", "sparkle": "wand-magic-sparkles",
  "sparkles": "wand-magic-sparkles", "square-arrow-up": "square-caret-up",
  "square-list": "rectangle-list", "table-layout": "table-columns", "telescope": "binoculars",
  "text": "font", "text-size": "text-height", "trophy-star": "trophy", "user-robot": "robot",
  "wave-pulse": "heart-pulse",
};
for (const [name, free] of Object.entries(nearest)) {
  if (!lines.get(free)?.match(/\t.*\t/)) throw new Error(`${free} is no icon`);
  addName(name, free);
}

const byName = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
writeFileSync(process.argv[2], [...lines].sort(byName).map(([, line]) => line).join(""));
