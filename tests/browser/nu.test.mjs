// The Nu HTML checker on every page of four sites, all in one run: no error, no warning, no remark.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { build, everyFeature, sample } from "./site.mjs";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");
const golden = fileURLToPath(new URL("../golden", import.meta.url));

/** Said of files alone, which have no host that would be 'self'; the browser holds the policy. */
const ofFiles = /^Resource violates Content Security Policy .* blocked by “(style|script|img)-src” directive/;

/** Said of data for machines, which no browser runs, so that the policy is not asked. */
const ofData = ({ message, extract }) =>
  message.startsWith("Inline script violates Content Security Policy") &&
  extract?.includes('<script type="application/ld+json">');

/** What the checker says of the pages below folders: a line each. */
async function check(folders) {
  const options = ["-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always"];
  const { stderr } = await promisify(execFile)("java", [...options, ...folders], { maxBuffer: 1 << 26 });
  const answer = stderr.split("\n").find((line) => line.startsWith("{"));
  const said = JSON.parse(answer).messages.filter((said) => !ofFiles.test(said.message) && !ofData(said));
  return said.map(({ url, lastLine, type, subType, message, extract }) =>
    `${url}:${lastLine} ${subType ?? type}: ${message} ${extract ?? ""}`);
}

test("the Nu HTML checker has nothing to say of any page, and would say so", async () => {
  const faulty = await mkdtemp(join(tmpdir(), "congbo-nu-"));
  await writeFile(join(faulty, "a.html"), "<!DOCTYPE html><html lang=vi><title>a</title><p id=a><li id=a>b");
  const sites = [await build(sample), await build(everyFeature)];
  try {
    const said = await check([faulty, ...sites.map(({ output }) => output), golden]);
    const ofFaulty = said.filter((line) => line.includes("congbo-nu-"));
    assert.match(ofFaulty.join("\n"), /“li” not allowed/);
    assert.deepEqual(said.filter((line) => !ofFaulty.includes(line)), []);
  } finally {
    for (const site of sites) await site.remove();
    await rm(faulty, { recursive: true });
  }
});
