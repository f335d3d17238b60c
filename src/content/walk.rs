//! The files of a site root.
//!
//! Lists `content/`, `static/` and `templates/` in path order, follows symbolic links that stay
//! inside the root and tells those that do not. Files and folders whose name begins with a dot
//! or ends with `~` are not the site's.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

use unicode_normalization::UnicodeNormalization;
use walkdir::{DirEntry, WalkDir};

use super::paths;
use crate::source::FOLDERS;

/// What a site root holds.
#[derive(Debug, Default)]
pub struct Listing {
    /// Every file: path from the site root, in NFC, -> path on disk.
    pub files: BTreeMap<String, PathBuf>,
    /// Those that are read as text, in path order.
    pub texts: Vec<String>,
    /// Names that two files share, but for the normal form of their letters.
    pub twins: Vec<String>,
    /// Files that are read under another name than their own: the name by which they are read, and
    /// theirs. A file that stands beside one of the right name is not read.
    pub misnamed: Vec<(String, String)>,
    /// Folders of directives that are read under another name than their own.
    pub folders: Vec<MisnamedFolder>,
    /// Folders of the site root whose letters have the wrong case: what each is called, and should
    /// be.
    pub roots: Vec<(String, &'static str)>,
    /// Files that have the name of a part of a report's text but for its end, and are not read.
    pub strays: Vec<String>,
    /// Symbolic links that lead out of the root or in a circle.
    pub outside: Vec<String>,
    /// What is neither file nor folder: pipes, sockets, devices. To open one may never end.
    pub special: Vec<String>,
}

/// A folder that is read under another name than its own; both are paths that end with `/`.
#[derive(Debug, PartialEq, Eq)]
pub struct MisnamedFolder {
    /// Its name.
    pub actual: String,
    /// The name that it should have.
    pub wanted: String,
}

/// Why a site cannot be read.
#[derive(Debug)]
pub enum ReadError {
    /// There is no `content/` folder here.
    NoContent(PathBuf),
    /// The `content/` folder holds no file.
    Empty(PathBuf),
    /// A file or folder cannot be read.
    Io {
        /// Which.
        path: PathBuf,
        /// What kind of failure.
        kind: io::ErrorKind,
        /// The system's own words for it.
        detail: String,
    },
}

impl ReadError {
    /// The failure to read `path`.
    #[must_use]
    pub fn new(path: &Path, error: &io::Error) -> Self {
        Self::Io { path: path.to_owned(), kind: error.kind(), detail: error.to_string() }
    }
}

/// Lists the site at `root`.
///
/// # Errors
/// [`ReadError`] when there is no content, or a folder cannot be read.
pub fn walk(root: &Path) -> Result<Listing, ReadError> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(ReadError::NoContent(content));
    }
    let real = root.canonicalize().map_err(|error| ReadError::new(root, &error))?;
    let mut listing = Listing::default();
    for folder in FOLDERS {
        let path = root.join(folder);
        if path.is_dir() {
            walk_folder(root, &real, &path, &mut listing)?;
        }
    }
    let found: Vec<String> = listing.files.keys().cloned().collect();
    for actual in found {
        if let Some(wanted) = wanted_name(&actual).filter(|wanted| is_wanted(&listing, wanted)) {
            rename(&mut listing, actual, wanted);
        }
    }
    rename_folders(&mut listing);
    listing.roots = roots(root)?;
    listing.strays = strays(&listing);
    let holds = listing.files.keys().chain(&listing.outside).chain(&listing.special);
    if !holds.into_iter().any(|path| path.starts_with("content")) {
        return Err(ReadError::Empty(content));
    }
    listing.texts.sort_by(|left, right| paths::compare(left, right));
    Ok(listing)
}

/// Folders of the site root that are read under other letters, and that nothing stands beside which
/// has those: what it is called, and should be.
fn roots(root: &Path) -> Result<Vec<(String, &'static str)>, ReadError> {
    let entries = std::fs::read_dir(root).map_err(|error| ReadError::new(root, &error))?;
    let mut found: Vec<_> = entries
        .filter_map(|entry| {
            let name = entry.ok()?.file_name().into_string().ok()?;
            let lower = name.to_lowercase();
            let wanted = ["static", "templates"].into_iter().find(|wanted| *wanted == lower)?;
            (name != wanted && !root.join(wanted).exists()).then_some((name, wanted))
        })
        .filter(|(name, _)| root.join(name).is_dir())
        .collect();
    found.sort();
    Ok(found)
}

fn walk_folder(
    root: &Path,
    real: &Path,
    folder: &Path,
    listing: &mut Listing,
) -> Result<(), ReadError> {
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) if is_bad_link(&error) => {
                let link = error.path().filter(|path| !path.file_name().is_some_and(is_hidden));
                listing.outside.extend(link.and_then(|path| name_of(root, path)));
                continue;
            }
            Err(error) => return Err(unreadable(folder, &error)),
        };
        let hidden = entry.depth() > 0 && is_hidden(entry.file_name());
        let outside = entry.path_is_symlink() && !stays_inside(real, &entry);
        if outside && !hidden {
            listing.outside.extend(name_of(root, entry.path()));
        }
        if entry.file_type().is_dir() {
            if hidden || outside {
                entries.skip_current_dir();
            }
        } else if !hidden && !outside {
            add(root, &entry, listing);
        }
    }
    Ok(())
}

fn add(root: &Path, entry: &DirEntry, listing: &mut Listing) {
    let Some(name) = name_of(root, entry.path()) else { return };
    if !entry.file_type().is_file() {
        listing.special.push(name);
        return;
    }
    if listing.files.contains_key(&name) {
        listing.twins.push(name);
        return;
    }
    let markdown_or_yaml = name.ends_with(".md") || name.ends_with(".yaml");
    let style = name.starts_with("static/") && name.ends_with(".css");
    let of_content = name.starts_with("content/") && markdown_or_yaml;
    if name.starts_with("templates/") || of_content || style {
        listing.texts.push(name.clone());
    }
    listing.files.insert(name, entry.path().to_owned());
}

/// The name that a file of `content/` should have, where it is that of a file that congbo reads, but
/// for its letters' case or its end.
fn wanted_name(path: &str) -> Option<String> {
    let (folder, name) = path.strip_prefix("content/").map(|_| path)?.rsplit_once('/')?;
    let lower = name.to_lowercase();
    let lower = lower.strip_suffix(".txt").filter(|rest| rest.contains('.')).unwrap_or(&lower);
    let (stem, end) = lower.rsplit_once('.')?;
    let wanted = match end {
        "yaml" | "yml" if matches!(stem, "footnote" | "chu-thich") => "footnotes.yaml".to_owned(),
        "yaml" | "yml" if is_known(folder, stem) => format!("{stem}.yaml"),
        "yaml" | "yml" if folder == "content" => format!("{}.yaml", nearest_registry(stem)?),
        "md" | "markdown" => format!("{}.md", &name[..stem.len()]),
        _ => return None,
    };
    (wanted != name).then(|| format!("{folder}/{wanted}"))
}

/// Whether the name of a folder was meant as `directives`.
#[must_use]
pub fn is_directives_slip(name: &str) -> bool {
    let lower = name.to_lowercase();
    name != "directives" && matches!(lower.as_str(), "directives" | "directive")
}

/// Reads the directives of a report under the name that their folder should have, unless there is
/// one of that name.
fn rename_folders(listing: &mut Listing) {
    let reports: Vec<String> = listing
        .files
        .keys()
        .filter_map(|path| path.strip_suffix("/report.yaml").map(str::to_owned))
        .collect();
    for report in reports {
        let wanted = format!("{report}/directives/");
        let below = format!("{report}/");
        let slip = listing.texts.iter().find_map(|path| {
            let name = path.strip_prefix(&below)?.split_once('/')?.0;
            is_directives_slip(name).then(|| format!("{below}{name}/"))
        });
        let taken = listing.files.keys().any(|path| path.starts_with(&wanted));
        if let Some(actual) = slip.filter(|_| !taken) {
            let inside = |path: &&String| path.starts_with(&actual) && path.ends_with(".md");
            let files: Vec<String> = listing.texts.iter().filter(inside).cloned().collect();
            for file in files {
                let name = file.replacen(&actual, &wanted, 1);
                rename(listing, file, name);
            }
            listing.folders.push(MisnamedFolder { actual, wanted });
        }
    }
}

/// Text files beside the text of a report, or among its directives, whose names begin with a number
/// as those of its parts do, and that do not stand beside one of the same name.
fn strays(listing: &Listing) -> Vec<String> {
    let is_stray = |path: &&String| {
        let (folder, name) = (paths::parent(path), paths::name(path));
        let report = folder.strip_suffix("/directives").unwrap_or(folder);
        let stem = name.strip_suffix(".txt").filter(|stem| stem.starts_with(is_digit));
        path.starts_with("content/")
            && listing.files.contains_key(&format!("{report}/report.yaml"))
            && stem.is_some_and(|stem| !listing.files.contains_key(&format!("{folder}/{stem}.md")))
    };
    listing.files.keys().filter(is_stray).cloned().collect()
}

const fn is_digit(char: char) -> bool {
    char.is_ascii_digit()
}

/// Whether a file of this name would be read, and is no attachment: the files of a report stand
/// beside its text, and there is no report within a report.
fn is_wanted(listing: &Listing, wanted: &str) -> bool {
    let folder = paths::parent(wanted);
    let beside =
        |path: &String| paths::parent(path) == folder && path.to_lowercase().ends_with(".md");
    match paths::name(wanted) {
        "report.yaml" => {
            let mut above = paths::parent(folder);
            while !above.is_empty() {
                if listing.files.contains_key(&format!("{above}/report.yaml")) {
                    return false;
                }
                above = paths::parent(above);
            }
            listing.files.keys().any(beside)
        }
        "footnotes.yaml" => listing.files.keys().any(beside),
        _ => true,
    }
}

/// Whether a file is read and not published: a text, or YAML where it is looked for, which for
/// footnotes is beside a `report.yaml`.
#[must_use]
pub fn is_source(path: &str, is_report: impl Fn(&str) -> bool) -> bool {
    let inside = path.starts_with("content/");
    let (folder, name) = (paths::parent(path), paths::name(path));
    inside
        && match name.strip_suffix(".yaml") {
            Some("report") => true,
            Some("footnotes") => is_report(folder),
            Some(stem) => folder == "content" && REGISTRIES.contains(&stem),
            None => name.ends_with(".md"),
        }
}

/// Whether a YAML file of this name is read in a folder.
fn is_known(folder: &str, stem: &str) -> bool {
    matches!(stem, "report" | "footnotes") || folder == "content" && REGISTRIES.contains(&stem)
}

/// The files of the site as a whole, without their ends.
const REGISTRIES: &[&str] = &["site", "documents", "abbreviations"];

/// The file of the site that a name is a slip of.
fn nearest_registry(stem: &str) -> Option<&'static str> {
    match stem {
        "van-ban" => return Some("documents"),
        "viet-tat" | "tu-viet-tat" => return Some("abbreviations"),
        _ => {}
    }
    let near = |known: &&&str| strsim::damerau_levenshtein(stem, known) <= known.len() / 4;
    REGISTRIES.iter().find(near).copied()
}

/// Reads a file under the name that it should have, unless there is one.
fn rename(listing: &mut Listing, actual: String, wanted: String) {
    if !listing.files.contains_key(&wanted)
        && let Some(disk) = listing.files.remove(&actual)
    {
        listing.texts.retain(|text| *text != actual);
        listing.texts.push(wanted.clone());
        listing.files.insert(wanted.clone(), disk);
    }
    listing.misnamed.push((wanted, actual));
}

/// Files that are not the site's: hidden ones, and what editors keep beside a file.
fn is_hidden(name: &OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('.') || name.ends_with('~')
}

/// A path from the site root, with `/`, in NFC.
fn name_of(root: &Path, path: &Path) -> Option<String> {
    let inner = path.strip_prefix(root).ok()?;
    let parts: Vec<String> =
        inner.components().map(|part| part.as_os_str().to_string_lossy().nfc().collect()).collect();
    Some(parts.join("/"))
}

fn stays_inside(real: &Path, entry: &DirEntry) -> bool {
    entry.path().canonicalize().is_ok_and(|target| target.starts_with(real))
}

/// A circle of links, or a link to nothing or to itself. A target that may not be read is none.
fn is_bad_link(error: &walkdir::Error) -> bool {
    let denied = |io: &io::Error| io.kind() == io::ErrorKind::PermissionDenied;
    let nowhere = error.io_error().is_some_and(|io| !denied(io));
    let link = error.path().is_some_and(Path::is_symlink);
    error.loop_ancestor().is_some() || (nowhere && link)
}

fn unreadable(folder: &Path, error: &walkdir::Error) -> ReadError {
    ReadError::Io {
        path: error.path().unwrap_or(folder).to_owned(),
        kind: error.io_error().map_or(io::ErrorKind::Other, io::Error::kind),
        detail: error.io_error().map_or_else(|| error.to_string(), ToString::to_string),
    }
}
