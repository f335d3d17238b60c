//! Addresses: no two things of a site may be published at one.
//!
//! Compared without regard to case, since many file systems do not tell it apart.

use std::collections::{BTreeMap, BTreeSet};

use super::outline::Outline;
use crate::content::paths;
use crate::diag::Diagnostic;
use crate::model::addresses::{Grounds, MADE, Of, SEARCH_INDEX, file_at, made_where};
use crate::model::draft::Kind;
use crate::model::resolved::{Resolved, Site};
use crate::source::{Sources, Span};

/// What is published where: the address in lower case, and the address with what asked for it.
type Taken<'a> = BTreeMap<String, (String, Asked<'a>)>;

/// What asks for an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked<'a> {
    /// congbo itself: for a report, which begins there, or for the site.
    Made(Option<Span>),
    /// A text.
    Text(Span),
    /// A file that is published as it is.
    File(&'a str),
}

impl Asked<'_> {
    /// Where to say that something is wrong with it; `site` stands for congbo itself.
    fn place(self, site: Span, sources: &mut Sources) -> Span {
        match self {
            Self::Made(of) => of.unwrap_or(site),
            Self::Text(span) => span,
            Self::File(path) => sources.unread(path),
        }
    }

    /// The text, if it is one or made of one.
    const fn text(self) -> Option<Span> {
        match self {
            Self::Text(span) => Some(span),
            Self::Made(of) => of,
            Self::File(_) => None,
        }
    }
}

/// Files that are published as they are.
pub struct Files<'a> {
    /// Every file of `content/` and `static/`, as a path from the site root.
    pub all: &'a BTreeSet<String>,
    /// The names under which congbo publishes its own static files, or those that replace them.
    pub given: &'a [String],
}

/// The folders that have a page of their own: the root, and all that hold a report or page and are
/// none.
#[must_use]
pub fn folders(outlines: &[Outline]) -> BTreeSet<String> {
    let drafts = || outlines.iter().map(|outline| &outline.draft);
    let own: BTreeSet<&str> =
        drafts().filter(|draft| !draft.kind.is_index()).map(|draft| draft.path.as_str()).collect();
    let indexes = drafts().filter(|draft| draft.kind.is_index()).map(|draft| draft.path.clone());
    let mut folders: BTreeSet<String> = indexes.chain([String::new()]).collect();
    for draft in drafts() {
        let mut folder = paths::parent(&draft.path);
        while !folder.is_empty() && !own.contains(folder) {
            folders.insert(folder.to_owned());
            folder = paths::parent(folder);
        }
    }
    folders
}

/// Reports everything that would be published where something else is; `start` is where that is
/// said of pages that congbo makes.
#[must_use]
pub fn check(site: &Site, files: &Files, start: Span, sources: &mut Sources) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut taken = Taken::new();
    for address in own(site).into_iter().chain(files.given.iter().cloned()) {
        take(&mut taken, &address, Asked::Made(None));
    }
    for document in &site.documents {
        if document.is_report() && document.path.is_empty() {
            diagnostics.push(Diagnostic::report_at_root(begin(document)));
            continue;
        }
        for (address, asked) in addresses(site, document) {
            if let Some((_, first)) = take(&mut taken, &address, asked) {
                let place = asked.place(start, sources);
                diagnostics.push(Diagnostic::address_duplicate(place, &address, first.text()));
            }
        }
    }
    for address in folder_pages(site) {
        if let Some((_, first)) = take(&mut taken, &address, Asked::Made(None)) {
            diagnostics.push(Diagnostic::address_duplicate(start, &address, first.text()));
        }
    }
    for (path, address) in copied(site, files) {
        let first = take(&mut taken, address, Asked::File(path)).map(|(_, first)| first);
        let of_search = address.to_lowercase().starts_with(SEARCH_INDEX);
        diagnostics.extend(match first.or(of_search.then_some(Asked::Made(None))) {
            None => None,
            Some(Asked::Text(span)) => Some(Diagnostic::address_duplicate(span, address, None)),
            Some(Asked::Made(_)) => Some(Diagnostic::address_made(sources.unread(path), address)),
            Some(Asked::File(first)) => {
                let (place, first) = (sources.unread(path), sources.unread(first));
                Some(Diagnostic::address_duplicate(place, address, Some(first)))
            }
        });
    }
    diagnostics.extend(files_as_folders(&taken, start, sources));
    diagnostics
}

/// Publishes something; what was at the address before, if it was taken.
fn take<'a>(taken: &mut Taken<'a>, address: &str, asked: Asked<'a>) -> Option<(String, Asked<'a>)> {
    taken.insert(address.to_lowercase(), (address.to_owned(), asked))
}

/// A file at an address under which something else is published; each is told once.
fn files_as_folders(taken: &Taken, site: Span, sources: &mut Sources) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for (address, (_, inner)) in taken {
        let mut folder = paths::parent(address);
        while !folder.is_empty() {
            if let Some((file, asked)) = taken.get(folder)
                && told.insert(folder)
            {
                let (place, other) = match (inner.text(), asked.text()) {
                    (Some(span), asked) => (span, asked.filter(|asked| *asked != span)),
                    (None, _) => (asked.place(site, sources), None),
                };
                diagnostics.push(Diagnostic::address_within_file(place, file, other));
            }
            folder = paths::parent(folder);
        }
    }
    diagnostics
}

/// What congbo makes for the site as a whole and for its departments. What yields to a static file
/// is not made where there is one.
fn own(site: &Site) -> Vec<String> {
    let grounds = site.grounds();
    let mut own: Vec<String> =
        made_where(Of::Site, grounds).map(|made| file_at(made.address)).collect();
    for department in site.departments.iter() {
        let deadlines = department.deadlines;
        let made = made_where(Of::Department, Grounds { deadlines, ..grounds });
        let root = department.address();
        own.extend(made.map(|made| file_at(&format!("{root}{}", made.address))));
    }
    // Whatever the search keeps in its folder.
    own.push(SEARCH_INDEX.to_owned());
    own
}

/// Where a report or page begins.
const fn begin(document: &Resolved) -> Span {
    match &document.kind {
        Kind::Report(meta) => meta.spans.start,
        Kind::Page(meta) => meta.start,
    }
}

/// The pages of folders that no document is at.
fn folder_pages(site: &Site) -> impl Iterator<Item = String> + '_ {
    let indexes = site.documents.iter().filter(|document| document.is_index());
    let own: BTreeSet<&str> = indexes.map(|document| document.path.as_str()).collect();
    let folders = site.folders.iter().filter(move |folder| !own.contains(folder.as_str()));
    folders.map(|folder| match folder.as_str() {
        "" => file_at(""),
        folder => file_at(&format!("{folder}/")),
    })
}

/// The files that a report or page makes, and what asks for each.
fn addresses(site: &Site, document: &Resolved) -> Vec<(String, Asked<'static>)> {
    let start = begin(document);
    let mut addresses = Vec::new();
    for page in document.pages.values() {
        let span = page.section.map_or(start, |section| document.sections[section].span);
        addresses.push((file_at(&page.address), Asked::Text(span)));
    }
    if document.is_report() {
        let root = document.address();
        let made = made_where(Of::Report, site.grounds_of(document));
        let files = made.map(|made| file_at(&format!("{root}{}", made.address)));
        addresses.extend(files.map(|address| (address, Asked::Made(Some(start)))));
    }
    addresses
}

/// The files that are published as they are: path and address. Static files in the place of
/// something that yields to them are not among them.
fn copied<'a>(site: &'a Site, files: &'a Files) -> Vec<(&'a str, &'a str)> {
    let stands_in = |name: &str| {
        files.given.iter().any(|given| given == name)
            || MADE.iter().any(|made| made.yields() && made.address == name)
    };
    let statics =
        files.all.iter().filter_map(|path| Some((&**path, path.strip_prefix("static/")?)));
    let statics = statics.filter(|(_, name)| !stands_in(name));
    let texts = site.documents.iter().flat_map(|document| &document.assets);
    let linked: BTreeMap<&str, &str> =
        texts.chain(&site.assets).map(|(path, address)| (&**path, &**address)).collect();
    statics.chain(linked).collect()
}
