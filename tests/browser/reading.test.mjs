// With the script: footnotes open where the reader is, paragraphs are quoted, the outline follows.

import assert from "node:assert/strict";
import { test } from "node:test";

import { on, pages, prepared, sample } from "./site.mjs";

const { chromium, sites: [site] } = await prepared(sample);
const all = await pages(site.output);

/** A page of its own, on which nothing may be said and nothing asked of another host. */
function visit(path, options, check) {
  return on(chromium, site.output, options, async ({ page, context, address }) => {
    await page.goto(address + encodeURI(path));
    await check(page, context);
  });
}

const popup = ".popup:popover-open";

/** What has the focus: its id, or its class. */
function focus(page) {
  return page.evaluate(() => document.activeElement.id || document.activeElement.className);
}

/** A path of the sample that ends so. */
function at(end) {
  const found = all.find((path) => path.endsWith(end));
  assert.ok(found, end);
  return found;
}

const sizes = [
  { viewport: { width: 320, height: 640 }, hasTouch: true },
  { viewport: { width: 1280, height: 800 } },
];

for (const options of sizes) {
  test(`every footnote opens in place and gives the focus back, ${options.viewport.width} pixels`, async () => {
    let opened = 0;
    for (const path of all.filter((path) => path.startsWith("bao-cao/"))) {
      await visit(path, options, async (page) => {
        const references = page.locator("main [role=doc-noteref]");
        for (let index = 0; index < (await references.count()); index += 1) {
          const reference = references.nth(index);
          const id = await reference.getAttribute("id");
          const name = await reference.getAttribute("aria-label");
          if (options.hasTouch) await reference.tap();
          else {
            await reference.focus();
            await page.keyboard.press("Enter");
          }
          const shown = page.locator(popup);
          assert.equal(await shown.count(), 1, `${path} ${id}`);
          const told = await shown.evaluate((element) => {
            const title = document.getElementById(element.getAttribute("aria-labelledby"));
            const box = element.getBoundingClientRect();
            return {
              focused: document.activeElement === element,
              name: title.textContent,
              text: element.querySelector(".popup-body").textContent.trim(),
              inside: box.left >= 0 && box.right <= innerWidth && box.bottom > 0 && box.top < innerHeight,
              ids: [...element.querySelectorAll(".popup-body [id]")].length,
            };
          });
          const note = await page.evaluate((href) => {
            const copy = document.getElementById(decodeURIComponent(href.slice(1))).cloneNode(true);
            copy.querySelectorAll(".backlinks").forEach((part) => part.remove());
            return copy.textContent.trim();
          }, await reference.getAttribute("href"));
          assert.deepEqual(told, { focused: true, name, text: note, inside: true, ids: 0 }, `${path} ${id}`);
          await page.keyboard.press("Escape");
          assert.equal(await shown.count(), 0, `${path} ${id}`);
          assert.equal(await focus(page), id, path);
          opened += 1;
        }
      });
    }
    assert.ok(opened > 40, `only ${opened} references`);
  });
}

test("a note leads to the list of notes, and the browser's way back to where it was left", async () => {
  await visit(at("/toan-van/"), {}, async (page) => {
    await page.locator("[role=doc-noteref]").nth(3).click();
    await page.locator(`${popup} .popup-more`).click();
    assert.equal(await page.locator(popup).count(), 0);
    assert.ok(await page.locator("li:target").isVisible());
    await page.goBack();
    assert.equal(new URL(page.url()).hash, "");
  });
});

test("a note that refers to another one opens it in its place", async () => {
  const path = all.find((path) => path.endsWith("/toan-van/") && path.includes("thien-tai"));
  await visit(path, {}, async (page) => {
    const outer = page.locator("li [role=doc-noteref]").first();
    const note = await outer.evaluate((link) => link.closest("li").id);
    const opener = page.locator(`main .text a[href="#${note}"]`).first();
    const id = await opener.getAttribute("id");
    await opener.click();
    const name = await page.locator(`${popup} [role=doc-noteref]`).getAttribute("aria-label");
    await page.locator(`${popup} [role=doc-noteref]`).click();
    assert.equal(await page.locator(popup).count(), 1);
    assert.equal(await page.locator(`${popup} .popup-title`).innerText(), name.replace(/^./, (sign) => sign.toUpperCase()));
    await page.locator(`${popup} .popup-close`).click();
    assert.equal(await focus(page), id);
  });
});

test("a key that opens a link in a new tab still does", async () => {
  await visit(at("/toan-van/"), {}, async (page, context) => {
    const opened = context.waitForEvent("page");
    await page.locator("[role=doc-noteref]").first().click({ modifiers: ["Control"] });
    await (await opened).waitForURL(/#fn-/);
    assert.equal(await page.locator(popup).count(), 0);
  });
});

test("a paragraph is quoted with its place and address; a selection of it alone", async () => {
  const options = { permissions: ["clipboard-read", "clipboard-write"] };
  await visit(at("/phong-chong-thien-tai-xa-vi-du/ket-qua/"), options, async (page) => {
    const paragraph = page.locator(".text > p[id]").first();
    const id = await paragraph.getAttribute("id");
    const link = paragraph.locator(".permalink");
    await link.focus();
    await page.keyboard.press("Enter");
    const quotation = await page.locator(`${popup} textarea`).inputValue();
    const words = await paragraph.evaluate((element) => {
      const copy = element.cloneNode(true);
      copy.querySelectorAll(".noteref").forEach((part) => part.remove());
      return copy.textContent.trim();
    });
    const place = await link.getAttribute("aria-label");
    assert.match(place, /mục .*, đoạn 1$/);
    assert.ok(quotation.startsWith(`“${words}” (`), quotation);
    assert.ok(quotation.includes(`, ${place})\n`), quotation);
    assert.ok(quotation.endsWith(`#${id}`), quotation);
    assert.equal(new URL(page.url()).hash, `#${id}`);
    await page.locator(`${popup} .popup-copy`).click();
    const said = page.locator(`${popup} .popup-said:not(:empty)`);
    assert.equal(await said.innerText(), await said.getAttribute("data-done"));
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), quotation);
    await page.locator(`${popup} .popup-link`).click();
    await page.waitForFunction(
      async (id) => (await navigator.clipboard.readText()).startsWith("http") && (await navigator.clipboard.readText()).endsWith(`#${id}`),
      id,
    );
    await page.keyboard.press("Escape");
    assert.equal(await page.evaluate(() => document.activeElement.className), "permalink");

    await paragraph.evaluate((element) => {
      const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
      getSelection().setBaseAndExtent(text, 0, text, 7);
    });
    await link.evaluate((element) => element.click());
    assert.ok((await page.locator(`${popup} textarea`).inputValue()).startsWith(`“${words.slice(0, 7).trim()}” (`));
  });
});

test("a directive is quoted with its title as a sentence, and without its number", async () => {
  await visit(at("/phong-chong-thien-tai-xa-vi-du/nhiem-vu-2025/"), {}, async (page) => {
    const directive = page.locator("article.directive").first();
    const title = await directive.locator(".heading").evaluate((heading) => {
      const copy = heading.cloneNode(true);
      copy.querySelector(".number").remove();
      return copy.textContent.trim();
    });
    await directive.locator(".heading > .permalink").focus();
    await page.keyboard.press("Enter");
    const quotation = await page.locator(`${popup} textarea`).inputValue();
    assert.ok(quotation.startsWith(`“${title}. `), quotation);
  });
});

/** What is quoted at a permalink. */
async function quotation(page, link) {
  await link.focus();
  await page.keyboard.press("Enter");
  return page.locator(`${popup} textarea`).inputValue();
}

for (const [end, quoted] of [["/nhiem-vu/", "li.directive"], ["/chu-thich/", ".note-list > li"]]) {
  test(`${end}: what is quoted is whole, and cites the report`, async () => {
    await visit(at(`/phong-chong-thien-tai-xa-vi-du${end}`), {}, async (page) => {
      const wanted = await page.locator(quoted).first().evaluate((element) => {
        const copy = element.cloneNode(true);
        copy.querySelectorAll(".number, .permalink, .noteref").forEach((part) => part.remove());
        return copy.textContent.trim().slice(0, 20);
      });
      const text = await quotation(page, page.locator(`${quoted} .permalink`).first());
      const citation = await page.locator("[data-citation]").getAttribute("data-citation");
      assert.ok(citation.includes("của Ủy ban nhân dân xã"), citation);
      assert.ok(text.includes(`” (${citation}, `), text);
      assert.ok(text.startsWith(`“${wanted}`), `${text} / ${wanted}`);
    });
  });
}

test("a note of several paragraphs is quoted whole", async () => {
  await visit(at("/toan-van/"), {}, async (page) => {
    const note = page.locator(".note-list > li").first();
    const words = await note.evaluate((element) => {
      element.querySelector("p").insertAdjacentHTML("beforebegin", "<p>Đoạn đầu.</p><ul><li>Một</li><li>Hai</li></ul><p>Trên<br>dưới</p>");
      return [...element.querySelectorAll("p")].at(-1).textContent.trim().slice(0, 15);
    });
    const text = await quotation(page, note.locator(".permalink"));
    assert.ok(text.startsWith(`“Đoạn đầu. Một Hai Trên dưới ${words}`), text);
  });
});

test("a second quotation takes the mark of the first", async () => {
  await visit(at("/phong-chong-thien-tai-xa-vi-du/ket-qua/"), {}, async (page) => {
    const links = page.locator(".text > p[id] .permalink");
    await quotation(page, links.nth(0));
    await quotation(page, links.nth(1));
    assert.equal(await page.locator(".quoted").count(), 1);
  });
});

test("a note that another one has opened has a way back to it", async () => {
  const path = all.find((path) => path.endsWith("/toan-van/") && path.includes("thien-tai"));
  await visit(path, {}, async (page) => {
    const note = await page.locator("li [role=doc-noteref]").first().evaluate((link) => link.closest("li").id);
    const opener = page.locator(`main .text a[href="#${note}"]`).first();
    const title = () => page.locator(`${popup} .popup-title`).textContent();
    await opener.click();
    const first = await title();
    assert.equal(await page.locator(`${popup} .popup-back`).isVisible(), false);
    await page.locator(`${popup} [role=doc-noteref]`).click();
    assert.notEqual(await title(), first);
    await page.locator(`${popup} .popup-back`).click();
    assert.equal(await title(), first);
    await page.keyboard.press("Escape");
    await page.waitForFunction((id) => document.activeElement.id === id, await opener.getAttribute("id"));
  });
});

test("a finger opens what an abbreviation stands for, a mouse its entry", async () => {
  for (const hasTouch of [true, false]) {
    await visit(at("/kiem-diem-chi-dao/toan-van/"), { hasTouch }, async (page) => {
      const abbreviation = page.locator("main a.abbr").first();
      const { title, href } = await abbreviation.evaluate(({ title, href }) => ({ title, href }));
      if (!hasTouch) {
        await abbreviation.click();
        assert.equal(page.url(), href);
        return;
      }
      await abbreviation.tap();
      assert.equal(await page.locator(`${popup} .popup-body`).innerText(), title);
      assert.equal(await page.locator(`${popup} .popup-more`).evaluate((link) => link.href), href);
    });
  }
});

test("a finger opens it as well where a click does not say that it was one", async () => {
  const options = { viewport: { width: 390, height: 800 }, isMobile: true, hasTouch: true };
  await visit(at("/kiem-diem-chi-dao/toan-van/"), options, async (page) => {
    // As in Safari before 18.2 and Firefox before 129.
    await page.evaluate(() => Object.defineProperty(PointerEvent.prototype, "pointerType", { value: undefined }));
    const abbreviation = page.locator("main a.abbr").first();
    await abbreviation.tap();
    assert.equal(await page.locator(`${popup} .popup-body`).innerText(), await abbreviation.getAttribute("title"));
  });
});

test("an abbreviation in an open note opens in its place, with the way back", async () => {
  await visit(at("/kiem-diem-chi-dao/toan-van/"), sizes[0], async (page) => {
    const reference = page.locator("main .text [role=doc-noteref]").first();
    await reference.evaluate((link) => {
      const note = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      note.querySelector("p").append(document.querySelector("main a.abbr").cloneNode(true));
    });
    await reference.tap();
    const title = await page.locator(`${popup} .popup-title`).textContent();
    const abbreviation = page.locator(`${popup} a.abbr`).last();
    const meaning = await abbreviation.getAttribute("title");
    await abbreviation.tap();
    assert.equal(await page.locator(`${popup} .popup-body`).innerText(), meaning);
    await page.locator(`${popup} .popup-back`).tap();
    assert.equal(await page.locator(`${popup} .popup-title`).textContent(), title);
  });
});

test("on a phone the place of a reference stays in sight above its note", async () => {
  await visit(at("/kiem-diem-chi-dao/toan-van/"), sizes[0], async (page) => {
    const reference = page.locator("main .text [role=doc-noteref]").nth(2);
    await reference.evaluate((link) => link.scrollIntoView({ block: "end" }));
    await reference.tap();
    const bottom = await reference.evaluate((link) => link.getBoundingClientRect().bottom);
    const top = await page.locator(popup).evaluate((sheet) => sheet.getBoundingClientRect().top);
    assert.ok(bottom <= top, `${bottom} behind ${top}`);
  });
});

for (const [width, height] of [[1280, 600], [1366, 768], [1024, 768]]) {
  test(`a note is in the window whole, wherever its reference stands, ${width} × ${height} pixels`, async () => {
    await visit(at("/kiem-diem-chi-dao/toan-van/"), { viewport: { width, height } }, async (page) => {
      for (const reference of await page.locator("main .text [role=doc-noteref]").all()) {
        for (const block of ["center", "end"]) {
          await reference.evaluate((link, block) => link.scrollIntoView({ block }), block);
          await reference.click();
          const { top, bottom } = await page.locator(popup).evaluate((note) => note.getBoundingClientRect().toJSON());
          assert.ok(top >= 0 && bottom <= height, `${await reference.innerText()}, ${block}: ${top} to ${bottom}`);
          await page.keyboard.press("Escape");
        }
      }
    });
  });
}

test("a phone that is turned keeps the open note in sight, and the focus in it", async () => {
  const upright = { width: 390, height: 844 };
  const lying = { width: 844, height: 390 };
  await visit(at("/kiem-diem-chi-dao/toan-van/"), { viewport: upright, hasTouch: true }, async (page) => {
    const reference = page.locator("main .text [role=doc-noteref]").nth(8);
    await reference.tap();
    for (const viewport of [lying, upright, lying]) {
      await page.setViewportSize(viewport);
      await page.waitForFunction(
        ([selector, { width, height }]) => {
          const { top, bottom, left, right } = document.querySelector(selector).getBoundingClientRect();
          return top >= 0 && bottom <= height && left >= 0 && right <= width && right - left >= 320;
        },
        [popup, viewport],
      );
      assert.equal(await page.locator(popup).evaluate((note) => note.contains(document.activeElement)), true);
    }
    await page.keyboard.press("Escape");
    assert.equal(await reference.locator(":scope:focus").count(), 1);
  });
});

test("a mark to quote by stands out from the page where no mouse can point at it", async () => {
  for (const colorScheme of ["light", "dark"]) {
    await visit(at("/kiem-diem-chi-dao/toan-van/"), { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, colorScheme }, async (page) => {
      assert.equal(await page.evaluate(() => matchMedia("(hover: none)").matches), true);
      assert.equal(await page.locator("main p > .permalink").first().evaluate((mark) => getComputedStyle(mark).opacity), "1");
    });
  }
});

test("what a reader came through is not in the address that is quoted", async () => {
  await visit(`${at("/phong-chong-thien-tai-xa-vi-du/ket-qua/")}?fbclid=x&utm_source=y`, {}, async (page) => {
    await page.evaluate(() => document.querySelector("link[rel=canonical]")?.remove());
    await page.locator(".permalink").nth(1).evaluate((element) => element.click());
    const quotation = await page.locator(`${popup} textarea`).inputValue();
    assert.match(quotation, /\/ket-qua\/#[^?]+$/);
  });
});

test("a permalink says that it opens a dialog, where it does", async () => {
  for (const [javaScriptEnabled, announced] of [[true, "dialog"], [false, null]]) {
    await visit(at("/phong-chong-thien-tai-xa-vi-du/ket-qua/"), { javaScriptEnabled }, async (page) => {
      assert.equal(await page.locator(".permalink").first().getAttribute("aria-haspopup"), announced);
    });
  }
});

test("a clipboard that is closed is told, and the text is there to be taken", async () => {
  await visit(at("/phong-chong-thien-tai-xa-vi-du/ket-qua/"), {}, async (page) => {
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("closed"));
    });
    await page.locator(".permalink").nth(1).evaluate((element) => element.click());
    const quotation = await page.locator(`${popup} textarea`).inputValue();
    await page.locator(`${popup} .popup-copy`).click();
    const said = page.locator(`${popup} .popup-said:not(:empty)`);
    assert.equal(await said.innerText(), await said.getAttribute("data-failed"));
    assert.equal(await page.evaluate(() => getSelection().toString()), quotation);
  });
});

for (const javaScriptEnabled of [true, false]) {
  test(`a link opened at a paragraph marks it, JavaScript ${javaScriptEnabled}`, async () => {
    await visit(at("/phong-chong-thien-tai-xa-vi-du/ket-qua/"), { javaScriptEnabled }, async (page) => {
      const paragraphs = page.locator(".text > p[id]");
      const background = (index) => paragraphs.nth(index).evaluate((element) => getComputedStyle(element).backgroundColor);
      const id = await paragraphs.nth(2).getAttribute("id");
      await page.goto(`${page.url()}#${id}`);
      assert.notEqual(await background(2), await background(1));
    });
  });
}

test("the outline marks the section that is read, once", async () => {
  await visit(at("/kiem-diem-chi-dao/toan-van/"), { viewport: { width: 1280, height: 800 } }, async (page) => {
    const headings = page.locator("main .text .heading[id]");
    const wanted = await headings.nth(6).getAttribute("id");
    await headings.nth(6).evaluate((heading) => heading.scrollIntoView());
    const current = page.locator(".side .outline [aria-current]");
    await page.waitForFunction(
      (id) => document.querySelector(".side .outline [aria-current]")?.hash === `#${id}`,
      wanted,
    );
    assert.equal(await current.count(), 1);
  });
});

test("the notes of the full text stand with the section that they belong to", async () => {
  let lists = 0;
  for (const path of all.filter((path) => path.endsWith("/toan-van/"))) {
    await visit(path, { javaScriptEnabled: false }, async (page) => {
      const parts = await page.evaluate(() =>
        [...document.querySelectorAll("main .text")].map((text) => {
          const list = text.nextElementSibling;
          const notes = list?.matches("[role=doc-endnotes]") ? [...list.querySelectorAll("li[id]")] : [];
          const links = [...text.querySelectorAll("[role=doc-noteref]"), ...(list?.querySelectorAll("[role=doc-noteref]") ?? [])];
          const own = new Set(links.map((link) => decodeURIComponent(link.hash)));
          return { notes: notes.length, own: notes.filter((note) => own.has(`#${note.id}`)).length };
        }),
      );
      for (const part of parts) assert.equal(part.own, part.notes, `${path}: ${JSON.stringify(parts)}`);
      lists += parts.filter((part) => part.notes > 0).length;
    });
  }
  assert.ok(lists > 2, `only ${lists} lists`);
});
