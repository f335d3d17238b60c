// Pages on paper, as Nghị định 30/2020/NĐ-CP lays a document out: printed to PDF, and its words read
// back with their places.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { promisify } from "node:util";

import { everyFeature, kinds, on, prepared, sample } from "./site.mjs";

const MILLIMETRE = 72 / 25.4;
const [WIDTH, HEIGHT] = [210, 297];

const { chromium, sites } = await prepared(sample, everyFeature);
const folder = await mkdtemp(join(tmpdir(), "congbo-print-"));
after(() => rm(folder, { recursive: true }));

/** Blanks, and where lines are broken, are no part of what is read. */
const squash = (text) => text.normalize("NFC").replace(/\s+/g, "");

/** Where a text begins among words; one of ours may be several of theirs. */
function at(words, text) {
  const from = (index) => words.slice(index, index + text.length).map(({ text }) => text).join("");
  return words.findIndex((_, index) => from(index).startsWith(text));
}

const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&#39;": "'", "&amp;": "&" };
const plain = (text) => text.replace(/&(lt|gt|quot|apos|#39|amp);/g, (entity) => entities[entity]);

/** The pages of a PDF: its words, and where they stand, in millimetres from the upper left corner. */
async function words(file) {
  const { stdout } = await promisify(execFile)("pdftotext", ["-bbox", file, "-"], { maxBuffer: 1 << 26 });
  const number = (match, at) => Number(match[at]) / MILLIMETRE;
  return stdout.split("<page ").slice(1).map((page) => ({
    width: Number(page.match(/width="([\d.]+)"/)[1]) / MILLIMETRE,
    height: Number(page.match(/height="([\d.]+)"/)[1]) / MILLIMETRE,
    words: [...page.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g)].map((match) => ({
      left: number(match, 1), top: number(match, 2), right: number(match, 3), bottom: number(match, 4), text: plain(match[5]).normalize("NFC"),
    })),
  }));
}

/** Prints a page; what its elements say comes along, and its paper, page by page. */
async function printed(site, path, look = () => null) {
  const file = join(folder, `${squash(path).replaceAll("/", "_")}.pdf`);
  let seen;
  await on(chromium, site.output, {}, async ({ page, address }) => {
    await page.goto(address + encodeURI(path));
    // A browser that prints waits for the pictures which were to come when they are scrolled to.
    await page.evaluate(() => Promise.all([...document.images].map((image) => {
      image.loading = "eager";
      return image.decode();
    })));
    await page.emulateMedia({ media: "print" });
    seen = await page.evaluate(look);
    await page.pdf({ path: file, preferCSSPageSize: true });
  });
  const paper = await words(file);
  const texts = paper.map(({ words }) => squash(words.map(({ text }) => text).join("")));
  return { seen, paper, texts, text: texts.join("") };
}

/** The pages that are made to be printed: each report's whole text and its sections. */
async function documents(site) {
  const found = await kinds(site.output);
  return [...found.get("full-text"), ...found.get("section")];
}

/** What is read before anything is printed: headings, notes, and what has to stay on the screen. */
function contents() {
  const shown = (element) => element.checkVisibility();
  const texts = (selector) => [...document.querySelectorAll(selector)].filter(shown).map((element) => element.innerText);
  return {
    headings: texts("main :is(h1, h2, h3, h4, h5, h6)"),
    notes: texts("[role=doc-endnotes] > ol > li"),
    wanted: document.querySelectorAll("[role=doc-endnotes] > ol > li").length,
    stray: [...document.querySelectorAll("nav:not(.contents), .skip, .masthead, button, summary, .permalink")]
      .filter((element) => shown(element) && element.closest(".text") === null)
      .map((element) => element.outerHTML.slice(0, 100)),
    size: parseFloat(getComputedStyle(document.body).fontSize) * 0.75 + 0.01,
    color: getComputedStyle(document.body).color,
  };
}

test("notes are on paper, ways around the site are not, and no heading is torn or left alone", async () => {
  let headings = 0;
  for (const site of sites) {
    for (const path of await documents(site)) {
      const { seen, texts, text } = await printed(site, path, contents);
      assert.deepEqual(seen.stray, [], path);
      assert.ok(seen.size >= 13 && seen.size <= 14, `${path}: ${seen.size} pt`);
      assert.equal(seen.color, "rgb(0, 0, 0)", path);
      assert.equal(seen.notes.length, seen.wanted, `${path}: notes that do not show`);
      for (const note of seen.notes.map((note) => squash(note.split("\n")[0]).slice(0, 30))) {
        assert.ok(text.includes(note), `${path}: no note “${note}”`);
      }
      for (const heading of seen.headings.map(squash)) {
        const whole = texts.filter((text) => text.includes(heading));
        assert.ok(whole.length > 0, `${path}: “${heading}” is torn`);
        const followed = whole.some((text) => text.length - text.indexOf(heading) - heading.length > 8);
        assert.ok(followed, `${path}: “${heading}” stands at the end of a page`);
        headings += 1;
      }
    }
  }
  assert.ok(headings > 60, `only ${headings} headings`);
});

/** Takes from a page what Firefox does not know, and gives the headings that text follows. */
function withoutAvoidedBreaks() {
  const forget = (rule) => {
    rule.style?.removeProperty("break-after");
    if (rule.style?.breakBefore === "avoid") rule.style.removeProperty("break-before");
    [...(rule.cssRules ?? [])].forEach(forget);
  };
  [...document.styleSheets].forEach(forget);
  const all = [...document.querySelectorAll("main :is(h2, h3, h4, h5, h6)")].filter((heading) => heading.checkVisibility());
  const followed = all.filter((heading, at) => {
    const text = document.createRange();
    text.setStartAfter(heading);
    if (all[at + 1]) text.setEndBefore(all[at + 1]);
    else text.setEndAfter(document.body);
    return text.toString().trim() !== "";
  });
  return followed.map((heading) => heading.innerText);
}

test("no heading is left alone by a browser that knows no break that is to be avoided", async () => {
  let headings = 0;
  for (const site of sites) {
    const found = await kinds(site.output);
    for (const path of [...(await documents(site)), ...found.get("directives")]) {
      const { seen, texts } = await printed(site, path, withoutAvoidedBreaks);
      for (const heading of seen.map(squash)) {
        const alone = texts.filter((text) => text.includes(heading)).every((text) => text.endsWith(heading));
        assert.ok(!alone, `${path}: “${heading}” stands at the end of a page`);
        headings += 1;
      }
    }
  }
  assert.ok(headings > 60, `only ${headings} headings`);
});

test("paper is A4 with the margins of the decree, and its number above each page but the first", async () => {
  for (const site of sites) {
    for (const path of (await kinds(site.output)).get("full-text")) {
      const { paper } = await printed(site, path);
      assert.ok(paper.length > 2, `${path}: only ${paper.length} pages`);
      for (const [at, { width, height, words }] of paper.entries()) {
        const place = `${path}, page ${at + 1}`;
        assert.ok(Math.abs(width - WIDTH) < 0.5 && Math.abs(height - HEIGHT) < 0.5, place);
        const head = words.filter(({ top }) => top < 18).map(({ text }) => text);
        assert.deepEqual(head, at === 0 ? [] : [String(at + 1)], place);
        const body = words.filter(({ top }) => top >= 18);
        const [number] = words.filter(({ top }) => top < 18);
        if (number) assert.ok(Math.abs((number.left + number.right) / 2 - (30 + 190) / 2) < 2, `${place}: number`);
        const outside = body.filter(({ left, right, top, bottom }) =>
          left < 29.5 || right > WIDTH - 15 || top < 19 || bottom > HEIGHT - 19);
        assert.deepEqual(outside, [], place);
      }
    }
  }
});

test("head, signature and recipients stand where the decree has them", async () => {
  const path = (await kinds(sites[1].output)).get("full-text")[0];
  const { paper } = await printed(sites[1], path);
  const find = (text) => {
    const page = paper.findIndex(({ words }) => at(words, text) >= 0);
    assert.ok(page >= 0, text);
    return { page, ...paper[page].words[at(paper[page].words, text)] };
  };
  const level = (one, other) => one.page === other.page && Math.abs(one.bottom - other.bottom) < 3;
  const [nation, issuer, number, place, kind] = ["CỘNGHÒA", "ỦYBAN", "Số:", "MinhHọa,ngày", "BÁOCÁO"].map((text) => find(text));
  assert.ok(level(nation, issuer) && issuer.right < 105 && nation.left > 80, "issuer on the left, nation on the right");
  assert.ok(level(number, place) && number.right < 80 && place.left > 90, "number on the left, date on its line");
  assert.ok(place.top > nation.bottom && kind.top > number.bottom, "kind below number");
  const [signature, recipients, name] = [find("TM.ỦYBAN"), find("Nơinhận:"), find("TrầnThị")];
  assert.ok(level(signature, recipients), "signature and recipients begin on one line");
  assert.ok(recipients.left < 31 && signature.left > 105, "recipients on the left, signature on the right");
  assert.ok(name.page === signature.page && name.top - signature.bottom > 20, "room to sign");
});

test("a long table repeats its head on each page, and no row is torn", async () => {
  const { paper, texts } = await printed(sites[1], "long-table/");
  assert.ok(paper.length >= 2, "the table is not long");
  for (const text of texts) assert.ok(text.includes("Đầubảng"), text.slice(0, 80));
});

test("an appendix begins below its title, and what is folded is unfolded", async () => {
  const appendix = (await kinds(sites[0].output)).get("section").find((path) => path.endsWith("/phu-luc/"));
  const { texts } = await printed(sites[0], appendix);
  assert.ok(texts[0].includes("Mựcnước(m)"), texts[0]);
  const folded = (await kinds(sites[1].output)).get("section");
  const found = await Promise.all(folded.map((path) => printed(sites[1], path, () =>
    [...document.querySelectorAll("main details:not(.chart-data)")].map((details) => details.lastElementChild.textContent))));
  const hidden = found.flatMap(({ seen, text }) => seen.map(squash).filter((words) => !text.includes(words)));
  assert.ok(found.some(({ seen }) => seen.length > 0), "nothing is folded");
  assert.deepEqual(hidden, []);
});

test("a row of a table does not stand alone, nor what leads to it", () =>
  on(chromium, sites[0].output, {}, async ({ page, address }) => {
    await page.goto(address);
    const torn = [];
    for (let lines = 20; lines < 32; lines += 1) {
      await page.setContent(`<link rel="icon" href="${address}icon.svg"><link rel="stylesheet" href="${address}congbo.css"><main><div class="text">
        ${"<p>Dòng.</p>".repeat(lines)}<h2>Đề mục</h2><p>Lời dẫn:</p><div class="table"><table><thead><tr><th>Đầu</th></tr></thead>
        <tbody>${[1, 2, 3].map((row) => `<tr><td>hàng-${row}</td></tr>`).join("")}</tbody></table></div></div></main>`);
      const file = join(folder, `rows-${lines}.pdf`);
      await page.pdf({ path: file, preferCSSPageSize: true });
      for (const { words: found } of await words(file)) {
        const text = found.map(({ text }) => text).join(" ");
        const rows = text.match(/hàng-\d/g) ?? [];
        if (rows.length === 1 || (/dẫn:/.test(text) && rows.length === 0)) torn.push(`${lines}: ${rows} ${/dẫn:/.test(text)}`);
      }
    }
    assert.deepEqual(torn, []);
  }));

test("a list of directives says on paper of which report it is, and that this is a draft", async () => {
  let drafts = 0;
  for (const site of sites) {
    for (const path of (await kinds(site.output)).get("directives")) {
      const { seen, texts } = await printed(site, path, () => {
        const status = document.querySelector("main .status");
        return {
          line: document.querySelector(".report-line").innerText,
          title: document.querySelector("[property='og:title']").content.split(" – ").slice(1).join(" – "),
          status: status?.innerText ?? "",
        };
      });
      assert.ok(seen.title.length > 0 && seen.line.includes(seen.title), seen.line);
      assert.match(seen.line, /\d{4}/, path);
      for (const text of [seen.line, seen.status]) assert.ok(texts[0].includes(squash(text)), `${path}: ${text}`);
      drafts += seen.status === "" ? 0 : 1;
    }
  }
  assert.ok(drafts > 0, "no list of a draft");
});

test("the addresses of other sites are printed, once each", async () => {
  const guide = await printed(sites[1], "guide/");
  assert.ok(guide.text.includes("<https://outside.example/a?b=c&d=e>"), guide.text);
  const { text } = await printed(sites[1], (await kinds(sites[1].output)).get("full-text")[0]);
  assert.equal(text.split("very-long-host-name.example").length, 2, "an address that is its own text");
});
