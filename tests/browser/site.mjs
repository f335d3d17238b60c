// The sample site, built and served as a host of static files would serve it.

import { execFileSync } from "node:child_process";
import { createReadStream } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

const repository = fileURLToPath(new URL("../..", import.meta.url));
const congbo = process.env.CONGBO ?? join(repository, "target/debug/congbo");

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

/** Builds the sample into a folder of its own. */
export async function build() {
  const folder = await mkdtemp(join(tmpdir(), "congbo-browser-"));
  const output = join(folder, "public");
  execFileSync(congbo, ["build", "--root", repository, "--output", output, "--quiet"]);
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
