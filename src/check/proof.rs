//! All pages of a site held against each other.
//!
//! Takes the facts of every page, the text of every style sheet, the paths of every other published
//! file and the numbers that a report's notes are to have, in any order and from any number of threads; gives the findings,
//! sorted, the same whatever the order was. A page is judged on the thread that brings it; only
//! what leads to other pages waits for them.

use std::sync::{Mutex, MutexGuard, PoisonError};

use super::Finding;
use super::css;
use super::facts::Facts;
use super::sheet::Sheet;
use super::store::Store;
use crate::base::Base;

/// How the site is published, and what is asked of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Where the site is published, if that is known; full addresses there are the site's own.
    pub base: Option<Base>,
    /// Whether pages must also be well-formed, without code in them and without requests to
    /// other hosts, as those of congbo are.
    pub strict: bool,
}

impl Options {
    /// For congbo's own pages, published at `base_url` if that is known.
    #[must_use]
    pub fn published_at(base_url: Option<&str>) -> Self {
        Self { base: base_url.and_then(Base::of), strict: true }
    }
}

/// The pages that have come in so far.
#[derive(Debug)]
pub struct Proof {
    options: Options,
    store: Mutex<Store>,
}

impl Proof {
    /// A proof of a site of which nothing is known yet.
    #[must_use]
    pub fn new(options: Options) -> Self {
        Self { options, store: Mutex::default() }
    }

    /// Takes in a page, published as the file `path` (from the site's root, with `/`).
    pub fn page(&self, path: &str, facts: &Facts<'_>) {
        let sheet = Sheet::new(&self.options, path, facts);
        self.store().add(sheet, facts);
    }

    /// Takes in the text of a style sheet; its path comes in like that of other files.
    pub fn style(&self, path: &str, css: &str) {
        let facts = css::gather(css);
        let sheet = Sheet::new(&self.options, path, &facts);
        self.store().keep(sheet, &facts);
    }

    /// Takes in the path of a published file that is no page.
    pub fn file(&self, path: &str) {
        self.store().publish(path);
    }

    /// Says that the note with the anchor `id` has this number on every page whose path begins
    /// with `report` (the path of the report's folder, with `/` at its end), and stands on one.
    pub fn expect_note(&self, report: &str, id: &str, number: u32) {
        self.store().expect(report, id, number);
    }

    /// Everything that is wrong, sorted by page and line, each once.
    #[must_use]
    pub fn finish(self) -> Vec<Finding> {
        self.store.into_inner().unwrap_or_else(PoisonError::into_inner).finish()
    }

    /// A thread that panicked elsewhere leaves the store whole: nothing in it is half written.
    fn store(&self) -> MutexGuard<'_, Store> {
        self.store.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
