//! Where style sheet, icon, scripts and other static files are published.
//!
//! Takes the static files of a site and those that are compiled in, gives the name under which a
//! page asks for each. A file that congbo brings, or that replaces one of these, has a name with
//! the digest of its content, so that a browser may keep it for good: another content is another
//! name. It is published under its plain name as well, for what names it by itself: a style sheet,
//! a module, a template of the site's own. All other files keep their names. Never changes a file.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

use super::href::encode;
use super::theme::STATIC;
use crate::output::{digest, file_digest};

/// Digits of a digest in a name.
const DIGITS: usize = 8;

/// The published names of static files.
#[derive(Debug, Default)]
pub struct Assets(BTreeMap<String, String>);

impl Assets {
    /// The static files of a site, which are on disk by path from the site root, and congbo's own.
    ///
    /// # Errors
    /// A file that replaces one of congbo's own and cannot be read, with its path.
    pub fn read(files: &BTreeMap<String, PathBuf>) -> Result<Self, (PathBuf, io::Error)> {
        let own = files.keys().filter_map(|path| path.strip_prefix("static/"));
        let mut names: BTreeMap<_, _> =
            own.map(|name| (name.to_owned(), name.to_owned())).collect();
        for (name, text) in STATIC {
            let digest = match files.get(&format!("static/{name}")) {
                Some(path) => file_digest(path).map_err(|error| (path.clone(), error))?,
                None => digest(text.as_bytes()),
            };
            names.insert((*name).to_owned(), hashed(name, &digest));
        }
        Ok(Self(names))
    }

    /// The address of a static file, by its name in `static/`.
    #[must_use]
    pub fn address(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str)
    }

    /// The link to a static file from a page whose link to the front page is `home`.
    #[must_use]
    pub fn link(&self, home: &str, name: &str) -> Option<String> {
        let address = self.address(name)?;
        Some(format!("{}{}", home.strip_prefix("./").unwrap_or(home), encode(address)))
    }
}

/// `congbo.1a2b3c4d.css`.
fn hashed(name: &str, digest: &str) -> String {
    let digits = &digest[..DIGITS.min(digest.len())];
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some(end) => format!("{}.{digits}.{end}", &name[..name.len() - end.len() - 1]),
        None => format!("{name}.{digits}"),
    }
}
