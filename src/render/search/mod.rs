//! Resolved -> the index that the search page asks.
//!
//! Takes the texts of a site from its flows and gives the files of the index to a sink: a reader's
//! browser loads those few of them that a query needs. No page is read for it, so that it can be
//! made beside the pages. Never decides what a result looks like; that is for `static/search.js`.
//!
//! # What is in a record
//!
//! There is a record for each page of text, and for each page of directives, footnotes and cited
//! documents of a report. In it, each section, paragraph, table, chart, directive, note and document
//! begins with an anchor that has no text, only the place in words; so a hit leads to the last
//! anchor before it. Titles weigh more than text, symbols of documents likewise.
//!
//! Behind the anchors of sections, tables, charts, directives and notes stand their names ("mục I.2", "Phần
//! II", "chú thích 4"), each as one word: they are found by it alone, whatever other texts say of
//! them, and in the order of their documents. A paragraph is found by the section that it counts in.

mod engine;
mod records;

use std::io;

use rayon::prelude::*;

use super::RenderError;
use super::site::newest_first;
use crate::locale::Locales;
use crate::model::addresses::SEARCH_INDEX;
use crate::model::resolved::{Resolved, Site};
use crate::output::Sink;

pub use records::KINDS;

/// Writes the index of a site.
///
/// # Errors
/// If the index cannot be made or written.
pub fn index(site: &Site, locales: &Locales, sink: &dyn Sink) -> Result<(), RenderError> {
    let locale = locales.of(site.config.language);
    let unwritten = |path: String, error| RenderError::Write { path, error };
    let mut documents: Vec<&Resolved> = site.documents.iter().collect();
    documents.sort_by(|left, right| newest_first(left, right));
    let records = documents.into_par_iter().enumerate().flat_map_iter(|(order, document)| {
        records::of(document, order, locale, locales.of(document.language()))
    });
    let files = engine::files(records.collect())
        .map_err(|error| unwritten(SEARCH_INDEX.to_owned(), io::Error::other(error)))?;
    files.into_par_iter().try_for_each(|(name, bytes)| {
        let path = format!("{SEARCH_INDEX}{name}");
        sink.write(&path, &bytes).map_err(|error| unwritten(path, error))
    })
}
