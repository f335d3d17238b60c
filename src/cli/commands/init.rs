//! `congbo init`: writes a small site to start from.
//!
//! Never overwrites a file, and touches nothing where there is content already.

use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::cli::args::PROGRAM;
use crate::cli::starter::{self, StarterFile};
use crate::cli::{Console, Status, complain, reason};
use crate::diag::Message;
use crate::locale::Locale;
use crate::output::shown;

/// Writes the starter site of the locale's language into `folder`.
pub(super) fn run(folder: &Path, locale: &Locale, console: &mut Console<'_>) -> io::Result<Status> {
    if fs::symlink_metadata(folder.join("content")).is_ok() {
        let message = Message::new("init-exists").with("path", shown(folder));
        complain(&message, Some(&Message::new("init-exists-hint")), locale, console)?;
        return Ok(Status::CouldNotRun);
    }
    let files = starter::files(locale.language());
    if let Err((path, error)) = files.iter().try_for_each(|file| write(folder, file)) {
        let message = Message::new("init-failed")
            .with("path", shown(&path))
            .with("reason", reason(&error, locale));
        complain(&message, None, locale, console)?;
        return Ok(Status::CouldNotRun);
    }
    console.print(&farewell(folder, files, locale))?;
    Ok(Status::Clean)
}

/// Writes one file that is not there yet.
fn write(folder: &Path, file: &StarterFile) -> Result<(), (PathBuf, io::Error)> {
    let path = folder.join(file.path);
    let parent = path.parent().unwrap_or(folder);
    fs::create_dir_all(parent).map_err(|error| (parent.to_owned(), error))?;
    File::create_new(&path)
        .and_then(|mut new| new.write_all(file.text.as_bytes()))
        .map_err(|error| (path, error))
}

/// What was written, and what to do next.
fn farewell(folder: &Path, files: &[StarterFile], locale: &Locale) -> String {
    let mut text = locale.format("init-done", &[("path", shown(folder).into())]) + "\n";
    for file in files {
        let _ = writeln!(text, "  {}", file.path);
    }
    let next = [
        ("check", command("check", folder).into()),
        ("build", command("build", folder).into()),
        ("index", shown(&folder.join("public").join("index.html")).into()),
        ("site", shown(&folder.join("content").join("site.yaml")).into()),
    ];
    let _ = writeln!(text, "\n{}", locale.format("init-next", &next));
    text
}

/// The command line that runs a command on `folder`, to be typed as it is.
fn command(name: &str, folder: &Path) -> String {
    let folder = shown(folder);
    match folder.as_str() {
        "." => format!("{PROGRAM} {name}"),
        plain if plain.chars().all(is_plain) => format!("{PROGRAM} {name} --root {plain}"),
        other => format!("{PROGRAM} {name} --root \"{other}\""),
    }
}

/// Whether a shell takes a character as it is.
fn is_plain(sign: char) -> bool {
    sign.is_alphanumeric() || "/._-+:".contains(sign)
}
