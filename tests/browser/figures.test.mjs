// Key figures and charts of the sample in a browser: read, followed, listened to, printed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";

import { browser, build, serve } from "./site.mjs";

const REPORT = "bao-cao/2024/phong-chong-thien-tai-xa-vi-du/";
const WHOLE = `${REPORT}toan-van/`;

let site;
let chromium;
let server;

before(async () => {
  site = await build();
  chromium = await browser();
  server = await serve(site.output);
});

after(async () => {
  await server?.close();
  await chromium?.close();
  await site?.remove();
});

/** Opens a page of the sample in a window of its own. */
async function at(path, options, visit) {
  const context = await chromium.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(server.address + path);
    await visit(page);
  } finally {
    await context.close();
  }
}

/** How far two colours of the form rgb(…) are apart (WCAG 2.2, contrast ratio). */
function contrast(one, other) {
  const light = (colour) => {
    const parts = colour.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [red, green, blue] = parts.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [high, low] = [light(one), light(other)].sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

for (const width of [320, 768, 1280]) {
  test(`the letters of a chart are read at ${width} pixels, and stay inside it`, async () => {
    await at(WHOLE, { viewport: { width, height: 800 } }, async (page) => {
      const charts = await page.locator(".chart svg").evaluateAll((all) =>
        all.map((svg) => {
          const box = svg.getBoundingClientRect();
          const texts = [...svg.querySelectorAll("text")];
          const outside = texts.filter((text) => {
            const { left, right, top, bottom } = text.getBoundingClientRect();
            return left < box.left - 2 || right > box.right + 2 || top < box.top - 2 || bottom > box.bottom + 2;
          });
          return {
            size: svg.getScreenCTM().a * parseFloat(getComputedStyle(texts[0]).fontSize),
            texts: texts.length,
            outside: outside.map((text) => text.textContent),
          };
        }),
      );
      assert.equal(charts.length, 2);
      for (const chart of charts) {
        assert.ok(chart.size >= 11 && chart.size <= 20, `letters of ${chart.size} pixels`);
        assert.ok(chart.texts > 5);
        assert.deepEqual(chart.outside, []);
      }
      const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(sideways <= 0, `${sideways} pixels sideways`);
    });
  });
}

for (const colorScheme of ["light", "dark"]) {
  test(`what is drawn stands out from the ${colorScheme} page`, async () => {
    await at(WHOLE, { colorScheme }, async (page) => {
      const colours = await page.evaluate(() => {
        const style = (selector) => getComputedStyle(document.querySelector(selector));
        const paper = getComputedStyle(document.documentElement).backgroundColor;
        const series = [".chart .s1", ".chart pattern .s2"].map((one) => style(one).fill);
        return { paper, drawn: [...series, style(".chart .l1").stroke, style(".chart .axis").stroke], ink: style(".chart text").fill };
      });
      for (const colour of colours.drawn) {
        assert.ok(contrast(colour, colours.paper) >= 3, `${colour} on ${colours.paper}`);
      }
      assert.ok(contrast(colours.ink, colours.paper) >= 4.5);
    });
  });
}

test("a chart has a name, a description and, below it, its table", async () => {
  await at(WHOLE, {}, async (page) => {
    const image = page.getByRole("img", { name: "Hộ bị ngập và hộ phải sơ tán theo thôn" });
    assert.match(await image.locator("desc").textContent(), /cao nhất 96 \(Hạ\)/);
    const figure = page.locator("figure.chart").first();
    const table = figure.getByRole("table");
    assert.equal(await table.isVisible(), false);
    await figure.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await table.isVisible());
    const row = table.getByRole("row", { name: /^Hạ/ });
    assert.deepEqual(await row.getByRole("cell").allInnerTexts(), ["96", "71"]);
    const file = figure.getByRole("link");
    const answer = await page.request.get(new URL(await file.getAttribute("href"), page.url()).href);
    assert.match(await answer.text(), /^\uFEFF?Thôn;Hộ bị ngập/);
  });
});

test("on paper the table stands open and series differ without colour", async () => {
  await at(WHOLE, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const figure = page.locator("figure.chart").first();
    assert.ok((await figure.locator("table").boundingBox()).height > 50);
    const fills = await figure.locator("rect.area").evaluateAll((all) =>
      new Set(all.map((rect) => getComputedStyle(rect).fill)).size,
    );
    assert.equal(fills, 2);
  });
});

for (const [path, count] of [["", 4], [REPORT, 4]]) {
  test(`each key figure of /${path} leads to the text that states it`, async () => {
    await at(path, { viewport: { width: 320, height: 800 } }, async (page) => {
      const figures = page.locator(".indicator");
      assert.equal(await figures.count(), count);
      const all = await figures.evaluateAll((all) =>
        all.map((one) => ({
          value: one.querySelector(".figure").textContent,
          href: one.querySelector("a").href,
        })),
      );
      for (const { value, href } of all) {
        await page.goto(href);
        const target = await page.locator(":target").innerText();
        assert.ok(target.includes(value), `${value} in ${target}`);
      }
    });
  });
}
