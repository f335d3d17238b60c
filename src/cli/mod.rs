//! The command line: arguments in, words out, an exit status back.
//!
//! Takes the arguments and a [`Console`], runs one command through the pipeline and says what
//! came of it, in the language of `--lang` or of the site. All words come from the locale, all
//! output goes through the console, so that tests run commands in-process. Never panics on a
//! closed pipe, never exits the process, never writes to the terminal by itself.
//!
//! What goes where: what a command was asked for (findings of `check`, the summary of `build`,
//! explanations, help) goes to the output; what `build` has against the content, what could
//! not be run, and progress go to the error stream.

mod args;
mod commands;
mod console;
pub mod emit;
mod progress;
mod repository;
mod revision;
mod starter;
mod usage;

use std::ffi::OsString;
use std::io;

pub use console::Console;

use crate::diag::Message;
use crate::locale::Locale;
use args::{Preferences, Request};

/// How a run ended, as the exit status says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing to report above the level that fails.
    Clean,
    /// Something to report.
    Findings,
    /// Could not run: bad usage, nothing to read, cannot write.
    CouldNotRun,
}

impl Status {
    /// The number that the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::CouldNotRun => 2,
        }
    }
}

/// Runs the command of `arguments` (the program's name first) and gives its exit status.
pub fn run(arguments: impl IntoIterator<Item = OsString>, console: &mut Console<'_>) -> u8 {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let preferences = Preferences::scan(&arguments);
    console.set_color(preferences.color);
    let locale = Locale::of(preferences.language);
    let status = obey(&arguments, locale, console)
        .unwrap_or_else(|error| cannot_write(&error, locale, console));
    status.code()
}

fn obey(arguments: &[OsString], locale: &Locale, console: &mut Console<'_>) -> io::Result<Status> {
    match args::parse(arguments, locale, console.width()) {
        Ok(Request::Run(invocation)) => commands::run(invocation, locale, console),
        Ok(Request::Show(text)) => {
            console.print_styled(&text)?;
            Ok(Status::Clean)
        }
        Err(error) => usage::refuse(&error, arguments, locale, console),
    }
}

/// The output is not there any more, which the error stream may still be able to say.
fn cannot_write(error: &io::Error, locale: &Locale, console: &mut Console<'_>) -> Status {
    let message = Message::new("failure-write").with("reason", reason(error, locale));
    match complain(&message, None, locale, console) {
        Ok(()) | Err(_) => Status::CouldNotRun,
    }
}

/// Says on the error stream why something could not be run, and what to do.
fn complain(
    message: &Message,
    hint: Option<&Message>,
    locale: &Locale,
    console: &mut Console<'_>,
) -> io::Result<()> {
    console.complain(&locale.text("level-error"), &locale.message(message))?;
    match hint {
        Some(hint) => console.advise(&locale.text("level-hint"), &locale.message(hint)),
        None => Ok(()),
    }
}

/// Why the disk refused, in the locale's words where it has them, else in the system's.
fn reason(error: &io::Error, locale: &Locale) -> String {
    use io::ErrorKind as Kind;
    match error.kind() {
        Kind::NotFound => locale.text("reason-not-found"),
        Kind::NotADirectory => locale.text("reason-file"),
        Kind::InvalidFilename => locale.text("reason-name"),
        Kind::PermissionDenied => locale.text("reason-denied"),
        Kind::ReadOnlyFilesystem => locale.text("reason-read-only"),
        Kind::StorageFull => locale.text("reason-full"),
        Kind::AlreadyExists => locale.text("reason-exists"),
        _ => error.to_string(),
    }
}
