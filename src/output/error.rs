//! Why a site was not published.
//!
//! An error is data; the command line puts it into words, under [`OutputError::key`] and with
//! [`OutputError::args`].

use std::error::Error;
use std::fmt;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// A file in the output folder that congbo did not write as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ForeignFile {
    /// Relative to the output folder.
    pub path: PathBuf,
    /// How it differs from what congbo wrote.
    pub change: Change,
}

/// How a foreign file differs from what congbo wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// congbo wrote no file there.
    Added,
    /// congbo wrote a file there, with other content.
    Changed,
}

impl ForeignFile {
    /// The path with `/` between its parts; what is no Unicode is shown as U+FFFD.
    #[must_use]
    pub fn name(&self) -> String {
        let parts: Vec<_> = self.path.iter().map(|part| part.to_string_lossy()).collect();
        parts.join("/")
    }

    /// Name of the text that says how the file differs; it takes `path`.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self.change {
            Change::Added => "output-foreign-added",
            Change::Changed => "output-foreign-changed",
        }
    }
}

/// What the disk did not let us do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Find out where a folder is.
    Find,
    /// Take the lock of the output folder.
    Lock,
    /// Read the site that is there.
    Read,
    /// Write a file of the new one.
    Write,
    /// Put the new site in the place of the old one.
    Publish,
    /// Remove what is left of an earlier build or site.
    Clean,
}

/// Why a site was not published. The old one, if any, is whole and in its place in every case but
/// [`OutputError::Stranded`]. The output is named as it was asked for, except where the disk failed: there, as it is.
#[derive(Debug)]
pub enum OutputError {
    /// The output folder would hold, be or stand in a folder that the site is made from.
    Protected {
        /// The output folder.
        output: PathBuf,
        /// The folder that the site is made from.
        protected: PathBuf,
    },
    /// The output is something else than a folder.
    NotFolder {
        /// The output.
        output: PathBuf,
    },
    /// Another build has the output folder, and this one was told not to wait.
    Locked {
        /// The output folder.
        output: PathBuf,
    },
    /// The output folder holds files that congbo did not write.
    Foreign {
        /// The output folder.
        output: PathBuf,
        /// All of them, sorted.
        files: Vec<ForeignFile>,
    },
    /// The disk failed between the two renames that replace a folder where it cannot be done in
    /// one step, and again on the way back. The next build puts the old site back.
    Stranded {
        /// The output folder, where nothing is now.
        output: PathBuf,
        /// Where the old site is.
        aside: PathBuf,
        /// The first failure.
        source: io::Error,
    },
    /// The disk refused.
    Io {
        /// What was to be done.
        action: Action,
        /// To which file or folder.
        path: PathBuf,
        /// Why it failed.
        source: io::Error,
    },
}

impl OutputError {
    /// For `map_err`: the failure of `action` on `path`.
    pub(super) fn io(action: Action, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Io { action, path: path.to_owned(), source }
    }

    /// Name of the text that says it.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Protected { .. } => "output-protected",
            Self::NotFolder { .. } => "output-not-folder",
            Self::Locked { .. } => "output-locked",
            Self::Foreign { .. } => "output-foreign",
            Self::Stranded { .. } => "output-stranded",
            Self::Io { .. } => "output-io",
        }
    }

    /// Name of the text that says what to do; it takes the same values.
    #[must_use]
    pub const fn hint(&self) -> Option<&'static str> {
        match self {
            Self::Protected { .. } => Some("output-protected-hint"),
            Self::NotFolder { .. } => Some("output-not-folder-hint"),
            Self::Locked { .. } => None,
            Self::Foreign { .. } => Some("output-foreign-hint"),
            Self::Stranded { .. } => Some("output-stranded-hint"),
            Self::Io { .. } => Some("output-io-hint"),
        }
    }

    /// What stands for each `{ $name }` in the texts. `action` and `cause` are words to select by,
    /// not to show; `detail` is the system's own message, in its language.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Protected { output, protected } => {
                vec![("path", shown(output)), ("protected", shown(protected))]
            }
            Self::NotFolder { output } | Self::Locked { output } | Self::Foreign { output, .. } => {
                vec![("path", shown(output))]
            }
            Self::Stranded { output, aside, source } => {
                let places = vec![("path", shown(output)), ("aside", shown(aside))];
                [places, causes(source)].concat()
            }
            Self::Io { action, path, source } => {
                let place = vec![("action", action.word().to_owned()), ("path", shown(path))];
                [place, causes(source)].concat()
            }
        }
    }
}

impl Action {
    const fn word(self) -> &'static str {
        match self {
            Self::Find => "find",
            Self::Lock => "lock",
            Self::Read => "read",
            Self::Write => "write",
            Self::Publish => "publish",
            Self::Clean => "clean",
        }
    }
}

/// A path as messages show it: without the `./` that a default of `.` leaves.
#[must_use]
pub fn shown(path: &Path) -> String {
    let path = path.strip_prefix("./").unwrap_or(path);
    if path.as_os_str().is_empty() { ".".to_owned() } else { path.display().to_string() }
}

fn causes(error: &io::Error) -> Vec<(&'static str, String)> {
    vec![("cause", cause(error.kind()).to_owned()), ("detail", error.to_string())]
}

/// The causes that a user can do something about, by one word each.
#[must_use]
pub const fn cause(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "full",
        ErrorKind::ReadOnlyFilesystem => "read-only",
        ErrorKind::PermissionDenied => "denied",
        ErrorKind::NotADirectory => "file",
        ErrorKind::InvalidFilename => "name",
        ErrorKind::InvalidInput => "path",
        ErrorKind::AlreadyExists => "taken",
        ErrorKind::CrossesDevices | ErrorKind::ResourceBusy => "mount",
        _ => "other",
    }
}

/// The key and the values, for logs: the words are the command line's.
impl fmt::Display for OutputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())?;
        self.args().iter().try_for_each(|(name, value)| write!(f, ", {name}: {value}"))
    }
}

impl Error for OutputError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Stranded { source, .. } | Self::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
