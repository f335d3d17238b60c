// Key figures and charts of the sample in a browser: read, followed, listened to, printed.

import assert from "node:assert/strict";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";

import { build, prepared, sample, visit } from "./site.mjs";

const REPORT = "bao-cao/2024/phong-chong-thien-tai-xa-vi-du/";
const WHOLE = `${REPORT}toan-van/`;

const { chromium, sites: [site] } = await prepared(sample);

/** Opens a page of the sample in a window of its own. */
function at(path, options, see) {
  return visit(chromium, site.output, options, see, { paths: [path] });
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

/** What is shown of each drawing: the size of its letters, and which texts leave it or lie over others. */
function drawings(page) {
  return page.locator(".chart svg:visible").evaluateAll((all) =>
    all.map((svg) => {
      const box = svg.getBoundingClientRect();
      const texts = [...svg.querySelectorAll("text")].map((text) => ({ text: text.textContent, box: text.getBoundingClientRect() }));
      const outside = texts.filter(({ box: { left, right, top, bottom } }) =>
        left < box.left - 2 || right > box.right + 2 || top < box.top - 2 || bottom > box.bottom + 2);
      const over = (one, other) =>
        Math.min(one.right, other.right) - Math.max(one.left, other.left) > 1 &&
        Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 6 * svg.getScreenCTM().a;
      const overlapping = texts.filter((one, at) => texts.slice(at + 1).some((other) => over(one.box, other.box)));
      return {
        name: svg.closest("figure").querySelector(".chart-title").textContent,
        size: svg.getScreenCTM().a * parseFloat(getComputedStyle(svg.querySelector("text")).fontSize),
        around: parseFloat(getComputedStyle(document.body).fontSize),
        texts: texts.length,
        outside: outside.map(({ text }) => text),
        overlapping: overlapping.map(({ text }) => text),
      };
    }),
  );
}

/** How far the page goes sideways. */
const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

for (const width of [320, 375, 640, 768, 1280]) {
  for (const text of [100, 150, 200]) {
    test(`the letters of a chart are nearly as large as the text at ${width} pixels and ${text} %`, async () => {
      await at(WHOLE, { viewport: { width, height: 800 } }, async (page) => {
        await page.evaluate((size) => { document.documentElement.style.fontSize = size; }, `${text}%`);
        const charts = await drawings(page);
        assert.equal(charts.length, 2);
        for (const chart of charts) {
          const share = chart.size / chart.around;
          assert.ok(share >= 0.75 && share <= 1.15, `letters of ${chart.size} pixels in text of ${chart.around}`);
          assert.ok(chart.texts > 5);
          assert.deepEqual([chart.outside, chart.overlapping], [[], []]);
        }
        const right = await page.locator(".chart").evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
        assert.ok(right.every((edge) => edge <= width), `as far as ${right}`);
        if (text === 100) assert.ok((await sideways(page)) <= 0, `${await sideways(page)} pixels sideways`);
      });
    });
  }
}

/** A site of charts whose words and numbers are longer than one would like. */
const LONG = {
  "content/site.yaml": "title: Thử\npublisher: { name: UBND xã }\n",
  "content/index.md": ["bar", "line", "stacked-bar", "share"]
    .flatMap((type) => ["dai", "so", "quy", "ngay"].map((data) => ({ type, data })))
    .filter(({ type, data }) => type !== "share" || data !== "ngay")
    .map(({ type, data }) => `\`\`\`chart\ndata: ${data}.csv\ntype: ${type}\ntitle: ${type} ${data}\n${type === "share" ? "series: A\n" : ""}\`\`\`\n`)
    .join("\n"),
  "content/dai.csv": `Năm;A;Tổng vốn đầu tư công giải ngân từ ngân sách trung ương hỗ trợ có mục tiêu (triệu đồng);${"không".repeat(20)}
Nạo vét, tu sửa các tuyến kênh tiêu úng qua thôn Hạ và thôn Bến năm 2022;1;2;3
${"https://vi-du.example/".repeat(5)};1;2;3
`,
  "content/so.csv": "Năm;A;B\n2022;123.456.789.012.345;1\n2023;123.456.789.012.344;2\n",
  "content/quy.csv": `Quý;A\n${[1, 2, 3, 4, 5, 6].map((n) => `Quý ${n} năm 2022 (ước thực hiện);1.00${n},5`).join("\n")}\n`,
  // The first point is the highest, at the upper end of the axis, and the labels are many.
  "content/ngay.csv": `Ngày;A\n${Array.from({ length: 130 }, (_, n) => `Ngày ${n};${n === 0 ? "1.000" : n}`).join("\n")}\n`,
};

test("long names, labels, words and numbers keep inside their drawings", async () => {
  const root = await mkdtemp(join(tmpdir(), "congbo-charts-"));
  for (const [path, text] of Object.entries(LONG)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  const built = await build(root);
  try {
    for (const width of [320, 768, 1280]) {
      await visit(chromium, built.output, { viewport: { width, height: 800 } }, async (page) => {
        const charts = await drawings(page);
        assert.equal(charts.length, 15);
        for (const { name, outside, overlapping } of charts) {
          assert.deepEqual([outside, overlapping], [[], []], `${name} at ${width}`);
        }
        assert.ok((await sideways(page)) <= 0);
      }, { paths: [""] });
    }
  } finally {
    await built.remove();
    await rm(root, { recursive: true });
  }
});

test("the still picture of the water is read at 320 pixels", async () => {
  await at(`${REPORT}tinh-hinh/`, { viewport: { width: 320, height: 800 } }, async (page) => {
    const image = page.locator("img[src*=muc-nuoc]");
    const width = (await image.boundingBox()).width;
    const source = await (await page.request.get(await image.evaluate((it) => it.src))).text();
    const [, view] = source.match(/viewBox="0 0 (\d+)/);
    const [, letters] = source.match(/font-size="(\d+)"/);
    assert.ok((letters * width) / view >= 11, `letters of ${(letters * width) / view} pixels`);
  });
});

test("the head of the whole text stands over its column", async () => {
  await at(WHOLE, { viewport: { width: 1280, height: 800 } }, async (page) => {
    const middle = async (selector) => {
      const { x, width } = await page.locator(selector).first().boundingBox();
      return x + width / 2;
    };
    assert.ok(Math.abs((await middle(".document-head")) - (await middle(".text"))) < 2);
  });
});

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
    const figure = page.locator("figure.chart").first();
    const described = await image.getAttribute("aria-describedby");
    assert.match(await page.locator(`[id="${described}"]`).textContent(), /cao nhất 96 \(Hạ\)/);
    const table = figure.getByRole("table");
    assert.equal(await table.isVisible(), false);
    await figure.locator("summary").focus();
    await page.keyboard.press("Enter");
    assert.ok(await table.isVisible());
    const row = table.getByRole("row", { name: /^Hạ/ });
    assert.deepEqual(await row.getByRole("cell").allInnerTexts(), ["96", "71"]);
    const file = figure.locator(".chart-file").getByRole("link");
    const answer = await page.request.get(new URL(await file.getAttribute("href"), page.url()).href);
    assert.match(await answer.text(), /^\uFEFF?Thôn;Hộ bị ngập/);
  });
});

test("a chart is quoted by its caption, and a link to it marks that", async () => {
  await at(WHOLE, {}, async (page) => {
    const permalink = page.locator("figure.chart .permalink").first();
    await permalink.focus();
    assert.equal(await permalink.evaluate((link) => getComputedStyle(link).opacity), "1");
    await page.keyboard.press("Enter");
    const quotation = await page.locator(".popup textarea").inputValue();
    assert.match(quotation, /^“Biểu đồ 1\. Hộ bị ngập và hộ phải sơ tán theo thôn\. Đơn vị: .*\. Nguồn: .*” \(.*, biểu đồ 1\)\n/);
    assert.doesNotMatch(quotation, /Trung|cao nhất/);
    await page.goto(`${page.url().split("#")[0]}${new URL(quotation.split("\n")[1]).hash}`);
    assert.match(await page.locator(":target").innerText(), /^Biểu đồ 1\./);
  });
});

test("on paper the table stands open and series differ without colour", async () => {
  await at(WHOLE, {}, async (page) => {
    await page.emulateMedia({ media: "print" });
    const figure = page.locator("figure.chart").first();
    assert.ok((await figure.locator("table").boundingBox()).height > 50);
    const fills = await figure.locator("rect.area:visible").evaluateAll((all) =>
      new Set(all.map((rect) => getComputedStyle(rect).fill)).size,
    );
    assert.equal(fills, 2);
  });
});

for (const [path, count] of [["", 4], [REPORT, 4], ["bao-cao/2023/kiem-diem-chi-dao/", 4]]) {
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
