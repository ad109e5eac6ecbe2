// math_font.mjs OUTPUT: the font of formulas, STIX Two Math, as browsers load it. Its licence (OFL 1.1)
// stands in the font itself.
import { copyFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
copyFileSync(require.resolve("@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2"), process.argv[2]);
