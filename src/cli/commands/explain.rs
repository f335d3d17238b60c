//! `congbo explain`: what a code means, or a list of all codes.

use std::fmt::Write as _;
use std::io;

use strsim::damerau_levenshtein;

use crate::cli::{Console, Status, complain};
use crate::diag::{Code, Message, Severity};
use crate::locale::Locale;

/// Explains `code`, or lists all.
pub(super) fn run(
    code: Option<&str>,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let Some(name) = code else {
        console.print(&list(locale))?;
        return Ok(Status::Clean);
    };
    match Code::from_name(&normal(name)) {
        Some(code) => {
            console.print(&explanation(code, locale))?;
            Ok(Status::Clean)
        }
        None => unknown(name, locale, console),
    }
}

/// A name as codes are written.
fn normal(name: &str) -> String {
    name.trim().to_lowercase().replace('_', "-")
}

/// The code, its level, and all there is to say about it.
fn explanation(code: Code, locale: &Locale) -> String {
    let level = match code.severity() {
        Severity::Error => "level-error",
        Severity::Warning => "level-warning",
    };
    let summary = locale.text(&format!("summary-{}", code.name()));
    let text = locale.text(&format!("explain-{}", code.name()));
    format!("{}[{}]: {summary}\n\n{text}\n", locale.text(level), code.name())
}

/// All codes, one a line, errors first.
fn list(locale: &Locale) -> String {
    let mut text = String::new();
    for (heading, severity) in [
        ("explain-heading-errors", Severity::Error),
        ("explain-heading-warnings", Severity::Warning),
    ] {
        text += &locale.text(heading);
        text += "\n";
        lines(severity, locale, &mut text);
        text += "\n";
    }
    text + &locale.text("explain-list-after") + "\n"
}

fn lines(severity: Severity, locale: &Locale, text: &mut String) {
    let width = Code::ALL.iter().map(|code| code.name().len()).max().unwrap_or(0);
    for code in Code::ALL.iter().filter(|code| code.severity() == severity) {
        let name = code.name();
        let summary = locale.text(&format!("summary-{name}"));
        let _ = writeln!(text, "  {name:width$}  {summary}");
    }
}

fn unknown(name: &str, locale: &Locale, console: &mut Console<'_>) -> io::Result<Status> {
    let hint = match nearest(&normal(name)) {
        Some(code) => Message::new("did-you-mean").with("name", code.name()),
        None => Message::new("explain-unknown-hint"),
    };
    complain(&Message::new("explain-unknown").with("code", name), Some(&hint), locale, console)?;
    Ok(Status::CouldNotRun)
}

/// The code that `name` is probably meant to be: at most a third of it is mistyped.
fn nearest(name: &str) -> Option<Code> {
    let distance = |code: &Code| damerau_levenshtein(code.name(), name);
    let nearest = Code::ALL.iter().copied().min_by_key(distance)?;
    (distance(&nearest) <= name.chars().count() / 3).then_some(nearest)
}
