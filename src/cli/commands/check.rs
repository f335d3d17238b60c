//! `congbo check`: what `build` would say, without writing.
//!
//! The findings are what was asked for, so they go to the output. JSON is complete whatever
//! else is asked for.

use std::io;
use std::path::PathBuf;

use super::{could_not_run, printed, verdict};
use crate::cli::args::{Check, Format};
use crate::cli::progress::Line;
use crate::cli::{Console, Status, emit};
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
    let ran = pipeline::check(&options(root, arguments), &Line::on(console, quiet, locale));
    match ran {
        Ok(outcome) => report(outcome, arguments, quiet, locale, console),
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
    arguments: &Check,
    quiet: bool,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let status = verdict(&outcome.diagnostics, arguments.strict);
    match arguments.format {
        Format::Json => {
            console.print(&emit::json(&outcome.diagnostics, &outcome.sources, locale)?)?;
        }
        Format::Human => people(outcome, quiet, arguments.strict, locale, console)?,
    }
    Ok(status)
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
