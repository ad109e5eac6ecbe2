// emoji.mjs OUTPUT: emoji by the names that authors give them, `house <tab> 🏠`, sorted.
//
// The names are those of JoyPixels, which GitBook uses, then of GitHub, of Slack and of
// Emojibase. Where two mean different emoji, the first of these decides.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const data = "emojibase-data/en/";

const emoji = new Map(); // By its code points, as the lists of names have them.
for (const entry of require(data + "data.json")) {
  for (const one of [entry, ...(entry.skins ?? [])]) {
    // What is an emoji anyway needs no variation selector to be one.
    emoji.set(one.hexcode, one.emoji.replace(/(\p{Emoji_Presentation})\uFE0F/gu, "$1"));
  }
}

const lines = new Map();
for (const list of ["joypixels", "github", "iamcal", "emojibase", "emojibase-legacy"]) {
  for (const [code, names] of Object.entries(require(`${data}shortcodes/${list}.json`))) {
    const found = emoji.get(code);
    if (!found) continue; // Regional indicators, which are only half an emoji.
    for (const name of [names].flat()) {
      if (!/^[a-z0-9_+-]+$/.test(name)) continue;
      // Emojibase calls each flag by its two letters; `:de:` and `:la:` are words.
      if (list.startsWith("emojibase") && name.length < 3) continue;
      if (!lines.has(name)) lines.set(name, `${name}\t${found}\n`);
    }
  }
}

const byName = (a, b) => Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0]));
writeFileSync(process.argv[2], [...lines].sort(byName).map(([, line]) => line).join(""));
