//! Draft -> Resolved: numbers, anchors, notes, references, citations.
//!
//! Takes the drafts of a whole site, gives each report and page with an answer to everything in
//! it, and reports what has none. Reports are worked on side by side; only links need to know
//! the others. Never reads a file and never renders.

pub mod address;
pub mod anchor;
pub mod citation;
pub mod department;
pub mod link;
pub mod note;
pub mod number;
pub mod outline;
pub mod settle;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use self::citation::Found;
use self::link::{Addresses, Followed};
use self::outline::Outline;
use self::settle::Answers;
use crate::content::Content;
use crate::diag::Diagnostic;
use crate::locale::{Locale, Locales};
use crate::model::draft::{Draft, Kind};
use crate::model::meta::{RegisteredDocument, SiteConfig};
use crate::model::resolved::{NavigationLink, Resolved, Site};
use crate::model::table::{MentionId, Table};
use crate::source::Span;

/// What the rules need besides the resolved reports: the mentions of each as they were read.
pub type Mentions = Vec<Table<MentionId, Found>>;

/// Resolves a site: the drafts of all its reports and pages, and what belongs to it as a whole. The
/// words that congbo adds to a text are those of its language; `given` are the names under which it
/// publishes its static files.
#[must_use]
pub fn resolve(content: &mut Content, locales: &Locales, given: &[String]) -> (Site, Mentions) {
    let drafts = std::mem::take(&mut content.drafts);
    content.diagnostics.extend(unknown_languages(&content.config, &drafts, locales));
    let files: BTreeSet<String> = content.files.keys().chain(&content.refused).cloned().collect();
    let outlined: Vec<(Outline, Vec<Diagnostic>)> = drafts
        .into_par_iter()
        .map(|draft| {
            let mut found = Vec::new();
            let words = locales.of(draft.kind.language());
            (outline::outline(draft, Arc::clone(words), &mut found), found)
        })
        .collect();
    let mut outlines = Vec::with_capacity(outlined.len());
    for (outline, found) in outlined {
        outlines.push(outline);
        content.diagnostics.extend(found);
    }
    let departments = department::gather(&outlines, content.config.language);
    let folders = address::folders(&outlines);
    let mut own = Own::new(content);
    let (answers, navigation) = {
        let base_url = content.config.base_url.as_deref();
        let (sources, pictures) = (&content.sources, &content.pictures);
        let addresses = Addresses::new(
            (&outlines, &folders),
            &departments,
            sources,
            &files,
            pictures,
            base_url,
        );
        let answers = follow_all(&outlines, &addresses, &mut content.diagnostics);
        let words = locales.of(content.config.language);
        let config = &content.config;
        let navigation = navigation(&addresses, words, config, &mut content.diagnostics);
        own.follow(&addresses, locales, &mut content.diagnostics);
        (answers, navigation)
    };
    let registry = citation::Registry::new(&own.registry);
    registry.check(&mut content.diagnostics);
    let settled: Vec<(Resolved, Table<MentionId, Found>)> = outlines
        .into_par_iter()
        .zip(answers)
        .map(|(outline, answers)| settle::settle(outline, &answers, &registry))
        .collect();
    let (mut documents, found): (Vec<_>, Vec<_>) = settled.into_iter().unzip();
    let document_ids = citation::unify(&mut documents);
    let site = Site {
        config: own.config,
        abbreviations: content.abbreviations.clone(),
        documents,
        navigation,
        departments,
        document_ids,
        assets: own.assets,
        folders,
    };
    let start = Span::file_start(content.site_file);
    let files = address::Files { all: &files, given };
    content.diagnostics.extend(address::check(&site, &files, start, &mut content.sources));
    (site, found)
}

/// The site's own YAML, as far as it has addresses.
struct Own {
    config: SiteConfig,
    registry: Vec<RegisteredDocument>,
    /// Files that have to be published for these: path under the site root -> address.
    assets: BTreeMap<String, String>,
}

impl Own {
    fn new(content: &Content) -> Self {
        let (config, registry) = (content.config.clone(), content.registry.clone());
        Self { config, registry, assets: BTreeMap::new() }
    }

    /// Follows the addresses that lead to the site itself, and writes them as they are published.
    fn follow(
        &mut self,
        addresses: &Addresses,
        locales: &Locales,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        let Some(base_url) = self.config.base_url.as_deref() else { return };
        let words = locales.of(self.config.language);
        let publisher = self.config.publisher.as_mut();
        let publisher = publisher.map(|publisher| (&mut publisher.url, publisher.url_span));
        let registry = self.registry.iter_mut().map(|entry| (&mut entry.url, entry.url_span));
        for (url, span) in publisher.into_iter().chain(registry) {
            let (Some(url), Some(span)) = (url, span) else { continue };
            match addresses.in_full(words, (url, span), base_url) {
                Ok((full, asset)) => {
                    *url = full;
                    self.assets.extend(asset);
                }
                Err(diagnostic) => diagnostics.push(diagnostic),
            }
        }
    }
}

/// Where a language is chosen that the site has no texts in.
fn unknown_languages(config: &SiteConfig, drafts: &[Draft], locales: &Locales) -> Vec<Diagnostic> {
    let texts = drafts.iter().map(|draft| (draft.kind.language(), draft.kind.language_span()));
    let chosen = std::iter::once((config.language, config.language_span)).chain(texts);
    let chosen = chosen.filter_map(|(language, span)| Some((language, span?)));
    let unknown = chosen.filter(|(language, _)| !locales.has(*language));
    unknown.map(|(language, span)| Diagnostic::language_unknown(span, language.name())).collect()
}

fn navigation(
    addresses: &Addresses,
    words: &Locale,
    config: &SiteConfig,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<NavigationLink> {
    let Some(chosen) = &config.navigation else { return addresses.top() };
    let mut links = Vec::new();
    let site_title = config.title.as_deref().unwrap_or_default();
    for (written, span) in chosen {
        match addresses.navigation(words, written, *span, site_title) {
            Ok(link) => links.push(link),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    links
}

/// Follows every link of every report and page.
fn follow_all(
    outlines: &[Outline],
    addresses: &Addresses,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Answers> {
    let answered: Vec<(Answers, Vec<Diagnostic>)> = outlines
        .par_iter()
        .map(|outline| {
            let mut broken = Vec::new();
            (follow(outline, addresses, &mut broken), broken)
        })
        .collect();
    let mut answers = Vec::with_capacity(answered.len());
    for (answer, broken) in answered {
        answers.push(answer);
        diagnostics.extend(broken);
    }
    answers
}

fn follow(outline: &Outline, addresses: &Addresses, broken: &mut Vec<Diagnostic>) -> Answers {
    let mut keep = |answer: Result<Followed, Diagnostic>| match answer {
        Ok(followed) => Some(followed),
        Err(diagnostic) => {
            broken.push(diagnostic);
            None
        }
    };
    let placements: BTreeSet<_> =
        outline.draft.lists.values().flat_map(|list| list.placements.iter().copied()).collect();
    let tables = &outline.draft.tables;
    let links = tables
        .links
        .values()
        .map(|link| {
            if link.reported || placements.contains(&link.span) {
                return None;
            }
            keep(addresses.follow(outline.into(), &link.destination, link.span))
        })
        .collect();
    let images = tables
        .images
        .values()
        .map(|image| keep(addresses.image(&image.destination, image.span)))
        .collect();
    let charts = tables
        .charts
        .values()
        .map(|chart| keep(addresses.data(&chart.data.0, chart.data.1)))
        .collect();
    let indicators = match &outline.draft.kind {
        Kind::Report(meta) => meta.indicators.as_slice(),
        Kind::Page(_) => &[],
    };
    let indicators = indicators
        .iter()
        .map(|indicator| {
            let (id, span) = &indicator.stated_in;
            keep(Addresses::stated(outline, id, *span))
        })
        .collect();
    Answers { links, images, charts, indicators }
}
