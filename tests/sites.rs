//! Folders of HTML, each with what `check --site` has to say about it. The cases stand in
//! `tests/sites/`, whose `README.md` gives their form; each is a test.

#![expect(clippy::expect_used, reason = "a suite that cannot be read has failed")]

mod support;

use std::fs;

use congbo::audit::{self, Options, Outcome};
use congbo::check::Setting;
use congbo::diag::{Code, Diagnostic};
use congbo::locale::{Language, Locale};
use congbo::pipeline::Silent;
use libtest_mimic::{Arguments, Failed, Trial};
use support::{Site, repository};

fn main() {
    let arguments = Arguments::from_args();
    let folder = repository().join("tests/sites");
    let mut names: Vec<_> = fs::read_dir(&folder)
        .expect("the suites")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".suite").map(str::to_owned))
        .collect();
    names.sort();
    let mut trials = disk();
    for name in names {
        let text = fs::read_to_string(folder.join(format!("{name}.suite"))).expect("a suite");
        trials.extend(
            cases(&text)
                .into_iter()
                .map(|case| Trial::test(format!("{name}::{}", case.title), move || case.run())),
        );
    }
    libtest_mimic::run(&arguments, trials).exit();
}

/// A folder and what is expected of it.
#[derive(Debug, Default)]
struct Case {
    title: String,
    setting: Setting,
    files: Vec<(String, String)>,
    /// Findings as `file:line:column+width code` and, where the case asks for it, ` (hint)`.
    findings: Vec<String>,
    /// Addresses on other hosts as `count address file:line`.
    external: Vec<String>,
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut open = false;
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("=== ") {
            cases.push(Case { title: title.trim().to_owned(), ..Case::default() });
            open = false;
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(option) = line.strip_prefix("$ ") {
            case.set(option);
        } else if let Some(path) = line.strip_prefix("--- ") {
            case.files.push((unescaped(path), String::new()));
            open = true;
        } else if open {
            case.line(line);
        }
    }
    for case in &mut cases {
        case.findings.sort();
    }
    cases
}

/// `\u{301}` as the character that it stands for.
fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("the end of an escape");
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text.push(sign.expect("a character"));
        text.push_str(rest);
    }
    text
}

impl Case {
    fn set(&mut self, option: &str) {
        match option.split_once(' ').unwrap_or((option, "")) {
            ("base-url", url) => self.setting.base_url = Some(url.to_owned()),
            ("clean-urls", _) => self.setting.clean_urls = true,
            ("external", line) => {
                self.setting.foreign = true;
                self.external.push(line.to_owned());
            }
            _ => unreachable!("no such option: {option}"),
        }
    }

    /// A line of a file, or the finding under it.
    fn line(&mut self, line: &str) {
        let (path, text) = self.files.last_mut().expect("a file");
        let marks = line.trim_start();
        let column = line.chars().count() - marks.chars().count() + 1;
        let width = marks.chars().take_while(|&sign| sign == '^').count();
        let code = marks.get(width..).and_then(|rest| rest.strip_prefix(' '));
        match code.filter(|_| width > 0) {
            Some(code) => {
                let place = format!("{path}:{}:{column}+{width}", text.lines().count());
                self.findings.push(format!("{place} {code}"));
            }
            None => text.extend([unescaped(line).as_str(), "\n"]),
        }
    }

    fn run(&self) -> Result<(), Failed> {
        let site = Site::of(self.files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let outcome = checked(&site, self.setting.clone());
        let mut found: Vec<_> =
            outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect();
        found.sort();
        let same = found.len() == self.findings.len()
            && found.iter().zip(&self.findings).all(|(found, expected)| {
                found == expected || found.split(" (").next() == Some(expected)
            });
        if !same {
            return Err(format!("found:\n{found:#?}\nexpected:\n{:#?}", self.findings).into());
        }
        let external = outcome.external.iter();
        let external: Vec<_> = external
            .map(|each| format!("{} {} {}:{}", each.count, each.address, each.file, each.line))
            .collect();
        if external != self.external {
            return Err(format!("on other hosts:\n{external:#?}").into());
        }
        outcome.diagnostics.iter().try_for_each(worded)
    }
}

fn checked(site: &Site, setting: Setting) -> Outcome {
    let options = Options { folder: site.root().to_owned(), setting, jobs: Some(2) };
    audit::check(&options, &Silent).expect("a check that can run")
}

/// `file:line:column+width code (hint)`
fn seen(diagnostic: &Diagnostic, outcome: &Outcome) -> String {
    let (start, end) = outcome.sources.positions(diagnostic.span);
    let file = &outcome.sources.file(diagnostic.span.file).path;
    let width = (end.column - start.column).max(1);
    let hint = diagnostic.hint.as_ref().map_or("", |hint| hint.key);
    let code = diagnostic.code.name();
    format!("{file}:{}:{}+{width} {code} ({hint})", start.line, start.column)
}

/// Every text of a finding exists in every language, with nothing left to fill in.
fn worded(diagnostic: &Diagnostic) -> Result<(), Failed> {
    for language in Locale::languages() {
        let locale = Locale::of(language);
        let words = std::iter::once(locale.message(&diagnostic.message))
            .chain(locale.hint(diagnostic))
            .chain(diagnostic.related.iter().map(|each| locale.related(diagnostic, each)));
        for text in words {
            if text.contains("{$") || !text.contains(' ') {
                return Err(format!("not all in words: {text}").into());
            }
        }
    }
    Ok(())
}

/// Cases that take bytes, links of the disk or many files.
fn disk() -> Vec<Trial> {
    let trial =
        |title: &str, test: fn() -> Result<(), Failed>| Trial::test(format!("disk::{title}"), test);
    vec![
        trial("what is called a page and is none is not read", binary),
        trial("a page that is no UTF-8 is located", not_utf_8),
        trial("a page may say that it is in another encoding", other_encoding),
        trial("a page in UTF-16 is told with its own hint", utf_16),
        trial("the lines of a file without line feeds are counted", carriage_returns),
        trial("a letter is one column however it is composed", columns),
        #[cfg(unix)]
        trial("symbolic links lead no check out of the folder", symlinks),
        trial("a folder without pages cannot be checked", empty),
        trial("the site that congbo makes has nothing against it", own),
        trial("nor where it has pages with nothing to show", bare),
        trial("any number of threads finds the same", threads),
        trial("no text of the world makes the check fail", noise),
    ]
}

const START: &str = "<a href=\"a.html\">A</a>\n";

fn expect(site: &Site, expected: &[&str]) -> Result<(), Failed> {
    let outcome = checked(site, Setting::default());
    let found: Vec<_> = outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect();
    if found == expected { Ok(()) } else { Err(format!("{found:#?}").into()) }
}

fn binary() -> Result<(), Failed> {
    let site = Site::of([("index.html", "<a href=\"a.html#khong-co\">A</a>\n")]);
    site.write("a.html", b"\x89PNG\0\0 <a href='b.html'>");
    expect(&site, &["a.html:1:1+1 page-unread ()"])
}

fn not_utf_8() -> Result<(), Failed> {
    let site = Site::of([("index.html", START)]);
    site.write("a.html", b"<p>\nThu ng\xe2n\n<a href='b.html'>B</a>\n");
    expect(
        &site,
        &["a.html:2:7+1 encoding-invalid (encoding-invalid-hint)", "a.html:3:10+6 link-broken ()"],
    )
}

fn other_encoding() -> Result<(), Failed> {
    let site = Site::of([("index.html", START)]);
    site.write("a.html", b"<meta charset=\"windows-1252\">\n<p>caf\xe9\n<a href='b.html'>B</a>\n");
    expect(&site, &["a.html:3:10+6 link-broken ()"])
}

fn utf_16() -> Result<(), Failed> {
    let site = Site::of([("index.html", START)]);
    let units = "\u{FEFF}<p id=a>".encode_utf16();
    site.write("a.html", units.flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
    expect(&site, &["a.html:1:1+1 encoding-invalid (encoding-invalid-hint-utf16)"])
}

fn carriage_returns() -> Result<(), Failed> {
    let text = "<p>\r\n<a href='b.html'>B</a>\r<a href='c.html'>C</a>\r\n\r\n<img src=d.png>";
    let site = Site::of([("index.html", text)]);
    expect(
        &site,
        &[
            "index.html:2:10+6 link-broken ()",
            "index.html:3:10+6 link-broken ()",
            "index.html:5:10+5 asset-missing (asset-missing-hint)",
        ],
    )
}

fn columns() -> Result<(), Failed> {
    let site = Site::of([("index.html", "<p>e\u{302}\u{309} ể<a href='b.html'>B</a>\n")]);
    expect(&site, &["index.html:1:16+6 link-broken ()"])
}

#[cfg(unix)]
fn symlinks() -> Result<(), Failed> {
    use std::os::unix::fs::symlink;

    let outside = Site::of([("bi-mat.html", "<a href='khong-co.html'>A</a>")]);
    let site = Site::of([
        ("index.html", "<a href='b.html'>B</a> <a href='c.html'>C</a> <a href='d/'>D</a>\n"),
        ("e/index.html", "<a href='../f/index.html'>F</a> <a href='.'>E</a>"),
        ("b.html", "<a href='e/'>E</a>"),
    ]);
    symlink(outside.path("bi-mat.html"), site.path("c.html")).expect("a link");
    symlink(outside.root(), site.path("d")).expect("a link");
    symlink("../e", site.path("e/vong")).expect("a link");
    symlink("khong-co.html", site.path("g.html")).expect("a link");
    symlink("e", site.path("f")).expect("a link");
    let outcome = checked(&site, Setting::default());
    let mut found: Vec<_> = outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect();
    found.sort();
    let expected = [
        "c.html:1:1+1 path-unsafe ()",
        "d:1:1+1 path-unsafe ()",
        "e/vong:1:1+1 path-unsafe ()",
        "f/vong:1:1+1 path-unsafe ()",
        "g.html:1:1+1 path-unsafe ()",
        "index.html:1:56+2 link-broken ()",
    ];
    if found == expected { Ok(()) } else { Err(format!("{found:#?}").into()) }
}

fn empty() -> Result<(), Failed> {
    let site = Site::of([("a.txt", "A\n")]);
    for (folder, key) in
        [(site.root().to_owned(), "failure-no-pages"), (site.path("b"), "failure-no-site")]
    {
        let options = Options { folder, setting: Setting::default(), jobs: None };
        let failure = audit::check(&options, &Silent).err().map(|failure| failure.message.key);
        if failure != Some(key) {
            return Err(format!("{failure:?}").into());
        }
    }
    Ok(())
}

/// With the address under which it is published, so that canonical links, sitemap and feed are
/// followed as well.
fn own() -> Result<(), Failed> {
    let site = Site::sample();
    let text = site.read("content/site.yaml");
    let url = "https://bao-cao.example/tinh/";
    let text: Vec<_> = text.lines().filter(|line| !line.starts_with("base_url:")).collect();
    site.write("content/site.yaml", text.join("\n") + "\nbase_url: " + url + "\n");
    if !site.build().published {
        return Err("nothing was published".into());
    }
    let setting = Setting { base_url: Some(url.to_owned()), ..Setting::default() };
    let options = Options { folder: site.path("public"), setting, jobs: None };
    let outcome = audit::check(&options, &Silent).expect("a check that can run");
    let found: Vec<_> = outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect();
    if found.is_empty() { Ok(()) } else { Err(format!("{found:#?}").into()) }
}

/// Pages whose addresses are promised, and that have nothing to show.
fn bare() -> Result<(), Failed> {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/bao-cao/r/report.yaml", "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n"),
        ("content/bao-cao/r/01.md", "# Một\n\nMột đoạn.\n"),
    ]);
    if !site.build().published {
        return Err("nothing was published".into());
    }
    let options =
        Options { folder: site.path("public"), setting: Setting::default(), jobs: Some(2) };
    let outcome = audit::check(&options, &Silent).expect("a check that can run");
    let found: Vec<_> = outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect();
    if found.is_empty() { Ok(()) } else { Err(format!("{found:#?}").into()) }
}

fn threads() -> Result<(), Failed> {
    let site = Site::empty();
    for number in 0..60 {
        let next = (number * 7 + 1) % 61;
        let text = format!("<p id=a><p id=a><a href='{next}.html#b'>N</a><a href='{number}.css'>");
        site.write(&format!("{number}.html"), text);
    }
    let run = |jobs| {
        let options = Options {
            folder: site.root().to_owned(),
            setting: Setting::default(),
            jobs: Some(jobs),
        };
        let outcome = audit::check(&options, &Silent).expect("a check that can run");
        outcome.diagnostics.iter().map(|each| seen(each, &outcome)).collect::<Vec<_>>()
    };
    let (one, four) = (run(1), run(4));
    if one == four && one.len() > 120 { Ok(()) } else { Err(format!("{}", one.len()).into()) }
}

/// Pieces of pages, cut and put together at any place by a plain generator of numbers.
fn noise() -> Result<(), Failed> {
    let pieces = [
        "<a href='",
        "\"#",
        "%",
        "%E1%BA",
        "../../",
        "//",
        "\\",
        "<base href='/x/",
        "<style>@import '",
        "url(",
        "</style>",
        "<sup class=footnote-ref>",
        "<li id=fn1 class=footnote-item>",
        "&#x1EA3;",
        "<section class=footnotes><ol>",
        "'>",
        ">",
        "\r",
        "\n",
        "ả",
        "e\u{301}",
        "<meta http-equiv=refresh content='0;url=",
        "<img srcset='a 1x, ",
        "<svg><title><![CDATA[",
        "]]>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<loc>",
        "?",
        ":~:text=",
        "javascript:",
        "https://h/",
        "0",
        "",
    ];
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).expect("a small number")
    };
    let site = Site::empty();
    let names = ["html", "css", "xml", "htm"];
    for number in 0..400 {
        let text: String = (0..next(40)).map(|_| pieces[next(pieces.len())]).collect();
        site.write(&format!("{number}.{}", names[next(names.len())]), text);
    }
    let setting =
        Setting { base_url: Some("https://h/x".to_owned()), clean_urls: true, foreign: true };
    let outcome = checked(&site, setting);
    outcome.diagnostics.iter().try_for_each(worded)?;
    let locale = Locale::of(Language::ENGLISH);
    let told = congbo::cli::emit::human(&outcome.diagnostics, &outcome.sources, locale, false, 80);
    if told.len() > 1000 && Code::ALL.len() > 20 { Ok(()) } else { Err("nothing was found".into()) }
}
