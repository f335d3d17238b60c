//! What differs from a git revision.
//!
//! Takes a site root and a revision, asks git, and gives the files of the site that are not what
//! they were then: changed, new, renamed, deleted, committed or not, tracked or not. This is the
//! only place of congbo that starts another program. It starts git and nothing else, adds and
//! commits nothing, and lets no setting of a hook's environment lead git to another repository.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::ErrorKind;
use std::path::Path;
use std::process::Command;

use unicode_normalization::UnicodeNormalization;

use crate::diag::{Diagnostic, Message, Severity};
use crate::output::shown;
use crate::pipeline::Failure;
use crate::source::{FOLDERS, FileId, Sources};

/// What git sets for its hooks: the repository is found by the site root alone.
const OF_HOOKS: [&str; 5] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX"];

/// The files of a site that differ from a revision: paths from the site root, in NFC.
#[derive(Debug, Default)]
pub(super) struct Changes {
    paths: BTreeSet<String>,
}

impl Changes {
    /// What differs from `revision` in the site at `root`.
    ///
    /// # Errors
    /// [`Failure`] where git cannot be asked, or does not know the revision.
    pub(super) fn since(revision: &str, root: &Path) -> Result<Self, Failure> {
        let git = Git { root };
        git.ask(&["rev-parse", "--is-inside-work-tree"])?;
        let commit = git.commit(revision)?;
        // A renamed file is one that went and one that came. The working tree counts, so that
        // what is not committed yet counts too.
        let options =
            ["--name-only", "-z", "--no-renames", "--relative", "--ignore-submodules=none"];
        let changed = git.paths("diff", &options, &[commit.as_str()])?;
        // Those that .gitignore names as well: they are read like all others.
        let new = git.paths("ls-files", &["--others", "-z"], &[])?;
        Ok(Self { paths: changed.into_iter().chain(new).collect() })
    }

    /// Whether the file at `path` is not what it was, or a folder above it is another repository
    /// that is not.
    fn touch(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(end, _)| &path[..end]);
        folders.chain([path]).any(|part| self.paths.contains(part))
    }

    /// Whether `diagnostic` has to be told of: all errors, since what was changed in one file can
    /// break another and with any error nothing is published; and warnings with a place in a
    /// file that differs.
    pub(super) fn concern(&self, diagnostic: &Diagnostic, root: &Path, sources: &Sources) -> bool {
        let mut places = diagnostic.related.iter().map(|related| related.span.file);
        diagnostic.severity == Severity::Error
            || self.has(diagnostic.span.file, root, sources)
            || places.any(|file| self.has(file, root, sources))
    }

    /// Whether the file, or the one that a symbolic link in its place leads to, differs.
    fn has(&self, file: FileId, root: &Path, sources: &Sources) -> bool {
        let path = &sources.file(file).path;
        self.touch(path) || behind(path, root).is_some_and(|target| self.touch(&target))
    }
}

/// The path from the site root of what a path stands for, symbolic links followed.
fn behind(path: &str, root: &Path) -> Option<String> {
    let top = root.canonicalize().ok()?;
    let target = root.join(path).canonicalize().ok()?;
    let inner = target.strip_prefix(top).ok()?;
    let parts: Vec<_> = inner.components().map(|part| composed(part.as_os_str())).collect();
    Some(parts.join("/"))
}

fn composed(name: &OsStr) -> String {
    name.to_string_lossy().nfc().collect()
}

/// Git, in the site root.
struct Git<'a> {
    root: &'a Path,
}

impl Git<'_> {
    /// The commit that `revision` names.
    fn commit(&self, revision: &str) -> Result<String, Failure> {
        if let Some(commit) = self.find(revision)? {
            return Ok(commit);
        }
        let shallow = self.ask(&["rev-parse", "--is-shallow-repository"])?;
        let hint = if shallow.trim_ascii() == b"true" {
            "since-revision-unknown-hint-shallow"
        } else {
            "since-revision-unknown-hint"
        };
        let message = Message::new("since-revision-unknown").with("revision", revision);
        Err(failure(message, Some(Message::new(hint))))
    }

    /// The commit, if there is one. With its suffix no revision is an option of git's.
    fn find(&self, revision: &str) -> Result<Option<String>, Failure> {
        let commit = format!("{revision}^{{commit}}");
        let ran = self.run(&["rev-parse", "--verify", "--quiet", commit.as_str()])?;
        Ok(ran.well.then(|| String::from_utf8_lossy(&ran.out).trim().to_owned()))
    }

    /// The paths of sources that a command prints, each ended by a zero byte.
    fn paths(
        &self,
        command: &str,
        options: &[&str],
        revisions: &[&str],
    ) -> Result<Vec<String>, Failure> {
        let out = self.ask(&[&[command], options, revisions, &["--"], &FOLDERS].concat())?;
        let paths = out.split(|&byte| byte == 0).filter(|path| !path.is_empty());
        let name = |path| String::from_utf8_lossy(path).trim_end_matches('/').nfc().collect();
        Ok(paths.map(name).collect())
    }

    /// What a command prints that has to go well.
    fn ask(&self, arguments: &[&str]) -> Result<Vec<u8>, Failure> {
        let ran = self.run(arguments)?;
        if ran.well { Ok(ran.out) } else { Err(self.refused(&ran.words)) }
    }

    fn run(&self, arguments: &[&str]) -> Result<Ran, Failure> {
        let mut command = Command::new("git");
        command.arg("-C").arg(self.root).args(arguments);
        for name in OF_HOOKS {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C");
        match command.output() {
            Ok(output) => Ok(Ran {
                well: output.status.success(),
                out: output.stdout,
                words: String::from_utf8_lossy(&output.stderr).trim().to_owned(),
            }),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                let hint = Message::new("since-git-missing-hint");
                Err(failure(Message::new("since-git-missing"), Some(hint)))
            }
            Err(error) => Err(failed(&error.to_string())),
        }
    }

    /// Why git would not, from its words in the language of the C locale.
    fn refused(&self, words: &str) -> Failure {
        let path = shown(self.root);
        if words.contains("not a git repository") {
            let hint = Message::new("since-no-repository-hint");
            return failure(Message::new("since-no-repository").with("path", path), Some(hint));
        }
        if words.contains("dubious ownership") {
            let hint = Message::new("since-not-trusted-hint").with("path", top_in(words));
            return failure(Message::new("since-not-trusted").with("path", path), Some(hint));
        }
        failed(words.lines().next().unwrap_or_default())
    }
}

/// What came of a command.
struct Ran {
    well: bool,
    out: Vec<u8>,
    words: String,
}

/// The folder that git names in quotes, for it to be trusted.
fn top_in(words: &str) -> String {
    words.split('\'').nth(1).unwrap_or("*").to_owned()
}

fn failed(detail: &str) -> Failure {
    failure(Message::new("since-git-failed").with("detail", detail), None)
}

fn failure(message: Message, hint: Option<Message>) -> Failure {
    Failure { message, details: Vec::new(), hint }
}
