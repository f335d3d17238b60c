//! Where an address leads.
//!
//! Takes an address as it is written and the page that it stands on; gives the path of a file of
//! the site and an anchor, both percent-decoded, or the way in which it leads out of the site.
//! Does not know what is published.

use std::borrow::Cow;

use memchr::memchr;
use percent_encoding::percent_decode_str;

use super::proof::Options;

/// The page of a folder.
const INDEX: &str = "index.html";

/// What an address means on its page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Address {
    /// A place of the site.
    Inside(Place),
    /// A place of the site's host outside its folder, by a path that names no host: the file of the
    /// site that the path would be, if the site were all there is.
    Beside(Place),
    /// Above the folder that the site is published in.
    Beyond,
    /// Another host, or what is not the site's on its own.
    Foreign,
    /// Script for an address.
    Code,
    /// A file on the computer of whoever wrote the address: `C:\…`, `file:///…`.
    Disk,
    /// `data:`, which holds what it stands for.
    Data,
    /// Nothing to follow within the web: `mailto:`, `tel:` and others.
    Elsewhere,
}

/// A place of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// Path of a file from the site's root; of a folder, that of its `index.html`.
    pub path: String,
    /// The anchor; none where the address leads to the page as a whole.
    pub anchor: Option<String>,
}

/// A page's way of reading addresses.
pub(super) struct Resolver<'a> {
    options: &'a Options,
    /// What relative addresses start from: the page, or its `base`, which may be on another host.
    from: Option<String>,
}

impl<'a> Resolver<'a> {
    pub(crate) fn new(options: &'a Options, page: &str, base: Option<&str>) -> Self {
        let own = Self { options, from: Some(page.to_owned()) };
        match base.map(|base| own.resolve(base)) {
            Some(Address::Inside(place)) => Self { options, from: Some(place.path) },
            Some(Address::Foreign | Address::Beside(_)) => Self { options, from: None },
            _ => own,
        }
    }

    /// Where `address` leads.
    pub(crate) fn resolve(&self, address: &str) -> Address {
        let address = clean(address);
        match scheme(&address) {
            Some((scheme, _)) if is(scheme, "http") || is(scheme, "https") => self.host(&address),
            Some((scheme, _)) if is(scheme, "javascript") || is(scheme, "vbscript") => {
                Address::Code
            }
            Some((scheme, _)) if is(scheme, "data") => Address::Data,
            Some((scheme, _)) if is(scheme, "file") || scheme.len() == 1 => Address::Disk,
            Some(_) => Address::Elsewhere,
            None if address.chars().take_while(|&c| is_stroke(c)).count() > 1 => {
                self.host(&address)
            }
            None => self.inside(&address),
        }
    }

    /// A full address.
    fn host(&self, address: &str) -> Address {
        let inside = match self.options.base.as_ref().and_then(|base| base.on_host(address)) {
            Some(path) if path.starts_with(is_stroke) => self.inside(path),
            Some(path) => self.inside(&format!("/{path}")),
            None => return Address::Foreign,
        };
        if matches!(inside, Address::Beside(_)) { Address::Foreign } else { inside }
    }

    fn inside(&self, address: &str) -> Address {
        let (address, fragment) = address.split_once('#').unwrap_or((address, ""));
        let path = address.split('?').next().unwrap_or_default();
        let anchor = anchor(fragment).filter(|anchor| self.options.strict || !is_route(anchor));
        let place = |path| Address::Inside(Place { path, anchor: anchor.clone() });
        let Some(from) = &self.from else { return Address::Foreign };
        if path.is_empty() {
            return place(from.clone());
        }
        let joined = match path.strip_prefix(is_stroke) {
            Some(path) => self.below_base(path).and_then(|path| join("", path)),
            None => join(folder(from), path),
        };
        let Some(path) = joined.or_else(|| self.around(from, path)) else {
            return self.outside(path, place);
        };
        place(path)
    }

    /// A relative path that leads above the site's root and perhaps back into it, where it is known
    /// where on its host that is.
    fn around(&self, from: &str, path: &str) -> Option<String> {
        let base = self.options.base.as_ref().filter(|_| !path.starts_with(is_stroke))?;
        let mut parts: Vec<&str> = base.path().split('/').collect();
        parts.extend(folder(from).split('/'));
        parts.retain(|part| !part.is_empty());
        for part in path.split(is_stroke) {
            match &*decoded(part) {
                "." => {}
                ".." => drop(parts.pop()),
                _ => parts.push(part),
            }
        }
        let whole = parts.join("/");
        self.below_base(&whole).and_then(|path| join("", path))
    }

    /// Outside the site's folder: on its host, where that is known, lies what is not congbo's.
    /// congbo's own pages lead there by no relative path, since these are to work in any folder.
    fn outside(&self, path: &str, place: impl Fn(String) -> Address) -> Address {
        let leads = !self.options.strict || path.starts_with(is_stroke);
        if self.options.base.is_none() || !leads {
            return Address::Beyond;
        }
        match path.strip_prefix(is_stroke).and_then(|path| join("", path)).map(place) {
            Some(Address::Inside(place)) if place.path != INDEX => Address::Beside(place),
            _ => Address::Foreign,
        }
    }

    /// What follows the site's folder in a path from the root of the host.
    fn below_base<'p>(&self, path: &'p str) -> Option<&'p str> {
        self.options.base.as_ref().map_or(Some(path), |base| base.below(path))
    }
}

/// The anchor that a fragment names; none for the top of the page and for a passage of text.
fn anchor(fragment: &str) -> Option<String> {
    let fragment = without_directive(fragment);
    let anchor = decoded(fragment);
    (!anchor.is_empty() && !is(&anchor, "top")).then(|| anchor.into_owned())
}

/// Whether a fragment is an address of a script's own, `#/tin` or `#!/tin`.
fn is_route(fragment: &str) -> bool {
    fragment.starts_with('/') || fragment.starts_with("!/")
}

/// The fragment of an address as it is written: a browser looks for it before it decodes it.
pub(super) fn written_anchor(address: &str) -> Option<&str> {
    let (_, fragment) = trim(address).split_once('#')?;
    Some(without_directive(fragment))
}

fn without_directive(fragment: &str) -> &str {
    if memchr(b'~', fragment.as_bytes()).is_none() {
        return fragment;
    }
    fragment.split_once(":~:").map_or(fragment, |(anchor, _)| anchor)
}

/// Percent-decoded; most addresses have nothing to decode.
fn decoded(text: &str) -> Cow<'_, str> {
    if memchr(b'%', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    percent_decode_str(text).decode_utf8_lossy()
}

/// The folder of a file, with its last stroke; empty for the site's root.
fn folder(path: &str) -> &str {
    path.rfind('/').map_or("", |stroke| &path[..=stroke])
}

/// A relative path, followed from a folder; none where it leads above the site's root.
fn join(folder: &str, path: &str) -> Option<String> {
    let mut joined = String::with_capacity(folder.len() + path.len() + INDEX.len());
    joined.push_str(folder);
    let mut segments = path.split(is_stroke).peekable();
    while let Some(segment) = segments.next() {
        match &*decoded(segment) {
            "." => {}
            ".." => {
                joined.pop()?;
                joined.truncate(self::folder(&joined).len());
            }
            name => {
                joined.push_str(name);
                if segments.peek().is_some() {
                    joined.push('/');
                }
            }
        }
    }
    if joined.is_empty() || joined.ends_with('/') {
        joined.push_str(INDEX);
    }
    Some(joined)
}

/// A browser takes blanks and control characters off both ends.
fn trim(address: &str) -> &str {
    address.trim_matches(|c: char| c <= ' ')
}

/// Without what a browser takes out of an address, wherever it stands.
fn clean(address: &str) -> Cow<'_, str> {
    let address = trim(address);
    if address.bytes().any(|sign| matches!(sign, b'\t' | b'\n' | b'\r')) {
        Cow::Owned(address.replace(['\t', '\n', '\r'], ""))
    } else {
        Cow::Borrowed(address)
    }
}

/// A browser takes the one for the other.
fn is_stroke(c: char) -> bool {
    c == '/' || c == '\\'
}

fn scheme(address: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = address.split_once(':')?;
    let valid = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    valid.then_some((scheme, rest))
}

fn is(text: &str, name: &str) -> bool {
    text.eq_ignore_ascii_case(name)
}
