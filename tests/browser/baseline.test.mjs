// Browsers of about four years ago, on phones that get no others (README, "Browsers"): what they do
// not know must cost the reader a comfort, not the text, the notes or a whole style rule or script.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { browser, build, everyFeature, kinds, pages, sample, visit } from "./site.mjs";

let sites;
let chromium;

before(async () => {
  sites = [await build(sample), await build(everyFeature)];
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  for (const site of sites ?? []) await site.remove();
});

/** What Safari 15.4, Chrome 100 or Firefox 100 cannot parse, which loses the whole file, or do not have. */
const YOUNGER = {
  "a lookbehind": /\(\?<[=!]/,
  "the flag v of a pattern": /\/[dgimsuy]*v[dgimsuy]*[,;).]/,
  "a static block": /\bstatic\s*\{/,
  "a private name in an object": /#\w+\s+in\s/,
  "an array copied while it is changed": /\.(toSorted|toReversed|toSpliced|with)\(/,
  "a search from the end": /\.findLast(Index)?\(/,
  "groups": /\b(Object|Map)\.groupBy\(/,
  "a promise with its resolvers": /\bPromise\.(withResolvers|try)\(/,
  "sets as operands": /\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  "a step through the history of `navigation`": /\bnavigation\.\w/,
  "a transition of views": /\bstartViewTransition\b/,
};

/** Everything of a site that a browser runs, by its name. */
async function scripts({ output }) {
  const files = await readdir(output, { recursive: true });
  const named = files.filter((file) => file.endsWith(".js"));
  return Promise.all(named.map(async (file) => [file, await readFile(join(output, file), "utf8")]));
}

test("no script has what a browser of the baseline cannot read", async () => {
  const found = await scripts(sites[0]);
  assert.ok(found.length > 4, `only ${found.length} scripts`);
  for (const [file, text] of found) {
    for (const [what, pattern] of Object.entries(YOUNGER)) assert.doesNotMatch(text, pattern, `${file}: ${what}`);
  }
});

test("a selector that a browser may not know takes no other rule with it", async () => {
  const younger = /:has\(|::details-content|:popover-open/;
  let rules = 0;
  for (const { output } of sites) {
    const found = await kinds(output);
    await visit(chromium, output, {}, async (page) => {
      const lists = await page.evaluate(() => {
        const within = (rule) => [rule.selectorText ?? [], [...(rule.cssRules ?? [])].map(within)].flat(Infinity);
        return [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules].flatMap(within));
      });
      for (const list of lists.filter((list) => younger.test(list))) {
        // What stands in brackets is no list of its own.
        const flat = list.replace(/:(is|not|where)\((?:[^()]|\([^()]*\))*\)/g, (whole) => whole.replaceAll(",", " "));
        const known = flat.split(",").filter((selector) => !younger.test(selector));
        assert.deepEqual(known, [], `${page.url()}: ${list}`);
        rules += 1;
      }
    }, { paths: [...found.values()].map(([path]) => path) });
  }
  assert.ok(rules > 10, `only ${rules} rules`);
});

test("what underlines is written as every browser reads it", async () => {
  const folder = sites[0].output;
  for (const file of (await readdir(folder)).filter((file) => file.endsWith(".css"))) {
    // Safari takes nothing but the line in the shorthand, and drops all of it otherwise.
    const shorthands = (await readFile(join(folder, file), "utf8")).matchAll(/text-decoration:\s*([^;}]+)/g);
    for (const [, value] of shorthands) assert.match(value, /^(none|underline)( !important)?$/, file);
  }
});

/** A page in a browser without popovers. */
async function withoutPopovers(see) {
  const [{ output }] = sites;
  const [path] = (await pages(output)).filter((path) => path.endsWith("kiem-diem-chi-dao/toan-van/"));
  const prepare = (page) => page.addInitScript(() => {
    delete HTMLElement.prototype.popover;
    delete HTMLElement.prototype.showPopover;
    delete HTMLElement.prototype.hidePopover;
  });
  await visit(chromium, output, { hasTouch: true }, see, { paths: [path], prepare });
}

test("without popovers a note is a link away, and so is the way back", () =>
  withoutPopovers(async (page) => {
    const reference = page.locator("main .text [role=doc-noteref]").nth(2);
    const id = await reference.getAttribute("id");
    await reference.tap();
    assert.equal(new URL(page.url()).hash, await reference.getAttribute("href"));
    assert.ok(await page.locator("li:target").isVisible());
    await page.locator(`li:target [role=doc-backlink][href="#${id}"]`).tap();
    assert.equal(await page.locator(":target").getAttribute("id"), id);
  }));

test("without popovers a permalink marks its paragraph, and an abbreviation leads to its entry", () =>
  withoutPopovers(async (page) => {
    const permalink = page.locator(".text > p > .permalink").nth(1);
    await permalink.tap();
    assert.equal(await page.locator(":target").getAttribute("id"), (await permalink.getAttribute("href")).slice(1));
    const abbreviation = page.locator("main a.abbr").first();
    const href = await abbreviation.evaluate((link) => link.href);
    await abbreviation.tap();
    await page.waitForURL(href);
    assert.ok(await page.locator(":target").isVisible());
  }));
