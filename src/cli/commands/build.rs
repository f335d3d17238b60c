//! `congbo build`: publishes the site.
//!
//! What is wrong with the content goes to the error stream; the summary, which is the only
//! place of congbo that knows what time it took, to the output.

use std::env;
use std::ffi::OsStr;
use std::fmt::Write as _;
use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use unicode_width::UnicodeWidthStr;

use super::{could_not_run, printed, verdict};
use crate::cli::args::Build;
use crate::cli::emit::{self, Tally};
use crate::cli::progress::Line;
use crate::cli::{Console, Status};
use crate::diag::Message;
use crate::locale::Locale;
use crate::output::shown;
use crate::pipeline::{self, Failure, Notice, Options, Outcome};

/// The one variable that reaches what is published, through the crate that makes the index of the
/// search: how much is in each of its files. The crate has no other way to say it, and a program
/// cannot take a variable out of its own environment without `unsafe`; so a build does not begin
/// with it. Whoever uses the library has to see to it.
const FOREIGN: &str = "PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE";

/// Builds the site under `root`.
pub(super) fn run(
    root: PathBuf,
    arguments: Build,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let placeless = || placeless(env::current_dir());
    if let Some(failure) = foreign(env::var_os(FOREIGN).as_deref()).or_else(placeless) {
        return could_not_run(&failure, locale, console);
    }
    let begin = Instant::now();
    let options = options(root, arguments);
    let ran = pipeline::build(&options, &Line::on(console, quiet, locale));
    match ran {
        Ok(outcome) => report(outcome, &options, quiet, begin.elapsed(), locale, console),
        Err(failure) => could_not_run(&failure, locale, console),
    }
}

/// Why no build begins with this value of [`FOREIGN`].
fn foreign(value: Option<&OsStr>) -> Option<Failure> {
    value.filter(|value| !value.is_empty())?;
    let about = |key| Message::new(key).with("name", FOREIGN);
    Some(Failure {
        message: about("failure-environment"),
        details: Vec::new(),
        hint: Some(about("failure-environment-hint")),
    })
}

/// Why no build begins in such a folder: the crate of the index asks for it, needed or not, and
/// panics where it is gone.
fn placeless(folder: io::Result<PathBuf>) -> Option<Failure> {
    let message = Message::new("failure-current-folder").with("reason", folder.err()?.to_string());
    let hint = Some(Message::new("failure-current-folder-hint"));
    Some(Failure { message, details: Vec::new(), hint })
}

fn options(root: PathBuf, arguments: Build) -> Options {
    let Build { output, jobs, strict, overwrite, precompress } = arguments;
    let output = output.unwrap_or_else(|| root.join("public"));
    Options { root, output, jobs, strict, overwrite, precompress }
}

/// Says what came of a build.
fn report(
    outcome: Outcome,
    options: &Options,
    quiet: bool,
    took: Duration,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let status = verdict(&outcome.diagnostics, options.strict);
    let ending = ending(&outcome, options, took, locale);
    let findings = printed(outcome.diagnostics, quiet, options.strict);
    if !findings.is_empty() {
        let (color, width) = (console.colors_err(), console.width());
        console.print_error(&emit::human(&findings, &outcome.sources, locale, color, width))?;
    }
    if !quiet {
        notify(&outcome.notices, locale, console)?;
    }
    match (quiet, outcome.published) {
        (true, _) => {}
        (false, true) => console.print(&ending)?,
        (false, false) => console.print_error(&ending)?,
    }
    Ok(status)
}

/// Says what became of files in the output folder that congbo did not write.
fn notify(notices: &[Notice], locale: &Locale, console: &mut Console<'_>) -> io::Result<()> {
    for notice in notices {
        let message = locale.message(&notice.message);
        if notice.warns {
            console.warn(&locale.text("level-warning"), &message)?;
        } else {
            console.remark(&message)?;
        }
        for detail in &notice.details {
            console.detail(&locale.message(detail))?;
        }
    }
    Ok(())
}

/// The last words of a build: its summary, or that nothing was published and why.
fn ending(outcome: &Outcome, options: &Options, took: Duration, locale: &Locale) -> String {
    let tally = Tally::of(&outcome.diagnostics);
    match (outcome.published, tally.errors) {
        (true, _) => summary(outcome, options, took, locale),
        (false, 0) => locale.text("not-published-strict") + "\n",
        (false, _) => locale.text("not-published") + "\n",
    }
}

/// A table: what was counted, and how many.
fn summary(outcome: &Outcome, options: &Options, took: Duration, locale: &Locale) -> String {
    let output = shown(&options.output);
    let rows = rows(outcome, took, locale);
    let width = rows.iter().map(|(name, _)| name.width()).max().unwrap_or(0);
    let mut text = locale.format("built-heading", &[("output", output.into())]) + "\n";
    for (name, value) in rows {
        let blanks = " ".repeat(width - name.width());
        let _ = writeln!(text, "  {name}{blanks}  {value}");
    }
    text
}

fn rows(outcome: &Outcome, took: Duration, locale: &Locale) -> Vec<(String, String)> {
    let counts = outcome.summary;
    let references = locale.format("built-references", &[("count", counts.references.into())]);
    let footnotes = format!("{} ({references})", counts.footnotes);
    let warnings = Tally::of(&outcome.diagnostics).warnings;
    let row = |key: &str, value: String| (locale.text(key), value);
    vec![
        row("built-reports", counts.reports.to_string()),
        row("built-pages", counts.pages.to_string()),
        row("built-sections", counts.sections.to_string()),
        row("built-directives", counts.directives.to_string()),
        row("built-footnotes", footnotes),
        row("built-citations", counts.citations.to_string()),
        row("built-warnings", warnings.to_string()),
        row("built-time", seconds(took, locale)),
    ]
}

/// A time in seconds to the hundredth, with the language's decimal sign.
fn seconds(time: Duration, locale: &Locale) -> String {
    let number = format!("{:.2}", time.as_secs_f64());
    let number = number.replace('.', &locale.text("decimal-separator"));
    locale.format("built-seconds", &[("seconds", number.into())])
}
