//! What congbo wrote into a folder, and what someone else did since.
//!
//! The manifest lies in the published folder and is what `sha256sum` writes: 64 hexadecimal
//! digits, two spaces, the path; one line a file but itself, sorted by path. So
//! `sha256sum -c .congbo-manifest` verifies a site. A file of that name in any other form is none.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};
use walkdir::{DirEntry, WalkDir};

use super::error::{Action, Change, ForeignFile, OutputError};
use super::ledger;

/// Name of the manifest in a published folder.
pub(super) const NAME: &str = ".congbo-manifest";

/// The SHA-256 of each file, in lower-case hexadecimal digits, by path.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Manifest(pub(super) BTreeMap<String, String>);

impl Manifest {
    pub(super) fn text(&self) -> String {
        let lines = self.0.iter().map(|(path, digest)| [digest, "  ", path, "\n"].concat());
        lines.collect()
    }

    /// The manifest that has just this text, if there is one.
    fn parse(text: &str) -> Option<Self> {
        let lines = text.lines().map(|line| line.split_once("  "));
        let entry = |(digest, path): (&str, &str)| (path.to_owned(), digest.to_owned());
        let manifest = Self(lines.map(|line| line.map(entry)).collect::<Option<_>>()?);
        let sound = manifest.0.iter().all(|(path, digest)| {
            ledger::check(path).is_ok()
                && digest.len() == 64
                && digest.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        });
        (sound && manifest.text() == text).then_some(manifest)
    }

    fn read(folder: &Path) -> io::Result<Option<Self>> {
        let path = folder.join(NAME);
        match fs::symlink_metadata(&path) {
            Ok(found) if found.is_file() => {
                let bytes = fs::read(path)?;
                Ok(std::str::from_utf8(&bytes).ok().and_then(Self::parse))
            }
            Ok(_) => Ok(None),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }
}

/// A folder held against its manifest.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Files that congbo did not write as they are, sorted.
    pub(super) foreign: Vec<ForeignFile>,
    /// Folders in which congbo wrote no file.
    pub(super) folders: Vec<PathBuf>,
    manifest: Option<Manifest>,
    sound: usize,
}

impl Survey {
    /// Reads all of `folder`; one that does not exist is empty. Links are not followed.
    pub(super) fn of(folder: &Path) -> Result<Self, OutputError> {
        if !folder.try_exists().map_err(OutputError::io(Action::Read, folder))? {
            return Ok(Self::default());
        }
        let manifest = Manifest::read(folder).map_err(OutputError::io(Action::Read, folder))?;
        let mut survey = Self { manifest, ..Self::default() };
        for entry in WalkDir::new(folder).min_depth(1) {
            let entry = entry.map_err(|error| unreadable(folder, error))?;
            survey.add(folder, &entry).map_err(OutputError::io(Action::Read, entry.path()))?;
        }
        survey.foreign.sort();
        Ok(survey)
    }

    /// Whether the folder holds each file of `manifest`, and of congbo's no other.
    pub(super) fn matches(&self, manifest: &Manifest) -> bool {
        self.manifest.as_ref() == Some(manifest) && self.sound == manifest.0.len()
    }

    /// Whether the site of `manifest` has a file at `path` with another content than it has here.
    pub(super) fn differs(&self, manifest: &Manifest, path: &str) -> bool {
        let own = self.manifest.as_ref().and_then(|own| own.0.get(path));
        let foreign = || self.foreign.iter().any(|file| file.name() == path);
        manifest.0.get(path).is_some_and(|new| own != Some(new) || foreign())
    }

    fn add(&mut self, folder: &Path, entry: &DirEntry) -> io::Result<()> {
        let path = entry.path().strip_prefix(folder).unwrap_or(entry.path()).to_owned();
        if entry.file_type().is_dir() {
            self.add_folder(path);
            return Ok(());
        }
        if self.manifest.is_some() && path == Path::new(NAME) {
            return Ok(());
        }
        match self.change(&path, entry)? {
            None => self.sound += 1,
            Some(change) => self.foreign.push(ForeignFile { path, change }),
        }
        Ok(())
    }

    fn add_folder(&mut self, path: PathBuf) {
        let wrote_below = |manifest: &Manifest| {
            slashed(&path).is_some_and(|name| ledger::has_below(&manifest.0, &name))
        };
        if !self.manifest.as_ref().is_some_and(wrote_below) {
            self.folders.push(path);
        }
    }

    fn change(&self, path: &Path, entry: &DirEntry) -> io::Result<Option<Change>> {
        let name = slashed(path);
        let manifest = self.manifest.as_ref().map(|manifest| &manifest.0);
        let Some(digest) = name.and_then(|name| manifest?.get(&name)) else {
            return Ok(Some(Change::Added));
        };
        let same = entry.file_type().is_file() && file_digest(entry.path())? == *digest;
        Ok((!same).then_some(Change::Changed))
    }
}

/// The digest of what was hashed as the manifest has it.
pub(super) fn finished(hash: Sha256) -> String {
    format!("{:x}", hash.finalize())
}

/// The SHA-256 of bytes, in lower-case hexadecimal digits.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    finished(Sha256::new_with_prefix(bytes))
}

/// The SHA-256 of what a file holds, in lower-case hexadecimal digits.
///
/// # Errors
/// If the file cannot be read.
pub fn file_digest(path: &Path) -> io::Result<String> {
    let mut hash = Sha256::new();
    io::copy(&mut File::open(path)?, &mut hash)?;
    Ok(finished(hash))
}

fn slashed(path: &Path) -> Option<String> {
    let parts: Vec<_> = path.iter().map(|part| part.to_str()).collect::<Option<_>>()?;
    Some(parts.join("/"))
}

fn unreadable(folder: &Path, error: walkdir::Error) -> OutputError {
    let path = error.path().unwrap_or(folder).to_owned();
    OutputError::Io { action: Action::Read, path, source: error.into() }
}
