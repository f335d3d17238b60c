// Sites, built and served as a host of static files would serve them, and walks through their pages.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

/** The sample, which is the repository's own site. */
export const sample = fileURLToPath(new URL("../..", import.meta.url));

/** A site in English on which each construct stands at least once. */
export const everyFeature = fileURLToPath(new URL("every-feature", import.meta.url));
const congbo = process.env.CONGBO ?? join(sample, "target/debug/congbo");

const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".ics": "text/calendar; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".xml": "application/xml",
  ".json": "application/json",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** Builds a site, the sample where none is named, into a folder of its own. */
export async function build(root = sample) {
  const folder = await mkdtemp(join(tmpdir(), "congbo-browser-"));
  const output = join(folder, "public");
  execFileSync(congbo, ["build", "--root", root, "--output", output, "--quiet"]);
  return { output, remove: () => rm(folder, { recursive: true }) };
}

/** Serves a folder below `base` on this machine, and nothing outside it. */
export async function serve(folder, base = "/") {
  const server = createServer(async (request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname);
    const inside = path.startsWith(base) ? path.slice(base.length) : "404.html";
    const wanted = join(folder, inside, inside === "" || inside.endsWith("/") ? "index.html" : "");
    const found = await stat(wanted).then((entry) => entry.isFile(), () => false);
    const file = found ? wanted : join(folder, "404.html");
    response.writeHead(found ? 200 : 404, { "content-type": types[extname(file)] ?? "" });
    createReadStream(file).pipe(response);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}${base}`;
  return { address, close: () => new Promise((closed) => server.close(closed)) };
}

/** The address of every page below a folder, from its root, in order. */
export async function pages(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .map((path) => path.replace(/(^|\/)index\.html$/, "$1"))
    .sort();
}

/** Debian's Chromium, which asks no host for anything by itself. */
export function browser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** The browser and the sites of a file of tests, for as long as these run. */
export async function prepared(...roots) {
  const made = [];
  after(() => Promise.all(made.map((close) => close())));
  const sites = [];
  for (const root of roots) {
    sites.push(await build(root));
    made.push(sites.at(-1).remove);
  }
  const chromium = await browser();
  made.push(() => chromium.close());
  return { chromium, sites };
}

/** A page beside a built folder, which is served below `base`. `work` gets the page, its context, the
    address of the folder, what was asked of any host and what the console `said`, which in the end
    must be nothing; nor may other hosts have been asked. */
export async function on(chromium, folder, { base = "/", ...options }, work) {
  const server = await serve(folder, base);
  const context = await chromium.newContext(options);
  const page = await context.newPage();
  const [said, asked] = [[], []];
  page.on("console", (message) => said.push(`${page.url()}: ${message.text()}`));
  page.on("pageerror", (error) => said.push(`${page.url()}: ${error}`));
  context.on("request", (request) => {
    asked.push(request.url());
    if (!request.url().startsWith(server.address)) said.push(`request to ${request.url()}`);
  });
  try {
    await work({ page, context, address: server.address, asked, said });
    assert.deepEqual(said, []);
  } finally {
    await context.close();
    await server.close();
  }
}

/** Opens pages of a built folder in turn, all but the one for what is not found unless they are
    named, as `on` does. */
export async function visit(chromium, folder, options, see, { base, paths, prepare } = {}) {
  const wanted = paths ?? (await pages(folder)).filter((path) => path !== "404.html");
  await on(chromium, folder, { base, ...options }, async ({ page, address }) => {
    await prepare?.(page);
    for (const path of wanted) {
      await page.goto(address + encodeURI(path));
      await see(page, path, address);
    }
  });
}

/** The pages of a built folder by their kinds, which a class of the body names. */
export async function kinds(folder) {
  const found = new Map();
  for (const path of await pages(folder)) {
    const file = join(folder, path, path === "" || path.endsWith("/") ? "index.html" : "");
    const kind = (await readFile(file, "utf8")).match(/<body class="kind-([\w-]+)/)[1];
    found.set(kind, [...(found.get(kind) ?? []), path]);
  }
  return found;
}
