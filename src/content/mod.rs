//! Disk -> drafts: walking the content, reading its files, front matter, Markdown.
//!
//! Takes a site root, gives everything that an author wrote, parsed and with spans, and what is
//! wrong with its form. Never asks what a name means: that is for `resolve`. An entry that
//! cannot be read ends the run; nothing is skipped in silence.

pub mod chart;
pub mod config;
pub mod html;
pub mod ignore;
pub mod markdown;
pub mod paths;
mod picture;
pub mod suspect;
pub mod walk;
pub mod yaml;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use self::markdown::{Paths, Reader};
use self::walk::{Listing, ReadError};
use self::yaml::{Fields, Node, Value};
use crate::diag::{Diagnostic, Ignore, Levels, Message};
use crate::model::draft::{Dimensions, Draft, DraftDirective, DraftList, Kind, PageMeta, Unread};
use crate::model::meta::{Abbreviation, Language, Misread, RegisteredDocument, SiteConfig};
use crate::model::table::{Id, ListId, Table};
use crate::source::{Composite, FileId, NotUtf8, SourceFile, Sources, Span};

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Content {
    /// Every text file, normalised.
    pub sources: Sources,
    /// `site.yaml`.
    pub config: SiteConfig,
    /// The file that `site.yaml` is, or would be.
    pub site_file: FileId,
    /// `documents.yaml`.
    pub registry: Vec<RegisteredDocument>,
    /// `abbreviations.yaml`.
    pub abbreviations: Vec<Abbreviation>,
    /// Reports and pages, in path order.
    pub drafts: Vec<Draft>,
    /// Templates of the site's own: name and file.
    pub templates: Vec<(String, FileId)>,
    /// Texts in languages of the site's own: name and file.
    pub texts: Vec<(String, FileId)>,
    /// Style sheets of the site's own: path from `static/` and file.
    pub styles: Vec<(String, FileId)>,
    /// Every file of `content/` and `static/`: path from the site root -> path on disk.
    pub files: BTreeMap<String, PathBuf>,
    /// The dimensions of those that are pictures and say them.
    pub pictures: BTreeMap<String, Dimensions>,
    /// What the site makes of the codes.
    pub levels: Levels,
    /// Comments that silence a code.
    pub ignores: Vec<Ignore>,
    /// Links that lead out of the site, and what is no file, which were reported and are not
    /// followed.
    pub refused: Vec<String>,
    /// What is wrong so far.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads the site at `root`.
///
/// # Errors
/// [`ReadError`] when there is no content, or a file or folder cannot be read.
pub fn read(root: &Path) -> Result<Content, ReadError> {
    let listing = walk::walk(root)?;
    let mut content = Content {
        pictures: picture::dimensions(&listing.files),
        files: listing.files.clone(),
        refused: listing.outside.iter().chain(&listing.special).cloned().collect(),
        ..Content::default()
    };
    let texts = read_texts(&listing, &mut content)?;
    content.read_site(&texts);
    let documents = Documents::sort(&listing, &texts, &content.sources);
    let drafted: Vec<Drafted> = {
        let reports = documents
            .reports
            .par_iter()
            .map(|(path, files)| report(path, files, &texts, &content.sources));
        let pages = documents.pages.par_iter().map(|path| page(path, &texts, &content.sources));
        reports.chain(pages).collect()
    };
    for drafted in drafted {
        content.drafts.push(drafted.draft);
        content.diagnostics.extend(drafted.diagnostics);
        content.ignores.extend(drafted.ignores);
    }
    for (_, &file) in texts.iter().filter(|(path, _)| path.ends_with(".yaml")) {
        let found = ignore::in_yaml(content.sources.text(file), file, 0, &mut content.diagnostics);
        content.ignores.extend(found);
        let suspects = suspect::comments(content.sources.text(file), file, 0);
        content.diagnostics.extend(suspects);
    }
    content.drafts.sort_by(|left, right| paths::compare(&left.path, &right.path));
    read_figures(&mut content)?;
    Ok(content)
}

/// Reads the files that charts name; whether one is missing is asked where links are followed.
fn read_figures(content: &mut Content) -> Result<(), ReadError> {
    let mut read: BTreeMap<String, Option<FileId>> = BTreeMap::new();
    let mut drafts = std::mem::take(&mut content.drafts);
    let mut found = Vec::new();
    let charts = drafts.iter_mut().flat_map(|draft| {
        let language = draft.kind.language();
        draft.tables.charts.values_mut().map(move |chart| (chart, language))
    });
    for (chart, language) in charts {
        let (written, span) = &chart.data;
        let from = &content.sources.file(span.file).path;
        let Some(path) = paths::follow(from, &paths::decode(written)) else { continue };
        let Some(path) = content.published_file(path) else { continue };
        let file = match read.get(&path) {
            Some(file) => *file,
            None => *read.entry(path.clone()).or_insert(content.read_sheet(&path)?),
        };
        if let Some(file) = file {
            let text = content.sources.text(file);
            match chart::figures(chart, language, file, text) {
                Ok(figures) => chart.figures = Some(figures),
                Err(wrong) => wrong.into_iter().for_each(|it| tell_once(it, &mut found)),
            }
        }
    }
    content.diagnostics.extend(found);
    content.drafts = drafts;
    Ok(())
}

/// What is wrong with a file is said once, with every chart that stumbles over it.
fn tell_once(wrong: Diagnostic, found: &mut Vec<Diagnostic>) {
    let same = |it: &&mut Diagnostic| it.span == wrong.span && it.message == wrong.message;
    match found.iter_mut().find(same) {
        Some(told) => told.related.extend(wrong.related),
        None => found.push(wrong),
    }
}

/// A report or page as it was read.
struct Drafted {
    draft: Draft,
    diagnostics: Vec<Diagnostic>,
    ignores: Vec<Ignore>,
}

/// Text files by path from the site root.
type Texts = BTreeMap<String, FileId>;

/// Reads every text file, and reports what is not one that can be read under its name.
fn read_texts(listing: &Listing, content: &mut Content) -> Result<Texts, ReadError> {
    let decoded = decode_all(listing)?;
    let texts = content.add_texts(listing, decoded);
    content.report_refused(listing);
    content.report_misnamed(listing, &texts);
    content.report_folders(listing, &texts);
    for path in &listing.strays {
        content.report_stray(path, &texts);
    }
    for path in &listing.twins {
        let place = content.sources.unread(path);
        content.diagnostics.push(Diagnostic::address_duplicate(place, path, None));
    }
    Ok(texts)
}

/// A text file by its path from the site root, with its [`spelling`](crate::source::spelling).
struct Decoded<'a> {
    path: &'a String,
    text: Result<String, NotUtf8>,
    spelling: Option<String>,
}

/// Reads the files side by side.
fn decode_all(listing: &Listing) -> Result<Vec<Decoded<'_>>, ReadError> {
    let read = |path| {
        let disk = &listing.files[path];
        let bytes = std::fs::read(disk).map_err(|error| ReadError::new(disk, &error))?;
        let (text, spelling) = (crate::source::decode(&bytes), crate::source::spelling(&bytes));
        Ok(Decoded { path, text, spelling })
    };
    listing.texts.par_iter().map(read).collect()
}

impl Content {
    /// Numbers the texts in path order, each under its own name.
    fn add_texts(&mut self, listing: &Listing, decoded: Vec<Decoded>) -> Texts {
        let misnamed: BTreeMap<&String, &String> =
            listing.misnamed.iter().map(|(wanted, actual)| (wanted, actual)).collect();
        let own_name = |path: &String| match misnamed.get(path) {
            Some(actual) if !listing.files.contains_key(*actual) => (*actual).clone(),
            _ => path.clone(),
        };
        let texts = decoded.into_iter().map(|Decoded { path, text, spelling }| {
            let (text, bad) = match text {
                Ok(text) => (text, None),
                Err(bad) => (bad.text, Some((bad.at, bad.form))),
            };
            let id = self.sources.add(SourceFile { path: own_name(path), text });
            self.sources.spelt(id, spelling);
            if let Some((at, form)) = bad {
                self.sources.unreadable(id);
                let told = Diagnostic::encoding_invalid(Span::new(id, at..at), form);
                self.diagnostics.push(told);
            }
            (path.clone(), id)
        });
        texts.collect()
    }

    /// Reports links that lead out of the site, and what is no file.
    fn report_refused(&mut self, listing: &Listing) {
        for path in &listing.outside {
            let place = self.sources.unread(path);
            self.diagnostics.push(Diagnostic::symlink_outside(place, path));
        }
        for path in &listing.special {
            let place = self.sources.unread(path);
            self.diagnostics.push(Diagnostic::file_special(place, path));
        }
    }

    /// Reports files under another name than the one by which they are read.
    fn report_misnamed(&mut self, listing: &Listing, texts: &Texts) {
        for (wanted, actual) in &listing.misnamed {
            let read = texts.get(wanted).filter(|id| self.sources.file(**id).path == *actual);
            let place = match read {
                Some(&id) => Span::file_start(id),
                None => self.sources.unread(actual),
            };
            let (actual, wanted) = (paths::name(actual), paths::name(wanted));
            if actual != wanted {
                self.diagnostics.push(Diagnostic::file_misnamed(place, actual, wanted));
            }
        }
    }

    /// Reports folders under another name than the one by which they are read, at the first file.
    fn report_folders(&mut self, listing: &Listing, texts: &Texts) {
        for folder in &listing.folders {
            let inside = |id: &&FileId| self.sources.file(**id).path.starts_with(&folder.actual);
            let Some(&first) = texts.values().find(inside) else { continue };
            let name = |path: &str| format!("{}/", paths::name(path.trim_end_matches('/')));
            let (actual, wanted) = (name(&folder.actual), name(&folder.wanted));
            let told = Diagnostic::folder_misnamed(Span::file_start(first), &actual, &wanted);
            self.diagnostics.push(told);
        }
        for (actual, wanted) in &listing.roots {
            let [actual, wanted] = [actual, *wanted].map(|name| format!("{name}/"));
            let place = self.sources.unread(&actual);
            let told = Diagnostic::folder_misnamed(place, &actual, &wanted);
            let hint = Message::new("file-misnamed-root-hint").with("wanted", wanted);
            self.diagnostics.push(told.hint(hint));
        }
    }

    /// Reports a file beside the text of a report that has the name of a part of it but for its end,
    /// unless a text names it as an attachment.
    fn report_stray(&mut self, path: &str, texts: &Texts) {
        let (folder, name) = (paths::parent(path), paths::name(path));
        let named = texts
            .iter()
            .any(|(text, &id)| text.starts_with(folder) && self.sources.text(id).contains(name));
        if !named {
            let place = self.sources.unread(path);
            let wanted = format!("{}.md", name.strip_suffix(".txt").unwrap_or(name));
            let told = Diagnostic::file_misnamed(place, name, &wanted);
            self.diagnostics.push(told);
        }
    }

    /// Reads what belongs to the site as a whole.
    fn read_site(&mut self, texts: &Texts) {
        let missing = Node { span: self.site_span(texts), value: Value::Null };
        let node = self.yaml("content/site.yaml", texts).unwrap_or(missing);
        // What is missing of a file that cannot be read is not known.
        let misread = texts.contains_key("content/site.yaml")
            && node.value == Value::Null
            && !self.diagnostics.is_empty();
        let mut ignored = Vec::new();
        let diagnostics = if misread { &mut ignored } else { &mut self.diagnostics };
        (self.config, self.levels) = config::site(&node, diagnostics);
        if let Some(node) = self.yaml("content/documents.yaml", texts) {
            self.registry = config::documents(&node, &mut self.diagnostics);
        }
        if let Some(node) = self.yaml("content/abbreviations.yaml", texts) {
            self.abbreviations = config::abbreviations(&node, &mut self.diagnostics);
        }
        for (path, &file) in texts {
            if let Some(name) = path.strip_prefix("templates/") {
                let own =
                    if name.ends_with(".ftl") { &mut self.texts } else { &mut self.templates };
                own.push((name.to_owned(), file));
            }
            self.styles.extend(path.strip_prefix("static/").map(|name| (name.to_owned(), file)));
        }
    }

    /// Where `site.yaml` begins, or would.
    fn site_span(&mut self, texts: &Texts) -> Span {
        let path = "content/site.yaml";
        let place = match texts.get(path) {
            Some(&file) => Span::file_start(file),
            None => self.sources.unread(path),
        };
        self.site_file = place.file;
        place
    }

    /// A file of `content/`, or the one of `static/` that is published at its address.
    fn published_file(&self, path: String) -> Option<String> {
        if self.files.contains_key(&path) {
            return Some(path);
        }
        let other = format!("static/{}", path.strip_prefix("content/")?);
        self.files.contains_key(&other).then_some(other)
    }

    /// Reads a table; none where it is no text, which is reported.
    fn read_sheet(&mut self, path: &str) -> Result<Option<FileId>, ReadError> {
        let Some(disk) = self.files.get(path) else { return Ok(None) };
        let bytes = std::fs::read(disk).map_err(|error| ReadError::new(disk, &error))?;
        let (text, bad) = match crate::source::decode(&bytes) {
            Ok(text) => (text, None),
            Err(bad) => (bad.text, Some((bad.at, bad.form))),
        };
        let file = self.sources.add(SourceFile { path: path.to_owned(), text });
        self.sources.spelt(file, crate::source::spelling(&bytes));
        let Some((at, form)) = bad else { return Ok(Some(file)) };
        self.diagnostics.push(Diagnostic::encoding_invalid(Span::new(file, at..at), form));
        Ok(None)
    }

    fn yaml(&mut self, path: &str, texts: &Texts) -> Option<Node> {
        let file = *texts.get(path)?;
        keep(yaml::parse(self.sources.text(file), file, 0), &mut self.diagnostics)
    }
}

fn keep<T>(result: Result<T, Diagnostic>, diagnostics: &mut Vec<Diagnostic>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(diagnostic) => {
            diagnostics.push(diagnostic);
            None
        }
    }
}

/// Which files make which report or page.
#[derive(Debug, Default)]
struct Documents {
    /// Folder of each report, from the site root, and its text files in path order.
    reports: Vec<(String, Vec<String>)>,
    /// Markdown files that make pages.
    pages: Vec<String>,
}

impl Documents {
    fn sort(listing: &Listing, texts: &Texts, sources: &Sources) -> Self {
        let report = |path: &str| path.strip_suffix("/report.yaml").map(str::to_owned);
        let mut folders: BTreeSet<String> =
            listing.texts.iter().filter_map(|path| report(path)).collect();
        let lacking: BTreeSet<String> = listing
            .texts
            .iter()
            .filter(|path| owner(path, &folders).is_none())
            .filter_map(|path| lacks_report(path, sources.text(*texts.get(path)?)))
            .collect();
        folders.extend(lacking);
        let mut reports: BTreeMap<String, Vec<String>> =
            folders.iter().map(|folder| (folder.clone(), Vec::new())).collect();
        let mut pages = Vec::new();
        for path in listing.texts.iter().filter(|path| path.starts_with("content/")) {
            match owner(path, &folders) {
                Some(folder) => reports.entry(folder.to_owned()).or_default().push(path.clone()),
                None if path.ends_with(".md") => pages.push(path.clone()),
                None => {}
            }
        }
        Self { reports: reports.into_iter().collect(), pages }
    }
}

/// The folder that was meant to be a report, by a file that only reports have: footnotes, or a
/// directive with its front matter.
fn lacks_report(path: &str, text: &str) -> Option<String> {
    let folder = match path.strip_suffix("/footnotes.yaml") {
        Some(folder) => folder,
        None => path.split_once("/directives/").filter(|_| is_directive(text))?.0,
    };
    (folder != "content").then(|| folder.to_owned())
}

/// Whether a text has front matter that only directives have.
fn is_directive(text: &str) -> bool {
    let front = front_matter(text).0.map_or("", |(_, front)| front);
    front.lines().any(|line| DIRECTIVE_FIELDS.iter().any(|field| line.starts_with(field)))
}

/// The fields of a directive.
const DIRECTIVE_FIELDS: &[&str] =
    &["summary:", "lead:", "support:", "deadline:", "topics:", "state:", "id:", "number:"];

/// The report that a file belongs to: the nearest folder above it that is one.
fn owner<'a>(path: &'a str, reports: &BTreeSet<String>) -> Option<&'a str> {
    let mut folder = paths::parent(path);
    while !folder.is_empty() {
        if reports.contains(folder) {
            return Some(folder);
        }
        folder = paths::parent(folder);
    }
    None
}

// Reports.

/// The folders of directives that links in one report name.
struct ReportPaths<'a> {
    folder: &'a str,
    sources: &'a Sources,
}

impl Paths for ReportPaths<'_> {
    fn directives_folder(&self, destination: &str, span: Span) -> Option<String> {
        if destination.contains(['#', '?', ':']) || destination.ends_with(".md") {
            return None;
        }
        let destination = paths::decode(destination);
        let path = paths::follow(&self.sources.file(span.file).path, &destination)?;
        let inner = path.strip_prefix(self.folder)?.strip_prefix('/')?;
        (inner == "directives" || inner.starts_with("directives/")).then_some(path)
    }

    fn directives_meant(&self, destination: &str) -> bool {
        let destination = paths::decode(destination);
        let inner = destination.trim_start_matches("./").trim_end_matches('/');
        walk::is_directives_slip(inner)
    }
}

fn report(folder: &str, files: &[String], texts: &Texts, sources: &Sources) -> Drafted {
    let paths = ReportPaths { folder, sources };
    let mut reader = Reader::default();
    let node = texts.get(&format!("{folder}/report.yaml")).and_then(|&file| {
        keep(yaml::parse(sources.text(file), file, 0), &mut reader.diagnostics)
            .or(Some(Node { span: Span::file_start(file), value: Value::Null }))
    });
    let first = files.first().and_then(|path| texts.get(path)).copied().unwrap_or_default();
    let missing = || Node { span: Span::file_start(first), value: Value::Null };
    if node.is_none() {
        reader.diagnostics.push(Diagnostic::report_missing(Span::file_start(first), folder));
    }
    let broken = node.as_ref().is_none_or(|node| node.value == Value::Null)
        && !reader.diagnostics.is_empty();
    let mut ignored = Vec::new();
    let node = node.unwrap_or_else(missing);
    let mut meta =
        config::report(&node, if broken { &mut ignored } else { &mut reader.diagnostics });
    if broken || !matches!(node.value, Value::Mapping(_) | Value::Null) {
        meta.misread = Misread { number: true, date: true, numbering: true };
    }
    let lists = list_files(folder, files);
    for (index, (name, _)) in lists.iter().enumerate() {
        reader.lists.insert(format!("{folder}/{name}"), ListId::from_index(index));
    }
    let texts_of = files.iter().filter(|path| !path.ends_with("/report.yaml"));
    if texts_of.filter_map(|path| texts.get(path)).any(|file| !sources.is_readable(*file)) {
        reader.slips.lose_text();
    }
    let text = text_of(folder, files, texts, sources, &mut reader.diagnostics);
    let (opening, sections) = reader.text(&text, &paths);
    let mut lists = directives(lists, texts, &paths, &mut reader);
    for (list, span) in std::mem::take(&mut reader.placements) {
        lists[list].placements.push(span);
    }
    for (list, span) in std::mem::take(&mut reader.list_links) {
        lists[list].links.push(span);
    }
    footnotes(&format!("{folder}/footnotes.yaml"), texts, &paths, &mut reader);
    let draft = Draft {
        path: folder.strip_prefix("content/").unwrap_or_default().to_owned(),
        kind: Kind::Report(Box::new(meta)),
        opening,
        sections,
        notes: reader.notes,
        lists,
        tables: reader.tables,
        slips: reader.slips,
    };
    Drafted { draft, diagnostics: reader.diagnostics, ignores: reader.ignores }
}

/// The text of a report: its files one after the other, as if they were one.
fn text_of(
    folder: &str,
    files: &[String],
    texts: &Texts,
    sources: &Sources,
    diagnostics: &mut Vec<Diagnostic>,
) -> Composite {
    let directives = format!("{folder}/directives/");
    let mut text = Composite::new();
    let markdown =
        files.iter().filter(|path| path.ends_with(".md") && !path.starts_with(&directives));
    for &file in markdown.filter_map(|path| texts.get(path)) {
        let part = sources.text(file);
        let body = match front_matter(part) {
            (Some((start, front)), body) if begins_field(front) => {
                let span = Span::new(file, start..start + front.trim_end().len());
                diagnostics.push(Diagnostic::front_matter_in_text(span));
                body
            }
            _ => 0,
        };
        text.push(&part[body..], file, body);
        text.push_glue(if part.ends_with('\n') { "\n" } else { "\n\n" });
    }
    text
}

/// Whether a text between lines of `---` is YAML and not a paragraph: it begins with `key:`.
fn begins_field(text: &str) -> bool {
    let key = text.split(':').next().unwrap_or_default();
    let is_key = |char: char| char.is_ascii_lowercase() || matches!(char, '_' | '-');
    let rest = &text[key.len()..];
    !key.is_empty()
        && key.chars().all(is_key)
        && (rest.starts_with(": ") || rest.starts_with(":\n") || rest.starts_with(":\r"))
}

/// The lists of directives of a report: folder under the report's, and files.
fn list_files(folder: &str, files: &[String]) -> Vec<(String, Vec<String>)> {
    let mut lists: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for path in files.iter().filter(|path| path.ends_with(".md")) {
        let inner = path.strip_prefix(folder).unwrap_or_default().trim_start_matches('/');
        if inner.starts_with("directives/") {
            lists.entry(paths::parent(inner).to_owned()).or_default().push(path.clone());
        }
    }
    let mut lists: Vec<_> = lists.into_iter().collect();
    lists.sort_by(|(left, _), (right, _)| paths::compare(left, right));
    lists
}

fn directives(
    lists: Vec<(String, Vec<String>)>,
    texts: &Texts,
    paths: &ReportPaths,
    reader: &mut Reader,
) -> Table<ListId, DraftList> {
    let mut read = |path: &String| {
        let file = *texts.get(path)?;
        Some(directive(file, paths, reader))
    };
    lists
        .into_iter()
        .map(|(folder, files)| DraftList {
            folder,
            directives: files.iter().filter_map(&mut read).collect(),
            placements: Vec::new(),
            links: Vec::new(),
        })
        .collect()
}

/// Reports front matter that begins and does not end, or does not begin with the file.
fn check_front_matter(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) {
    let first = first_line(text);
    let (start, line) = (first.start, &text[first.clone()]);
    let rest = text[first.end..].trim_start_matches(['\r', '\n']);
    let meant = line.len() >= 3 && line.chars().all(|char| char == '-');
    // Below an empty line, or with more signs, it is front matter if fields follow.
    let exact = start == 0 && line == "---";
    let cause = match front_matter(text).0 {
        Some(_) if start > 0 => "yaml-cause-front-matter-late",
        None if meant && (exact || begins_field(rest)) => "yaml-cause-front-matter",
        _ => return,
    };
    diagnostics.push(Diagnostic::yaml_slip(Span::new(file, first), cause));
}

/// The first line of a text that is not empty, without blanks at its end.
fn first_line(text: &str) -> Range<usize> {
    let start = text.len() - text.trim_start_matches(is_empty_sign).len();
    let line = text[start..].lines().next().unwrap_or_default().trim_end();
    start..start + line.len()
}

/// A sign that makes a line no less empty.
fn is_empty_sign(char: char) -> bool {
    char.is_whitespace() || matches!(char, '\u{FEFF}' | '\u{200B}')
}

/// The fields at the beginning of a directive that no line of `---` stands before: where they are,
/// and where the rest begins.
fn bare_fields(text: &str) -> Option<(Range<usize>, usize)> {
    let first = first_line(text);
    let is_field = |line: &str| DIRECTIVE_FIELDS.iter().any(|field| line.starts_with(field));
    if !is_field(&text[first.clone()]) || !begins_field(&text[first.start..]) {
        return None;
    }
    let rest = &text[first.start..];
    let length = rest.find("\n\n").unwrap_or(rest.len());
    let fence = rest.find("\n---\n").map(|at| at + 5);
    Some((first.clone(), first.start + fence.filter(|&end| end <= length).unwrap_or(length)))
}

fn directive(file: FileId, paths: &ReportPaths, reader: &mut Reader) -> DraftDirective {
    let text = paths.sources.text(file);
    let told = reader.diagnostics.len();
    check_front_matter(text, file, &mut reader.diagnostics);
    let (front, mut body) = front_matter(text);
    if let Some((fields, rest)) = bare_fields(text) {
        let told = Diagnostic::yaml_slip(Span::new(file, fields), "yaml-cause-front-matter-fence");
        reader.diagnostics.push(told);
        body = rest;
    }
    let mut unread = reader.diagnostics.len() > told;
    if let Some((start, yaml)) = front {
        let found = ignore::in_yaml(yaml, file, start, &mut reader.diagnostics);
        reader.ignores.extend(found);
        reader.diagnostics.extend(suspect::comments(yaml, file, start));
    }
    let node = front.and_then(|(start, yaml)| {
        let node = keep(yaml::parse(yaml, file, start), &mut reader.diagnostics);
        unread |= node.is_none();
        node
    });
    let meta = node.map(|node| config::directive(&node, &mut reader.diagnostics));
    if unread {
        reader.slips.unread = reader.slips.unread.max(Unread::Ids);
    }
    let mut composite = Composite::new();
    composite.push(&text[body..], file, body);
    let blocks = reader.directive(&composite, paths);
    let meta = meta.unwrap_or_default();
    DraftDirective { meta, blocks, span: Span::file_start(file) }
}

/// The YAML between `---` lines at the beginning of a text, with its offset, and where the rest
/// begins. Below empty lines it is YAML if it begins with a field.
fn front_matter(text: &str) -> (Option<(usize, &str)>, usize) {
    let first = first_line(text);
    if &text[first.clone()] != "---" {
        return (None, 0);
    }
    let start = text[first.end..].find('\n').map_or(text.len(), |newline| first.end + newline + 1);
    let mut at = start;
    for line in text[start..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            let front = &text[start..at];
            let is_front = first.start == 0 || begins_field(front);
            let found = is_front.then_some((start, front));
            return (found, if is_front { at + line.len() } else { 0 });
        }
        at += line.len();
    }
    (None, 0)
}

/// The footnotes of a `footnotes.yaml`.
fn footnotes(path: &str, texts: &Texts, paths: &ReportPaths, reader: &mut Reader) {
    let Some(&file) = texts.get(path) else { return };
    let sources = paths.sources;
    let Some(node) = keep(yaml::parse(sources.text(file), file, 0), &mut reader.diagnostics) else {
        reader.slips.notes_misread = true;
        return;
    };
    match &node.value {
        Value::Null => {}
        Value::Mapping(entries) => {
            for (key, value) in entries {
                footnote(key, value, sources.text(file), paths, reader);
            }
        }
        _ => {
            let problem =
                Diagnostic::field_invalid(node.span, "footnotes.yaml", "expected-footnotes");
            reader.diagnostics.push(problem);
            reader.slips.notes_misread = true;
        }
    }
}

fn footnote(key: &yaml::Key, value: &Node, source: &str, paths: &dyn Paths, reader: &mut Reader) {
    match &value.value {
        Value::Null => reader.note(&key.text, key.span, &Composite::new(), paths),
        Value::Scalar(_) => {
            let text = yaml::scalar_text(value, source);
            reader.note(&key.text, key.span, &text, paths);
        }
        _ => {
            let problem = Diagnostic::field_invalid(value.span, &key.text, "expected-text");
            reader.diagnostics.push(problem);
            reader.slips.notes_misread = true;
        }
    }
}

// Pages.

/// Links of pages name no folders of directives.
struct PagePaths;

impl Paths for PagePaths {
    fn directives_folder(&self, _: &str, _: Span) -> Option<String> {
        None
    }

    fn directives_meant(&self, _: &str) -> bool {
        false
    }
}

fn page(path: &str, texts: &Texts, sources: &Sources) -> Drafted {
    let mut reader = Reader::default();
    let file = texts.get(path).copied().unwrap_or_default();
    let text = sources.text(file);
    check_front_matter(text, file, &mut reader.diagnostics);
    let (front, body) = front_matter(text);
    let inner = path.strip_prefix("content/").unwrap_or(path);
    let stem = inner.strip_suffix(".md").unwrap_or(inner);
    let index = paths::name(stem) == "index";
    let mut meta = PageMeta {
        title: None,
        description: None,
        language: Language::default(),
        language_span: None,
        start: Span::file_start(file),
        index,
    };
    if let Some((start, front)) = front {
        let found = ignore::in_yaml(front, file, start, &mut reader.diagnostics);
        reader.ignores.extend(found);
    }
    if let Some((start, front)) = front
        && let Some(node) = keep(yaml::parse(front, file, start), &mut reader.diagnostics)
    {
        Fields::read(&node, "---", &mut reader.diagnostics, |fields| {
            meta.title = fields.text("title");
            meta.description = fields.text("description");
            meta.language = config::language(fields);
            meta.language_span = fields.span("language");
        });
    }
    if !sources.is_readable(file) {
        reader.slips.lose_text();
    }
    let mut composite = Composite::new();
    composite.push(&text[body..], file, body);
    let (opening, sections) = reader.text(&composite, &PagePaths);
    let draft = Draft {
        path: if index { paths::parent(stem) } else { stem }.to_owned(),
        kind: Kind::Page(meta),
        opening,
        sections,
        notes: reader.notes,
        lists: Table::default(),
        tables: reader.tables,
        slips: reader.slips,
    };
    Drafted { draft, diagnostics: reader.diagnostics, ignores: reader.ignores }
}
