//! `congbo completions`: what a shell needs to complete congbo's arguments.

use std::io;

use clap_complete::{Shell, generate};

use crate::cli::args::{self, PROGRAM};
use crate::cli::{Console, Status};
use crate::locale::Locale;

/// Prints the completions of `shell`. They are made in memory, since the generator panics where
/// it cannot write.
pub(super) fn run(shell: Shell, locale: &Locale, console: &mut Console<'_>) -> io::Result<Status> {
    let mut script = Vec::new();
    generate(shell, &mut args::command(locale), PROGRAM, &mut script);
    console.print(&String::from_utf8_lossy(&script))?;
    Ok(Status::Clean)
}
