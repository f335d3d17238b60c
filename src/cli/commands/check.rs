//! `congbo check`: what `build` would say, without writing.
//!
//! The findings are what was asked for, so they go to the output. Forms for other programs are
//! complete whatever else is asked for.

use std::io;
use std::path::{Path, PathBuf};

use super::{could_not_run, printed, verdict};
use crate::cli::args::{Check, Format};
use crate::cli::emit::{self, Setting};
use crate::cli::progress::Line;
use crate::cli::{Console, Status, repository};
use crate::locale::Locale;
use crate::pipeline::{self, Options, Outcome};

/// Checks the site under `root`.
pub(super) fn run(
    root: PathBuf,
    arguments: &Check,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let options = options(root, arguments);
    match pipeline::check(&options, &Line::on(console, quiet, locale)) {
        Ok(outcome) => report(outcome, &options.root, arguments, quiet, locale, console),
        Err(failure) => could_not_run(&failure, locale, console),
    }
}

fn options(root: PathBuf, arguments: &Check) -> Options {
    Options {
        output: root.join("public"),
        root,
        jobs: arguments.jobs,
        strict: arguments.strict,
        overwrite: false,
    }
}

/// Prints the findings of a check.
fn report(
    outcome: Outcome,
    root: &Path,
    arguments: &Check,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let status = verdict(&outcome.diagnostics, arguments.strict);
    if arguments.format == Format::Human {
        people(outcome, quiet, arguments.strict, locale, console)?;
    } else {
        console.print(&programs(&outcome, root, arguments, locale)?)?;
    }
    Ok(status)
}

/// The findings in a form for other programs.
fn programs(
    outcome: &Outcome,
    root: &Path,
    arguments: &Check,
    locale: &Locale,
) -> io::Result<String> {
    let Outcome { diagnostics, sources, .. } = outcome;
    let setting =
        Setting { folder: repository::folder(root), strict: arguments.strict, since: None };
    Ok(match arguments.format {
        Format::Human => String::new(),
        Format::Json => emit::json(diagnostics, sources, locale)?,
        Format::Sarif => emit::sarif(diagnostics, sources, locale, &setting)?,
        Format::GitHub => emit::github(diagnostics, sources, locale, &setting),
        Format::JUnit => emit::junit(diagnostics, sources, locale, &setting),
    })
}

fn people(
    outcome: Outcome,
    quiet: bool,
    strict: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<()> {
    let findings = printed(outcome.diagnostics, quiet, strict);
    if quiet && findings.is_empty() {
        return Ok(());
    }
    let (color, width) = (console.colors_out(), console.width());
    console.print(&emit::human(&findings, &outcome.sources, locale, color, width))
}
