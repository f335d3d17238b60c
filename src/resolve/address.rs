//! Addresses: no two things of a site may be published at one.
//!
//! Compared without regard to case, since many file systems do not tell it apart.

use std::collections::{BTreeMap, BTreeSet};

use super::anchor::RESERVED_PAGES;
use crate::diag::Diagnostic;
use crate::model::draft::Kind;
use crate::model::resolved::Resolved;
use crate::source::Span;

/// Pages and files of the site besides its content, for which static files may not stand in.
const SITE_FILES: &[&str] = &["van-ban/index.html", "tu-viet-tat/index.html"];

/// The data files of a report.
const DATA_FILES: &[&str] = &["report.json", "footnotes.csv", "directives.csv", "documents.csv"];

/// Reports everything that would be published where something else is.
pub fn check(documents: &[Resolved], files: &BTreeSet<String>, diagnostics: &mut Vec<Diagnostic>) {
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
    let copied = files.iter().filter_map(|file| file.strip_prefix("static/"));
    for address in copied.chain(assets.into_iter().map(String::as_str)) {
        if let Some(Some(span)) = taken.get(&address.to_lowercase()) {
            diagnostics.push(Diagnostic::address_duplicate(*span, address, None));
        }
    }
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
