//! `congbo check`: what `build` would say, without writing.
//!
//! The findings are what was asked for, so they go to the output. Forms for other programs are
//! complete whatever else is asked for.

use std::io;
use std::path::{Path, PathBuf};

use super::{could_not_run, printed, verdict};
use crate::cli::args::{Check, Format};
use crate::cli::emit::{self, Setting, Since};
use crate::cli::progress::Line;
use crate::cli::revision::Changes;
use crate::cli::{Console, Status, repository};
use crate::locale::Locale;
use crate::pipeline::{self, Failure, Options, Outcome};

/// Checks the site under `root`. What differs from a revision is asked first: it takes less time
/// and fails more often.
pub(super) fn run(
    root: PathBuf,
    arguments: &Check,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let options = options(root, arguments);
    let ran = changes(&options.root, arguments).and_then(|changes| {
        let outcome = pipeline::check(&options, &Line::on(console, quiet, locale))?;
        Ok(limited(outcome, changes.as_ref(), &options.root, arguments))
    });
    match ran {
        Ok(found) => report(found, &options.root, arguments, quiet, locale, console),
        Err(failure) => could_not_run(&failure, locale, console),
    }
}

/// What came of a check, and what was left out of it.
struct Found {
    outcome: Outcome,
    since: Option<Since>,
}

/// What differs from the revision that the arguments name; where there is no site, the check says
/// so.
fn changes(root: &Path, arguments: &Check) -> Result<Option<Changes>, Failure> {
    let revision = arguments.since.as_ref().filter(|_| root.join("content").is_dir());
    revision.map(|revision| Changes::since(revision, root)).transpose()
}

/// The outcome without the findings that do not concern the changes.
fn limited(
    mut outcome: Outcome,
    changes: Option<&Changes>,
    root: &Path,
    arguments: &Check,
) -> Found {
    let Some(changes) = changes else { return Found { outcome, since: None } };
    let all = outcome.diagnostics.len();
    let Outcome { diagnostics, sources, .. } = &mut outcome;
    diagnostics.retain(|each| changes.concern(each, root, sources));
    let unchanged = all - diagnostics.len();
    let revision = arguments.since.clone().unwrap_or_default();
    Found { outcome, since: Some(Since { revision, unchanged }) }
}

fn options(root: PathBuf, arguments: &Check) -> Options {
    Options {
        output: root.join("public"),
        root,
        jobs: arguments.jobs,
        strict: arguments.strict,
        overwrite: false,
        precompress: false,
    }
}

/// Prints the findings of a check.
fn report(
    found: Found,
    root: &Path,
    arguments: &Check,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let status = verdict(&found.outcome.diagnostics, arguments.strict);
    if arguments.format == Format::Human {
        people(found, quiet, arguments.strict, locale, console)?;
    } else {
        console.print(&programs(&found, root, arguments, locale)?)?;
    }
    Ok(status)
}

/// The findings in a form for other programs.
fn programs(found: &Found, root: &Path, arguments: &Check, locale: &Locale) -> io::Result<String> {
    let Found { outcome: Outcome { diagnostics, sources, .. }, since } = found;
    let setting = Setting {
        folder: repository::folder(root),
        strict: arguments.strict,
        since: since.clone(),
    };
    Ok(match arguments.format {
        Format::Human => String::new(),
        Format::Json => emit::json(diagnostics, sources, locale, since.as_ref())?,
        Format::Sarif => emit::sarif(diagnostics, sources, locale, &setting)?,
        Format::GitHub => emit::github(diagnostics, sources, locale, &setting),
        Format::JUnit => emit::junit(diagnostics, sources, locale, &setting),
    })
}

fn people(
    found: Found,
    quiet: bool,
    strict: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let Outcome { diagnostics, sources, .. } = found.outcome;
    let findings = printed(diagnostics, quiet, strict);
    if quiet && findings.is_empty() {
        return Ok(());
    }
    let (color, width) = (console.colors_out(), console.width());
    console.print(&emit::human(&findings, &sources, locale, color, width))?;
    match found.since.and_then(|since| since.notice(locale)).filter(|_| !quiet) {
        Some(notice) => console.print(&format!("{notice}\n")),
        None => Ok(()),
    }
}
