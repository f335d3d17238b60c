//! The files of a published folder.
//!
//! Gives their paths, and the text of one. Follows a symbolic link only to what lies in the folder
//! too, as a copy of the folder on a server would have it; goes into no `.git`. What is no text, or
//! too large for a page, is not read as one.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::failed;
use crate::check::Kind;
use crate::diag::Message;
use crate::output::{cause, shown};
use crate::pipeline::Failure;

/// A page of more bytes is none that a reader would wait for.
const LIMIT: u64 = 64 << 20;
/// How far it is looked for signs that a file is no text, and for what encoding it is in.
const HEAD: usize = 2048;

/// A published folder.
pub(super) struct Folder {
    root: PathBuf,
    /// All files, with `/` between the parts of their paths, sorted.
    pub paths: Vec<String>,
    /// Symbolic links that lead out of the folder, in a circle or to nothing, sorted.
    pub refused: Vec<String>,
}

/// What a file holds.
pub(super) enum Text {
    Plain(String),
    /// What is to be UTF-8 and is not, from this place on.
    Broken {
        text: String,
        at: usize,
    },
    /// UTF-16.
    Utf16,
    Binary,
    TooLarge,
}

impl Text {
    pub(super) fn into_string(self) -> String {
        match self {
            Self::Plain(text) | Self::Broken { text, .. } => text,
            _ => String::new(),
        }
    }
}

impl Folder {
    /// Looks a folder through.
    pub(super) fn open(root: &Path) -> Result<Self, Failure> {
        let real = root.canonicalize().ok().filter(|root| root.is_dir());
        let Some(real) = real else {
            return Err(failed(Message::new("failure-no-site").with("path", shown(root))));
        };
        let mut folder = Self { root: root.to_owned(), paths: Vec::new(), refused: Vec::new() };
        folder.walk(&real)?;
        folder.paths.sort_unstable();
        folder.refused.sort_unstable();
        if folder.paths.iter().any(|path| Kind::of(path) == Kind::Page) {
            return Ok(folder);
        }
        Err(failed(Message::new("failure-no-pages").with("path", shown(root))))
    }

    fn walk(&mut self, real: &Path) -> Result<(), Failure> {
        let mut entries = WalkDir::new(&self.root).follow_links(true).into_iter();
        while let Some(entry) = entries.next() {
            let entry = match entry {
                Ok(entry) => entry,
                Err(error) => {
                    self.refuse_or_fail(error)?;
                    continue;
                }
            };
            let path = self.path_of(entry.path());
            if entry.path_is_symlink() && entry.depth() > 0 && leads_out(&entry, real) {
                self.refused.push(path.clone());
                if entry.file_type().is_dir() {
                    entries.skip_current_dir();
                    continue;
                }
            }
            match entry.file_type() {
                kind if kind.is_dir() && entry.file_name() == ".git" => entries.skip_current_dir(),
                kind if kind.is_file() => self.paths.push(path),
                _ => {}
            }
        }
        Ok(())
    }

    /// A link in a circle or to nothing is refused; anything else that cannot be read ends the
    /// check.
    fn refuse_or_fail(&mut self, error: walkdir::Error) -> Result<(), Failure> {
        let path = error.path().unwrap_or(&self.root).to_owned();
        let link = fs::symlink_metadata(&path).is_ok_and(|found| found.is_symlink());
        if error.loop_ancestor().is_some() || link {
            self.refused.push(self.path_of(&path));
            return Ok(());
        }
        let error = error.into_io_error().unwrap_or(io::ErrorKind::Other.into());
        Err(unreadable(&path, &error))
    }

    fn path_of(&self, path: &Path) -> String {
        let path = path.strip_prefix(&self.root).unwrap_or(path);
        let parts = path.components().map(|part| part.as_os_str().to_string_lossy());
        parts.collect::<Vec<_>>().join("/")
    }

    /// Whether the file is a link that leads out of the folder.
    pub(super) fn is_unsafe(&self, path: &str) -> bool {
        self.refused.binary_search_by(|refused| (**refused).cmp(path)).is_ok()
    }

    /// What a file holds.
    pub(super) fn read(&self, path: &str) -> Result<Text, Failure> {
        let path = self.root.join(path);
        let read = || {
            let file = File::open(&path)?;
            let length = file.metadata()?.len();
            if length > LIMIT {
                return Ok(Text::TooLarge);
            }
            let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0) + 1);
            // As far as the limit, without asking for the length once more.
            file.take(LIMIT).read_to_end(&mut bytes)?;
            Ok(text(bytes))
        };
        read().map_err(|error| unreadable(&path, &error))
    }

    /// The text of a file by its number, as far as it has one.
    pub(super) fn text(&self, file: u32) -> Option<String> {
        self.read(self.paths.get(file as usize)?).ok().map(Text::into_string)
    }
}

fn leads_out(link: &DirEntry, root: &Path) -> bool {
    !link.path().canonicalize().is_ok_and(|target| target.starts_with(root))
}

fn text(bytes: Vec<u8>) -> Text {
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return Text::Utf16;
    }
    if head.contains(&0) {
        return Text::Binary;
    }
    match String::from_utf8(bytes) {
        Ok(text) => Text::Plain(text),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
            if declares_another(error.as_bytes()) {
                Text::Plain(text)
            } else {
                Text::Broken { text, at }
            }
        }
    }
}

/// Whether the page says that it is in another encoding than UTF-8.
fn declares_another(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(HEAD)];
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declared = head.split("charset=").nth(1).or_else(|| head.split("encoding=").nth(1));
    let name = declared.map(|rest| rest.trim_start_matches(['"', '\'', ' ']));
    name.is_some_and(|name| !name.starts_with("utf-8") && !name.starts_with("utf8"))
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    let message = Message::new("failure-read").with("path", shown(path));
    failed(message.with("cause", cause(error.kind()).to_owned()).with("detail", error.to_string()))
}
