// How pages look and come: widths, zoom, text size, colours, layout shifts, first paint, motion.

import assert from "node:assert/strict";
import { test } from "node:test";

import { everyFeature, pages, prepared, sample, visit } from "./site.mjs";

const { chromium, sites } = await prepared(sample, everyFeature);

async function onEveryPage(options, see, more) {
  for (const site of sites) await visit(chromium, site.output, options, see, more);
}

/** The elements that are wider than the page, unless they stand in one that scrolls or cuts them. */
function tooWide(page) {
  return page.evaluate(() => {
    if (document.documentElement.scrollWidth <= document.documentElement.clientWidth) return [];
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth,
    );
    return wide.slice(0, 3).map((element) => element.outerHTML.slice(0, 100));
  });
}

const views = {
  "at 320 pixels": { viewport: { width: 320, height: 800 } },
  "at 768 pixels": { viewport: { width: 768, height: 1024 } },
  "at 1280 pixels": { viewport: { width: 1280, height: 800 } },
  "at 1280 pixels and 400 % zoom": { viewport: { width: 320, height: 200 }, deviceScaleFactor: 4 },
};
for (const [name, options] of Object.entries(views)) {
  test(`no page scrolls sideways ${name}`, async () => {
    await onEveryPage(options, async (page, path) => assert.deepEqual(await tooWide(page), [], path));
  });
}

for (const width of [320, 640, 1280]) {
  test(`no page scrolls sideways with text of twice the size, ${width} pixels wide`, async () => {
    const prepare = async (page) => {
      const session = await page.context().newCDPSession(page);
      await session.send("Page.enable");
      await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    };
    await onEveryPage({ viewport: { width, height: 800 } }, async (page, path) => {
      const size = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize));
      assert.ok(size >= 32, `${path}: the text stays at ${size} pixels`);
      assert.deepEqual(await tooWide(page), [], path);
    }, { prepare });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`all text is legible in the ${colorScheme} scheme`, async () => {
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

test("with forced colours, what is current and what has the focus can be told", async () => {
  await onEveryPage({ forcedColors: "active" }, async (page, path) => {
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const told = await page.evaluate(() => {
      const outlined = (element) => {
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
      };
      const current = [...document.querySelectorAll("[aria-current]")];
      return { current: current.every(outlined), focus: outlined(document.activeElement) };
    });
    assert.deepEqual(told, { current: true, focus: true }, path);
  });
});

test("nothing moves where the reader wants less motion", async () => {
  await onEveryPage({ reducedMotion: "reduce" }, async (page, path) => {
    const moving = await page.evaluate(() => {
      const long = (style) =>
        [style.transitionDuration, style.animationDuration].some((time) => parseFloat(time) > 0);
      const elements = [...document.querySelectorAll("*")];
      const found = elements.filter((element) => long(getComputedStyle(element)));
      const smooth = getComputedStyle(document.documentElement).scrollBehavior === "smooth";
      return [...found.map((element) => element.outerHTML.slice(0, 100)), ...(smooth ? ["html"] : [])];
    });
    assert.deepEqual(moving, [], path);
  });
});

/** Resolves once the browser has painted text. */
const painted = () => new Promise((resolve) => {
  new PerformanceObserver((list) => {
    if (list.getEntries().some((entry) => entry.name === "first-contentful-paint")) resolve();
  }).observe({ type: "paint", buffered: true });
});

/** What has shifted once every picture is there, those too that would wait to be scrolled to. */
async function settled() {
  const images = [...document.images];
  for (const image of images) image.loading = "eager";
  await Promise.all(images.map((image) => image.decode()));
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  return window.shifts;
}

for (const width of [320, 1280]) {
  test(`nothing shifts while a page loads, even when images come late, ${width} pixels wide`, async () => {
    const prepare = async (page) => {
      await page.addInitScript(() => {
        window.shifts = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            window.shifts.push(...entry.sources.map(({ node }) => node?.outerHTML?.slice(0, 100) ?? node?.nodeName));
          }
        }).observe({ type: "layout-shift", buffered: true });
      });
      // The icon may be asked for as the page is left: there is nothing more to paint then.
      const left = () => {};
      await page.route(/\.(svg|png|jpe?g|webp|avif|gif)$/, async (route) => {
        await page.evaluate(painted).catch(left);
        await route.continue().catch(left);
      });
    };
    await onEveryPage({ viewport: { width, height: 800 } }, async (page, path) => {
      await page.evaluate(painted);
      const shifts = await page.evaluate(settled);
      assert.deepEqual(shifts, [], path);
    }, { prepare });
  });
}

test("a page is painted before any script comes, and asks for no font", async () => {
  for (const site of sites) {
    const fonts = [];
    const prepare = async (page) => {
      page.on("request", (request) => {
        if (request.resourceType() === "font") fonts.push(request.url());
      });
    };
    let held = 0;
    const paths = (await pages(site.output)).filter((path) => path !== "404.html");
    const options = { prepare, paths: [paths[0]] };
    await visit(chromium, site.output, {}, async (page, _, address) => {
      await page.route("**/*.js", () => { held += 1; });
      for (const path of paths) {
        await page.goto(address + encodeURI(path), { waitUntil: "commit" });
        await page.evaluate(painted);
        const text = await page.evaluate(() => document.querySelector("h1")?.checkVisibility());
        assert.ok(text, `${path}: no title before the scripts`);
      }
    }, options);
    assert.deepEqual(fonts, []);
  }
});
