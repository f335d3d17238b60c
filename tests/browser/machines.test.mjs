// What stands in a page for machines, and how its files arrive: in a browser, with the policy of
// the pages in force.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";

import { browser } from "./site.mjs";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const congbo = process.env.CONGBO ?? join(repository, "target/debug/congbo");
const report = "bao-cao/2023/kiem-diem-chi-dao/";
const types = { ".html": "text/html", ".css": "text/css", ".svg": "image/svg+xml", ".js": "text/javascript" };

let output, server, address, chromium;
/** What was handed out compressed. */
const compressed = [];

/** A host that hands out the copies beside the files, as nginx does with `brotli_static`. */
function host(request, response) {
  const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
  const file = join(output, path.endsWith("/") ? `${path}index.html` : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  const accepted = request.headers["accept-encoding"] ?? "";
  const copy = [["gzip", ".gz"]].find(([name, end]) => accepted.includes(name) && existsSync(file + end));
  if (copy) compressed.push(path);
  response.writeHead(200, {
    "content-type": `${types[extname(file)] ?? "text/plain"}; charset=utf-8`,
    ...(copy && { "content-encoding": copy[0] }),
  });
  response.end(readFileSync(file + (copy?.[1] ?? "")));
}

before(async () => {
  output = mkdtempSync(join(tmpdir(), "congbo-machines-"));
  rmSync(output, { recursive: true });
  execFileSync(congbo, ["build", "--root", repository, "--output", output, "--quiet", "--precompress"]);
  server = createServer(host);
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${server.address().port}/`;
  chromium = await browser();
});

after(async () => {
  await chromium?.close();
  server?.close();
  rmSync(output, { recursive: true, force: true });
});

/** Opens a page, with all that the browser complains of and all that did not arrive. */
async function open(path, width = 1280) {
  const page = await chromium.newPage({ viewport: { width, height: 800 } });
  const told = [];
  page.on("console", (message) => message.type() === "error" && told.push(message.text()));
  page.on("pageerror", (error) => told.push(String(error)));
  page.on("response", (response) => response.status() >= 400 && told.push(response.url()));
  await page.goto(address + path);
  return { page, told };
}

test("the data in the head are no script to the browser, and are JSON", async () => {
  for (const path of ["", report, `${report}toan-van/`]) {
    const { page, told } = await open(path);
    const data = await page.locator('script[type="application/ld+json"]').textContent();
    assert.equal(JSON.parse(data)["@context"], "https://schema.org");
    assert.deepEqual(told, [], path);
    await page.close();
  }
});

test("pages, style sheet and icon arrive compressed, under names with a digest", async () => {
  compressed.length = 0;
  const { page, told } = await open(`${report}toan-van/`);
  const sheet = await page.locator('link[rel="stylesheet"]').getAttribute("href");
  assert.match(sheet, /\/congbo\.[0-9a-f]{8}\.css$/);
  const rules = await page.evaluate(() => document.styleSheets[0].cssRules.length);
  assert.ok(rules > 50, `${rules}`);
  assert.ok(compressed.some((path) => path.endsWith(".css")), `${compressed}`);
  assert.ok(compressed.some((path) => path.endsWith("toan-van/")), `${compressed}`);
  assert.deepEqual(told, []);
  await page.close();
});

test("the citation stands on the front page and fits the narrowest screen", async () => {
  const { page } = await open(report, 320);
  const section = page.getByRole("region", { name: "Trích dẫn" });
  await section.scrollIntoViewIfNeeded();
  const text = await section.locator("p").textContent();
  assert.match(text, /^Báo cáo năm 2023 của Ủy ban nhân dân tỉnh Hà Tĩnh về kiểm điểm công tác/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide}`);
  await page.close();
});
