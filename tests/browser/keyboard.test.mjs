// The pages by keyboard alone: where the focus goes, that it is seen, and every footnote there and back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { everyFeature, kinds, pages, prepared, sample, visit } from "./site.mjs";

const { chromium, sites } = await prepared(sample, everyFeature);

/** Where the focus is: which link, whether a ring shows it, whether it can be seen at all. */
function focus(page) {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (at === null || at === document.body || at === document.documentElement) return null;
    const ring = getComputedStyle(at);
    const seen = [...at.getClientRects()].some((box) => {
      const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
      const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
      const inside = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      return inside && document.elementsFromPoint(x, y).slice(0, 2).some((top) => at.contains(top) || top.contains(at));
    });
    const all = [...document.querySelectorAll("*")];
    return {
      at: all.indexOf(at),
      what: at.outerHTML.slice(0, 120),
      id: at.id,
      role: at.getAttribute("role"),
      number: at.textContent,
      target: at.hash === undefined ? "" : decodeURIComponent(at.hash.slice(1)),
      ring: ring.outlineStyle !== "none" && parseFloat(ring.outlineWidth) >= 2,
      seen,
    };
  });
}

/** The note that the page is at: its anchor, its number, and whether it is seen. */
function note(page) {
  return page.evaluate(() => {
    const target = document.querySelector("[role=doc-endnotes] li:target, [role=doc-footnote]:target");
    const box = target?.getBoundingClientRect();
    const seen = box !== undefined && box.bottom > 0 && box.top < innerHeight;
    return { id: target?.id, number: String(target?.value), seen };
  });
}

/** From a note to the way back to the reference `id`, and there. */
async function goBack(page, id) {
  for (let steps = 0; steps < 40; steps += 1) {
    await page.keyboard.press("Tab");
    const now = await focus(page);
    if (now?.role === "doc-backlink" && now.target === id) return page.keyboard.press("Enter");
  }
  return assert.fail(`no way back to ${id} on ${page.url()}`);
}

/** Follows the reference that has the focus; the focus ends on it again. */
async function thereAndBack(page, path, reference) {
  await page.keyboard.press("Enter");
  const there = await note(page);
  assert.deepEqual(there, { id: reference.target, number: reference.number, seen: true }, `${path} ${reference.id}`);
  await goBack(page, reference.id);
  const back = await focus(page);
  assert.equal(back?.id, reference.id, `${path}: the focus is not back`);
  assert.ok(back.seen, `${path} ${reference.id}: not seen`);
}

/** Presses Tab through a page; gives each stop to `see`. */
async function walk(page, see) {
  const stops = [];
  for (;;) {
    await page.keyboard.press("Tab");
    const now = await focus(page);
    if (now === null || now.at <= stops.at(-1)?.at) return stops;
    stops.push(now);
    await see(now);
  }
}

test("every footnote is followed there and back by keyboard, without JavaScript", async () => {
  let followed = 0;
  for (const site of sites) {
    await visit(chromium, site.output, { javaScriptEnabled: false }, async (page, path) => {
      const wanted = await page.locator("[role=doc-noteref]").count();
      if (wanted === 0) return;
      const done = new Set();
      await walk(page, async (stop) => {
        if (stop.role !== "doc-noteref") return;
        await thereAndBack(page, path, stop);
        done.add(stop.id);
      });
      assert.equal(done.size, wanted, `${path}: the keyboard reaches ${[...done]}`);
      followed += done.size;
    });
  }
  assert.ok(followed > 70, `only ${followed} references`);
});

/** Walks through pages: the focus is seen at each stop, and comes to everything that can have it. */
async function walkThrough(site, width, paths) {
  await visit(chromium, site.output, { viewport: { width, height: 800 } }, async (page, path) => {
    const stops = await walk(page, ({ ring, seen, what }) =>
      assert.ok(ring && seen, `${path}: ${ring ? "out of sight" : "no ring"}: ${what}`));
    const reachable = await page.evaluate(() =>
      [...document.querySelectorAll("a[href], button, summary, input, select, textarea, [tabindex='0']")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true })).length);
    assert.equal(stops.length, reachable, `${path}: ${stops.length} of ${reachable} are reached`);
  }, { paths });
}

test("the focus goes through every page in the order of the text and is seen, 320 pixels wide", async () => {
  for (const site of sites) await walkThrough(site, 320);
});

test("the focus goes through a page of each kind and is seen, 1280 pixels wide", async () => {
  const found = [...(await kinds(sites[0].output)).values()].map(([path]) => path);
  await walkThrough(sites[0], 1280, found.filter((path) => path !== "404.html"));
});

test("the first key leads past the head", async () => {
  for (const site of sites) {
    const paths = await pages(site.output);
    await visit(chromium, site.output, {}, async (page, path) => {
      await page.keyboard.press("Tab");
      const first = await focus(page);
      assert.equal(first.target, "_main", path);
      assert.ok(first.seen, path);
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      const inside = await page.evaluate(() =>
        document.activeElement === document.body || document.activeElement.closest("main, footer") !== null);
      assert.ok(inside, path);
    }, { paths: paths.filter((path) => path !== "404.html") });
  }
});
