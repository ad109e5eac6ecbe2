// Diagrams, drawn from disk in a folder whose name is not plain: a picture for light and one for
// dark pages, the source where there is a mistake, and no question to anyone.

import assert from "node:assert/strict";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { watch, withSite } from "./chromium.mjs";

await withSite("tests/browser/mermaid", async (browser, site) => {
  const at = (page) => pathToFileURL(join(site, page)).href;

  const open = async (path, options) => {
    const page = await (await browser.newContext(options)).newPage();
    const complaints = [];
    watch(page, (text) => complaints.push(text));
    await page.goto(at(path));
    return { page, complaints };
  };

  const { page, complaints } = await open("index.html", { colorScheme: "light" });
  const policy = await page.getAttribute("[http-equiv=Content-Security-Policy]", "content");
  assert.ok(!policy.includes("unsafe"), policy);
  assert.ok(policy.includes("frame-src 'self' file:;"), policy);

  const figures = page.locator("figure.mermaid");
  assert.equal(await figures.count(), 4);
  await page.waitForFunction(
    () =>
      document.querySelectorAll(".mermaid img").length === 6 &&
      document.querySelectorAll(".mermaid-error").length === 1,
  );
  for (const index of [0, 1, 2]) {
    const figure = figures.nth(index);
    const [light, dark] = [figure.locator(".only-light"), figure.locator(".only-dark")];
    assert.ok(await light.isVisible());
    assert.ok(!(await dark.isVisible()));
    assert.notEqual(await light.getAttribute("src"), await dark.getAttribute("src"));
    const size = await light.evaluate((image) =>
      image.decode().then(() => [image.naturalWidth, image.naturalHeight, image.clientWidth]),
    );
    assert.ok(size[0] > 50 && size[1] > 50, `figure ${index} is ${size}`);
    assert.ok(size[2] <= (await figure.evaluate((box) => box.clientWidth)));
    assert.ok(!(await figure.locator("pre").isVisible()));
  }
  assert.equal(await figures.nth(0).locator("img").first().getAttribute("alt"), "The way of a page: Written, then read");
  assert.match(await figures.nth(1).locator("img").first().getAttribute("alt"), /^sequenceDiagram\n/);

  // A mistake is told, and the source stays.
  const wrong = figures.nth(3);
  assert.match(await wrong.locator(".mermaid-error").innerText(), /cannot be drawn[^]*line \d/);
  assert.ok(await wrong.locator("pre").isVisible());

  // The switch of the theme changes the picture, too.
  await page.getByRole("radio", { name: "Dark" }).check({ force: true });
  assert.ok(await figures.nth(0).locator(".only-dark").isVisible());
  assert.ok(!(await figures.nth(0).locator(".only-light").isVisible()));

  // A click enlarges it, and Escape puts it back.
  await figures.nth(0).locator(".mermaid-picture").click();
  assert.ok(await page.locator("dialog.zoom img.only-dark").isVisible());
  await page.keyboard.press("Escape");
  await page.locator("dialog.zoom").waitFor({ state: "detached" });
  assert.deepEqual(complaints, []);

  // Without JavaScript there is the source, and no frame.
  const bare = await open("index.html", { javaScriptEnabled: false });
  assert.match(await bare.page.locator("figure.mermaid pre").first().innerText(), /flowchart LR/);
  assert.deepEqual(bare.complaints, []);

  // A page without a diagram loads nothing for one.
  const plain = await open("plain.html", {});
  assert.equal(await plain.page.locator("iframe").count(), 0);
  assert.ok(!(await plain.page.content()).includes("frame-src"));
  assert.deepEqual(plain.complaints, []);
});
