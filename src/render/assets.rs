//! Where style sheet, icon, scripts and other static files are published.
//!
//! Takes the static files of a site and those that are compiled in, gives the name under which a
//! page asks for each. A file that congbo brings, or that replaces one of these, has a name with
//! the digest of its content, so that a browser may keep it for good: another content is another
//! name. It is published under its plain name as well, for what names it by itself: a style sheet,
//! a module, a template of the site's own. All other files keep their names. What congbo brings is
//! published without comments, also where the site has a copy of it; other files as they are.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::href::encode;
use super::light::light;
use super::theme::STATIC;
use crate::output::{digest, file_digest};

/// Digits of a digest in a name.
const DIGITS: usize = 8;

/// The published names of static files.
#[derive(Debug, Default)]
pub struct Assets {
    names: BTreeMap<String, String>,
    /// What congbo brings and the site does not replace, as it is published.
    built_in: BTreeMap<&'static str, String>,
    clashes: Vec<Clash>,
}

/// A static file that has, with another content, the name under which congbo publishes another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Its name in `static/`.
    pub taken: String,
    /// The plain name of the other.
    pub plain: &'static str,
}

impl Assets {
    /// The static files of a site, which are on disk by path from the site root, and congbo's own.
    ///
    /// # Errors
    /// A file that replaces one of congbo's own, or has its name, and cannot be read, with its path.
    pub fn read(files: &BTreeMap<String, PathBuf>) -> Result<Self, (PathBuf, io::Error)> {
        let own = files.keys().filter_map(|path| path.strip_prefix("static/"));
        let mut names: BTreeMap<_, _> =
            own.map(|name| (name.to_owned(), name.to_owned())).collect();
        let mut built_in = BTreeMap::new();
        let mut clashes = Vec::new();
        for &(plain, text) in STATIC {
            let own = digest_on_disk(files, plain)?;
            let digest = match own.filter(|own| *own != digest(text.as_bytes())) {
                Some(own) => own,
                None => digest(built_in.entry(plain).or_insert_with(|| light(text)).as_bytes()),
            };
            let taken = hashed(plain, &digest);
            if digest_on_disk(files, &taken)?.is_some_and(|own| own != digest) {
                clashes.push(Clash { taken: taken.clone(), plain });
            }
            names.insert(plain.to_owned(), taken);
        }
        Ok(Self { names, built_in, clashes })
    }

    /// The text of a static file that congbo brings, where the site does not replace it.
    pub(super) fn built_in(&self, name: &str) -> Option<&str> {
        self.built_in.get(name).map(String::as_str)
    }

    /// The static files that have the place of another.
    #[must_use]
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }

    /// The names under which congbo publishes its own static files: the plain ones, and those with a
    /// digest.
    #[must_use]
    pub fn given(&self) -> Vec<String> {
        let named = STATIC.iter().map(|(plain, _)| self.address(plain).unwrap_or(plain));
        let plain = STATIC.iter().map(|(plain, _)| *plain);
        plain.chain(named).map(str::to_owned).collect()
    }

    /// Whether a static file of this name is published already, since congbo brings it, or its name
    /// is one that congbo gives.
    #[must_use]
    pub fn is_given(&self, name: &str) -> bool {
        self.built_in.contains_key(name)
            || STATIC.iter().any(|(plain, _)| self.address(plain) == Some(name))
    }

    /// The address of a static file, by its name in `static/`.
    #[must_use]
    pub fn address(&self, name: &str) -> Option<&str> {
        self.names.get(name).map(String::as_str)
    }

    /// The link to a static file from a page whose link to the front page is `home`.
    #[must_use]
    pub fn link(&self, home: &str, name: &str) -> Option<String> {
        let address = self.address(name)?;
        Some(format!("{}{}", home.strip_prefix("./").unwrap_or(home), encode(address)))
    }
}

/// The digest of a static file of the site's own, if there is one of this name.
fn digest_on_disk(
    files: &BTreeMap<String, PathBuf>,
    name: &str,
) -> Result<Option<String>, (PathBuf, io::Error)> {
    let path = files.get(&format!("static/{name}"));
    let digest = path.map(|path| file_digest(path).map_err(|error| (path.clone(), error)));
    digest.transpose()
}

/// `congbo.1a2b3c4d.css`.
fn hashed(name: &str, digest: &str) -> String {
    let digits = &digest[..DIGITS.min(digest.len())];
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some(end) => format!("{}.{digits}.{end}", &name[..name.len() - end.len() - 1]),
        None => format!("{name}.{digits}"),
    }
}
