//! Resolved -> diagnostics: one file a rule, and in [`level`] what a site makes of the findings.
//!
//! A rule takes a resolved report and says what looks wrong in it. Rules only warn, unless the
//! report's own status makes more of it; what makes a report unpublishable was found before.

mod abbreviation_undefined;
mod blank_missing;
mod bracket_unbalanced;
mod citation_incomplete;
mod citation_suspect;
mod combining_mark_left;
mod date_form;
mod footnote_order;
mod heading_skipped;
mod image_alt_missing;
mod indicator_unsupported;
mod legacy_encoding;
pub mod level;
mod metadata_missing;
mod pairs;
mod placeholder_left;
mod prose;
mod punctuation_doubled;
mod quote_unbalanced;
mod superscript_left;
mod text_repeated;
mod tone_mixed;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::diag::{Code, Diagnostic};
use crate::model::meta::{Abbreviation, Language};
use crate::model::resolved::{Resolved, Site};
use crate::model::table::{MentionId, Table};
use crate::resolve::Mentions;
use crate::resolve::citation::Found;

use self::prose::Prose;
use crate::source::Span;

/// What a rule looks at.
pub struct Subject<'a> {
    /// A report or page.
    pub document: &'a Resolved,
    /// Its mentions as they were read.
    pub mentions: &'a Table<MentionId, Found>,
    /// Its text as it is read aloud; none where that is not in Vietnamese.
    pub prose: Vec<Prose<'a>>,
    /// What stands around it, field by field; likewise.
    pub fields: Vec<(&'a str, Span)>,
    /// The abbreviations that the site explains.
    pub abbreviations: &'a [Abbreviation],
}

/// A rule.
type Rule = fn(&Subject, &mut Vec<Diagnostic>);

const RULES: &[Rule] = &[
    abbreviation_undefined::check,
    blank_missing::check,
    bracket_unbalanced::check,
    citation_incomplete::check,
    citation_suspect::check,
    combining_mark_left::check,
    date_form::check,
    footnote_order::check,
    heading_skipped::check,
    image_alt_missing::check,
    indicator_unsupported::check,
    legacy_encoding::check,
    metadata_missing::check,
    placeholder_left::check,
    punctuation_doubled::check,
    quote_unbalanced::check,
    superscript_left::check,
    text_repeated::check,
    tone_mixed::check,
];

/// Applies every rule to every report and page.
#[must_use]
pub fn check(site: &Site, mentions: &Mentions) -> Vec<Diagnostic> {
    let subjects = site.documents.par_iter().zip(mentions.par_iter());
    let found: Vec<Vec<Diagnostic>> = subjects
        .map(|(document, mentions)| {
            let mut diagnostics = Vec::new();
            let vietnamese = document.language() == Language::VIETNAMESE;
            let prose = if vietnamese { prose::of(document) } else { Vec::new() };
            let fields = if vietnamese { fields(document) } else { Vec::new() };
            let abbreviations = site.abbreviations.as_slice();
            let subject = Subject { document, mentions, prose, fields, abbreviations };
            for rule in RULES {
                rule(&subject, &mut diagnostics);
            }
            diagnostics.into_iter().map(|found| beside_charts(found, document)).collect()
        })
        .collect();
    once(found.into_iter().flatten())
}

/// A finding with the charts that show it, where it stands in the table of some.
fn beside_charts(found: Diagnostic, document: &Resolved) -> Diagnostic {
    let file = found.span.file;
    let charts = document.charts.values().filter(|chart| chart.figures.file == file);
    charts.map(|chart| chart.span).fold(found, Diagnostic::in_chart)
}

/// What is found in the table of charts is said once, with all of these.
fn once(found: impl Iterator<Item = Diagnostic>) -> Vec<Diagnostic> {
    let mut told: Vec<Diagnostic> = Vec::new();
    let mut in_tables: BTreeMap<(Span, Code), usize> = BTreeMap::new();
    for found in found {
        let place = found.in_charts().next().map(|_| (found.span, found.code));
        let Some(&first) = place.and_then(|place| in_tables.get(&place)) else {
            in_tables.extend(place.map(|place| (place, told.len())));
            told.push(found);
            continue;
        };
        for chart in found.related {
            if !told[first].related.contains(&chart) {
                told[first].related.push(chart);
            }
        }
    }
    told
}

/// The texts of `report.yaml` and of what stands before directives.
fn fields(document: &Resolved) -> Vec<(&str, Span)> {
    let report = document.meta().into_iter().flat_map(|meta| &meta.texts);
    let directives = document.directives.values().flat_map(|directive| &directive.meta.texts);
    report.chain(directives).map(|(text, span)| (text.as_str(), *span)).collect()
}
