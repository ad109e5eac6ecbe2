// What axe finds on a page.

import { createRequire } from "node:module";

const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
// What axe looks at depends on colours in these rules only: with others the page is the same.
const colourRules = ["color-contrast", "link-in-text-block"];

// A tab of `browser` into which axe may be put from outside: the policy of a page would not allow it.
// `options` are those of a browser context.
export async function openTab(browser, options = {}) {
  const context = await browser.newContext({ ...options, bypassCSP: true });
  return context.newPage();
}

// Looks at what `page` shows, in light and dark. Answers with how often it looked, and how many problems it
// found; the first three of each kind are printed, behind `name`.
export async function look(page, name) {
  await page.addScriptTag({ path: axe });
  let problems = 0;
  const schemes = ["light", "dark"];
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const options = colorScheme === "light" ? {} : { runOnly: { type: "rule", values: colourRules } };
    const violations = await page.evaluate(
      async (options) => (await window.axe.run(document, { ...options, resultTypes: ["violations"] })).violations,
      options,
    );
    for (const { id, nodes } of violations) {
      problems += nodes.length;
      for (const { target, failureSummary } of nodes.slice(0, 3)) {
        console.log(`${name} (${colorScheme}): ${id}: ${target}: ${failureSummary.replaceAll(/\s+/g, " ")}`);
      }
    }
  }
  return { looks: schemes.length, problems };
}
