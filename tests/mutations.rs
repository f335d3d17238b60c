//! The sample's footnotes, broken a hundred times and rearranged a hundred times.
//!
//! Each mutation is one slip of an author; it must be reported with the right code, file and
//! line, and nothing else may be. Each harmless change writes the same report in another way; it
//! must be silent and change no byte of the site. Both are drawn from a fixed seed.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use congbo::diag::Severity;
use libtest_mimic::{Arguments, Failed, Trial};
use rayon::prelude::*;
use regex::Regex;
use support::Site;

const COUNT: u64 = 100;

fn main() {
    let arguments = Arguments::from_args();
    let trials = vec![
        Trial::test("every mutation is reported with code, file and line", mutations),
        Trial::test("no harmless change is noticed", harmless_changes),
    ];
    libtest_mimic::run(&arguments, trials).exit();
}

/// `SplitMix64`: a sequence that is the same on every machine.
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, count: usize) -> usize {
        let count = u64::try_from(count).expect("a count");
        usize::try_from(self.next() % count).expect("an index")
    }

    fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }
}

/// The text files of the sample's reports, by path from the site root.
type Files = BTreeMap<String, String>;

fn sample() -> Files {
    let site = Site::sample();
    support::files(site.root())
        .into_iter()
        .filter(|(path, _)| path.starts_with("content/bao-cao/"))
        .filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?)))
        .filter(|(path, _)| path.ends_with(".md") || path.ends_with(".yaml"))
        .collect()
}

/// The sample site with some files in the place of its own.
fn site_of(files: &Files, original: &Files) -> Site {
    let site = Site::sample();
    for path in original.keys().filter(|path| !files.contains_key(*path)) {
        site.remove(path);
    }
    for (path, text) in files {
        if original.get(path) != Some(text) {
            site.write(path, text);
        }
    }
    site
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    file: String,
    start: usize,
    end: usize,
}

/// A definition: its whole text, where its id is, and what the id is.
#[derive(Debug, Clone)]
struct Definition {
    id: String,
    whole: Place,
    id_at: usize,
}

impl Definition {
    fn in_yaml(&self) -> bool {
        self.whole.file.ends_with(".yaml")
    }

    fn text<'a>(&self, files: &'a Files) -> &'a str {
        &files[&self.whole.file][self.whole.start..self.whole.end]
    }

    fn report(&self) -> &str {
        report(&self.whole.file)
    }

    /// The text of the note as Markdown, its lines without the indentation of the definition.
    fn body(&self, files: &Files) -> String {
        let text = self.text(files);
        let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
        let head = first.split_once(": ").map_or("", |(_, head)| head);
        let lines: Vec<&str> = if self.in_yaml() {
            let inner = if head.starts_with(['|', '>']) { None } else { Some(head) };
            inner.into_iter().chain(rest.lines().map(|line| line.get(2..).unwrap_or(""))).collect()
        } else {
            std::iter::once(head)
                .chain(rest.lines().map(|line| line.strip_prefix("    ").unwrap_or(line)))
                .collect()
        };
        lines.join("\n").trim_end().to_owned()
    }
}

/// The folder of the report that a file belongs to.
fn report(file: &str) -> &str {
    let parts: Vec<_> = file.match_indices('/').map(|(at, _)| at).collect();
    &file[..parts[3]]
}

/// Every definition of the sample; those whose id needs quotes in YAML are left alone.
fn definitions(files: &Files) -> Vec<Definition> {
    let markdown = Regex::new(r"(?m)^\[\^([^\]\n]+)\]: ").expect("a pattern");
    let yaml = Regex::new(r"(?m)^([^\s#:'-][^\n:]*):(?: |$)").expect("a pattern");
    let mut found = Vec::new();
    for (file, text) in files {
        let pattern = match file.as_str() {
            file if file.ends_with("/footnotes.yaml") => &yaml,
            file if file.ends_with(".md") => &markdown,
            _ => continue,
        };
        for definition in pattern.captures_iter(text) {
            let (whole, id) = (definition.get(0).expect("it"), definition.get(1).expect("its id"));
            let end = whole.start() + length(&text[whole.start()..], pattern);
            let place = Place { file: file.clone(), start: whole.start(), end };
            let id_at = id.start();
            found.push(Definition { id: id.as_str().to_owned(), whole: place, id_at });
        }
    }
    found
}

/// How long a definition is that stands at the beginning of `text`: to the next definition, or to
/// a line behind a blank one that is not indented.
fn length(text: &str, pattern: &Regex) -> usize {
    let mut at = 0;
    let mut blank = false;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        let ends = blank && !line.starts_with(' ') && !line.trim().is_empty();
        if index > 0 && (ends || pattern.is_match(line)) {
            break;
        }
        blank = line.trim().is_empty();
        at += line.len();
    }
    at
}

/// Every reference to `id` in the report of `definition`, and every link to its anchor.
fn uses(files: &Files, definition: &Definition, pattern: &str) -> Vec<Place> {
    let needle = pattern.replace("ID", &definition.id);
    let mut places = Vec::new();
    for (file, text) in files {
        if !file.starts_with(definition.report()) {
            continue;
        }
        for (start, found) in text.match_indices(&needle) {
            let defines = text[start + found.len()..].starts_with(':')
                && (start == 0 || text[..start].ends_with('\n'));
            if !defines {
                places.push(Place { file: file.clone(), start, end: start + found.len() });
            }
        }
    }
    places
}

fn references(files: &Files, definition: &Definition) -> Vec<Place> {
    uses(files, definition, "[^ID]")
}

fn links(files: &Files, definition: &Definition) -> Vec<Place> {
    uses(files, definition, "(#fn-ID)")
}

fn line(files: &Files, place: &Place) -> usize {
    files[&place.file][..place.start].matches('\n').count() + 1
}

fn replace(files: &mut Files, place: &Place, by: &str) {
    let text = files.get_mut(&place.file).expect("a file");
    text.replace_range(place.start..place.end, by);
}

/// `code file:line`.
type Findings = BTreeSet<String>;

fn finding(code: &str, file: &str, line: usize) -> String {
    format!("{code} {file}:{line}")
}

// Mutations.

/// A mutation's name, the files it leaves, and what must be said of them.
fn mutation(number: u64, files: &Files) -> (String, Files, Findings) {
    let mut draw = Draw(number);
    let definitions = definitions(files);
    let kind = number % 5;
    loop {
        let definition = draw.pick(&definitions);
        let references = references(files, definition);
        // A note that refers to others takes these along; the mutations leave it alone.
        let refers = definition.body(files).contains("[^");
        let once = references.len() == 1;
        let made = match kind {
            0 if !refers => delete_definition(files, definition),
            1 if !refers => rename_definition(files, definition),
            2 => rename_reference(files, definition, draw.pick(&references)),
            3 if once && !refers => remove_reference(files, definition, &references[0]),
            4 => double_definition(files, definition, &mut draw),
            _ => continue,
        };
        let name = ["deleted", "renamed", "reference renamed", "reference removed", "doubled"];
        let index = usize::try_from(kind).expect("an index");
        return (format!("{} {}", definition.id, name[index]), made.0, made.1);
    }
}

/// What is said of every reference to a note that is not there any more, after `change`.
fn dangling(after: &Files, definition: &Definition) -> Findings {
    let references = references(after, definition)
        .into_iter()
        .map(|place| finding("footnote-undefined", &place.file, line(after, &place)));
    let links = links(after, definition)
        .into_iter()
        .map(|place| finding("reference-unresolved", &place.file, line(after, &place)));
    references.chain(links).collect()
}

fn delete_definition(files: &Files, definition: &Definition) -> (Files, Findings) {
    let mut after = files.clone();
    replace(&mut after, &definition.whole, "");
    let findings = dangling(&after, definition);
    (after, findings)
}

fn rename_definition(files: &Files, definition: &Definition) -> (Files, Findings) {
    let mut after = files.clone();
    let id = Place {
        file: definition.whole.file.clone(),
        start: definition.id_at,
        end: definition.id_at + definition.id.len(),
    };
    replace(&mut after, &id, "ma-khac-han");
    let mut findings = dangling(&after, definition);
    findings.insert(finding(
        "footnote-unused",
        &definition.whole.file,
        line(files, &definition.whole),
    ));
    (after, findings)
}

fn rename_reference(
    files: &Files,
    definition: &Definition,
    reference: &Place,
) -> (Files, Findings) {
    let mut after = files.clone();
    replace(&mut after, reference, "[^ma-khac-han]");
    let mut findings = Findings::new();
    findings.insert(finding("footnote-undefined", &reference.file, line(files, reference)));
    if references(&after, definition).is_empty() {
        findings.extend(unused(&after, definition));
    }
    (after, findings)
}

fn remove_reference(
    files: &Files,
    definition: &Definition,
    reference: &Place,
) -> (Files, Findings) {
    let mut after = files.clone();
    replace(&mut after, reference, "");
    let findings = unused(&after, definition);
    (after, findings)
}

/// What is said of a note that nothing refers to any more, and of those that only it refers to.
fn unused(after: &Files, definition: &Definition) -> Findings {
    let same = definitions(after)
        .into_iter()
        .find(|each| each.id == definition.id && each.report() == definition.report());
    let place = same.expect("the definition").whole;
    Findings::from([finding("footnote-unused", &place.file, line(after, &place))])
}

/// A second definition; of the two, that one is reported which the report has later: Markdown in
/// path order before YAML.
fn double_definition(files: &Files, definition: &Definition, draw: &mut Draw) -> (Files, Findings) {
    let mut after = files.clone();
    let texts: Vec<_> = texts(files, definition.report());
    let file = if definition.in_yaml() {
        definition.whole.file.clone()
    } else {
        draw.pick(&texts).clone()
    };
    let text = after.get_mut(&file).expect("a file");
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let at = text.matches('\n').count() + 1;
    if file.ends_with(".yaml") {
        text.extend([definition.id.as_str(), ": Nội dung thứ hai.\n"]);
    } else {
        text.extend(["\n[^", &definition.id, "]: Nội dung thứ hai.\n"]);
    }
    let second = at + usize::from(file.ends_with(".md"));
    // The one that comes later in the report's reading order is the second.
    let first = definition.whole.file <= file;
    let (file, second) = if first {
        (file, second)
    } else {
        let same = definitions(&after)
            .into_iter()
            .find(|each| each.id == definition.id && each.whole.file == definition.whole.file);
        let place = same.expect("the definition").whole;
        let line = line(&after, &place);
        (place.file, line)
    };
    (after, Findings::from([finding("footnote-duplicate", &file, second)]))
}

/// The text files of a report, without its directives.
fn texts(files: &Files, report: &str) -> Vec<String> {
    let own = files.keys().filter(|path| {
        path.starts_with(report) && path.ends_with(".md") && !path.contains("/directives/")
    });
    own.filter(|path| !path.ends_with("/index.md")).cloned().collect()
}

fn mutations() -> Result<(), Failed> {
    let files = sample();
    let failures: Vec<String> = (0..COUNT)
        .into_par_iter()
        .filter_map(|number| {
            let (name, after, expected) = mutation(number, &files);
            let site = site_of(&after, &files);
            let outcome = site.build();
            let found: Findings = outcome
                .diagnostics
                .iter()
                .filter(|each| each.severity == Severity::Error)
                .map(|each| {
                    let (start, _) = outcome.sources.positions(each.span);
                    let file = &outcome.sources.file(each.span.file).path;
                    finding(each.code.name(), file, start.line)
                })
                .collect();
            let well = found == expected && !outcome.published && !site.path("public").exists();
            (!well).then(|| format!("{number} {name}:\n{found:#?}\nexpected {expected:#?}"))
        })
        .collect();
    let reported = COUNT - u64::try_from(failures.len()).expect("a count");
    println!("{COUNT} mutations: {reported} reported with the right code, file and line");
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

// Harmless changes.

/// A change's name and the files it leaves.
fn harmless(number: u64, files: &Files) -> (&'static str, Files) {
    let mut draw = Draw(number ^ 0xABCD);
    loop {
        let mut after = files.clone();
        let (name, changed) = match number % 6 {
            0 => ("definition into YAML", into_yaml(&mut after, &mut draw)),
            1 => ("definition into Markdown", into_markdown(&mut after, &mut draw)),
            2 => ("definition into another file", into_other_file(&mut after, &mut draw)),
            3 => ("file cut in two", cut(&mut after, &mut draw)),
            4 => ("paragraph wrapped anew", wrap(&mut after, &mut draw)),
            _ => ("encoding", encode(&mut after, &mut draw)),
        };
        if changed && after != *files {
            return (name, after);
        }
    }
}

/// Takes a definition out; it is in Markdown, or in YAML if `yaml`.
fn take(files: &mut Files, draw: &mut Draw, yaml: bool) -> (Definition, String) {
    let all: Vec<_> =
        definitions(files).into_iter().filter(|each| each.in_yaml() == yaml).collect();
    let definition = draw.pick(&all).clone();
    let body = definition.body(files);
    replace(files, &definition.whole, "");
    (definition, body)
}

fn indented(body: &str, by: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    body.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn into_yaml(files: &mut Files, draw: &mut Draw) -> bool {
    let (definition, body) = take(files, draw, false);
    let text = files.entry(format!("{}/footnotes.yaml", definition.report())).or_default();
    let entry = format!("\n\"{}\": |\n{}\n", definition.id, indented(&body, "  "));
    text.push_str(&entry);
    true
}

fn into_markdown(files: &mut Files, draw: &mut Draw) -> bool {
    let (definition, body) = take(files, draw, true);
    let file = draw.pick(&texts(files, definition.report())).clone();
    append(files, &file, &definition.id, &body);
    true
}

fn into_other_file(files: &mut Files, draw: &mut Draw) -> bool {
    let (definition, body) = take(files, draw, false);
    let file = draw.pick(&texts(files, definition.report())).clone();
    append(files, &file, &definition.id, &body);
    true
}

fn append(files: &mut Files, file: &str, id: &str, body: &str) {
    let body = indented(body, "    ");
    let text = files.get_mut(file).expect("a file");
    *text = format!("{}\n\n[^{id}]: {}\n", text.trim_end(), body.trim_start());
}

/// Cuts a text file where a heading or a paragraph begins.
fn cut(files: &mut Files, draw: &mut Draw) -> bool {
    let all: Vec<String> = files.keys().filter(|path| is_text(path)).cloned().collect();
    let file = draw.pick(&all).clone();
    let text = files[&file].clone();
    let places: Vec<usize> = starts(&text);
    if places.is_empty() {
        return false;
    }
    let at = *draw.pick(&places);
    let stem = file.strip_suffix(".md").expect("Markdown");
    files.insert(format!("{stem}z.md"), text[at..].to_owned());
    files.insert(file, text[..at].to_owned());
    true
}

fn is_text(path: &str) -> bool {
    path.ends_with(".md") && !path.contains("/directives/") && !path.ends_with("/index.md")
}

/// Where a paragraph or heading begins behind a blank line, outside code.
fn starts(text: &str) -> Vec<usize> {
    let mut at = 0;
    let (mut blank, mut code) = (false, false);
    let mut starts = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.starts_with("```") {
            code = !code;
        }
        let begins = line.starts_with('#') || line.starts_with(char::is_alphabetic);
        if blank && begins && !code && at > 0 {
            starts.push(at);
        }
        blank = line.trim().is_empty();
        at += line.len();
    }
    starts
}

/// Breaks the lines of a paragraph in other places.
fn wrap(files: &mut Files, draw: &mut Draw) -> bool {
    let all: Vec<String> = files.keys().filter(|path| is_text(path)).cloned().collect();
    let file = draw.pick(&all).clone();
    let text = files[&file].clone();
    let mut places = starts(&text);
    places.retain(|&at| text[at..].starts_with(char::is_alphabetic));
    if places.is_empty() {
        return false;
    }
    let start = *draw.pick(&places);
    let length = text[start..].find("\n\n").unwrap_or(text.len() - start);
    let paragraph = &text[start..start + length];
    if paragraph.contains("  \n") || paragraph.contains('|') || paragraph.contains("\n-") {
        return false;
    }
    let mut wrapped = String::new();
    for word in paragraph.split_whitespace() {
        if !wrapped.is_empty() {
            let safe = word.starts_with(char::is_alphabetic);
            wrapped.push(if safe && draw.below(7) == 0 { '\n' } else { ' ' });
        }
        wrapped.push_str(word);
    }
    let text = files.get_mut(&file).expect("a file");
    text.replace_range(start..start + length, &wrapped);
    true
}

/// Another line end, another normal form, a byte-order mark.
fn encode(files: &mut Files, draw: &mut Draw) -> bool {
    use unicode_normalization::UnicodeNormalization;
    let all: Vec<String> = files.keys().cloned().collect();
    let text = files.get_mut(draw.pick(&all)).expect("a file");
    *text = match draw.below(3) {
        0 => text.replace('\n', "\r\n"),
        1 => text.nfd().collect(),
        _ => format!("\u{FEFF}{text}"),
    };
    true
}

fn harmless_changes() -> Result<(), Failed> {
    let files = sample();
    let original = Site::sample();
    let outcome = original.build();
    let codes = |outcome: &congbo::pipeline::Outcome| {
        let mut codes: Vec<_> = outcome.diagnostics.iter().map(|each| each.code.name()).collect();
        codes.sort_unstable();
        codes
    };
    assert!(outcome.published, "{:#?}", support::places(&outcome));
    let (said, published) = (codes(&outcome), original.published());
    let results: Vec<(Option<String>, usize)> = (0..COUNT)
        .into_par_iter()
        .map(|number| {
            let (name, after) = harmless(number, &files);
            let site = site_of(&after, &files);
            let outcome = site.build();
            let findings = (codes(&outcome) != said)
                .then(|| format!("{number} {name}: {:#?}", support::places(&outcome)));
            let pages = if outcome.published { site.published() } else { BTreeMap::new() };
            let changed: Vec<&String> = published
                .keys()
                .chain(pages.keys())
                .filter(|path| published.get(*path) != pages.get(*path))
                .collect();
            let count = changed.len();
            let changes = (count > 0)
                .then(|| format!("{number} {name} changed {:?}", &changed[..count.min(3)]));
            (findings.or(changes), count)
        })
        .collect();
    let failures: Vec<String> = results.iter().filter_map(|(failure, _)| failure.clone()).collect();
    let changed: usize = results.iter().map(|(_, count)| count).sum();
    println!("{COUNT} harmless changes: {} noticed, {changed} files changed", failures.len());
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}
