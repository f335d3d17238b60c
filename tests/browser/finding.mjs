// Sites of a few texts, and what the search page finds on them.

import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import { build, on } from "./site.mjs";

/** What a site has to have. */
export const settings = "title: Trang thử\n";
/** What a report has to have. */
export const issued =
  "title: Báo cáo thử\nnumber: 1\nsymbol: BC-UBND\ndate: 2024-01-05\nissuer:\n  name: UBND xã\nstatus: final\n";

/** Builds a site of texts by their paths in its content. */
export async function made(files) {
  const root = await mkdtemp(join(tmpdir(), "congbo-search-"));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(root, "content", path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    return await build(root);
  } finally {
    await rm(root, { recursive: true });
  }
}

/** A page of a built folder, and what its search finds; the options are those of `on`. */
export function searching(chromium, folder, options, work) {
  return on(chromium, folder, options, (visit) => work({ ...visit, ...finder(visit) }));
}

function finder({ page, address }) {
  /** What the list shows once the status has said something. */
  async function results() {
    const status = page.locator("#_status");
    const searching = await status.getAttribute("data-searching");
    await page.waitForFunction(
      ([searching]) => {
        const said = document.getElementById("_status").textContent;
        const busy = document.getElementById("ket-qua").ariaBusy === "true";
        return !busy && said !== "" && said !== searching;
      },
      [searching],
    );
    const items = await page.locator("#ket-qua > li").evaluateAll((items) =>
      items.map((item) => ({
        title: item.querySelector("a").textContent,
        href: decodeURI(item.querySelector("a").href),
        place: item.querySelector(".result-place")?.textContent ?? "",
        facts: item.querySelector(".entry-facts").textContent,
        excerpt: item.querySelector(".excerpt").textContent,
        languages: [".result-title", ".result-place", ".result-report", ".excerpt"].map(
          (own) => item.querySelector(own)?.closest("[lang]").lang,
        ),
        language: item.querySelector(".result-language")?.textContent,
        kindLanguage: item.querySelector(".result-kind").closest("[lang]").lang,
        marks: [...item.querySelectorAll("mark")].map((mark) => mark.textContent),
      })),
    );
    return items.map((item) => ({ ...item, href: item.href.slice(address.length) }));
  }
  async function find(query) {
    await page.goto(`${address}tim-kiem/?${new URLSearchParams(query)}`);
    return results();
  }
  return { results, find };
}

export const hrefs = (items) => items.map((item) => item.href);
