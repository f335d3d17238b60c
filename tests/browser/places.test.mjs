// The search page, asked for a place by its name.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { hrefs, issued, made, searching, settings } from "./finding.mjs";
import { prepared, sample } from "./site.mjs";

const report = "bao-cao/2023/kiem-diem-chi-dao/";

const { chromium, sites: [site] } = await prepared(sample);
const visit = (work, folder = site.output) => searching(chromium, folder, {}, work);

/** Sections and a point. */
const sections = (count) =>
  Array.from({ length: count }, (_, at) => `### Việc thứ ${at + 1}\n\nNội dung ${at + 1}.\n`).join("\n");

test("words behind a name are looked for in that place", () =>
  visit(async ({ find }) => {
    for (const [q, anchor, mark] of [
      ["nhiem vu 3 ao phao", "#ao-phao", "áo phao"],
      ["nhiệm vụ 3 mục III.1", "#ao-phao", undefined],
      ["mục I.5 lễ lớn", "#van-hoa-xa-hoi", "lễ lớn"],
      ["chú thích 4 đầu tư công", "#fn-chi-dao-dau-tu-cong", "đầu tư công"],
    ]) {
      const [{ href, marks }] = await find({ q });
      assert.equal(href.match(/#.*/)[0], anchor, q);
      assert.equal(marks[0]?.toLowerCase(), mark, q);
    }
  }));

test("footnotes of a page in English are found by their English name", async () => {
  const { output, remove } = await made({
    "site.yaml": settings,
    "guide.md": "---\nlanguage: en\n---\n\n# Guide\n\nOne[^a], two[^b]. See footnote 2.\n\n[^a]: Foot.\n\n[^b]: Hand.\n",
  });
  await visit(async ({ find }) => {
    assert.equal((await find({ q: "footnote 2" }))[0].href, "guide/#fn-b");
    assert.equal((await find({ q: "Footnote 1" }))[0].href, "guide/#fn-a");
  }, output);
  await remove();
});

test("charts and parts in words are found by their names", async () => {
  const block = (id, title) => `\`\`\`chart\nid: ${id}\ntitle: ${title}\ntype: bar\ndata: a.csv\n\`\`\`\n`;
  const { output, remove } = await made({
    "site.yaml": settings,
    "r/report.yaml": `${issued}\nlanguage: en\n`,
    "r/01.md": `# Results\n\n## Growth\n\nSee figure 2 and part two.\n\n${block("one", "Rice")}\n${block("two", "Fruit")}\n`,
    "r/02.md": "# Plans\n\nThe plans.\n",
    "r/a.csv": "Year;Yield\n2023;3\n2024;4\n",
  });
  await visit(async ({ find }) => {
    for (const [q, anchor] of [["figure 2", "#two"], ["Figure 1", "#one"], ["fruit", "#two"], ["Part Two", "#plans"]]) {
      assert.equal((await find({ q }))[0].href.match(/#.*/)[0], anchor, q);
    }
  }, output);
  await remove();
});

/** A report of the given month with fifteen notes, of which one speaks of another. */
function copy(at) {
  const numbers = Array.from({ length: 15 }, (_, number) => number + 1);
  const text = numbers.map((number) => `Câu ${number}[^${number}].\n`).join("\n");
  const notes = numbers.map((number) => `[^${number}]: Xem chú thích 4 và chú thích 14, lần ${number}.\n`).join("\n");
  const date = `date: ${2020 + (at % 7)}-0${1 + Math.trunc(at / 7)}-05`;
  return [
    [`r${at}/report.yaml`, issued.replace(/date: .*/, date)],
    [`r${at}/01.md`, `# Kết quả\n\n${text}\n${notes}`],
  ];
}

const bare = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "");

/** Whether a result is what is called so: by its title, or by the place that is said of it. */
const isCalled = ({ title, place }, name) =>
  bare(place) === bare(name) || bare(title).match(/^[^:]*?\d+/)?.[0] === bare(name);

describe("a place of the sample comes first, the newest report's before others", () => {
  for (const [q, names] of [
    ["chú thích 4", 2],
    ["chu thich 4", 2],
    ["Chú thích 4.", 2],
    ["mục I.5", 1],
    ["muc i.5", 1],
    ["mục II", 2],
    ["nhiệm vụ 3", 2],
    ["NHIEM VU 3", 2],
    ["bảng 1", 1],
  ]) {
    test(q, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        const called = found.map((result) => isCalled(result, q.replace(/\.$/, "")));
        assert.deepEqual(called.map((is, at) => (is ? at : -1)).filter((at) => at >= 0), [...Array(names).keys()]);
        const years = found.slice(0, names).map(({ href }) => href.match(/\d{4}/)[0]);
        assert.deepEqual(years, [...years].sort().reverse());
      }));
  }
});

/** A report of the given date with fifteen notes, each of which speaks of two others. */
function noted(path, date) {
  const numbers = Array.from({ length: 15 }, (_, at) => at + 1);
  const notes = numbers.map((number) => `[^${number}]: Xem chú thích 4 và chú thích 14, lần ${number}.`);
  return {
    [`${path}/report.yaml`]: issued.replace(/date: .*/, date),
    [`${path}/01.md`]: `# Kết quả\n\n${numbers.map((number) => `Câu[^${number}].`).join("\n\n")}\n\n${notes.join("\n\n")}\n`,
  };
}

test("every report's place comes before all that speaks of it, the newest first", async () => {
  const dates = Array.from({ length: 14 }, (_, at) => `${2020 + (at % 7)}-0${1 + Math.trunc(at / 7)}-05`);
  const texts = dates.map((date) => noted(`r-${date}`, `date: ${date}`));
  const { output, remove } = await made(Object.assign({ "site.yaml": settings }, ...texts));
  const ask = (q) => async ({ page, find, results }) => {
    await find({ q });
    await page.locator("#_more").click();
    await page.waitForFunction(() => document.querySelectorAll("#ket-qua > li").length > 10);
    const found = hrefs(await results());
    assert.deepEqual(found.slice(0, 14), dates.sort().reverse().map((date) => `r-${date}/chu-thich/#fn-${q.match(/\d+/)}`));
    assert.ok(found.length > 14);
  };
  for (const q of ["chú thích 4", "chu thich 14"]) await visit(ask(q), output);
  await remove();
});

test("a number is none that only begins or ends with it, and parts and appendices have theirs in each form", async () => {
  const sections = Array.from({ length: 15 }, (_, at) => `### Việc ${at + 1}\n\nNội dung ${at + 1}.\n`).join("\n");
  const part = (number) => `# Kết quả ${number}\n\n## Chung\n\n${sections}\n## Riêng\n\nĐoạn.\n\n`;
  const { output, remove } = await made({
    "site.yaml": settings,
    "r/report.yaml": issued,
    "r/01.md": part("một") + part("hai"),
    "r/02.md": "# Phụ lục I. Số liệu {.appendix}\n\nSố thu.\n\n# Phụ lục II. Danh sách {.appendix}\n\nPhụ lục I có số liệu.\n",
  });
  await visit(async ({ find }) => {
    for (const [q, ...first] of [
      ["mục I.5", "#viec-5", "#viec-5-2"],
      ["mục I.15", "#viec-15", "#viec-15-2"],
      ["mục I.5 phần II", "#viec-5-2"],
      ["mục I.5 Phần thứ nhất", "#viec-5"],
      ["muc ii phan thu hai", "#rieng-2"],
      ["phần II", "#ket-qua-hai"],
      ["phan 1", "#ket-qua-mot"],
      ["Phần thứ hai", "#ket-qua-hai"],
      ["phụ lục 1", "#phu-luc-i-so-lieu"],
      ["Phụ lục I", "#phu-luc-i-so-lieu"],
      ["phu luc II", "#phu-luc-ii-danh-sach"],
    ]) {
      const found = hrefs(await find({ q }));
      assert.deepEqual(found.slice(0, first.length).map((href) => href.match(/#.*/)?.[0]), first, q);
    }
  }, output);
  await remove();
});
