//! Addresses: no two things of a site may be published at one.
//!
//! Compared without regard to case, since many file systems do not tell it apart.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::RESERVED_PAGES;
use crate::content::paths;
use crate::diag::Diagnostic;
use crate::model::draft::Kind;
use crate::model::resolved::Resolved;
use crate::source::Span;

/// Pages and files of the site besides its content, for which static files may not stand in.
const SITE_FILES: &[&str] = &["van-ban/index.html", "tu-viet-tat/index.html"];

/// The data files of a report.
const DATA_FILES: &[&str] = &["report.json", "footnotes.csv", "directives.csv", "documents.csv"];

/// Reports everything that would be published where something else is.
///
/// `site` stands for what has no source of its own: static files, and pages that congbo makes.
pub fn check(
    documents: &[Resolved],
    files: &BTreeSet<String>,
    site: Span,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut taken: BTreeMap<String, Option<Span>> =
        SITE_FILES.iter().map(|file| ((*file).to_owned(), None)).collect();
    let mut assets = BTreeSet::new();
    for document in documents {
        for (address, span) in addresses(document) {
            if let Some(first) = taken.insert(address.to_lowercase(), Some(span)) {
                diagnostics.push(Diagnostic::address_duplicate(span, &address, first));
            }
        }
        assets.extend(document.assets.values());
    }
    for address in folder_pages(documents) {
        if let Some(first) = taken.insert(address.to_lowercase(), None) {
            diagnostics.push(Diagnostic::address_duplicate(site, &address, first));
        }
    }
    let copied = files.iter().filter_map(|file| file.strip_prefix("static/"));
    for address in copied.chain(assets.into_iter().map(String::as_str)) {
        if let Some(span) = taken.insert(address.to_lowercase(), None) {
            diagnostics.push(Diagnostic::address_duplicate(span.unwrap_or(site), address, None));
        }
    }
}

/// The pages of folders that no document is at.
fn folder_pages(documents: &[Resolved]) -> BTreeSet<String> {
    let own: BTreeSet<&str> = documents.iter().map(|document| document.path.as_str()).collect();
    let mut pages = BTreeSet::new();
    for document in documents {
        let mut folder = paths::parent(&document.path);
        while !folder.is_empty() && !own.contains(folder) {
            pages.insert(format!("{folder}/index.html"));
            folder = paths::parent(folder);
        }
    }
    if !own.contains("") {
        pages.insert("index.html".to_owned());
    }
    pages
}

/// The files that a report or page makes, and where each comes from.
fn addresses(document: &Resolved) -> Vec<(String, Span)> {
    let start = match &document.kind {
        Kind::Report(meta) => meta.spans.start,
        Kind::Page(meta) => meta.start,
    };
    let mut addresses = Vec::new();
    for page in document.pages.values() {
        let span = page.section.map_or(start, |section| document.sections[section].span);
        addresses.push((format!("{}index.html", page.address), span));
    }
    if document.is_report() {
        let root = document.address();
        let pages = RESERVED_PAGES.iter().map(|page| format!("{root}{page}/index.html"));
        let data = DATA_FILES.iter().map(|file| format!("{root}{file}"));
        addresses.extend(pages.chain(data).map(|address| (address, start)));
    }
    addresses
}
