//! The work folder beside the output: `.{name}.congbo/`, with `lock`, `new/` and at times `old/`.
//!
//! It is a sibling so that it is on the same file system. Whoever holds the lock owns everything in
//! it and the output folder. The lock is the system's, so a killed build holds none.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::disk;
use super::error::{Action, OutputError};

/// How often the lock file may vanish under our hands before we believe that something is wrong.
const ATTEMPTS: usize = 1000;

/// The work folder, locked, with an empty `new/`. Dropping it removes everything but an `old/`
/// that is the only copy of a site.
#[derive(Debug)]
pub(super) struct Work {
    folder: PathBuf,
    /// Held, not read.
    _lock: File,
}

impl Work {
    /// Takes the lock for `place` and clears away what a killed build left. If another build has
    /// the lock, asks `busy` whether to wait; `None` if not. The folder around `place` is created.
    pub(super) fn enter(
        place: &Path,
        busy: impl FnOnce() -> ControlFlow<()>,
    ) -> Result<Option<Self>, OutputError> {
        let folder = beside(place);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).map_err(OutputError::io(Action::Write, parent))?;
        }
        let Some(lock) = take(&folder, busy)? else { return Ok(None) };
        let work = Self { folder, _lock: lock };
        work.recover(place)?;
        let new = work.new_site();
        fs::create_dir(&new).map_err(OutputError::io(Action::Write, &new))?;
        Ok(Some(work))
    }

    pub(super) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where the new site grows; after an exchange, the old one.
    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the old site is between two renames.
    pub(super) fn old_site(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// An `old/` without a site in its place is put back: the build was killed between two
    /// renames. A rename to an empty folder replaces it, to any other fails.
    fn recover(&self, place: &Path) -> Result<(), OutputError> {
        let (new, old) = (self.new_site(), self.old_site());
        disk::remove(&new)?;
        match fs::rename(&old, place) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(_) if fs::read_dir(place).is_ok_and(|mut found| found.next().is_some()) => {
                fs::rename(&old, &new).map_err(OutputError::io(Action::Clean, &old))?;
                disk::remove(&new)
            }
            done => done.map_err(OutputError::io(Action::Publish, place)),
        }
    }
}

impl Drop for Work {
    fn drop(&mut self) {
        let _ = disk::remove(&self.new_site());
        if cfg!(unix) {
            let _ = fs::remove_file(lock_file(&self.folder));
            let _ = fs::remove_dir(&self.folder);
        }
    }
}

fn beside(place: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(place.file_name().unwrap_or_default());
    name.push(".congbo");
    place.with_file_name(name)
}

fn lock_file(folder: &Path) -> PathBuf {
    folder.join("lock")
}

fn take(
    folder: &Path,
    busy: impl FnOnce() -> ControlFlow<()>,
) -> Result<Option<File>, OutputError> {
    let path = lock_file(folder);
    let mut busy = Some(busy);
    for _ in 0..ATTEMPTS {
        let Some(lock) = open_lock(folder, &path)? else { continue };
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                if busy.take().is_some_and(|busy| busy().is_break()) {
                    return Ok(None);
                }
                lock.lock().map_err(OutputError::io(Action::Lock, &path))?;
            }
            Err(TryLockError::Error(error)) => {
                return Err(OutputError::io(Action::Lock, &path)(error));
            }
        }
        if is_at(&lock, &path) {
            return Ok(Some(lock));
        }
    }
    Err(OutputError::io(Action::Lock, &path)(ErrorKind::NotFound.into()))
}

/// `None` if another build takes the folder away at this moment.
fn open_lock(folder: &Path, path: &Path) -> Result<Option<File>, OutputError> {
    match fs::create_dir(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        done => done.map_err(OutputError::io(Action::Write, folder))?,
    }
    match File::options().write(true).create(true).truncate(false).open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        opened => opened.map(Some).map_err(OutputError::io(Action::Lock, path)),
    }
}

/// Whether `path` still is `file`. The build before us takes its lock file away, and a lock on a
/// file that nobody can find is none: the next build makes a new one.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let id = |found: fs::Metadata| (found.dev(), found.ino());
    let (Ok(ours), Ok(theirs)) = (file.metadata(), fs::metadata(path)) else { return false };
    id(ours) == id(theirs)
}

/// Elsewhere the lock file is never taken away.
#[cfg(not(unix))]
fn is_at(_file: &File, _path: &Path) -> bool {
    true
}
