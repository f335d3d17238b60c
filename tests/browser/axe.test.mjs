// axe-core on the pages: WCAG up to 2.2 AA and its best practices, in both colour schemes and three
// widths, with the site's scripts and without them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { test } from "node:test";

import { everyFeature, kinds, pages, prepared, sample, visit } from "./site.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const schemes = ["light", "dark"];
const widths = [320, 768, 1280];
const everyLook = schemes.flatMap((colorScheme) => widths.map((width) => ({ colorScheme, width })));
const twoLooks = [
  { colorScheme: "dark", width: 320 },
  { colorScheme: "light", width: 1280 },
];

const { chromium, sites } = await prepared(sample, everyFeature);

/** What is wrong with a page as it looks now, a line each. Where axe cannot decide on a contrast (a
    sign that is no word, a cell behind the edge of what scrolls), looks.test.mjs measures it. */
async function faults(page) {
  const options = { runOnly: rules, resultTypes: ["violations"] };
  const { violations } = await page.evaluate((options) => axe.run(document, options), options);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
  );
}

/** Has axe look at pages; half of them beside the other half. */
async function look(folder, paths, looks, options = {}) {
  const found = [];
  let looked = 0;
  const halves = [0, 1].map((half) => paths.filter((_, index) => index % 2 === half));
  await Promise.all(halves.map((half) => visit(chromium, folder, {}, async (page, path) => {
    await page.evaluate(axe);
    for (const { colorScheme, width } of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      const lines = await faults(page);
      found.push(...lines.map((line) => `${path} ${colorScheme} ${width}: ${line}`));
      looked += 1;
    }
  }, { ...options, paths: half })));
  assert.deepEqual(found, []);
  assert.equal(looked, paths.length * looks.length);
}

/** One page of each kind; those of a kind differ in what their authors wrote. */
async function oneOfEachKind(folder) {
  const found = [...(await kinds(folder)).values()].map((paths) => paths.at(-1));
  assert.ok(found.length > 10, `only ${found}`);
  return found.filter((path) => path !== "404.html");
}

test("axe finds nothing on a page of each kind, however it looks", async () => {
  await look(sites[0].output, await oneOfEachKind(sites[0].output), everyLook);
});

test("axe finds nothing on a page of each kind whose scripts did not come", async () => {
  const paths = await oneOfEachKind(sites[0].output);
  // The console says so of each, so the script is answered, and is empty.
  const prepare = (page) => page.route("**/*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: "" }));
  await look(sites[0].output, paths, everyLook, { prepare });
});

for (const [index, name] of ["of the sample", "with every feature"].entries()) {
  test(`axe finds nothing on any page ${name}`, async () => {
    const paths = (await pages(sites[index].output)).filter((path) => path !== "404.html");
    await look(sites[index].output, paths, twoLooks);
  });
}

test("axe finds nothing on the page for what is not found", async () => {
  await look(sites[0].output, ["404.html"], everyLook);
});

for (const opener of ["[role=doc-noteref]", ".permalink"]) {
  test(`axe finds nothing on what ${opener} opens, however it looks`, async () => {
    const [path] = (await kinds(sites[0].output)).get("section");
    await visit(chromium, sites[0].output, {}, async (page) => {
      await page.locator(`main ${opener}`).first().press("Enter");
      await page.locator(".popup:popover-open").waitFor();
      await page.evaluate(axe);
      for (const { colorScheme, width } of everyLook) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        assert.deepEqual(await faults(page), [], `${colorScheme} ${width}`);
      }
    }, { paths: [path] });
  });
}
