//! Resolved -> diagnostics: one file a rule.
//!
//! A rule takes a resolved report and says what looks wrong in it. Rules only warn, unless the
//! report's own status makes more of it; what makes a report unpublishable was found before.

mod citation_suspect;
mod footnote_order;
mod heading_skipped;
mod image_alt_missing;
pub mod level;
mod metadata_missing;

use rayon::prelude::*;

use crate::diag::Diagnostic;
use crate::model::resolved::{Resolved, Site};
use crate::model::table::{MentionId, Table};
use crate::resolve::Mentions;
use crate::resolve::citation::Found;

/// What a rule looks at.
pub struct Subject<'a> {
    /// A report or page.
    pub document: &'a Resolved,
    /// Its mentions as they were read.
    pub mentions: &'a Table<MentionId, Found>,
}

/// A rule.
type Rule = fn(&Subject, &mut Vec<Diagnostic>);

const RULES: &[Rule] = &[
    citation_suspect::check,
    footnote_order::check,
    heading_skipped::check,
    image_alt_missing::check,
    metadata_missing::check,
];

/// Applies every rule to every report and page.
#[must_use]
pub fn check(site: &Site, mentions: &Mentions) -> Vec<Diagnostic> {
    let subjects = site.documents.par_iter().zip(mentions.par_iter());
    let found: Vec<Vec<Diagnostic>> = subjects
        .map(|(document, mentions)| {
            let mut diagnostics = Vec::new();
            let subject = Subject { document, mentions };
            for rule in RULES {
                rule(&subject, &mut diagnostics);
            }
            diagnostics
        })
        .collect();
    found.into_iter().flatten().collect()
}
