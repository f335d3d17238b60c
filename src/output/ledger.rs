//! What was written so far: one rule for paths, whatever keeps the files.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::{Component, Path};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::manifest;

/// Something for each path that was written; filled by many threads, read in path order.
#[derive(Debug, Default)]
pub(super) struct Ledger<T>(Mutex<BTreeMap<String, T>>);

impl<T> Ledger<T> {
    /// Enters a new path, or says why there can be no such file.
    pub(super) fn enter(&self, path: &str, value: T) -> io::Result<()> {
        check(path)?;
        let mut entries = self.lock();
        if entries.contains_key(path) || has_below(&entries, path) {
            return Err(refusal(ErrorKind::AlreadyExists, path, "is written twice"));
        }
        if folders(path).any(|folder| entries.contains_key(folder)) {
            return Err(refusal(ErrorKind::NotADirectory, path, "would stand in a file"));
        }
        entries.insert(path.to_owned(), value);
        Ok(())
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, BTreeMap<String, T>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn into_entries(self) -> BTreeMap<String, T> {
        self.0.into_inner().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whether `path` can be a file of a site on any system, and in a line of the manifest.
pub(super) fn check(path: &str) -> io::Result<()> {
    let plain = !path.contains(|c: char| c == '\\' || c.is_control())
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
        && Path::new(path).components().all(|part| matches!(part, Component::Normal(_)));
    let ours = path.split('/').next() == Some(manifest::NAME);
    if plain && !ours {
        return Ok(());
    }
    Err(refusal(ErrorKind::InvalidInput, path, "cannot be the path of a published file"))
}

/// Opens a file to be copied. Anything but a regular file is refused: a pipe would never end.
pub(super) fn open(from: &Path) -> io::Result<File> {
    match std::fs::metadata(from) {
        Ok(found) if found.is_file() => File::open(from).map_err(about(from)),
        Ok(_) => Err(about(from)(ErrorKind::Unsupported.into())),
        Err(error) => Err(about(from)(error)),
    }
}

/// For `map_err`: the same failure with the file's name in it.
pub(super) fn about(from: &Path) -> impl Fn(io::Error) -> io::Error {
    move |error| io::Error::new(error.kind(), format!("{}: {error}", from.display()))
}

fn refusal(kind: ErrorKind, path: &str, why: &str) -> io::Error {
    io::Error::new(kind, format!("{path:?} {why}"))
}

/// `a` and `a/b` of `a/b/c`.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(at, _)| &path[..at])
}

/// Whether `folder` has a file anywhere below it.
pub(super) fn has_below<T>(entries: &BTreeMap<String, T>, folder: &str) -> bool {
    let prefix = format!("{folder}/");
    entries.range(prefix.clone()..).next().is_some_and(|(path, _)| path.starts_with(&prefix))
}
