//! Files -> a published folder, all or nothing.
//!
//! Takes files through a [`Sink`], each path once, from as many threads as like. [`Staging`]
//! collects them in a folder beside the output and publishes them in one step; [`Memory`] keeps
//! them; [`Discard`] only finds fault with them.
//!
//! What holds at any moment, also when the build is killed there: the output folder is the old
//! site, whole, or the new one, whole. (Where the file system cannot exchange two folders there is
//! a moment without either; the next build puts the old site back.) Two builds never publish into
//! one folder at a time. A file that congbo did not write is lost only where a new file takes its
//! path, or where it is the compressed copy of a file that is another now, and only if the
//! [`Policy`] allows that; it is named then.
//!
//! Where that is asked for, [`Staging::precompress`] puts compressed copies beside the files.
//!
//! Never reads content, never prints, never follows a symbolic link inside the output folder,
//! never touches anything but the output folder and its hidden sibling `.{name}.congbo`.

mod compress;
mod disk;
mod error;
mod ledger;
mod manifest;
mod memory;
mod place;
mod staging;
#[cfg(test)]
#[cfg(unix)]
mod tests;
mod work;

use std::io;
use std::path::{Path, PathBuf};

pub use error::{Action, Change, ForeignFile, OutputError, cause, shown};
pub use manifest::{digest, file_digest};
pub use memory::{Discard, Memory};
pub use staging::{Published, Staging};

/// Where rendered files go as they are made.
///
/// `path` is relative to the site, with `/` between its parts. It is refused as
/// [`io::ErrorKind::InvalidInput`] if a part is empty, `.` or `..`, if it holds a backslash or a
/// control character, or if it is the manifest's; and as [`io::ErrorKind::AlreadyExists`] or
/// [`io::ErrorKind::NotADirectory`] if it was written before or one path is a folder of the other.
pub trait Sink: Sync {
    /// Writes the file `path`.
    ///
    /// # Errors
    /// If the path is refused or the disk fails.
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()>;

    /// Writes what the regular file `from` holds to the file `path`, but not its permissions.
    ///
    /// # Errors
    /// If the path is refused, `from` cannot be read (its name is in the error), or the disk fails.
    fn copy(&self, path: &str, from: &Path) -> io::Result<()>;
}

/// What a build may do to the folders around it.
#[derive(Debug, Clone)]
pub struct Policy {
    /// The site root: the output may stand in it, but neither be it nor hold it.
    pub root: PathBuf,
    /// Content, templates, static files: the output may neither be one of them, nor hold one, nor
    /// stand in one. They need not exist.
    pub sources: Vec<PathBuf>,
    /// What becomes of files in the output folder that congbo did not write.
    pub foreign: Foreign,
}

/// What becomes of files in the output folder that congbo did not write, or that someone changed
/// since.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// The build is refused with their names.
    Refuse,
    /// They are carried over into the new site, except where it has a file of its own, and except
    /// compressed copies of files that are others now. They stay foreign, so the next build asks
    /// again.
    CarryOver,
}
