// The search page over the sample: what is found by which query, in which order, and what it costs.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, test } from "node:test";
import { gunzipSync } from "node:zlib";

import { hrefs, issued, made, searching, settings } from "./finding.mjs";
import { everyFeature, prepared, sample } from "./site.mjs";

const report = "bao-cao/2023/kiem-diem-chi-dao/";

const { chromium, sites: [site, english] } = await prepared(sample, everyFeature);

/** A visit of the sample, or of the `folder` of another site. */
const visit = (work, { folder = site.output, ...options } = {}) => searching(chromium, folder, options, work);
/** A visit of a site of these files. */
async function visitMade(files, work) {
  const { output, remove } = await made(files);
  await visit(work, { folder: output }).finally(remove);
}

describe("accents", () => {
  test("are optional, for đ as well", () =>
    visit(async ({ find }) => {
      const found = [];
      for (const q of ["dau tu cong", "đầu tư công", "dau tư công", "ĐẦU TƯ CÔNG"]) {
        found.push(hrefs(await find({ q })).sort());
      }
      assert.ok(found[0].length >= 8, JSON.stringify(found[0]));
      for (const each of found) assert.deepEqual(each, found[0]);
    }));

  test("that are the same come first", () =>
    visit(async ({ find }) => {
      const marks = (items) => items.flatMap((item) => item.marks.slice(0, 1)).map((mark) => mark.toLowerCase());
      const first = (await find({ q: "hóa" })).filter((item) => item.marks.length > 0);
      assert.match(marks(first)[0], /^hóa/);
      const other = marks(await find({ q: "hoa" }));
      assert.match(other[0], /^hoa\b/);
      assert.ok(other.some((mark) => /^hóa/.test(mark)), JSON.stringify(other));
    }));

  test("of a tone may stand on either vowel", () =>
    visit(async ({ find }) => {
      const [old, now] = [await find({ q: "hoà" }), await find({ q: "hòa" })];
      assert.deepEqual(old[0].marks, ["hòa"]);
      assert.equal(old[0].href, now[0].href);
    }));

  test("are shown as they were written", () =>
    visit(async ({ find }) => {
      for (const { title, excerpt } of await find({ q: "dieu" })) {
        assert.doesNotMatch(title + excerpt, /\u0335/);
      }
    }));
});

describe("symbols", () => {
  const entry = `${report}van-ban/#nghi-quyet-106-2023-nq-hdnd`;
  for (const q of ["106/2023/NQ-HĐND", "106/2023/nq-hdnd", "106/2023"]) {
    test(`${q} finds the document, then the paragraph that cites it`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        assert.equal(found[0].href, entry);
        assert.equal(found[0].title, "Nghị quyết 106/2023/NQ-HĐND");
        assert.match(found[1].href, /#van-hoa-xa-hoi-p\d+$/);
        assert.deepEqual(found[1].marks.map((mark) => mark.toLowerCase()), [q.toLowerCase().replace("hdnd", "hđnd")]);
      }));
  }
  for (const q of ["nq-hdnd", "NQ-HĐND"]) {
    test(`${q} finds every resolution of that kind before anything else`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        assert.ok(hrefs(found.slice(0, 3)).includes(entry));
        for (const { title } of found.slice(0, 3)) assert.match(title, /NQ-HĐND$/);
        const partly = found.findIndex((item) => item.excerpt.includes("26/NQ-CP"));
        const last = found.findLastIndex((item) => item.marks.some((mark) => mark.includes("NQ-HĐND")));
        assert.ok(last > 2 && (partly === -1 || partly > last), `${partly} before ${last}`);
      }));
  }
});

describe("marks", () => {
  const parts = (text) => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu);
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");
  const queries = [
    "106/2023/NQ-HĐND", "2023", "18", "số 18", "nghị quyết số 18", "năm 2023", '"năm 2023"', "15/7/2023",
    "nghị quyết số 105/NQ-CP ngày 15/7/2023", "UBND tỉnh Hà Tĩnh", "quyết định số 18/2021", "lũ", "a & b",
  ];
  for (const q of queries) {
    test(`of ${q} are its own words`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        assert.ok(found.some((item) => item.marks.length > 0));
        const asked = new Set(parts(q));
        const isAsked = (part) => asked.has(part) || asked.has(bare(part)) || asked.has(part.replace(/^0/, ""));
        for (const { marks, excerpt } of found) {
          for (const part of marks.flatMap(parts)) assert.ok(isAsked(part), `${part} in ${excerpt}`);
        }
      }));
  }

  test("leave out words that stand alone where the others have company", () =>
    visit(async ({ find }) => {
      const found = await find({ q: "nghị quyết số 18" });
      for (const { marks, excerpt } of found.filter((item) => /nghị quyết/i.test(item.excerpt))) {
        assert.ok(!marks.some((mark) => /^(nghị|quyết)$/i.test(mark)), `${marks.join()} in ${excerpt}`);
      }
    }));

  test("are on accents as they were typed, where a place has them", () =>
    visit(async ({ find }) => {
      for (const { marks, excerpt } of await find({ q: "hồ sơ" })) {
        if (!/hồ sơ/i.test(excerpt)) continue;
        assert.deepEqual([...new Set(marks.map((mark) => mark.toLowerCase()))], ["hồ sơ"], excerpt);
      }
    }));
});

describe("a word that is whole somewhere", () => {
  for (const [q, no] of [["lũ", /lực|lưới|lúc/i], ["18", /\b(188|185|1823)/], ["a", /^(áo|án|ai)$/i], ["C++", /^[^c]|^c./i]]) {
    test(`${q} is not taken for the beginning of a longer one`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        assert.ok(found.length > 0);
        for (const { marks } of found) {
          assert.ok(marks.length > 0);
          for (const mark of marks) assert.doesNotMatch(mark, no);
        }
      }));
  }

  test("but may still be one, where it is long and without accents", () =>
    visit(async ({ find }) => {
      assert.ok((await find({ q: "foot" })).some((item) => item.marks.some((mark) => /^footnote/i.test(mark))));
    }));
});

describe("dates", () => {
  for (const q of ["14/7/2023", "14/07/2023", "14-7-2023", "ngày 14 tháng 7 năm 2023", "ngay 14 thang 7 nam 2023"]) {
    test(`${q} is found as it may be written`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        const marks = new Set(found.flatMap((item) => item.marks));
        assert.ok(hrefs(found).includes(`${report}van-ban/#nghi-quyet-106-2023-nq-hdnd`));
        assert.ok(hrefs(found).some((href) => /#van-hoa-xa-hoi-p\d+$/.test(href)));
        assert.ok(marks.size > 0 && [...marks].every((mark) => /^14\/0?7\/2023$/.test(mark)), [...marks].join());
      }));
  }
  for (const q of ["3/2/2023", "3 tháng 2 năm 2023"]) {
    test(`${q} is found with its zeros`, () =>
      visit(async ({ find }) => {
        const found = await find({ q });
        assert.ok(hrefs(found).some((href) => href.startsWith(`${report}van-ban/`)));
        assert.ok(hrefs(found).some((href) => href.startsWith(`${report}chu-thich/`)));
        for (const { marks } of found) assert.deepEqual([...new Set(marks)], ["03/02/2023"]);
      }));
  }
});

describe("results", () => {
  test("lead to the paragraph, directive, footnote or document itself", () =>
    visit(async ({ page, find, address }) => {
      const kinds = new Set();
      for (const q of ["dau tu cong", "106/2023"]) {
        for (const { href } of await find({ q })) {
          await page.goto(address + href);
          const there = await page.locator(":target").count();
          assert.equal(there, href.includes("#") ? 1 : 0, href);
          kinds.add(href.match(/(chu-thich|nhiem-vu|van-ban)\/#/)?.[1] ?? "text");
        }
      }
      assert.deepEqual([...kinds].sort(), ["chu-thich", "nhiem-vu", "text", "van-ban"]);
    }));

  test("say what they are, where they stand and in which report", () =>
    visit(async ({ find }) => {
      const found = await find({ q: "dau tu cong", kind: "directive" });
      assert.match(found[0].title, /^Nhiệm vụ \d+: /);
      assert.match(found[0].facts, /^Nhiệm vụ.*Kiểm điểm công tác chỉ đạo, điều hành.*\(2023\)/);
      const section = (await find({ q: "dau tu cong", kind: "section" }))[0];
      assert.match(section.facts, /^Mục của báo cáo.*Mục I\.\d/);
      assert.deepEqual(section.marks.map((mark) => mark.toLowerCase()), ["đầu tư công"]);
    }));

  test("of a draft or a reader's edition say so beside the report", async () => {
    const files = { "site.yaml": settings };
    for (const status of ["draft", "reader", "final"]) {
      files[`${status}/report.yaml`] = issued.replace("final", status);
      files[`${status}/01.md`] = "# Kết quả\n\nVốn được giải ngân.\n";
    }
    await visitMade(files, async ({ find }) => {
      const found = await find({ q: "giải ngân" });
      assert.equal(found.length, 3);
      for (const { href, facts } of found) {
        assert.equal(facts.includes("Dự thảo"), href.startsWith("draft"), facts);
        assert.equal(facts.includes("Bản dành cho người đọc"), href.startsWith("reader"), facts);
      }
    });
  });

  test("of a phrase in quotation marks have the phrase", () =>
    visit(async ({ find }) => {
      const found = await find({ q: '"chi dao dieu hanh"' });
      assert.ok(found.length > 3);
      for (const { title, excerpt } of found) assert.match(title + excerpt, /chỉ đạo,? điều hành/i);
    }));

  test("of several phrases, or of a phrase among words, have each phrase", () =>
    visit(async ({ page, find, address }) => {
      const pairs = [
        ['"giải ngân" "đầu tư công"', ["giải ngân", "đầu tư công"]],
        ['“đầu tư công” "giải ngân"', ["giải ngân", "đầu tư công"]],
        ['vốn "đầu tư công"', ["vốn", "đầu tư công"]],
        ['"dau tu cong" von', ["vốn", "đầu tư công"]],
      ];
      for (const [q, both] of pairs) {
        const found = await find({ q });
        assert.ok(found.length > 0, q);
        let full = 0;
        for (const { href } of found) {
          await page.goto(address + href);
          const there = page.locator(href.includes("#") ? ":target" : "main");
          const around = (await there.textContent()).toLowerCase().replace(/\s+/g, " ");
          assert.ok(around.includes("đầu tư công"), `${q}: ${href}`);
          if (both.every((phrase) => around.includes(phrase))) full += 1;
        }
        assert.ok(full > 0, `${q}: ${hrefs(found).join()}`);
        assert.ok(found.some(({ marks }) => marks.some((mark) => mark.toLowerCase().includes("đầu tư công"))), q);
      }
      for (const q of ['giải ngân "công tư đầu"', '"công tư đầu" "giải ngân"', '"đầu tư côn"']) {
        assert.deepEqual(await find({ q }), [], q);
      }
    }));

  test("come in portions, the next on demand, with the focus on its first", () =>
    visit(async ({ page, find }) => {
      const first = await find({ q: "tỉnh" });
      assert.equal(first.length, 10);
      const more = page.locator("#_more");
      await more.focus();
      await page.keyboard.press("Enter");
      await page.waitForFunction(() => document.querySelectorAll("#ket-qua > li").length > 10);
      const focused = await page.evaluate(() =>
        [...document.querySelectorAll("#ket-qua a")].indexOf(document.activeElement),
      );
      assert.equal(focused, 10);
      const all = await page.locator("#ket-qua a").evaluateAll((links) => links.map((link) => link.href));
      assert.equal(new Set(all).size, all.length);
    }));

  test("are counted as they are listed", () =>
    visit(async ({ page, find, results }) => {
      const said = () => page.locator("#_status").innerText();
      const few = await find({ q: "106/2023/NQ-HĐND" });
      assert.equal(await said(), `Tìm thấy ${few.length} kết quả.`);
      await find({ q: "đầu tư công" });
      assert.match(await said(), /^Đang hiện 10 kết quả đầu; còn /);
      const more = page.locator("#_more");
      while (await more.isVisible()) {
        const before = await said();
        await more.click();
        await page.waitForFunction((before) => document.querySelector("#_status").textContent !== before, before);
      }
      assert.equal(await said(), `Tìm thấy ${(await results()).length} kết quả.`);
      const near = await find({ q: "đầu tư côngg" });
      assert.ok((await said()).endsWith(` ${near.length} kết quả gần nhất.`), await said());
    }));

  test("that are none are said to be none, with advice", () =>
    visit(async ({ page, find }) => {
      assert.deepEqual(await find({ q: "xyzzy" }), []);
      assert.equal(await page.locator("#_status").innerText(), "Không tìm thấy kết quả cho “xyzzy”.");
      assert.ok(await page.locator("#_advice").isVisible());
      assert.ok(await page.locator("#_more").isHidden());
    }));

  test("of a section are not listed twice, as its page and as its heading", () =>
    visit(async ({ find }) => {
      const found = hrefs(await find({ q: "công tác chỉ đạo điều hành năm 2023" }));
      const same = (href) => href.replace(/\/([^/]+)\/#\1$/, "/$1/");
      assert.equal(new Set(found.map(same)).size, found.length, found.join("\n"));
    }));

  test("of a page do not show the same words twice, for the page and for its paragraph", async () => {
    const text = "Vốn đầu tư công được giải ngân trong năm.";
    const files = { "site.yaml": settings, "r/report.yaml": issued, "r/01.md": `# Vốn đầu tư công\n\n${text}\n` };
    await visitMade(files, async ({ find }) => {
      const excerpts = (await find({ q: "dau tu cong" })).map(({ excerpt }) => excerpt);
      assert.ok(excerpts.includes(text));
      assert.equal(new Set(excerpts).size, excerpts.length, excerpts.join("\n"));
    });
  });

  test("of paragraphs of one section have places of their own", () =>
    visit(async ({ find }) => {
      const found = await find({ q: "dau tu cong", kind: "section" });
      const paragraphs = found.filter(({ href }) => /-p\d+$/.test(href));
      assert.ok(paragraphs.length > 3);
      for (const { facts } of paragraphs) assert.match(facts, /đoạn \d+/i);
      const places = paragraphs.map(({ title, facts }) => title + facts);
      assert.equal(new Set(places).size, places.length, places.join("\n"));
    }));

  test("that only come near are said to come near", () =>
    visit(async ({ page, find }) => {
      assert.ok((await find({ q: "đầu tư côngg" })).length > 0);
      assert.match(await page.locator("#_status").innerText(), /gần nhất/);
    }));
});

describe("languages", () => {
  const places = ({ languages }) => new Set(languages.filter(Boolean));

  test("of results are theirs, on a site in Vietnamese", () =>
    visit(async ({ find }) => {
      const guide = await find({ q: "footnote", kind: "page", language: "en" });
      assert.ok(guide.length > 3);
      for (const item of guide) {
        assert.match(item.href, /^staff-guide/);
        assert.deepEqual([[...places(item)], item.language, item.kindLanguage], [["en"], "Tiếng Anh", "vi"]);
      }
      for (const item of await find({ q: "chú thích", language: "vi" })) {
        assert.deepEqual([[...places(item)], item.language], [["vi"], undefined]);
      }
    }));

  test("of results are theirs, on a site in English", () =>
    visit(async ({ find }) => {
      const own = await find({ q: "tiếng Việt", kind: "page" });
      assert.deepEqual([[...places(own[0])], own[0].language, own[0].kindLanguage], [["vi"], "Vietnamese", "en"]);
      const report = await find({ q: "kết quả", kind: "section" });
      assert.ok(report.length > 0);
      for (const item of report) assert.deepEqual([...places(item)], ["vi"]);
    }, { folder: english.output }));

  test("are chosen by their names, and both texts of a page in two are found", () =>
    visit(async ({ page, find, results }) => {
      const both = hrefs(await find({ q: "site.yaml" }));
      for (const guide of ["huong-dan/", "staff-guide/"]) assert.ok(both.some((href) => href.startsWith(guide)));
      await page.locator("#_filters summary").click();
      await page.getByLabel("Tiếng Anh").check();
      await page.waitForURL(/language=en/);
      await page.waitForFunction(() => !document.querySelector('#ket-qua a[href*="huong-dan"]'));
      const found = hrefs(await results());
      assert.ok(found.length > 0 && found.every((href) => href.startsWith("staff-guide/")), found.join());
    }));
});

describe("filters", () => {
  test("keep what they say, and stand in the address", () =>
    visit(async ({ page, find, results }) => {
      await find({ q: "dau tu cong" });
      await page.locator("#_filters summary").click();
      await page.getByLabel("Chú thích").check();
      await page.waitForURL(/kind=footnote/);
      await page.waitForFunction(() => document.querySelector("#ket-qua").textContent.includes("Chú thích"));
      await page.waitForFunction(
        () => !document.querySelector("#ket-qua").textContent.includes("Mục của báo cáo"),
      );
      for (const { href } of await results()) assert.match(href, /chu-thich\/#fn-/);
    }));

  test("say which of their choices have nothing", () =>
    visit(async ({ page, find }) => {
      await find({ q: "106/2023/NQ-HĐND", year: "2023" });
      const choice = (name) => page.locator(".search-choices label", { hasText: name }).first();
      await page.waitForFunction(() => document.querySelector(".search-choices .count:not(:empty)"));
      assert.match(await choice("2024").innerText(), /\(không có\)/);
      assert.doesNotMatch(await choice("2023").innerText(), /\(không có\)/);
    }));

  test("that the site no longer has are named, until the next query", () =>
    visit(async ({ page, find, results }) => {
      assert.ok((await find({ q: "giải ngân", year: "1999", kind: "section" })).length > 0);
      const dropped = page.locator("#_dropped");
      assert.match(await dropped.innerText(), /: 1999\.$/);
      await page.getByRole("searchbox").press("Enter");
      await page.waitForURL((url) => !url.search.includes("1999"));
      await results();
      assert.ok(await dropped.isHidden());
    }));

  test("are printed with the words that were asked for and the name of the site", () =>
    visit(async ({ page, find }) => {
      await find({ q: "giải ngân", year: "2023" });
      await page.emulateMedia({ media: "print" });
      const text = await page.locator("body").innerText();
      assert.ok(text.includes(await page.locator(".masthead-inner > :first-child").innerText()));
      assert.ok(await page.locator("#_q").isVisible());
      assert.match(text, /2023/);
      assert.doesNotMatch(text, /Lọc kết quả|\n2024\n|\nTìm\n/);
      assert.ok(await page.locator(".search-choices :checked").isVisible());
      assert.ok(await page.locator(".search-choices input:not(:checked)").first().isHidden());
    }));

  test("are read from the address", () =>
    visit(async ({ page, find }) => {
      const found = await find({ q: "xã", year: "2024", report: "bao-cao/2024/phong-chong-thien-tai-xa-vi-du" });
      assert.ok(found.length > 3);
      for (const { href } of found) assert.match(href, /^bao-cao\/2024\/phong-chong/);
      assert.deepEqual(
        await page.locator(".search-choices :checked").evaluateAll((boxes) => boxes.map((box) => box.name)),
        ["year", "report"],
      );
      assert.ok(await page.locator(".search-choices").isVisible());
    }));
});

describe("the address", () => {
  test("follows what is typed, and Back leads out of the page", () =>
    visit(async ({ page, address, results }) => {
      await page.goto(address);
      await page.goto(`${address}tim-kiem/`);
      await page.getByRole("searchbox").fill("giải ngân");
      await page.waitForURL(/\?q=gi/);
      assert.ok((await results()).length > 0);
      assert.match(await page.title(), /^giải ngân – /);
      await page.goBack();
      assert.equal(page.url(), address);
    }));

  test("keeps each query that was submitted, with its filters, for Back and Forward", () =>
    visit(async ({ page, address, results }) => {
      const box = page.getByRole("searchbox");
      const shows = async (query, path, checked) => {
        await page.waitForURL(`${address}tim-kiem/${path}`);
        await page.waitForFunction((query) => document.title.startsWith(query), query);
        assert.equal(await box.inputValue(), query);
        const found = hrefs(await results());
        const boxes = await page.locator(".search-choices :checked").evaluateAll((all) => all.map((box) => box.value));
        assert.deepEqual(boxes, checked);
        return found;
      };
      await page.goto(address);
      await page.goto(`${address}tim-kiem/`);
      await box.fill("giải ngân");
      await box.press("Enter");
      const first = await shows("giải ngân", "?q=gi%E1%BA%A3i+ng%C3%A2n", []);
      await box.fill("lũ lụ");
      await page.waitForURL(/q=l/);
      await box.fill("thiên tai");
      await box.press("Enter");
      const second = await shows("thiên tai", "?q=thi%C3%AAn+tai", []);
      await page.locator("#_filters summary").click();
      await page.getByLabel("Chú thích").check();
      const third = await shows("thiên tai", "?q=thi%C3%AAn+tai&kind=footnote", ["footnote"]);
      assert.ok(third.length > 0 && third.length < second.length);
      await page.goBack();
      assert.deepEqual(await shows("thiên tai", "?q=thi%C3%AAn+tai", []), second);
      await page.goBack();
      assert.deepEqual(await shows("giải ngân", "?q=gi%E1%BA%A3i+ng%C3%A2n", []), first);
      await page.goForward();
      await page.goForward();
      assert.deepEqual(await shows("thiên tai", "?q=thi%C3%AAn+tai&kind=footnote", ["footnote"]), third);
      for (let step = 0; step < 3; step += 1) await page.goBack();
      assert.equal(page.url(), address);
    }));

  test("of a query that was followed from elsewhere is kept as well", () =>
    visit(async ({ page, find, address }) => {
      await find({ q: "giai ngan" });
      await page.getByRole("searchbox").fill("thiên tai");
      await page.waitForURL(/q=thi/);
      await page.goBack();
      await page.waitForURL(`${address}tim-kiem/?q=giai+ngan`);
      assert.equal(await page.getByRole("searchbox").inputValue(), "giai ngan");
    }));

  test("leads back to the place in the list, and to the result that was followed", () =>
    visit(async ({ page, find }) => {
      await find({ q: "tỉnh" });
      await page.locator("#_more").click();
      await page.waitForFunction(() => document.querySelectorAll("#ket-qua > li").length > 10);
      const link = page.locator("#ket-qua a").nth(14);
      await link.scrollIntoViewIfNeeded();
      const [href, top] = await link.evaluate((link) => [link.href, link.getBoundingClientRect().top]);
      assert.ok(await page.evaluate(() => scrollY > 500));
      await link.click();
      await page.waitForURL((url) => !url.pathname.includes("tim-kiem"));
      await page.goBack();
      await page.waitForFunction((href) => document.activeElement.href === href, href);
      const now = await page.evaluate(() => document.activeElement.getBoundingClientRect().top);
      assert.ok(Math.abs(now - top) < 2, `${now} instead of ${top}`);
    }, { viewport: { width: 400, height: 700 } }));

  test("leads back to the place in the results of an earlier query", () =>
    visit(async ({ page, find, results }) => {
      await find({ q: "tỉnh" });
      await page.evaluate(() => scrollTo(0, 600));
      await page.waitForFunction(() => history.state.y === 600);
      await page.getByRole("searchbox").evaluate((box) => {
        box.value = "thiên tai";
        box.form.requestSubmit();
      });
      await page.waitForURL(/q=thi/);
      await results();
      await page.goBack();
      await page.waitForFunction(() => scrollY === 600);
    }, { viewport: { width: 400, height: 700 } }));

  test("stays as it was left in a browser that keeps the page and empties its form", () =>
    visit(async ({ page, find }) => {
      await find({ q: "giai ngan" });
      await page.evaluate(() => scrollTo(0, 600));
      await page.waitForFunction(() => history.state.y === 600);
      const href = await page.locator("#ket-qua a").nth(3).evaluate((link) => link.href);
      // As Safari shows a page again that it has kept: from the top, what is not to be completed empty.
      await page.evaluate((followed) => {
        history.replaceState({ ...history.state, followed }, "");
        scrollTo(0, 0);
        dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
        document.getElementById("_q").value = "";
      }, href);
      await page.waitForFunction((href) => document.activeElement.href === href, href);
      assert.equal(await page.getByRole("searchbox").inputValue(), "giai ngan");
      assert.equal(await page.evaluate(() => scrollY), 600);
    }, { viewport: { width: 400, height: 700 } }));

  test("brings the results back when a reader comes back from one", () =>
    visit(async ({ page, find, results }) => {
      const found = await find({ q: "giai ngan" });
      await page.locator("#ket-qua a").first().click();
      await page.waitForURL((url) => !url.pathname.includes("tim-kiem"));
      await page.goBack();
      assert.deepEqual(hrefs(await results()), hrefs(found));
    }));

  test("is reached from the head of any page, by keyboard", () =>
    visit(async ({ page, address, results }) => {
      for (const from of ["", `${report}chu-thich/`]) {
        await page.goto(address + from);
        await page.getByRole("search").getByRole("searchbox").focus();
        await page.keyboard.type("dau tu");
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/tim-kiem\/\?q=dau\+tu$/);
        assert.ok((await results()).length > 5);
      }
    }, { base: "/a/b/" }));

  test("without a query gives advice and loads nothing", () =>
    visit(async ({ page, address, asked }) => {
      await page.goto(`${address}tim-kiem/`, { waitUntil: "networkidle" });
      assert.ok(await page.locator("#_advice").isVisible());
      assert.deepEqual(asked.filter((url) => url.includes("/pagefind/")), []);
    }));

  test("that is longer than the box takes is cut as the box would", () =>
    visit(async ({ page, address }) => {
      await page.goto(`${address}tim-kiem/?q=${"xyz".repeat(1000)}`);
      const said = page.locator("#_status:has-text('xyz')");
      assert.ok((await said.innerText()).length < 300);
      assert.ok((await page.title()).length < 300);
    }));

  test("that asks for nothing says so", () =>
    visit(async ({ page, address }) => {
      await page.goto(`${address}tim-kiem/`);
      await page.getByRole("searchbox").fill("  ");
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#_status").innerText(), "Chưa nhập từ cần tìm.");
    }));

  test("of a page with script moves nothing while it loads", () =>
    visit(async ({ page, address }) => {
      await page.addInitScript(() => {
        globalThis.moved = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) globalThis.moved += entry.value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(`${address}tim-kiem/`, { waitUntil: "networkidle" });
      assert.equal(await page.evaluate(() => globalThis.moved), 0);
      assert.ok(await page.locator("#_search").isVisible());
    }));

  test("without script says so first, offers no form and leads to the lists and whole texts", () =>
    visit(async ({ page, address }) => {
      await page.goto(`${address}tim-kiem/`);
      const text = (await page.locator("main").innerText()).replace(/\s+/g, " ");
      assert.match(text, /^Tìm kiếm Trang này chỉ tìm kiếm được khi trình duyệt bật JavaScript/);
      assert.match(text, /Tìm trong trang/);
      assert.doesNotMatch(text, /Cách tìm|Lọc kết quả/);
      assert.equal(await page.locator("main").getByRole("searchbox").count(), 0);
      assert.equal(await page.locator("main").getByRole("button").count(), 0);
      await page.getByRole("link", { name: "toàn văn" }).first().click();
      await page.waitForURL(/\/toan-van\/$/);
    }, { javaScriptEnabled: false }));

  test("without script is reached from the head of a page, and leads on", () =>
    visit(async ({ page, address }) => {
      await page.goto(address);
      await page.getByRole("searchbox").fill("dau tu");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/tim-kiem\/\?q=dau\+tu$/);
      assert.match(await page.locator("main").innerText(), /khi trình duyệt bật JavaScript/);
      await page.locator("#_advice").getByRole("link", { name: "Văn bản được viện dẫn" }).click();
      await page.waitForURL(`${address}van-ban/`);
    }, { javaScriptEnabled: false }));
});

test("what could not be loaded is said, and loaded when it is asked for again", () =>
  visit(async ({ page, address, said }) => {
    const says = (words) =>
      page.waitForFunction((words) => document.getElementById("_status").textContent.includes(words), words);
    await page.route(/\/pagefind\//, (route) => route.abort());
    await page.goto(`${address}tim-kiem/?q=giai+ngan`);
    await says("Không tải được");
    assert.ok(await page.locator("#_advice").isVisible());
    await page.unroute(/\/pagefind\//);
    await page.getByRole("searchbox").press("Enter");
    await says("kết quả");
    assert.ok((await page.locator("#ket-qua > li").count()) > 0);
    assert.match(said.splice(0).join(), /ERR_FAILED|Failed to fetch/);
  }));

test("more results that could not be loaded are said, and none of them is lost", async () => {
  const texts = Array.from({ length: 30 }, (_, at) => [`t${at}.md`, `# Trang ${at}\n\nGiải ngân đợt ${at}.\n`]);
  await visitMade({ "site.yaml": settings, ...Object.fromEntries(texts) }, async ({ page, address, said }) => {
    const listed = (count) =>
      page.waitForFunction((count) => document.querySelectorAll("#ket-qua > li").length === count, count);
    const more = page.locator("#_more");
    await page.goto(`${address}tim-kiem/?q=giai+ngan`);
    await listed(10);
    await page.route(/\.pf_fragment/, (route) => route.abort());
    await more.click();
    await page.waitForFunction(() => document.getElementById("_status").textContent.includes("Không tải được"));
    await page.unroute(/\.pf_fragment/);
    for (const count of [20, 30]) {
      await more.click();
      await listed(count);
    }
    const links = await page.locator("#ket-qua a").evaluateAll((links) => links.map((link) => link.pathname));
    assert.equal(new Set(links).size, 30);
    assert.equal(await page.locator("#_status").innerText(), "Tìm thấy 30 kết quả.");
    assert.match(said.splice(0).join(), /ERR_FAILED|Failed to fetch/);
  });
});

test("a search that was taken back does not go on saying that it searches", () =>
  visit(async ({ page, address }) => {
    await page.route(/pagefind\.js/, async (route) => {
      await new Promise((later) => setTimeout(later, 800));
      await route.continue();
    });
    await page.goto(`${address}tim-kiem/`);
    const box = page.getByRole("searchbox");
    for (const words of ["giải ngân", ""]) {
      await box.fill(words);
      await box.press("Enter");
    }
    await page.waitForTimeout(1200);
    assert.equal(await page.locator("#_status").innerText(), "Chưa nhập từ cần tìm.");
  }));

test("every place that the index knows is on its page, and every kind has some", async () => {
  const folder = join(site.output, "tim-kiem", "pagefind", "fragment");
  const kinds = new Map();
  for (const file of await readdir(folder)) {
    const text = gunzipSync(await readFile(join(folder, file))).toString("utf8");
    const record = JSON.parse(text.slice("pagefind_dcd".length));
    const page = await readFile(join(site.output, decodeURIComponent(record.url), "index.html"), "utf8");
    for (const { id } of record.anchors) {
      assert.ok(page.includes(` id="${decodeURIComponent(id)}"`), `${id} on ${record.url}`);
    }
    const kind = record.filters.kind[0];
    kinds.set(kind, (kinds.get(kind) ?? 0) + record.anchors.length);
  }
  assert.deepEqual([...kinds.keys()].sort(), ["directive", "document", "footnote", "page", "section"]);
  assert.ok([...kinds.values()].every((places) => places > 10), JSON.stringify([...kinds]));
});

test("a query loads only the part of the index that it needs", () =>
  visit(async ({ find, asked, address }) => {
    await find({ q: "106/2023/NQ-HĐND" });
    const folder = join(site.output, "tim-kiem", "pagefind");
    const loaded = new Set(
      asked.filter((url) => url.includes("/pagefind/")).map((url) => url.replace(/\?.*/, "")),
    );
    const fragments = await readdir(join(folder, "fragment"));
    const of = (name) => [...loaded].filter((url) => url.includes(`/${name}/`)).length;
    assert.ok(of("fragment") > 0 && of("fragment") < fragments.length / 3, [...loaded].join("\n"));
    let bytes = 0;
    for (const url of loaded) {
      bytes += (await readFile(join(folder, url.slice(`${address}tim-kiem/pagefind/`.length)))).length;
    }
    assert.ok(bytes < 250_000, `${bytes} bytes`);
  }));

for (const width of [320, 768, 1280]) {
  test(`nothing scrolls sideways at ${width} pixels, with results and filters`, () =>
    visit(async ({ page, find }) => {
      await find({ q: "dau tu cong", year: "2023" });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} pixels too wide`);
    }, { viewport: { width, height: 800 } }));
}
