//! Diagnostics as text: one renderer a form, all of them siblings.
//!
//! Takes diagnostics and the sources that they point at, gives the whole text in the language
//! of a locale. Never writes, and never decides what fails: that is a command's business.

mod explanation;
mod github;
mod human;
mod json;
mod junit;
mod sarif;

pub use github::github;
pub use human::human;
pub use json::{json, json_of_site};
pub use junit::junit;
pub use sarif::sarif;

use crate::diag::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::source::{Position, Sources};

/// How many diagnostics there are of each severity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
}

impl Tally {
    /// Counts.
    #[must_use]
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let count = |severity| {
            diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
        };
        Self { errors: count(Severity::Error), warnings: count(Severity::Warning) }
    }
}

/// What forms for other programs tell of a run besides its diagnostics.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// The path of the site root from the top of its repository, ended by `/`; empty where it is
    /// the top, or there is no repository.
    pub folder: String,
    /// Whether warnings fail.
    pub strict: bool,
    /// What was left out because its file has not changed.
    pub since: Option<Since>,
}

/// What `--since` left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Since {
    /// The revision, as it was typed.
    pub revision: String,
    /// How many warnings in unchanged files are not among the diagnostics.
    pub unchanged: usize,
}

impl Setting {
    /// The path of a source file from the top of the repository.
    fn path(&self, file: &str) -> String {
        format!("{}{file}", self.folder)
    }

    /// That something was left out, where it was.
    fn elsewhere(&self, locale: &Locale) -> Option<String> {
        self.since.as_ref().and_then(|since| since.notice(locale))
    }
}

impl Since {
    /// That warnings were left out, where there were some.
    #[must_use]
    pub fn notice(&self, locale: &Locale) -> Option<String> {
        let args = [("count", self.unchanged.into()), ("revision", self.revision.as_str().into())];
        (self.unchanged > 0).then(|| locale.format("since-unchanged", &args))
    }
}

/// What is wrong and, on a line of its own, what to do.
fn sentence(diagnostic: &Diagnostic, locale: &Locale) -> String {
    let message = locale.message(&diagnostic.message);
    match locale.hint(diagnostic) {
        Some(hint) => format!("{message}\n{}: {hint}", locale.text("level-hint")),
        None => message,
    }
}

/// A severity's name for programs, the same in every language.
const fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A diagnostic with its place in words for people.
struct Placed<'a> {
    diagnostic: &'a Diagnostic,
    file: &'a str,
    start: Position,
    end: Position,
}

/// All diagnostics by file, line, column and code.
fn in_order<'a>(diagnostics: &'a [Diagnostic], sources: &'a Sources) -> Vec<Placed<'a>> {
    let mut all: Vec<_> = diagnostics.iter().map(|each| place(each, sources)).collect();
    all.sort_by_key(|placed| (placed.file, placed.start, placed.diagnostic.code.name()));
    all
}

fn place<'a>(diagnostic: &'a Diagnostic, sources: &'a Sources) -> Placed<'a> {
    let (start, end) = sources.positions(diagnostic.span);
    Placed { diagnostic, file: &sources.file(diagnostic.span.file).path, start, end }
}

/// The name of what belongs to no report.
const SITE: &str = "site";

/// The folders of the reports, in the order of their paths.
fn reports(sources: &Sources) -> Vec<&str> {
    sources.files().filter_map(|file| file.path.strip_suffix("/report.yaml")).collect()
}

/// The innermost report that `file` lies in, or the site.
fn report_of<'a>(file: &str, reports: &[&'a str]) -> &'a str {
    let inside =
        |folder: &&&str| file.strip_prefix(**folder).is_some_and(|rest| rest.starts_with('/'));
    reports.iter().filter(inside).max_by_key(|folder| folder.len()).copied().unwrap_or(SITE)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::diag::Message;
    use crate::source::{FileId, SourceFile, Span};

    /// Sources of one file after the other.
    pub(crate) fn sources(files: &[(&str, &str)]) -> (Sources, Vec<FileId>) {
        let mut sources = Sources::default();
        let add = |(path, text): &(&str, &str)| {
            sources.add(SourceFile { path: (*path).to_owned(), text: (*text).to_owned() })
        };
        let ids = files.iter().map(add).collect();
        (sources, ids)
    }

    /// The span of the `nth` place where `needle` stands.
    pub(crate) fn find(sources: &Sources, file: FileId, needle: &str, nth: usize) -> Span {
        let at = sources.text(file).match_indices(needle).nth(nth).map_or(0, |(at, _)| at);
        Span::new(file, at..at + needle.len())
    }

    /// Two errors and a warning in two files, in no order, one of them with another place.
    pub(crate) fn mixed() -> (Sources, Vec<Diagnostic>) {
        let text = "# Đầu\n\nĐã ban hành[^1] và[^2].\n\n### Sâu\n";
        let (sources, ids) =
            sources(&[("content/a/01.md", text), ("content/a/footnotes.yaml", "2: một\n2: hai\n")]);
        let (text, notes) = (ids[0], ids[1]);
        let duplicate = Diagnostic::footnote_duplicate(
            find(&sources, notes, "2", 1),
            "2",
            find(&sources, notes, "2", 0),
        );
        let undefined = Diagnostic::footnote_undefined(find(&sources, text, "[^1]", 0), "1")
            .hint(Message::new("footnote-undefined-hint-none"));
        let skipped = Diagnostic::heading_skipped(find(&sources, text, "### Sâu", 0), 3, 2);
        (sources, vec![duplicate, skipped, undefined])
    }

    #[test]
    fn the_order_is_file_line_column_and_code() {
        let (sources, ids) = sources(&[("b.md", "x\nx y\n"), ("a.md", "x\n")]);
        let at = |file: usize, needle, nth| find(&sources, ids[file], needle, nth);
        let diagnostics = [
            Diagnostic::link_broken(at(0, "y", 0), ""),
            Diagnostic::link_broken(at(0, "x", 1), ""),
            Diagnostic::asset_missing(at(0, "x", 1), ""),
            Diagnostic::field_missing(at(0, "x", 0), ""),
            Diagnostic::yaml_invalid(at(1, "x", 0), ""),
        ];
        let order: Vec<_> = in_order(&diagnostics, &sources)
            .iter()
            .map(|each| each.diagnostic.code.name())
            .collect();
        let expected =
            ["yaml-invalid", "field-missing", "asset-missing", "link-broken", "link-broken"];
        assert_eq!(order, expected);
    }
}
