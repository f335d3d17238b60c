//! The promises of the module, one file a kind. Everything here works on a real disk.

mod child;
mod compressed;
mod disks;
mod foreign;
mod killed;
mod manifests;
mod places;
mod publish;
mod sinks;
mod two_builds;

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;
use walkdir::WalkDir;

use super::manifest::NAME;
use super::{Foreign, OutputError, Policy, Published, Sink as _, Staging};

/// Files by path.
type Site<'a> = &'a [(&'a str, &'a str)];

const OLD: Site = &[("index.html", "old"), ("bao-cao/1.html", "old 1"), ("gone.html", "gone")];
const NEW: Site = &[("index.html", "new"), ("bao-cao/1.html", "new 1"), ("văn bản.html", "new")];

/// A site root in a temporary folder, or in one that another process gave us.
struct Room {
    root: PathBuf,
    _temporary: Option<TempDir>,
}

impl Room {
    fn new() -> Self {
        let temporary = TempDir::new().unwrap();
        let room = Self::at(&temporary.path().canonicalize().unwrap());
        for folder in ["content", "templates", "static"] {
            fs::create_dir(room.root.join(folder)).unwrap();
        }
        Self { _temporary: Some(temporary), ..room }
    }

    fn at(root: &Path) -> Self {
        Self { root: root.to_owned(), _temporary: None }
    }

    /// A room with the site [`OLD`] in it.
    fn with_old() -> Self {
        let room = Self::new();
        room.publish(OLD).unwrap();
        room
    }

    fn output(&self) -> PathBuf {
        self.root.join("public")
    }

    fn work(&self) -> PathBuf {
        self.root.join(".public.congbo")
    }

    fn policy(&self, foreign: Foreign) -> Policy {
        let sources = ["content", "templates", "static"].map(|name| self.root.join(name));
        Policy { root: self.root.clone(), sources: sources.to_vec(), foreign }
    }

    fn begin(&self) -> Result<Staging, OutputError> {
        self.begin_at(&self.output(), Foreign::Refuse)
    }

    fn begin_at(&self, output: &Path, foreign: Foreign) -> Result<Staging, OutputError> {
        Staging::begin(output, &self.policy(foreign), || ControlFlow::Continue(()))
    }

    fn staged(&self, site: Site) -> Staging {
        let staging = self.begin().unwrap();
        fill(&staging, site);
        staging
    }

    fn publish(&self, site: Site) -> Result<Published, OutputError> {
        self.publish_at(&self.output(), Foreign::Refuse, site)
    }

    /// With the files that are not ours carried over.
    fn overwrite(&self, site: Site) -> Result<Published, OutputError> {
        self.publish_at(&self.output(), Foreign::CarryOver, site)
    }

    fn publish_at(
        &self,
        output: &Path,
        foreign: Foreign,
        site: Site,
    ) -> Result<Published, OutputError> {
        let staging = self.begin_at(output, foreign)?;
        fill(&staging, site);
        staging.publish()
    }

    /// The output is `site`, whole and verified, and there is nothing beside it.
    #[track_caller]
    fn holds(&self, site: Site) {
        holds(&self.output(), site);
        assert!(!self.work().exists(), "left over: {:?}", tree(&self.work()));
    }
}

fn fill(staging: &Staging, site: Site) {
    for (path, text) in site {
        staging.write(path, text.as_bytes()).unwrap();
    }
}

#[track_caller]
fn holds(folder: &Path, site: Site) {
    let mut found = tree(folder);
    let manifest = found.remove(NAME).expect("a manifest");
    assert_eq!(found, owned(site));
    assert_eq!(manifest.lines().count(), site.len());
    // Of an empty manifest, sha256sum says that it is none.
    if !site.is_empty() {
        verify(folder);
    }
}

fn owned(site: Site) -> BTreeMap<String, String> {
    site.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// All files by path; a link is shown as `-> target`, an empty folder as `path/`.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for entry in WalkDir::new(folder).min_depth(1) {
        let entry = entry.unwrap();
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
        if entry.path_is_symlink() {
            let target = entry.path().read_link().unwrap();
            found.insert(path, format!("-> {}", target.display()));
        } else if entry.file_type().is_file() {
            found.insert(path, fs::read_to_string(entry.path()).unwrap());
        } else if entry.path().read_dir().unwrap().next().is_none() {
            found.insert(format!("{path}/"), String::new());
        }
    }
    found
}

/// What `sha256sum` says of the site.
#[track_caller]
fn verify(folder: &Path) {
    let mut command = Command::new("sha256sum");
    command.args(["--check", "--strict", "--quiet", NAME]).current_dir(folder);
    match command.output() {
        Ok(ran) => assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr)),
        Err(error) => not_run("sha256sum", &error.to_string()),
    }
}

/// Says on the terminal, past the test harness, that something could not be tried here.
fn not_run(what: &str, why: &str) {
    writeln!(io::stderr(), "NOT RUN: {what}: {why}").unwrap();
}

fn foreign(error: OutputError) -> Vec<String> {
    let OutputError::Foreign { files, .. } = error else { panic!("{error}") };
    names(&files)
}

fn names(files: &[super::ForeignFile]) -> Vec<String> {
    let sign = |file: &super::ForeignFile| match file.change {
        super::Change::Added => '+',
        super::Change::Changed => '~',
    };
    files.iter().map(|file| format!("{}{}", sign(file), file.name())).collect()
}

/// The value of `name` in an error.
fn arg(error: &OutputError, name: &str) -> String {
    let args = error.args();
    args.into_iter().find(|(key, _)| *key == name).map(|(_, value)| value).unwrap()
}
