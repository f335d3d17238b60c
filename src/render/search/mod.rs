//! Resolved -> the index that the search page asks.
//!
//! Takes the texts of a site from its flows and gives the files of the index to a sink: a reader's
//! browser loads those few of them that a query needs. No page is read for it, so that it can be
//! made beside the pages. Never decides what a result looks like; that is for `static/search.js`.
//!
//! # What is in a record
//!
//! There is a record for each page of text, and for each page of directives, footnotes and cited
//! documents of a report. In it, each section, paragraph, table, directive, note and document
//! begins with an anchor that has no text, only the place in words; so a hit leads to the last
//! anchor before it. Titles weigh more than text, symbols of documents likewise.

mod engine;
mod records;

use std::io;

use rayon::prelude::*;

use super::RenderError;
use crate::locale::Locales;
use crate::model::addresses::SEARCH_INDEX;
use crate::model::resolved::Site;
use crate::output::Sink;

pub use records::KINDS;

/// Writes the index of a site.
///
/// # Errors
/// If the index cannot be made or written.
pub fn index(site: &Site, locales: &Locales, sink: &dyn Sink) -> Result<(), RenderError> {
    let locale = locales.of(site.config.language);
    let unwritten = |path: String, error| RenderError::Write { path, error };
    let records = site
        .documents
        .par_iter()
        .flat_map_iter(|document| records::of(document, locale, locales.of(document.language())));
    let files = engine::files(records.collect())
        .map_err(|error| unwritten(SEARCH_INDEX.to_owned(), io::Error::other(error)))?;
    files.into_par_iter().try_for_each(|(name, bytes)| {
        let path = format!("{SEARCH_INDEX}{name}");
        sink.write(&path, &bytes).map_err(|error| unwritten(path, error))
    })
}
