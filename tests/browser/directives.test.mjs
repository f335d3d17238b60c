// Directives to work with: filters and groups by keyboard, in the address, without script and on
// paper; departments; abbreviations that are reached without a mouse.

import assert from "node:assert/strict";
import { describe, test } from "node:test";

import { pages, prepared, sample, visit } from "./site.mjs";

const report = "bao-cao/2024/phong-chong-thien-tai-xa-vi-du";

const { chromium, sites: [site] } = await prepared(sample);

/** A page of the sample for the length of a visit, in which the console must say nothing. */
function at(path, see, options = {}) {
  return visit(chromium, site.output, options, see, { base: "/a/b/", paths: [path] });
}

/** The ids of the lines and of the texts that are to be seen, in the order of the page. */
function seen(page) {
  return page.evaluate(() => {
    const visible = (selector) =>
      [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
    return {
      rows: visible(".directive-table tr[data-id]").map((row) => row.dataset.id),
      texts: visible("li.directive").map((text) => text.id),
    };
  });
}

const all = ["kenh-tieu", "phuong-an-so-tan", "ao-phao", "tram-do", "truc-ban"];
const shown = (page) => page.locator(".filters output").innerText();

describe("without script", () => {
  test("everything is listed in its groups, and no filter is offered that would do nothing", async () => {
    await at(`${report}/nhiem-vu/`, async (page) => {
      assert.equal(await page.locator("form.filters").isVisible(), false);
      const lines = page.locator(".directive-table tbody th[scope=row]");
      assert.equal(await lines.count(), all.length);
      assert.deepEqual(
        await page.locator(".directive-table tr.group").allInnerTexts(),
        ["1. Trước mùa mưa", "2. Trong mùa mưa"],
      );
      assert.equal(await page.locator("li.directive").count(), all.length);
      await lines.nth(3).locator("a").click();
      assert.equal(await page.locator(":target").getAttribute("id"), "tram-do");
    }, { javaScriptEnabled: false });
  });
});

describe("filters", () => {
  test("move nothing when they are there", async () => {
    await at(`${report}/nhiem-vu/`, async (page) => {
      await page.locator("form.ready").waitFor();
      const moved = await page.evaluate(
        () =>
          new Promise((told) => {
            const observer = new PerformanceObserver((list) => told(list.getEntries().length));
            observer.observe({ type: "layout-shift", buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => told(0)));
          }),
      );
      assert.equal(moved, 0);
    });
  });

  test("are set by keyboard, tell how many are left, and stand in the address", async () => {
    await at(`${report}/nhiem-vu/`, async (page) => {
      assert.deepEqual(await seen(page), { rows: all, texts: all });
      assert.equal(await shown(page), "Hiển thị 5 trong tổng số 5 nhiệm vụ.");
      const department = page.getByLabel("Cơ quan chủ trì hoặc phối hợp");
      await department.focus();
      await page.keyboard.type("Thôn B");
      await page.keyboard.press("Tab");
      const left = ["phuong-an-so-tan", "tram-do"];
      assert.deepEqual(await seen(page), { rows: left, texts: left });
      assert.equal(await shown(page), "Hiển thị 2 trong tổng số 5 nhiệm vụ.");
      assert.equal(new URL(page.url()).search, "?don-vi=thon-ben");
      await page.getByLabel("Lĩnh vực").first().focus();
      await page.keyboard.type("cảnh");
      await page.keyboard.press("Tab");
      assert.deepEqual((await seen(page)).rows, ["tram-do"]);
      assert.equal(new URL(page.url()).searchParams.get("linh-vuc"), "cảnh báo");
      await page.getByRole("button", { name: "Bỏ các lựa chọn" }).focus();
      await page.keyboard.press("Enter");
      assert.deepEqual((await seen(page)).rows, all);
      assert.equal(new URL(page.url()).search, "");
      assert.equal(await department.evaluate((select) => select === document.activeElement), true);
    });
  });

  for (const [query, left] of [
    ["don-vi=thon-ha", ["kenh-tieu", "phuong-an-so-tan"]],
    ["han=2025-q2", ["kenh-tieu", "ao-phao"]],
    ["han=2025-07", ["phuong-an-so-tan"]],
    ["tinh-trang=done", ["ao-phao"]],
    ["tinh-trang=open&han=2025-q4", ["tram-do", "truc-ban"]],
    ["linh-vuc=cảnh báo&don-vi=van-phong-ubnd-xa", ["tram-do", "truc-ban"]],
    ["don-vi=khong-co&x=1", all],
  ]) {
    test(`are taken from the address: ${query}`, async () => {
      await at(`${report}/nhiem-vu/?${query}`, async (page) => {
        assert.deepEqual(await seen(page), { rows: left, texts: left });
        assert.match(await shown(page), new RegExp(`^Hiển thị ${left.length} `));
      });
    });
  }

  test("that the page does not have are named, until the next choice", async () => {
    await at(`${report}/nhiem-vu/?don-vi=khong-co&han=2020-q9&tinh-trang=done`, async (page) => {
      assert.deepEqual((await seen(page)).rows, ["ao-phao"]);
      const gone = page.getByText("Trang không còn điều kiện lọc");
      assert.match(await gone.innerText(), /: khong-co, 2020-q9\.$/);
      await page.getByRole("button", { name: "Bỏ các lựa chọn" }).click();
      assert.equal(await gone.isVisible(), false);
    });
  });

  test("give way to a directive that a link leads to", async () => {
    await at(`${report}/nhiem-vu/?tinh-trang=done#tram-do`, async (page) => {
      assert.deepEqual((await seen(page)).rows, all);
      assert.equal(new URL(page.url()).search, "");
      assert.equal(await page.locator("#tram-do").evaluate((it) => it.getBoundingClientRect().top < innerHeight), true);
    });
    await at(`${report}/nhiem-vu/?tinh-trang=done#ao-phao`, async (page) => {
      assert.deepEqual((await seen(page)).rows, ["ao-phao"]);
      await page.locator("select[name=tinh-trang]").selectOption("open");
      assert.equal(new URL(page.url()).hash, "");
    });
    await at(`${report}/nhiem-vu/?tinh-trang=done#%E1`, async (page) => {
      assert.deepEqual((await seen(page)).rows, ["ao-phao"]);
    });
  });

  test("that leave nothing say so, and the way back is there", async () => {
    await at(`${report}/nhiem-vu/?tinh-trang=done&han=2025-q4`, async (page) => {
      assert.deepEqual(await seen(page), { rows: [], texts: [] });
      assert.ok(await page.getByText("Không có nhiệm vụ nào phù hợp").isVisible());
      assert.equal(await page.locator(".directive-list h2:visible").count(), 0);
      await page.getByRole("button", { name: "Bỏ các lựa chọn" }).click();
      assert.deepEqual((await seen(page)).rows, all);
      assert.equal(await page.getByText("Không có nhiệm vụ nào phù hợp").isVisible(), false);
    });
  });

  test("take along the notes to which only hidden directives refer", async () => {
    await at(`${report}/nhiem-vu/?tinh-trang=done`, async (page) => {
      const notes = page.locator(".note-list > li");
      assert.deepEqual(
        await notes.evaluateAll((all) => all.filter((note) => note.checkVisibility()).map((note) => note.id)),
        ["fn-bon-tai-cho"],
      );
      await page.goto(new URL("?linh-vuc=sơ tán", page.url()).href);
      assert.equal(await page.locator(".notes").isVisible(), false);
    });
  });

  test("are not on paper, and what they leave is", async () => {
    await at(`${report}/nhiem-vu/?tinh-trang=done`, async (page) => {
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator(".filters fieldset").isVisible(), false);
      assert.deepEqual(await seen(page), { rows: ["ao-phao"], texts: ["ao-phao"] });
      assert.ok(await page.locator(".filters output").isVisible());
    });
  });

  test("that are set are told on paper, and only there", async () => {
    const query = "don-vi=van-phong-ubnd-xa&linh-vuc=cảnh báo&nhom=tinh-trang";
    await at(`${report}/nhiem-vu/?${query}`, async (page) => {
      const chosen = page.locator(".filters .chosen");
      assert.equal(await chosen.isVisible(), false);
      await page.emulateMedia({ media: "print" });
      assert.equal(
        await chosen.innerText(),
        "Cơ quan chủ trì hoặc phối hợp: Văn phòng UBND xã; Lĩnh vực: cảnh báo; Nhóm theo: Tình trạng",
      );
      await page.goto(new URL("./", page.url()).href);
      assert.equal(await chosen.isVisible(), false);
    });
  });
});

describe("groups", () => {
  const groups = (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll(".directive-table tbody")]
        .filter((body) => body.checkVisibility())
        .map((body) => [
          body.querySelector(".group").innerText.trim(),
          [...body.querySelectorAll("tr[data-id]")].map((row) => row.dataset.id),
        ]),
    );

  for (const [query, expected] of [
    ["nhom=quy", [
      ["Quý II/2025 (2)", ["kenh-tieu", "ao-phao"]],
      ["Quý III/2025 (1)", ["phuong-an-so-tan"]],
      ["Quý IV/2025 (2)", ["tram-do", "truc-ban"]],
    ]],
    ["nhom=thang&han=2025-q2", [
      ["Tháng 5/2025 (1)", ["ao-phao"]],
      ["Tháng 6/2025 (1)", ["kenh-tieu"]],
    ]],
    ["nhom=tinh-trang&linh-vuc=cảnh báo", [["Chưa thực hiện (2)", ["tram-do", "truc-ban"]]]],
    ["nhom=linh-vuc&linh-vuc=chỉ huy", [
      ["cảnh báo (1)", ["truc-ban"]],
      ["chỉ huy (1)", ["truc-ban"]],
    ]],
  ]) {
    test(`are made of what is left: ${query}`, async () => {
      await at(`${report}/nhiem-vu/?${query}`, async (page) => {
        assert.deepEqual(await groups(page), expected);
      });
    });
  }

  test("say of each task in which list it stands, since each list begins with 1", async () => {
    const places = (page) => page.locator(".row-place").evaluateAll((all) =>
      all.filter((place) => place.checkVisibility()).map((place) => place.innerText));
    await at(`${report}/nhiem-vu/`, async (page) => {
      assert.deepEqual(await places(page), []);
      await page.getByLabel("Nhóm theo").selectOption("tinh-trang");
      assert.equal((await places(page)).length, all.length);
      assert.match((await places(page))[0], /^mục /);
    });
  });

  test("are the departments that lead, and go when they are taken back", async () => {
    await at(`${report}/nhiem-vu/?nhom=don-vi`, async (page) => {
      const made = await groups(page);
      assert.equal(made.length, 5);
      assert.deepEqual(made[0], ["Ban Chỉ huy quân sự xã (1)", ["phuong-an-so-tan"]]);
      await page.getByLabel("Nhóm theo").selectOption("");
      assert.deepEqual((await groups(page)).map(([title]) => title), ["1. Trước mùa mưa", "2. Trong mùa mưa"]);
    });
  });
});

test("from a department to its directive and back, and to the calendar", async () => {
  await at("don-vi/", async (page) => {
    await page.getByRole("link", { name: "Thôn Bến" }).click();
    assert.equal(await page.locator("h1").innerText(), "Thôn Bến");
    const calendar = await page.getByRole("link", { name: "Thêm hạn vào lịch" }).getAttribute("href");
    const answer = await fetch(new URL(calendar, page.url()));
    assert.equal(answer.status, 200);
    assert.match(answer.headers.get("content-type"), /^text\/calendar/);
    assert.match(await answer.text(), /^BEGIN:VCALENDAR\r\n/);
    await page.getByRole("link", { name: "Đo mực nước tại cầu Đá" }).click();
    assert.equal(await page.locator(":target").getAttribute("id"), "tram-do");
    await page.locator(":target").getByRole("link", { name: "Thôn Bến" }).click();
    assert.equal(await page.locator("h1").innerText(), "Thôn Bến");
  }, { javaScriptEnabled: false });
});

describe("abbreviations", () => {
  const page_ = "bao-cao/2023/kiem-diem-chi-dao/quy-che-lam-viec/";

  test("say what they mean to the keyboard, and lead to their entry", async () => {
    for (const width of [320, 1280]) {
      await at(page_, async (page, _, address) => {
        const link = page.locator("a.abbr").first();
        assert.equal(await link.innerText(), "UBND");
        const words = (state) =>
          link.evaluate((element) => getComputedStyle(element, "::after").content, state);
        assert.equal(await words(), "none");
        await page.keyboard.press("Tab");
        for (const other of await page.locator("a.abbr").all()) {
          await other.focus();
          const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(wide <= 0, `${await other.innerText()} at ${width}: ${wide} pixels too wide`);
        }
        await link.focus();
        assert.equal(await words(), '"Ủy ban nhân dân"');
        await page.keyboard.press("Enter");
        await page.waitForURL(/tu-viet-tat/);
        assert.match(await page.locator(":target").innerText(), /UBND\s+Ủy ban nhân dân/);
        await page.goBack();
        assert.equal(new URL(page.url()).pathname, new URL(page_, address).pathname);
      }, { viewport: { width, height: 800 } });
    }
  });

  test("leave the text as it is: for the eye, for what is copied, and on paper", async () => {
    await at(page_, async (page) => {
      const paragraph = page.locator("p:has(a.abbr)").first();
      const text = await paragraph.innerText();
      assert.match(text, /^Quy chế làm việc của Tỉnh ủy và của UBND tỉnh được chấp hành nghiêm\./);
      await paragraph.selectText();
      assert.equal(await page.evaluate(() => String(getSelection())), text);
      await page.emulateMedia({ media: "print" });
      assert.equal(await paragraph.innerText(), text);
    });
  });

  test("are explained once on a page, and every way leads to an entry", async () => {
    let found = 0;
    for (const path of await pages(site.output)) {
      if (path === "404.html") continue;
      await at(path, async (page) => {
        const texts = await page.locator("a.abbr").allInnerTexts();
        assert.equal(new Set(texts).size, texts.length, `${path}: ${texts}`);
        found += texts.length;
      });
    }
    assert.ok(found > 30, `only ${found}`);
  });
});
