// What a reader has to download: a section page with all that it needs is small, and style sheets
// are published lighter than they are written.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";

import { everyFeature, kinds, prepared, sample, visit } from "./site.mjs";

/** Bytes of the page, its style sheet, its scripts and its icon, each by `gzip -9`: less than 30 KB. */
const BUDGET = 28_500;

const { chromium, sites } = await prepared(sample, everyFeature);

async function compressed(folder, path) {
  const file = join(folder, decodeURIComponent(path), path === "" || path.endsWith("/") ? "index.html" : "");
  return gzipSync(await readFile(file), { level: 9 }).length;
}

/** What the page itself asks for, but for the pictures that it shows, which are the author's. */
async function needed(page, address) {
  const urls = await page.evaluate(() => [
    ...[...document.querySelectorAll("link[rel~=stylesheet], link[rel~=icon], link[rel=modulepreload]")].map((link) => link.href),
    ...performance.getEntriesByType("resource").filter(({ initiatorType }) => initiatorType !== "img").map(({ name }) => name),
  ]);
  return [...new Set(urls)].map((url) => url.slice(address.length));
}

test("a section page with all that it needs is less than 30 KB, compressed", async (context) => {
  const sizes = [];
  for (const { output } of sites) {
    const paths = (await kinds(output)).get("section");
    await visit(chromium, output, {}, async (page, path, address) => {
      const files = [path, ...(await needed(page, address))];
      assert.ok(files.length >= 3, `only ${files}`);
      const each = await Promise.all(files.map((file) => compressed(output, file)));
      sizes.push([each.reduce((sum, size) => sum + size), path, files.map((file, at) => `${file} ${each[at]}`)]);
    }, { paths });
  }
  const [largest, path, files] = sizes.sort(([a], [b]) => b - a)[0];
  context.diagnostic(`the largest: ${largest} bytes, ${path} (${files.slice(1).join(", ")})`);
  assert.ok(largest <= BUDGET, `${path}: ${largest} bytes (${files.join(", ")})`);
});

test("a style sheet that is published without comments has the rules that it is written with", async () => {
  const page = await chromium.newPage();
  for (const name of ["congbo.css", "directives.css", "search.css"]) {
    const files = [join(sample, "static", name), join(sites[1].output, name)];
    const [written, published] = await Promise.all(files.map((file) => readFile(file, "utf8")));
    assert.ok(published.length < written.length, name);
    const rules = (text) => page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map((rule) => rule.cssText);
    }, text);
    assert.deepEqual(await rules(published), await rules(written), name);
  }
  await page.close();
});
