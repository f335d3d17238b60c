//! The phase suites: files of small sites, each with what congbo has to say about it and what
//! its pages have to hold. `tests/suites/README.md` gives the form; every case is a test.

#![expect(clippy::expect_used, reason = "a suite that cannot be read has failed")]

mod support;

use std::collections::BTreeMap;
use std::fs;

use congbo::locale::{Language, Locale};
use congbo::pipeline::Outcome;
use congbo::render::href::{encode, escape};
use libtest_mimic::{Arguments, Failed, Trial};
use support::{Site, repository};

fn main() {
    let arguments = Arguments::from_args();
    let mut names: Vec<_> = fs::read_dir(repository().join("tests/suites"))
        .expect("the suites")
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter_map(|name| name.strip_suffix(".suite").map(str::to_owned))
        .collect();
    names.sort();
    let trials = names.iter().flat_map(|name| {
        let text = fs::read_to_string(repository().join(format!("tests/suites/{name}.suite")));
        cases(&text.expect("a suite"))
            .into_iter()
            .map(move |case| Trial::test(format!("{name}::{}", case.title), move || case.run()))
    });
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// A small site and what is expected of it.
#[derive(Debug, Default)]
struct Case {
    title: String,
    files: BTreeMap<String, String>,
    /// Findings: file, line, column, columns that are marked, code.
    findings: Vec<Finding>,
    /// Expectations of pages: file and lines.
    pages: Vec<(String, Vec<String>)>,
}

/// A finding as it is written under its line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Finding {
    file: String,
    line: usize,
    column: usize,
    width: usize,
    code: String,
    /// The key of the hint, where the case asks for it.
    hint: Option<String>,
}

/// Splits a suite into its cases.
fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut section = String::new();
    for line in text.lines() {
        if let Some(title) = line.strip_prefix("=== ") {
            cases.push(Case { title: title.trim().to_owned(), ..Case::default() });
            section.clear();
            continue;
        }
        let Some(case) = cases.last_mut() else { continue };
        if let Some(path) = line.strip_prefix("--- ") {
            path.trim().clone_into(&mut section);
            if let Some(page) = section.strip_prefix("public/") {
                case.pages.push((page.to_owned(), Vec::new()));
            } else {
                case.files.insert(section.clone(), String::new());
            }
            continue;
        }
        if section.starts_with("public/") {
            if let Some((_, lines)) = case.pages.last_mut()
                && !line.trim().is_empty()
            {
                lines.push(unescaped(line));
            }
        } else if let Some(file) = case.files.get_mut(&section) {
            match finding(line, &section, file.lines().count()) {
                Some(finding) => case.findings.push(finding),
                None => file.extend([unescaped(line).as_str(), "\n"]),
            }
        }
    }
    cases.iter_mut().for_each(Case::complete);
    cases
}

/// `\t` and `\u{1EBF}` as the characters that they stand for.
fn unescaped(line: &str) -> String {
    let mut parts = line.split("\\u{");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').expect("the end of an escape");
        let sign = u32::from_str_radix(code, 16).ok().and_then(char::from_u32);
        text.push(sign.expect("a character"));
        text.push_str(rest);
    }
    text.replace("\\t", "\t")
}

/// A line of `^^^^ code` or `^^^^ code (hint-key)` under the line that it is about. A single `^`
/// marks a place without width or of one column, `^…` one that runs on to other lines.
fn finding(line: &str, file: &str, above: usize) -> Option<Finding> {
    let marks = line.trim_start();
    let column = line.chars().count() - marks.chars().count() + 1;
    let width = marks.chars().take_while(|&sign| sign == '^').count();
    let (marks, rest) = marks.split_once(' ').filter(|_| width > 0)?;
    let open = marks.ends_with('…');
    let (code, hint) = match rest.split_once(" (") {
        Some((code, hint)) => (code, Some(hint.trim_end_matches(')').to_owned())),
        None => (rest, None),
    };
    congbo::diag::Code::from_name(code)?;
    let width = if open { usize::MAX } else { width };
    Some(Finding { file: file.to_owned(), line: above, column, width, code: code.to_owned(), hint })
}

const SITE: &str = "title: Trang thử\nlanguage: vi\nbase_url: https://vi-du.example/\n";
const REPORT: &str = "title: Báo cáo thử\nissuer:\n  name: UBND XÃ THỬ\n\
                      number: 1\nsymbol: BC-UBND\ndate: 2024-01-05\nplace: Xã Thử\n\
                      status: final\n";

impl Case {
    /// Adds what a case need not say: a site, and a `report.yaml` in each first folder of it.
    fn complete(&mut self) {
        self.files.entry("content/site.yaml".to_owned()).or_insert_with(|| SITE.to_owned());
        let folders: Vec<String> = self
            .files
            .keys()
            .filter_map(|path| path.strip_prefix("content/")?.split_once('/'))
            .map(|(folder, _)| folder.to_owned())
            .collect();
        for folder in folders {
            let below = format!("content/{folder}/");
            let own = |path: &String| path.starts_with(&below) && path.ends_with("/report.yaml");
            if !folder.starts_with("trang") && !self.files.keys().any(own) {
                self.files.insert(format!("{below}report.yaml"), REPORT.to_owned());
            }
        }
        self.findings.sort();
    }

    fn run(&self) -> Result<(), Failed> {
        let site = Site::of(self.files.iter().map(|(path, text)| (path.as_str(), text.as_str())));
        let outcome = site.build();
        self.compare(&outcome)?;
        outcome.diagnostics.iter().try_for_each(worded)?;
        for (page, lines) in &self.pages {
            if !outcome.published {
                return Err("nothing was published".into());
            }
            let text = without_permalinks(&site.page(page));
            for line in lines {
                expect(line, &text).map_err(|error| format!("{page}: {error}\n\n{text}"))?;
            }
        }
        Ok(())
    }

    /// Exactly the findings that the case has, no more and no fewer.
    fn compare(&self, outcome: &Outcome) -> Result<(), Failed> {
        let mut found: Vec<_> =
            outcome.diagnostics.iter().map(|each| seen(each, outcome)).collect();
        found.sort();
        let same = found.len() == self.findings.len()
            && found.iter().zip(&self.findings).all(|(found, expected)| {
                let hint = expected.hint.is_none() || expected.hint == found.hint;
                let width = expected.width == found.width;
                let place = (&found.file, found.line, found.column, &found.code)
                    == (&expected.file, expected.line, expected.column, &expected.code);
                hint && width && place
            });
        if same {
            return Ok(());
        }
        let locale = Locale::of(Language::ENGLISH);
        let words: Vec<_> =
            outcome.diagnostics.iter().map(|each| locale.message(&each.message)).collect();
        Err(format!("found:\n{found:#?}\nexpected:\n{:#?}\n{words:#?}", self.findings).into())
    }
}

/// A page without the empty links that stand behind every paragraph and heading.
fn without_permalinks(page: &str) -> String {
    let mut parts = page.split("<a class=\"permalink\"");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |before, part| {
        let rest = part.split_once("></a>").map_or(part, |(_, rest)| rest);
        // Behind a title there is a blank before it.
        let before = if rest.starts_with("</h") { before.trim_end() } else { &before };
        format!("{before}{rest}")
    })
}

fn seen(diagnostic: &congbo::diag::Diagnostic, outcome: &Outcome) -> Finding {
    let (start, end) = outcome.sources.positions(diagnostic.span);
    Finding {
        file: outcome.sources.file(diagnostic.span.file).path.clone(),
        line: start.line,
        column: start.column,
        width: if start.line == end.line { (end.column - start.column).max(1) } else { usize::MAX },
        code: diagnostic.code.name().to_owned(),
        hint: diagnostic.hint.as_ref().map(|hint| hint.key.to_owned()),
    }
}

/// Every text of a finding exists in every language, with nothing left to fill in.
fn worded(diagnostic: &congbo::diag::Diagnostic) -> Result<(), Failed> {
    for language in Locale::languages() {
        let locale = Locale::of(language);
        let related = diagnostic.related.iter();
        let words = std::iter::once(locale.message(&diagnostic.message))
            .chain(locale.hint(diagnostic))
            .chain(related.map(|related| locale.related(diagnostic, related)));
        for text in words {
            if text.contains("{$") || !text.contains(' ') {
                return Err(format!("not all in words: {text}").into());
            }
        }
    }
    Ok(())
}

/// One expectation of a page: `has TEXT`, `lacks TEXT`, `times N TEXT`,
/// `order TEXT … TEXT`, `note NUMBER ID REFERENCE…`.
fn expect(line: &str, text: &str) -> Result<(), String> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let met = match word {
        "has" => text.contains(rest),
        "lacks" => !text.contains(rest),
        "note" => return note(rest, text).map_err(|error| format!("not so: {line}: {error}")),
        "times" => {
            let (count, rest) = rest.split_once(' ').ok_or("times N TEXT")?;
            count.parse() == Ok(text.matches(rest).count())
        }
        "order" => {
            let mut rest_of_page = Some(text);
            for part in rest.split(" … ") {
                rest_of_page = rest_of_page.and_then(|text| Some(text.split_once(part)?.1));
            }
            rest_of_page.is_some()
        }
        _ => return Err(format!("no expectation: {line}")),
    };
    if met { Ok(()) } else { Err(format!("not so: {line}")) }
}

/// `NUMBER ID REFERENCE…`: the page shows the note under its number; exactly the references with
/// these anchors lead to it and print the number; the ways back lead to exactly these, in this
/// order. A reference on another page is its address from this one.
fn note(expected: &str, page: &str) -> Result<(), String> {
    let mut words = expected.split_whitespace();
    let page = &page.replace("&#39;", "'");
    let (number, id) = words.next().zip(words.next()).ok_or("note NUMBER ID REFERENCE…")?;
    let references: Vec<&str> = words.collect();
    let start = format!("<li id=\"{}\" value=\"{number}\">", escape(id));
    let (_, note) = page.split_once(&start).ok_or(start)?;
    let (_, ways) = note.split_once("<span class=\"backlinks\"").ok_or("no ways back")?;
    let (ways, _) = ways.split_once("</span>").unwrap_or((ways, ""));
    let address = |reference: &&str| match reference.split_once("/#") {
        Some((path, anchor)) => format!("{path}/#{}", encode(anchor)),
        None => format!("#{}", encode(reference)),
    };
    let expected: Vec<_> = references.iter().map(address).collect();
    let found: Vec<_> =
        ways.split("href=\"").skip(1).filter_map(|way| way.split('"').next()).collect();
    if found != expected {
        return Err(format!("the ways back are {found:?}"));
    }
    let here: Vec<_> = references.iter().filter(|reference| !reference.contains("/#")).collect();
    for reference in &here {
        let link = format!("<a id=\"{}\" href=\"#{}\"", escape(reference), encode(id));
        let rest = page.split_once(&link).ok_or_else(|| link.clone())?.1;
        let printed = rest.split_once('>').and_then(|(_, rest)| rest.split_once('<'));
        if printed.map(|printed| printed.0) != Some(number) {
            return Err(format!("{reference} prints {printed:?}"));
        }
    }
    let leading = page.matches(&format!("href=\"#{}\" role=\"doc-noteref\"", encode(id))).count();
    if leading == here.len() { Ok(()) } else { Err(format!("{leading} references lead to it")) }
}
