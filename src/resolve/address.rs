//! Addresses: no two things of a site may be published at one.
//!
//! Compared without regard to case, since many file systems do not tell it apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::content::paths;
use crate::diag::Diagnostic;
use crate::model::addresses::{CALENDAR, REPORT_FILES, REPORT_PAGES, SITE_PAGES};
use crate::model::department::Departments;
use crate::model::draft::Kind;
use crate::model::resolved::Resolved;
use crate::source::Span;

/// What is published where: the address in lower case, and the address with what asked for it.
type Taken = BTreeMap<String, (String, Option<Span>)>;

/// Reports everything that would be published where something else is.
///
/// `site` stands for what has no source of its own: static files, and pages that congbo makes.
pub fn check(
    (documents, linked): (&[Resolved], &BTreeMap<String, String>),
    departments: &Departments,
    files: &BTreeSet<String>,
    site: Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut taken = Taken::new();
    for address in own(departments) {
        take(&mut taken, &address, None);
    }
    let mut assets: BTreeSet<&String> = linked.values().collect();
    for document in documents {
        if document.is_report() && document.path.is_empty() {
            diagnostics.push(Diagnostic::report_at_root(start(document)));
            return;
        }
        for (address, span) in addresses(document) {
            if let Some((_, first)) = take(&mut taken, &address, Some(span)) {
                diagnostics.push(Diagnostic::address_duplicate(span, &address, first));
            }
        }
        assets.extend(document.assets.values());
    }
    for address in folder_pages(documents) {
        if let Some((_, first)) = take(&mut taken, &address, None) {
            diagnostics.push(Diagnostic::address_duplicate(site, &address, first));
        }
    }
    let copied = files.iter().filter_map(|file| file.strip_prefix("static/"));
    for address in copied.chain(assets.into_iter().map(String::as_str)) {
        if let Some((_, span)) = take(&mut taken, address, None) {
            diagnostics.push(Diagnostic::address_duplicate(span.unwrap_or(site), address, None));
        }
    }
    diagnostics.extend(files_as_folders(&taken, site));
}

/// Publishes something; what was at the address before, if it was taken.
fn take(taken: &mut Taken, address: &str, span: Option<Span>) -> Option<(String, Option<Span>)> {
    taken.insert(address.to_lowercase(), (address.to_owned(), span))
}

/// A file at an address under which something else is published; each is told once.
fn files_as_folders(taken: &Taken, site: Span) -> Vec<Diagnostic> {
    let mut told = BTreeSet::new();
    let mut diagnostics = Vec::new();
    for (address, (_, span)) in taken {
        let mut folder = paths::parent(address);
        while !folder.is_empty() {
            if let Some((file, asked)) = taken.get(folder)
                && told.insert(folder)
            {
                let (place, other) = match (*span, *asked) {
                    (Some(span), asked) => (span, asked.filter(|asked| *asked != span)),
                    (None, asked) => (asked.unwrap_or(site), None),
                };
                diagnostics.push(Diagnostic::address_within_file(place, file, other));
            }
            folder = paths::parent(folder);
        }
    }
    diagnostics
}

/// What belongs to the site as a whole.
fn own(departments: &Departments) -> impl Iterator<Item = String> + '_ {
    let pages = SITE_PAGES.map(page_file).into_iter();
    let of_departments = departments
        .iter()
        .flat_map(|department| [page_file(&department.address()), department.calendar()]);
    pages.chain([CALENDAR.to_owned()]).chain(of_departments)
}

/// The file of a page.
fn page_file(page: &str) -> String {
    format!("{page}index.html")
}

/// Where a report or page begins.
const fn start(document: &Resolved) -> Span {
    match &document.kind {
        Kind::Report(meta) => meta.spans.start,
        Kind::Page(meta) => meta.start,
    }
}

/// The pages of folders that no document is at.
fn folder_pages(documents: &[Resolved]) -> BTreeSet<String> {
    let own: BTreeSet<&str> = documents.iter().map(|document| document.path.as_str()).collect();
    let mut pages = BTreeSet::new();
    for document in documents {
        let mut folder = paths::parent(&document.path);
        while !folder.is_empty() && !own.contains(folder) {
            pages.insert(page_file(&format!("{folder}/")));
            folder = paths::parent(folder);
        }
    }
    if !own.contains("") {
        pages.insert(page_file(""));
    }
    pages
}

/// The files that a report or page makes, and where each comes from.
fn addresses(document: &Resolved) -> Vec<(String, Span)> {
    let start = start(document);
    let mut addresses = Vec::new();
    for page in document.pages.values() {
        let span = page.section.map_or(start, |section| document.sections[section].span);
        addresses.push((page_file(&page.address), span));
    }
    if document.is_report() {
        let root = document.address();
        let pages = REPORT_PAGES.iter().map(|page| page_file(&format!("{root}{page}")));
        let data = REPORT_FILES.iter().map(|file| format!("{root}{file}"));
        addresses.extend(pages.chain(data).map(|address| (address, start)));
    }
    addresses
}
