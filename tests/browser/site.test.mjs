// Every page of the sample in a browser: footnotes there and back, links, widths, colours, print.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";

import { browser, build, pages, serve } from "./site.mjs";

let site;
let chromium;
let all;

before(async () => {
  site = await build();
  chromium = await browser();
  all = await pages(site.output);
  assert.ok(all.length > 20, `only ${all.length} pages`);
});

after(async () => {
  await chromium?.close();
  await site?.remove();
});

/** Opens every page in turn; fails on what the console says and on requests to other hosts. */
async function onEveryPage(options, visit, base = "/") {
  const server = await serve(site.output, base);
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const said = [];
  page.on("console", (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
  page.on("request", (request) => {
    if (!request.url().startsWith(server.address)) said.push(`request to ${request.url()}`);
  });
  try {
    for (const path of all.filter((path) => path !== "404.html")) {
      await page.goto(server.address + encodeURI(path));
      await visit(page, path, server.address);
    }
    assert.deepEqual(said, []);
  } finally {
    await context.close();
    await server.close();
  }
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
  const server = await serve(site.output);
  const page = await chromium.newPage();
  let followed = 0;
  for (const path of all.filter((path) => path.endsWith("/chu-thich/"))) {
    await page.goto(server.address + path);
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
  }
  await page.close();
  await server.close();
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

for (const width of [320, 768, 1280]) {
  test(`no page scrolls sideways at ${width} pixels`, async () => {
    await onEveryPage({ viewport: { width, height: 800 } }, async (page, path) => {
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${path}: ${wide} pixels too wide`);
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`text and links are legible in the ${colorScheme} scheme`, async () => {
    await onEveryPage({ colorScheme }, async (page, path) => {
      const faint = await page.evaluate(() => {
        const channel = (value) =>
          value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
        const parse = (color) => {
          canvas.clearRect(0, 0, 1, 1);
          canvas.fillStyle = color;
          canvas.fillRect(0, 0, 1, 1);
          return [...canvas.getImageData(0, 0, 1, 1).data].map((value) => value / 255);
        };
        const light = ([red, green, blue]) =>
          0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
        const ground = (element) => {
          for (let at = element; at !== null; at = at.parentElement) {
            const color = parse(getComputedStyle(at).backgroundColor);
            if (color[3] > 0.99) return color;
          }
          return parse(getComputedStyle(document.documentElement).backgroundColor);
        };
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = new Set();
        while (texts.nextNode()) {
          const element = texts.currentNode.parentElement;
          if (texts.currentNode.data.trim() === "" || !element.checkVisibility()) continue;
          const pair = [light(parse(getComputedStyle(element).color)), light(ground(element))];
          const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
          if (ratio < 4.5) found.add(`${element.tagName}.${element.className} ${ratio.toFixed(2)}`);
        }
        return [...found];
      });
      assert.deepEqual(faint, [], path);
    });
  });
}

describe("print", () => {
  test("navigation stays away and footnotes are there", async () => {
    const server = await serve(site.output);
    const page = await chromium.newPage();
    await page.emulateMedia({ media: "print" });
    const path = all.find((path) => path.endsWith("/toan-van/"));
    await page.goto(server.address + path);
    for (const selector of ["nav", ".skip"]) {
      for (const element of await page.locator(selector).all()) {
        assert.equal(await element.isVisible(), false, `${selector} on paper`);
      }
    }
    assert.ok(await page.locator("[role=doc-endnotes]").isVisible());
    const paper = await page.pdf({ format: "A4" });
    assert.ok(paper.length > 10_000);
    await page.close();
    await server.close();
  });
});

describe("keyboard", () => {
  test("the first key leads past the head, and what has the focus shows it", async () => {
    await onEveryPage({}, async (page, path) => {
      await page.keyboard.press("Tab");
      const first = page.locator(":focus");
      assert.equal(await first.getAttribute("href"), "#_main", path);
      assert.ok(await first.isVisible(), path);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(() => {
        const focus = document.activeElement;
        const ring = getComputedStyle(focus);
        const shown = ring.outlineStyle !== "none" && ring.outlineWidth !== "0px";
        return focus === document.body ? null : { shown, main: focus.closest("main, footer") !== null };
      });
      if (inside !== null) assert.deepEqual(inside, { shown: true, main: true }, path);
    });
  });
});

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
