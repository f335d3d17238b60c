// Every page of the sample in a browser: footnotes there and back, links, what is not found.

import assert from "node:assert/strict";
import { test } from "node:test";

import { pages, prepared, sample, serve, visit } from "./site.mjs";

const { chromium, sites: [site] } = await prepared(sample);
const all = await pages(site.output);
assert.ok(all.length > 20, `only ${all.length} pages`);

/** Visits every page of the sample. */
function onEveryPage(options, see, base = "/") {
  return visit(chromium, site.output, options, see, { base });
}

/** The element with the fragment's id: whether the page is at it and shows it. */
function arrived(page, selector) {
  return page.evaluate((selector) => {
    const target = document.querySelector(":target");
    const box = target?.getBoundingClientRect();
    return {
      hash: decodeURIComponent(location.hash),
      is: target?.matches(selector) ?? false,
      seen: box !== undefined && box.bottom > 0 && box.top < innerHeight,
    };
  }, selector);
}

test("every footnote is followed there and back without the script", async () => {
  let followed = 0;
  await onEveryPage({ javaScriptEnabled: false }, async (page, path) => {
    const references = page.locator("[role=doc-noteref]");
    for (let index = 0; index < (await references.count()); index += 1) {
      const reference = references.nth(index);
      const id = await reference.getAttribute("id");
      const number = await reference.innerText();
      await reference.click();
      const note = await arrived(page, "[role=doc-endnotes] li, [role=doc-footnote]");
      assert.ok(note.is && note.seen, `${path} ${id}: ${JSON.stringify(note)}`);
      const target = page.locator(":target");
      assert.equal(await target.getAttribute("value"), number, `${path} ${id}`);
      const back = target.locator(`[role=doc-backlink][href="#${encodeURIComponent(id)}"]`);
      const plain = target.locator(`[role=doc-backlink][href="#${id}"]`);
      await ((await back.count()) > 0 ? back : plain).click();
      const there = await arrived(page, "[role=doc-noteref]");
      assert.equal(there.hash, `#${id}`, `${path} ${id}`);
      assert.ok(there.is && there.seen, `${path} ${id}: ${JSON.stringify(there)}`);
      followed += 1;
    }
  });
  assert.ok(followed > 40, `only ${followed} references`);
});

test("every way back on the page of all footnotes leads to a reference of that note", async () => {
  let followed = 0;
  const paths = all.filter((path) => path.endsWith("/chu-thich/"));
  await visit(chromium, site.output, {}, async (page) => {
    const ways = await page.locator("[role=doc-backlink]").evaluateAll((links) =>
      links.map((link) => ({ href: link.href, number: link.closest("li").value })),
    );
    for (const { href, number } of ways) {
      await page.goto(href);
      const there = await arrived(page, "[role=doc-noteref]");
      assert.ok(there.is, href);
      assert.equal(await page.locator(":target").innerText(), String(number), href);
      followed += 1;
    }
  }, { paths });
  assert.ok(followed > 20, `only ${followed} ways back`);
});

for (const base of ["/", "/a/b/"]) {
  test(`every link leads to a page and to a place on it, below ${base}`, async () => {
    const wanted = new Map();
    const ids = new Map();
    await onEveryPage({}, async (page, path, address) => {
      const found = await page.evaluate(() => ({
        links: [...document.querySelectorAll("a[href], link[href], img[src]")].map(
          (element) => element.href ?? element.src,
        ),
        ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
      }));
      assert.equal(new Set(found.ids).size, found.ids.length, `an id twice on ${path}`);
      ids.set(address + path, new Set(found.ids));
      for (const link of found.links.filter((link) => link.startsWith(address))) {
        wanted.set(link.slice(address.length), path);
      }
    }, base);
    const server = await serve(site.output, base);
    for (const [link, from] of wanted) {
      const response = await fetch(server.address + link);
      assert.equal(response.status, 200, `${link} on ${from}`);
      await response.arrayBuffer();
    }
    await server.close();
    const of = new Map([...ids].map(([url, found]) => [new URL(url).pathname, found]));
    for (const [link, from] of wanted) {
      const { pathname, hash } = new URL(base + link, "http://localhost");
      if (hash !== "") {
        const place = decodeURIComponent(hash.slice(1));
        assert.ok(of.get(decodeURIComponent(pathname))?.has(place) || of.get(pathname)?.has(place), `${link} on ${from}`);
      }
    }
    assert.ok(wanted.size > 100, `only ${wanted.size} links`);
  });
}

test("a page that is not there has the site's own answer, at any depth", async () => {
  const server = await serve(site.output);
  const page = await chromium.newPage();
  const response = await page.goto(`${server.address}khong/co/trang/nay`);
  assert.equal(response.status(), 404);
  assert.equal(await page.locator("h1").count(), 1);
  const sheet = await page.evaluate(() => document.styleSheets.length);
  assert.equal(sheet, 1);
  await page.close();
  await server.close();
});
