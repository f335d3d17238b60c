// A site that is opened from a disk, as it is looked at before it is published.

import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";

import { browser, build } from "./site.mjs";

let site;
let chromium;

before(async () => {
  site = await build();
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  await site?.remove();
});

test("without a server a reader comes from page to page and back", async () => {
  const page = await chromium.newPage();
  page.setDefaultTimeout(10_000);
  const front = pathToFileURL(join(site.output, "index.html")).href;
  const follow = async (link) => {
    const from = page.url();
    await link.click();
    await page.waitForURL((to) => to.href !== from);
    assert.equal(await page.locator("main h1").count(), 1, page.url());
  };
  await page.goto(front);
  await follow(page.locator("main a[href*='kiem-diem-chi-dao']").first());
  await follow(page.locator("main .outline a").nth(1));
  await follow(page.locator("a.citation").first());
  assert.match(page.url(), /\/van-ban\/index\.html#/);
  await follow(page.locator("a.site-name"));
  assert.equal(page.url(), front);
});

test("without a server directives can be filtered", async () => {
  const page = await chromium.newPage();
  const path = "bao-cao/2024/phong-chong-thien-tai-xa-vi-du/nhiem-vu/index.html";
  await page.goto(pathToFileURL(join(site.output, path)).href);
  await page.locator("select[name=tinh-trang]").selectOption("done");
  assert.equal(await page.locator("li.directive:visible").count(), 1);
});
