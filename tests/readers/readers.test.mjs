// What other programs make of congbo"s output and of the recipes in the README: Jenkins" schema
// and a reader of JUnit XML, a processor of citations, a reader of calendars, the schemas of GitHub
// and GitLab, and pre-commit itself. CONGBO names
// the program; what is needed besides is installed by tests/run.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const repository = dirname(dirname(here));
const tools = join(here, ".venv", "bin");
const congbo = process.env.CONGBO ?? join(repository, "target", "debug", "congbo");
const temporary = mkdtempSync(join(tmpdir(), "congbo-"));
after(() => rmSync(temporary, { recursive: true }));

const environment = {
  ...process.env,
  PATH: `${tools}:${dirname(congbo)}:${process.env.PATH}`,
  GIT_CONFIG_GLOBAL: "/dev/null",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "x",
  GIT_AUTHOR_EMAIL: "x@y.vn",
  GIT_COMMITTER_NAME: "x",
  GIT_COMMITTER_EMAIL: "x@y.vn",
  PRE_COMMIT_HOME: join(temporary, "pre-commit"),
};

/** Runs a program; its status and all that it printed. */
function run(folder, program, ...given) {
  const ran = spawnSync(program, given, {
    cwd: folder,
    env: environment,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  if (ran.error) throw ran.error;
  return { status: ran.status, told: ran.stdout + ran.stderr, out: ran.stdout };
}

/** What a program prints that has to go well. */
function must(folder, program, ...given) {
  const ran = run(folder, program, ...given);
  assert.equal(ran.status, 0, `${program} ${given.join(" ")}: ${ran.told}`);
  return ran.out;
}

/** A folder with the files. */
function folder(files) {
  const made = mkdtempSync(join(temporary, "x"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(made, path)), { recursive: true });
    writeFileSync(join(made, path), text);
  }
  return made;
}

/** The block of the README that begins with the line, as a file of that name. */
function block(name) {
  const readme = readFileSync(join(repository, "README.md"), "utf8");
  const start = readme.indexOf(`\n# ${name}\n`) + 1;
  assert.ok(start > 0, name);
  const text = readme.slice(start, readme.indexOf("\n```", start)) + "\n";
  return { text, in: folder({ [name]: text }), name };
}

const report = "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n";
const site = {
  "content/site.yaml": "title: Trang thử\n",
  "content/r/report.yaml": report,
  "content/r/01.md": "Một câu[^1].\n",
  "content/r/02.md": "[^1]: Ghi chú.\n",
};
/** Signs that mean something in XML, in names and in texts, and some that it cannot hold. */
const odd = {
  ...site,
  'content/r/03 a&b <c> "d" \'e\' \u0001\u001b.md': 'Hai[^]]>&<y "z" \'], [^\u0007x].\n\n#### Sâu\n',
  "content/r/footnotes.yaml": 'a: một\na: hai\n"\\uD83D\\uDE00": ba\n',
};

describe("JUnit XML", () => {
  const of = (files, ...more) => {
    const root = folder(files);
    const checked = (format) => run(root, congbo, "check", "--format", format, ...more).out;
    writeFileSync(join(root, "congbo.xml"), checked("junit"));
    return { root, findings: JSON.parse(checked("json")).diagnostics };
  };

  test("is valid against the schema of Jenkins", () => {
    const host = /^host: (.*)$/m.exec(must(repository, "cargo", "-vV"))[1];
    const metadata = must(
      repository, "cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", host,
    );
    const { packages } = JSON.parse(metadata);
    const crate = packages.find(({ name }) => name === "junit-report");
    const schema = join(dirname(crate.manifest_path), "tests", "JUnit.xsd");
    const validate = (root) => run(root, "xmllint", "--noout", "--schema", schema, "congbo.xml");
    for (const [files, more] of [[site, []], [odd, []], [odd, ["--strict", "--lang", "en"]]]) {
      const { root } = of(files, ...more);
      const { status, told } = validate(root);
      assert.equal(status, 0, told + readFileSync(join(root, "congbo.xml"), "utf8"));
    }
    const wrong = folder({ "congbo.xml": '<testsuites><testcase name="x"/></testsuites>' });
    assert.notEqual(validate(wrong).status, 0);
  });

  test("has for another reader the findings that there are", () => {
    const script = `
import json, junitparser
suites = junitparser.JUnitXml.fromfile("congbo.xml")
failed = [[s.name, c.name, c.result[0].message] for s in suites for c in s if c.is_failure]
print(json.dumps([suites.tests, suites.failures, failed]))`;
    const { root, findings } = of(odd, "--lang", "en");
    const read = JSON.parse(must(root, join(tools, "python"), "-c", script));
    const errors = findings.filter(({ severity }) => severity === "error");
    const first = new Map();
    for (const { code, message } of errors) if (!first.has(code)) first.set(code, message);
    const [tests, failures, failed] = read;
    assert.ok(errors.length >= 3 && first.size >= 2, JSON.stringify(errors));
    assert.equal(failures, first.size);
    assert.ok(tests > 40, `only ${tests} tests`);
    const plain = (text) => text.replace(/[\u0000-\u001f\ufffe]/g, "");
    const expected = [...first].map(([code, message]) => ["content/r", code, plain(message)]);
    assert.deepEqual(failed.sort(), expected.sort());
  });
});

describe("CSL-JSON", () => {
  const root = folder({
    ...site,
    "content/site.yaml": "title: Trang thử\nbase_url: https://vi-du.example/\n",
    "content/r/report.yaml": `title: Kiểm điểm công tác & điều hành
number: 15
symbol: BC-UBND
issuer: {name: ỦY BAN NHÂN DÂN XÃ VÍ DỤ}
place: Ví Dụ
date: 2023-12-05
status: final
`,
  });
  must(root, congbo, "build");
  const entry = join(root, "public", "r", "trich-dan.json");

  test("is cited by another program with all that it takes", () => {
    const script = `
import json, sys
from citeproc import *
from citeproc.source.json import CiteProcJSON
data = json.load(open(sys.argv[1]))
style = CitationStylesStyle("harvard-cite-them-right", validate=False)
bibliography = CitationStylesBibliography(style, CiteProcJSON(data), formatter.plain)
bibliography.register(Citation([CitationItem(data[0]["id"])]))
print(*map(str, bibliography.bibliography()))`;
    const told = must(root, join(tools, "python"), "-c", script, entry);
    for (const part of [
      "Ủy ban nhân dân xã Ví Dụ (2023) Kiểm điểm công tác & điều hành. Báo cáo 15/BC-UBND. Ví Dụ:",
      "https://vi-du.example/r/",
    ]) assert.ok(told.includes(part), told);
  });
});

describe("calendars", () => {
  const directive = (fields, text) => `---\n${fields}\n---\n${text}\n`;
  const root = folder({
    "content/site.yaml": "title: 'Trang; thử, \\\\n'\nbase_url: https://vi-du.example/a/\n",
    "content/báo cáo/r/report.yaml": "title: 'Báo cáo \"thử\", một; hai'\nnumber: 1\ndate: 2024-01-05\n",
    "content/báo cáo/r/01.md": "# Việc\n\n[](directives/)\n",
    "content/báo cáo/r/directives/1.md": directive(
      `summary: 'Một, hai; ba\\n \\\\ ${"đường dài ".repeat(30)}🙂'\nlead: ['Sở A; B', 'Sở, C']\nsupport: Sở D\ndeadline: 2024-02-29\nstate: done`,
      "Một.",
    ),
    "content/báo cáo/r/directives/2.md": directive("id: đuôi\ndeadline: 9999-12-31", "Hai."),
    "content/báo cáo/r/directives/3.md": directive("lead: Sở D", "Không có hạn."),
    "content/s/report.yaml": "title: Báo cáo chưa có ngày\n",
    "content/s/01.md": "[](directives/)\n",
    "content/s/directives/1.md": directive("lead: SỞ  D\ndeadline: 2025-01-31", "Ba."),
  });
  must(root, congbo, "build", "--quiet");

  /** What another program reads in a calendar. */
  const read = (path) => {
    const script = `
import icalendar, json, sys
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
wrong = [e for c in calendar.walk() for e in getattr(c, "errors", [])]
events = [{
    "uid": str(e["uid"]), "summary": str(e["summary"]), "description": str(e["description"]),
    "url": str(e["url"]), "start": str(e["dtstart"].dt), "kind": type(e["dtstart"].dt).__name__,
    "stamp": str(e["dtstamp"].dt),
} for e in calendar.walk("VEVENT")]
print(json.dumps([str(calendar["name"]), events, wrong]))`;
    const [name, events, wrong] = JSON.parse(must(root, join(tools, "python"), "-c", script, path));
    assert.deepEqual(wrong, [], path);
    return { name, events };
  };

  test("say to another reader what the front matter says", () => {
    const { name, events } = read("public/báo cáo/r/nhiem-vu.ics");
    assert.equal(name, 'Thời hạn nhiệm vụ: Báo cáo "thử", một; hai');
    const summary = `Một, hai; ba\\n \\\\ ${"đường dài ".repeat(30)}🙂`;
    assert.deepEqual(events, [
      {
        uid: "https://vi-du.example/a/b%C3%A1o%20c%C3%A1o/r/#nv-1",
        summary: `Nhiệm vụ 1: ${summary} (đã hoàn thành, dự thảo)`,
        description: 'Chủ trì: Sở A; B; Sở, C\nPhối hợp: Sở D\nBáo cáo "thử", một; hai\nDự thảo, chưa được ký ban hành.',
        url: "https://vi-du.example/a/b%C3%A1o%20c%C3%A1o/r/viec/#nv-1",
        start: "2024-02-29",
        kind: "date",
        stamp: "2024-01-05 00:00:00+00:00",
      },
      {
        uid: "https://vi-du.example/a/b%C3%A1o%20c%C3%A1o/r/#%C4%91u%C3%B4i",
        summary: "Nhiệm vụ 2 (dự thảo)",
        description: 'Báo cáo "thử", một; hai\nDự thảo, chưa được ký ban hành.',
        url: "https://vi-du.example/a/b%C3%A1o%20c%C3%A1o/r/viec/#%C4%91u%C3%B4i",
        start: "9999-12-31",
        kind: "date",
        stamp: "2024-01-05 00:00:00+00:00",
      },
    ]);
  });

  test("of the site and of a department hold the deadlines of all reports", () => {
    const starts = (path) => read(path).events.map(({ start }) => start);
    assert.deepEqual(starts("public/nhiem-vu.ics"), ["2024-02-29", "2025-01-31", "9999-12-31"]);
    assert.deepEqual(starts("public/don-vi/so-d/nhiem-vu.ics"), ["2024-02-29", "2025-01-31"]);
    assert.equal(read("public/don-vi/so-d/nhiem-vu.ics").events[1].stamp, "1970-01-01 00:00:00+00:00");
  });

  test("are folded at 75 octets, never inside a letter", () => {
    const bytes = readFileSync(join(root, "public/báo cáo/r/nhiem-vu.ics"));
    const lines = bytes.toString("latin1").split("\r\n");
    assert.ok(lines.length > 25);
    for (const line of lines) {
      assert.ok(line.length <= 75, `${line.length} octets`);
      assert.doesNotThrow(() => new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(line, "latin1")));
    }
  });
});

describe("the recipes", () => {
  const valid = ({ in: root, name }, ...given) => run(root, join(tools, "check-jsonschema"), ...given, name);
  const github = ["--builtin-schema", "vendor.github-workflows"];
  const gitlab = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"];

  for (const [title, name, schema, from, to] of [
    ["GitHub", ".github/workflows/congbo.yml", github, "runs-on:", "run-on:"],
    ["GitLab", ".gitlab-ci.yml", gitlab, "when: always", "when: ever"],
  ]) {
    test(`${title} reads the job`, () => {
      const file = block(name);
      const { status, told } = valid(file, ...schema);
      assert.equal(status, 0, told);
      assert.ok(file.text.includes(from));
      const wrong = { in: folder({ [name]: file.text.replace(from, to) }), name };
      assert.equal(valid(wrong, ...schema).status, 1);
    });
  }

  test("pre-commit reads the hooks and the settings", () => {
    must(repository, join(tools, "pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml");
    const file = block(".pre-commit-config.yaml");
    must(file.in, join(tools, "pre-commit"), "validate-config", file.name);
  });
});

describe("pre-commit", () => {
  const git = (root, ...given) => must(root, "git", ...given);
  const begin = (files) => {
    const root = folder(files);
    git(root, "init", "--quiet", "--initial-branch", "main");
    git(root, "add", "--all");
    git(root, "commit", "--quiet", "--message", "x");
    return root;
  };
  const manifest = readFileSync(join(repository, ".pre-commit-hooks.yaml"), "utf8");
  const hooks = begin({ ".pre-commit-hooks.yaml": manifest });
  git(hooks, "tag", "v0.1.0");

  /** The site with the settings of the README, but for where the hooks come from. */
  const installed = () => {
    const settings = block(".pre-commit-config.yaml").text;
    const rev = /rev: (.*)/.exec(settings)[1];
    const adapted = settings
      .replace(/repo: .*/, `repo: ${hooks}`)
      .replace(rev, "v0.1.0")
      .replace("id: congbo", "id: congbo-system");
    const root = begin({ ...site, ".pre-commit-config.yaml": adapted });
    must(root, join(tools, "pre-commit"), "install");
    return root;
  };
  const commit = (root, files) => {
    for (const [path, text] of Object.entries(files)) {
      if (text === null) rmSync(join(root, path));
      else writeFileSync(join(root, path), text);
    }
    git(root, "add", "--all");
    return run(root, "git", "commit", "--quiet", "--message", "x");
  };

  test("passes a good commit", () => {
    const { status, told } = commit(installed(), { "content/r/03.md": "Câu.\n" });
    assert.equal(status, 0, told);
    assert.match(told, /congbo check\.+Passed/);
  });

  test("refuses a broken footnote and says where", () => {
    const { status, told } = commit(installed(), { "content/r/03.md": "Hai[^2].\n" });
    assert.notEqual(status, 0);
    assert.match(told, /--> content\/r\/03\.md:1:4/);
  });

  test("refuses to lose a definition", () => {
    const { status, told } = commit(installed(), { "content/r/02.md": null });
    assert.notEqual(status, 0);
    assert.match(told, /--> content\/r\/01\.md:1:8/);
  });

  test("looks past what is not staged", () => {
    const root = installed();
    writeFileSync(join(root, "content/r/03.md"), "Câu.\n");
    git(root, "add", "--all");
    writeFileSync(join(root, "content/r/03.md"), "Hai[^2].\n");
    assert.equal(run(root, "git", "commit", "--quiet", "--message", "x").status, 0);
  });
});
