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

use congbo::content::markdown::note_key;
use congbo::diag::Severity;
use congbo::pipeline::Outcome;
use libtest_mimic::{Arguments, Failed, Trial};
use rayon::prelude::*;
use regex::Regex;
use support::{Draw, Site};
use unicode_normalization::UnicodeNormalization;

const COUNT: usize = 100;

fn main() {
    let arguments = Arguments::from_args();
    let trials = vec![
        Trial::test("every mutation is reported with code, file and line", mutations),
        Trial::test("no harmless change is noticed", harmless_changes),
    ];
    libtest_mimic::run(&arguments, trials).exit();
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

/// One slip of an author: its name, the files it leaves, and what must be said of them.
struct Mutation {
    name: String,
    files: Files,
    expected: Findings,
}

/// The kinds of slips.
const KINDS: [&str; 6] = [
    "definition deleted",
    "definition renamed",
    "reference renamed",
    "reference to another note",
    "reference removed",
    "definition doubled",
];

/// As many mutations as asked for, no two the same.
fn drawn_mutations(files: &Files) -> Vec<Mutation> {
    let mut draw = Draw(2);
    let mut drawn: Vec<Mutation> = Vec::new();
    while drawn.len() < COUNT {
        let mutation = mutation(KINDS[drawn.len() % KINDS.len()], files, &mut draw);
        drawn.extend(mutation.filter(|new| drawn.iter().all(|old| old.files != new.files)));
    }
    drawn
}

/// A slip of that kind with a note that is drawn, unless that note is none for it.
fn mutation(kind: &str, files: &Files, draw: &mut Draw) -> Option<Mutation> {
    let definitions = definitions(files);
    let definition = draw.pick(&definitions);
    let references = references(files, definition);
    let reference = draw.pick_of(&references)?;
    // A note that refers to others takes these along; the mutations leave it alone.
    let alone = !definition.body(files).contains("[^");
    let (after, expected) = match kind {
        "definition deleted" if alone => delete_definition(files, definition),
        "definition renamed" if alone => rename_definition(files, definition, draw),
        "reference renamed" if alone => rename_reference(files, definition, reference, draw),
        "reference to another note" if alone => {
            let others: Vec<_> = definitions
                .iter()
                .filter(|each| each.report() == definition.report() && each.id != definition.id)
                .collect();
            mistake_reference(files, definition, reference, draw.pick::<&Definition>(&others))
        }
        "reference removed" if alone => remove_reference(files, definition, reference),
        "definition doubled" => double_definition(files, definition, draw),
        _ => return None,
    };
    // The loss of one reference of many to a note is no mistake.
    let name = format!("{kind}: {}", definition.id);
    (!expected.is_empty()).then_some(Mutation { name, files: after, expected })
}

/// An id with one letter lost, doubled or moved, so that it is no note's of the sample, and not the
/// same but for its hyphens, of which a note is not missed as well.
fn misspelled(id: &str, files: &Files, draw: &mut Draw) -> String {
    let known: Vec<String> = definitions(files).iter().map(|each| note_key(&each.id)).collect();
    loop {
        let mut letters: Vec<char> = id.chars().collect();
        let at = draw.below(letters.len());
        match draw.below(4) {
            0 if letters.len() > 1 => _ = letters.remove(at),
            1 => letters.insert(at, letters[at]),
            2 => letters.swap(at, 0),
            _ => letters.extend(['-', '2']),
        }
        let new = String::from_iter(letters);
        let other = new.replace('-', "") != id.replace('-', "");
        if other && !known.contains(&note_key(&new)) && new.starts_with(char::is_alphanumeric) {
            return new;
        }
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

fn rename_definition(files: &Files, definition: &Definition, draw: &mut Draw) -> (Files, Findings) {
    let mut after = files.clone();
    let id = Place {
        file: definition.whole.file.clone(),
        start: definition.id_at,
        end: definition.id_at + definition.id.len(),
    };
    replace(&mut after, &id, &misspelled(&definition.id, files, draw));
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
    draw: &mut Draw,
) -> (Files, Findings) {
    let mut after = files.clone();
    let id = misspelled(&definition.id, files, draw);
    replace(&mut after, reference, &format!("[^{id}]"));
    let mut findings = unused(&after, definition);
    findings.insert(finding("footnote-undefined", &reference.file, line(files, reference)));
    (after, findings)
}

fn mistake_reference(
    files: &Files,
    definition: &Definition,
    reference: &Place,
    other: &Definition,
) -> (Files, Findings) {
    let mut after = files.clone();
    replace(&mut after, reference, &format!("[^{}]", other.id));
    let findings = unused(&after, definition);
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

/// What is said of a note if nothing refers to it any more; links to it keep their place.
fn unused(after: &Files, definition: &Definition) -> Findings {
    if !references(after, definition).is_empty() {
        return Findings::new();
    }
    let place = place_of(after, definition, &definition.whole.file);
    Findings::from([finding("footnote-unused", &place.file, line(after, &place))])
}

/// Where `file` defines the note.
fn place_of(files: &Files, definition: &Definition, file: &str) -> Place {
    let same = definitions(files)
        .into_iter()
        .find(|each| each.id == definition.id && each.whole.file == file);
    same.expect("the definition").whole
}

/// A second definition at the end of a file, in Markdown or in YAML. Of the two, that one is
/// reported which the report has later: Markdown in path order before YAML.
fn double_definition(files: &Files, definition: &Definition, draw: &mut Draw) -> (Files, Findings) {
    let mut after = files.clone();
    let mut all = texts(files, definition.report());
    all.push(format!("{}/footnotes.yaml", definition.report()));
    let file = draw.pick(&all).clone();
    let text = after.entry(file.clone()).or_default();
    if !text.is_empty() && !text.ends_with('\n') {
        text.push('\n');
    }
    let mut at = text.matches('\n').count() + 1;
    if file.ends_with(".yaml") {
        text.extend([definition.id.as_str(), ": Nội dung thứ hai.\n"]);
    } else {
        text.extend(["\n[^", &definition.id, "]: Nội dung thứ hai.\n"]);
        at += 1;
    }
    let order = |file: &str| (file.ends_with(".yaml"), file.to_owned());
    let first = &definition.whole.file;
    let (file, at) = if order(first) <= order(&file) {
        (&file, at)
    } else {
        (first, line(&after, &place_of(&after, definition, first)))
    };
    let findings = Findings::from([finding("footnote-duplicate", file, at)]);
    (after, findings)
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
    let drawn = drawn_mutations(&files);
    let failures: Vec<String> =
        drawn.par_iter().filter_map(|mutation| missed(mutation, &files)).collect();
    let reported = COUNT - failures.len();
    println!("{COUNT} mutations: {reported} reported with code, file and line");
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

/// What is wrong with the report of a mutation, if anything is.
fn missed(mutation: &Mutation, files: &Files) -> Option<String> {
    let site = site_of(&mutation.files, files);
    let outcome = site.build();
    let found: Findings = outcome
        .diagnostics
        .iter()
        .filter(|each| each.severity == Severity::Error)
        .map(|each| {
            let (start, _) = outcome.sources.positions(each.span);
            finding(each.code.name(), &outcome.sources.file(each.span.file).path, start.line)
        })
        .collect();
    let Mutation { name, expected, .. } = mutation;
    let well = found == *expected && !outcome.published && !site.path("public").exists();
    (!well).then(|| format!("{name}:\n{found:#?}\nexpected {expected:#?}"))
}

// Harmless changes.

/// A way of writing the same: its name, and what it makes of the files, if it can.
type Change = (&'static str, fn(&mut Files, &mut Draw) -> Option<()>);

const CHANGES: [Change; 10] = [
    ("definition into YAML", into_yaml),
    ("definition into Markdown", into_markdown),
    ("definition into another file", into_other_file),
    ("id written in another way", respell),
    ("file cut in two", cut),
    ("two files joined", join),
    ("paragraph wrapped anew", wrap),
    ("line ends of Windows", |files, draw| encode(files, draw, |text| text.replace('\n', "\r\n"))),
    ("letters in two parts", |files, draw| encode(files, draw, |text| text.nfd().collect())),
    ("byte-order mark", |files, draw| encode(files, draw, |text| format!("\u{FEFF}{text}"))),
];

/// As many changes as asked for, no two the same: their names and the files they leave.
fn drawn_changes(files: &Files) -> Vec<(&'static str, Files)> {
    let mut draw = Draw(1);
    let mut drawn: Vec<(&str, Files)> = Vec::new();
    while drawn.len() < COUNT {
        let (name, change) = CHANGES[drawn.len() % CHANGES.len()];
        let mut after = files.clone();
        let done = change(&mut after, &mut draw).is_some() && after != *files;
        if done && drawn.iter().all(|(_, other)| *other != after) {
            drawn.push((name, after));
        }
    }
    drawn
}

/// Takes a definition out; it is in Markdown, or in YAML if `yaml`.
fn take(files: &mut Files, draw: &mut Draw, yaml: bool) -> Option<(Definition, String)> {
    let all: Vec<_> =
        definitions(files).into_iter().filter(|each| each.in_yaml() == yaml).collect();
    let definition = draw.pick_of(&all)?.clone();
    let body = definition.body(files);
    replace(files, &definition.whole, "");
    Some((definition, body))
}

fn indented(body: &str, by: &str) -> String {
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{by}{line}") };
    body.lines().map(line).collect::<Vec<_>>().join("\n")
}

fn into_yaml(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let (definition, body) = take(files, draw, false)?;
    let text = files.entry(format!("{}/footnotes.yaml", definition.report())).or_default();
    let entry = format!("\n\"{}\": |\n{}\n", definition.id, indented(&body, "  "));
    text.push_str(&entry);
    Some(())
}

fn into_markdown(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let (definition, body) = take(files, draw, true)?;
    let file = draw.pick(&texts(files, definition.report())).clone();
    append(files, &file, &definition.id, &body)
}

fn into_other_file(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let (definition, body) = take(files, draw, false)?;
    let file = draw.pick(&texts(files, definition.report())).clone();
    append(files, &file, &definition.id, &body)
}

fn append(files: &mut Files, file: &str, id: &str, body: &str) -> Option<()> {
    let body = indented(body, "    ");
    let text = files.get_mut(file)?;
    *text = format!("{}\n\n[^{id}]: {}\n", text.trim_end(), body.trim_start());
    Some(())
}

/// Writes the id of a reference in capitals or in letters of two parts.
fn respell(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let definitions = definitions(files);
    let definition = draw.pick(&definitions);
    let reference = draw.pick_of(&references(files, definition))?.clone();
    let id = match draw.below(2) {
        0 => definition.id.to_uppercase(),
        _ => definition.id.nfd().collect(),
    };
    replace(files, &reference, &format!("[^{id}]"));
    Some(())
}

/// Cuts a text file where a heading or a paragraph begins.
fn cut(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let file = pick_text(files, draw);
    let text = files[&file].clone();
    let at = *draw.pick_of(&starts(&text))?;
    let stem = file.strip_suffix(".md")?;
    files.insert(format!("{stem}z.md"), text[at..].to_owned());
    files.insert(file, text[..at].to_owned());
    Some(())
}

/// Appends the next text file of a report to one.
fn join(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let file = pick_text(files, draw);
    let all = texts(files, report(&file));
    let next = all.get(all.iter().position(|other| *other == file)? + 1)?;
    let rest = files.remove(next)?;
    let text = files.get_mut(&file)?;
    *text = format!("{}\n\n{rest}", text.trim_end());
    Some(())
}

fn pick_text(files: &Files, draw: &mut Draw) -> String {
    let all: Vec<_> = files.keys().filter(|path| is_text(path)).collect();
    (*draw.pick(&all)).clone()
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

/// Breaks the lines of a paragraph of a text or a directive in other places.
fn wrap(files: &mut Files, draw: &mut Draw) -> Option<()> {
    let all: Vec<_> = files.keys().filter(|path| path.ends_with(".md")).cloned().collect();
    let file = draw.pick(&all).clone();
    let text = files.get_mut(&file)?;
    let mut places = starts(text);
    places.retain(|&at| text[at..].starts_with(char::is_alphabetic));
    let start = *draw.pick_of(&places)?;
    let length = text[start..].find("\n\n").unwrap_or(text.len() - start);
    let paragraph = &text[start..start + length];
    if paragraph.contains("  \n") || paragraph.contains('|') || paragraph.contains("\n-") {
        return None;
    }
    let mut wrapped = String::new();
    for word in paragraph.split_whitespace() {
        if !wrapped.is_empty() {
            let safe = word.starts_with(char::is_alphabetic);
            wrapped.push(if safe && draw.below(7) == 0 { '\n' } else { ' ' });
        }
        wrapped.push_str(word);
    }
    text.replace_range(start..start + length, &wrapped);
    Some(())
}

/// Writes a file in another way that computers have of writing the same.
fn encode(files: &mut Files, draw: &mut Draw, change: fn(&str) -> String) -> Option<()> {
    let all: Vec<String> = files.keys().cloned().collect();
    let text = files.get_mut(draw.pick(&all))?;
    *text = change(text);
    Some(())
}

/// What a build says, by code, and what it publishes.
fn built(site: &Site) -> (Vec<&'static str>, BTreeMap<String, Vec<u8>>, Outcome) {
    let outcome = site.build();
    let mut codes: Vec<_> = outcome.diagnostics.iter().map(|each| each.code.name()).collect();
    codes.sort_unstable();
    let published = if outcome.published { site.published() } else { BTreeMap::new() };
    (codes, published, outcome)
}

fn harmless_changes() -> Result<(), Failed> {
    let files = sample();
    let (said, published, outcome) = built(&Site::sample());
    assert!(outcome.published, "{:#?}", support::places(&outcome));
    let noticed: Vec<(Option<String>, usize)> = drawn_changes(&files)
        .into_par_iter()
        .map(|(name, after)| {
            let (codes, pages, outcome) = built(&site_of(&after, &files));
            let found = (codes != said)
                .then(|| format!("{name} is reported: {:#?}", support::places(&outcome)));
            let bytes = published.iter().map(|(path, old)| differing(old, pages.get(path)));
            let new = pages.keys().filter(|path| !published.contains_key(*path)).count();
            let changed = bytes.sum::<usize>() + new;
            let changed_pages = (changed > 0).then(|| format!("{name} changes the site"));
            (found.or(changed_pages), changed)
        })
        .collect();
    let failures: Vec<String> = noticed.iter().filter_map(|(failure, _)| failure.clone()).collect();
    let changed: usize = noticed.iter().map(|(_, changed)| changed).sum();
    let findings = failures.iter().filter(|failure| failure.contains("reported")).count();
    println!("{COUNT} harmless changes: {findings} findings, {changed} changed bytes");
    if failures.is_empty() { Ok(()) } else { Err(failures.join("\n").into()) }
}

/// How many bytes differ; all of a file that is not there any more.
fn differing(old: &[u8], new: Option<&Vec<u8>>) -> usize {
    let Some(new) = new else { return old.len() };
    let same = old.iter().zip(new).filter(|(old, new)| old == new).count();
    old.len().max(new.len()) - same
}
