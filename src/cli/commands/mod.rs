//! The commands, one file each.
//!
//! A command takes its arguments, the locale and the console, runs what it is for, says what
//! came of it and gives the status. What a run has to say is put together apart from the run,
//! so that it can be tested without one.

mod build;
mod check;
mod completions;
mod explain;
mod init;
mod site;

use std::io;

use super::args::{Action, Check, Invocation};
use super::emit::Tally;
use super::{Console, Status};
use crate::diag::{Diagnostic, Severity};
use crate::locale::Locale;
use crate::pipeline::Failure;

/// Runs a command.
pub(super) fn run(
    invocation: Invocation,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    let Invocation { root, quiet, action } = invocation;
    match action {
        Action::Build(arguments) => build::run(root, arguments, quiet, locale, console),
        Action::Check(Check { site: Some(folder), jobs, strict, format, .. }) => {
            let asked = site::Asked { folder, jobs, strict, format };
            site::run(&asked, quiet, locale, console)
        }
        Action::Check(arguments) => check::run(root, &arguments, quiet, locale, console),
        Action::Explain(code) => explain::run(code.as_deref(), locale, console),
        Action::Init(folder) => init::run(&folder.unwrap_or(root), locale, console),
        Action::Completions(shell) => completions::run(shell, locale, console),
    }
}

/// Says why a run could not be made.
fn could_not_run(
    failure: &Failure,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<Status> {
    console.complain(&locale.text("level-error"), &locale.message(&failure.message))?;
    for detail in &failure.details {
        console.detail(&locale.message(detail))?;
    }
    if let Some(hint) = &failure.hint {
        console.advise(&locale.text("level-hint"), &locale.message(hint))?;
    }
    Ok(Status::CouldNotRun)
}

/// The status that the findings of a run lead to.
fn verdict(diagnostics: &[Diagnostic], strict: bool) -> Status {
    let Tally { errors, warnings } = Tally::of(diagnostics);
    if errors > 0 || (strict && warnings > 0) { Status::Findings } else { Status::Clean }
}

/// What is to be printed of the findings: all, or if `quiet` only those that fail.
fn printed(diagnostics: Vec<Diagnostic>, quiet: bool, strict: bool) -> Vec<Diagnostic> {
    let shown = |each: &Diagnostic| !quiet || strict || each.severity == Severity::Error;
    diagnostics.into_iter().filter(shown).collect()
}
