//! A site on its way to the disk: [`Staging`] -> `Sealed` -> `Replaced` -> [`Published`].

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use sha2::{Digest as _, Sha256};

use super::compress;
use super::disk::{self, Exchange};
use super::error::{Action, ForeignFile, OutputError};
use super::ledger::{self, Ledger};
use super::manifest::{self, Manifest, Survey};
use super::work::Work;
use super::{Foreign, Policy, Sink, place};

/// A new site beside the old one. Dropping it leaves the old site as it is and nothing else.
#[derive(Debug)]
pub struct Staging {
    target: Target,
    files: Ledger<String>,
    /// The first file that could not be written, and why: then nothing is published, whether or
    /// not the caller heard the error.
    failed: OnceLock<(String, ErrorKind)>,
}

/// What came of publishing.
#[derive(Debug)]
pub struct Published {
    /// Files of the site, without the manifest.
    pub files: usize,
    /// Whether the site was there already, to the byte. Then nothing was touched and the files
    /// have kept their times.
    pub unchanged: bool,
    /// Files that congbo did not write and that are in the site.
    pub kept: Vec<ForeignFile>,
    /// Files that congbo did not write and that are lost, since the site has files in their place.
    pub replaced: Vec<ForeignFile>,
    /// Compressed copies that congbo did not write and that are lost, since what they are of has
    /// another content in the site, and a server would hand out the copy.
    pub stale: Vec<ForeignFile>,
    /// Why something of the old site or the work folder is still there, if it is. The next build
    /// tries again.
    pub leftover: Option<OutputError>,
}

impl Staging {
    /// Makes ready to publish into the folder `output`, and holds its lock from here on.
    ///
    /// If another build has the lock, `busy` is called, once; on `Continue` this one waits for as
    /// long as it takes.
    ///
    /// # Errors
    /// If `policy` forbids the place or what is in it, if `busy` breaks, or if the disk fails.
    pub fn begin(
        output: &Path,
        policy: &Policy,
        busy: impl FnOnce() -> ControlFlow<()>,
    ) -> Result<Self, OutputError> {
        let place = place::find(output, policy)?;
        let work = Work::enter(&place, busy)?
            .ok_or_else(|| OutputError::Locked { output: output.to_owned() })?;
        let target = Target { output: output.to_owned(), place, work, foreign: policy.foreign };
        target.survey()?;
        Ok(Self { target, files: Ledger::default(), failed: OnceLock::new() })
    }

    /// Puts the new site in the place of the old one.
    ///
    /// # Errors
    /// If a file could not be written, if foreign files have come in meanwhile and are refused, or
    /// if the disk fails.
    pub fn publish(self) -> Result<Published, OutputError> {
        Ok(self.seal()?.replace(disk::exchange)?.clean())
    }

    /// The files that were written so far.
    pub(super) fn paths(&self) -> BTreeSet<String> {
        self.files.lock().keys().cloned().collect()
    }

    /// What a file that was written holds.
    pub(super) fn read(&self, path: &str) -> io::Result<Vec<u8>> {
        fs::read(self.target.work.new_site().join(path))
    }

    pub(super) fn seal(self) -> Result<Sealed, OutputError> {
        let new = self.target.work.new_site();
        if let Some((path, kind)) = self.failed.into_inner() {
            return Err(OutputError::io(Action::Write, &new.join(path))(kind.into()));
        }
        let manifest = Manifest(self.files.into_entries());
        let path = new.join(manifest::NAME);
        write_new(&path, manifest.text().as_bytes())
            .map_err(OutputError::io(Action::Write, &path))?;
        Ok(Sealed { target: self.target, manifest })
    }

    fn stage(&self, path: &str, write: impl FnOnce(&Path) -> io::Result<String>) -> io::Result<()> {
        ledger::check(path)
            .and_then(|()| write(&self.target.work.new_site().join(path)))
            .and_then(|digest| self.files.enter(path, digest))
            .inspect_err(|error| {
                let _ = self.failed.set((path.to_owned(), error.kind()));
            })
    }
}

impl Sink for Staging {
    fn write(&self, path: &str, bytes: &[u8]) -> io::Result<()> {
        self.stage(path, |to| {
            write_new(to, bytes)?;
            Ok(manifest::digest(bytes))
        })
    }

    fn copy(&self, path: &str, from: &Path) -> io::Result<()> {
        self.stage(path, |to| copy_new(to, from))
    }
}

/// Where a site goes, and the right to put it there.
#[derive(Debug)]
struct Target {
    /// As it was asked for.
    output: PathBuf,
    /// As it really is.
    place: PathBuf,
    foreign: Foreign,
    work: Work,
}

impl Target {
    /// What is there now, unless it is refused.
    fn survey(&self) -> Result<Survey, OutputError> {
        let survey = Survey::of(&self.place)?;
        if self.foreign == Foreign::Refuse && !survey.foreign.is_empty() {
            return Err(OutputError::Foreign {
                output: self.output.clone(),
                files: survey.foreign,
            });
        }
        Ok(survey)
    }

    /// Replaces the old site by the one of `manifest`, and says what became of foreign files.
    fn replace(
        &self,
        survey: &Survey,
        manifest: &Manifest,
        exchange: Exchange,
    ) -> Result<Carried, OutputError> {
        let new = self.work.new_site();
        let carried = carry_over(survey, manifest, &self.place, &new)?;
        disk::sync(&new).map_err(OutputError::io(Action::Write, &new))?;
        disk::replace(&new, &self.place, &self.work.old_site(), exchange)?;
        Ok(carried)
    }
}

/// What became of foreign files.
#[derive(Debug, Default)]
struct Carried {
    kept: Vec<ForeignFile>,
    replaced: Vec<ForeignFile>,
    stale: Vec<ForeignFile>,
}

/// A new site that is whole, but not yet in its place.
#[derive(Debug)]
pub(super) struct Sealed {
    target: Target,
    manifest: Manifest,
}

impl Sealed {
    pub(super) fn replace(self, exchange: Exchange) -> Result<Replaced, OutputError> {
        let survey = self.target.survey()?;
        let files = self.manifest.0.len();
        let unchanged = survey.matches(&self.manifest);
        let Carried { kept, replaced, stale } = if unchanged {
            Carried { kept: survey.foreign, ..Carried::default() }
        } else {
            self.target.replace(&survey, &self.manifest, exchange)?
        };
        let published = Published { files, unchanged, kept, replaced, stale, leftover: None };
        Ok(Replaced { target: self.target, published })
    }
}

/// The new site in its place; the old one, or a new one that was not needed, in the work folder.
#[derive(Debug)]
pub(super) struct Replaced {
    target: Target,
    published: Published,
}

impl Replaced {
    /// Removes the old site, but not before the step is on the disk.
    pub(super) fn clean(self) -> Published {
        let Target { place, work, .. } = &self.target;
        place.parent().into_iter().chain([work.folder()]).for_each(disk::sync_names);
        Published { leftover: disk::remove(&work.new_site()).err(), ..self.published }
    }
}

/// Gives the new site the foreign files and folders of the old one, but for stale copies. The old
/// site keeps them too, so that they are somewhere at any moment.
fn carry_over(
    survey: &Survey,
    manifest: &Manifest,
    old: &Path,
    new: &Path,
) -> Result<Carried, OutputError> {
    for folder in &survey.folders {
        let to = new.join(folder);
        made_folder(&to).map_err(OutputError::io(Action::Write, &to))?;
    }
    let (stale, others): (Vec<_>, Vec<_>) = survey.foreign.iter().cloned().partition(|file| {
        compress::of_copy(&file.name()).is_some_and(|of| survey.differs(manifest, of))
    });
    let mut carried = Carried { stale, ..Carried::default() };
    for file in others {
        let (from, to) = (old.join(&file.path), new.join(&file.path));
        let free = carry(&from, &to).map_err(OutputError::io(Action::Write, &to))?;
        if free { carried.kept.push(file) } else { carried.replaced.push(file) }
    }
    Ok(carried)
}

/// Whether there was room for `from` at `to`; then it is there as well.
fn carry(from: &Path, to: &Path) -> io::Result<bool> {
    let free = made_folder(to.parent().unwrap_or(to))? && to.symlink_metadata().is_err();
    if free {
        duplicate(from, to)?;
    }
    Ok(free)
}

/// A second name for the same file where the file system has that, else a copy.
fn duplicate(from: &Path, to: &Path) -> io::Result<()> {
    let kind = from.symlink_metadata()?.file_type();
    if kind.is_symlink() {
        return disk::symlink(&from.read_link()?, to);
    }
    match fs::hard_link(from, to) {
        Err(_) if kind.is_file() => fs::copy(from, to).map(drop),
        done => done,
    }
}

/// Whether `path` is a folder now; it is not if a file of the new site is in the way.
fn made_folder(path: &Path) -> io::Result<bool> {
    match fs::create_dir_all(path) {
        Ok(()) => Ok(true),
        Err(error) => match error.kind() {
            ErrorKind::AlreadyExists | ErrorKind::NotADirectory => Ok(false),
            _ => Err(error),
        },
    }
}

/// Makes a file that is not there yet, with the folders it is in.
fn create_new(path: &Path) -> io::Result<File> {
    match (File::create_new(path), path.parent()) {
        (Err(error), Some(parent)) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(parent)?;
            File::create_new(path)
        }
        (made, _) => made,
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_new(path)?.write_all(bytes)
}

/// Copies `from` in pieces and returns the digest of just what was written.
fn copy_new(path: &Path, from: &Path) -> io::Result<String> {
    let mut source = ledger::open(from)?;
    let mut file = create_new(path)?;
    let mut hash = Sha256::new();
    let mut piece = vec![0; 1 << 16];
    loop {
        let read = source.read(&mut piece).map_err(ledger::about(from))?;
        if read == 0 {
            break;
        }
        hash.update(&piece[..read]);
        file.write_all(&piece[..read])?;
    }
    Ok(manifest::finished(hash))
}
