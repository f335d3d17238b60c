//! What is found: the texts of a report or page, record by record.

use std::fmt::Write;

use crate::locale::Locale;
use crate::model::addresses::{DIRECTIVES, FOOTNOTES};
use crate::model::flow::{Block, References};
use crate::model::meta::{Date, PartialDate, ReportMeta};
use crate::model::resolved::{Directive, Document, Place, Resolved};
use crate::model::table::{PageId, SectionId};
use crate::render::citation::place_and_date;
use crate::render::href::encode;
use crate::render::report::{number, numbered_title, sections_on};

use super::engine::{Digest, Record};

/// How much more than text a heading, the number of a report and the symbol of a document weigh.
const HEADING: u8 = 4;

/// The kinds of records, as the search page filters them.
pub const KINDS: [&str; 5] = ["section", "directive", "footnote", "document", "page"];

/// The records of a report or page, which stands at `order` among those of the site; its lists have
/// names from `locale`, the site's, and `words` are those of its language.
pub(super) fn of(
    document: &Resolved,
    order: usize,
    locale: &Locale,
    words: &Locale,
) -> Vec<Record> {
    let records = match document.meta() {
        Some(meta) => of_report(document, meta, locale, words),
        None => vec![of_page(document)],
    };
    records.into_iter().map(|record| Record { order, ..record }).collect()
}

fn of_report(report: &Resolved, meta: &ReportMeta, locale: &Locale, words: &Locale) -> Vec<Record> {
    let mut records: Vec<Record> =
        report.pages.iter().map(|(page, _)| of_text(report, meta, page, words)).collect();
    let address = |page: &str| format!("{}{page}", report.address());
    let titled = |kind, address: &str, title: &str, digest| {
        record(report, kind, address, locale.text(title), digest)
    };
    if !report.directives.is_empty() {
        let digest = directives(report);
        records.push(titled("directive", &address(DIRECTIVES), "site-directives", digest));
    }
    if !report.notes.is_empty() {
        let mut digest = Digest::default();
        notes(report, &mut digest);
        records.push(titled("footnote", &address(FOOTNOTES), "site-footnotes", digest));
    }
    if let Some(address) = report.documents_page().filter(|_| !report.documents.is_empty()) {
        records.push(titled("document", &address, "site-documents", documents(report)));
    }
    records
}

fn record(
    document: &Resolved,
    kind: &'static str,
    address: &str,
    title: String,
    digest: Digest,
) -> Record {
    // An empty address would be taken for none.
    let url = if address.is_empty() { "./".to_owned() } else { encode(address) };
    let date = document.meta().and_then(|meta| meta.date);
    Record {
        url,
        title,
        digest,
        kind,
        language: document.language().name(),
        report: document.is_report().then(|| document.path.clone()),
        year: date.map(PartialDate::year),
        order: 0,
    }
}

/// A page of the text: its sections, up to the next page.
fn of_text(report: &Resolved, meta: &ReportMeta, page: PageId, words: &Locale) -> Record {
    let mut digest = Digest::default();
    let begins = report.pages[page].section;
    if begins.is_none() {
        head(report, meta, words, &mut digest);
        blocks(report, Place::Opening, &report.opening, &mut digest);
    }
    for id in sections_on(report, page) {
        section(report, id, begins == Some(id), &mut digest);
    }
    let title = begins.map_or_else(|| report.title.clone(), |id| numbered_title(report, id));
    record(report, "section", &report.pages[page].address, title, digest)
}

/// What stands above the text of a report.
fn head(report: &Resolved, meta: &ReportMeta, words: &Locale, digest: &mut Digest) {
    let kind = &report.document_kind;
    digest.weighty(HEADING, &format!("{kind} {}", number(meta).unwrap_or_default()));
    let issuer = meta.issuer.as_ref().map(|issuer| issuer.name.as_str());
    for line in [issuer, meta.occasion.as_deref()].into_iter().flatten() {
        digest.text(line);
    }
    if meta.date.is_some() {
        digest.text(&place_and_date(meta, words).unwrap_or_default());
    }
}

/// A page of its own, with its notes.
fn of_page(page: &Resolved) -> Record {
    let mut digest = Digest::default();
    blocks(page, Place::Opening, &page.opening, &mut digest);
    for (id, each) in page.sections.iter() {
        section(page, id, each.text == page.title, &mut digest);
    }
    notes(page, &mut digest);
    record(page, "page", page.address(), page.title.clone(), digest)
}

/// A section; `titled` if its title is that of the record.
fn section(document: &Resolved, id: SectionId, titled: bool, digest: &mut Digest) {
    let section = &document.sections[id];
    let place = Place::Section(id);
    let (name, title) = (place_of(document, place), numbered_title(document, id));
    digest.titled_anchor(&section.id, &name, &title);
    section.names.iter().for_each(|name| digest.name(name));
    // A page without any text would be in no index.
    if !titled || section.blocks.is_empty() {
        digest.weighty(HEADING, &title);
    }
    blocks(document, place, &section.blocks, digest);
}

/// Only reports are cited by mục and phần.
fn place_of(document: &Resolved, place: Place) -> String {
    if document.is_report() { document.citation_of(place) } else { String::new() }
}

fn blocks(document: &Resolved, place: Place, blocks: &[Block], digest: &mut Digest) {
    let place = place_of(document, place);
    for block in blocks {
        match block {
            Block::Paragraph(Some(id), _) => {
                let named = document.is_report().then(|| document.citation_of_paragraph(*id));
                digest.anchor(&document.paragraphs[*id].anchor, &named.unwrap_or_default());
            }
            Block::Table(id, _) => {
                let table = &document.tables[*id];
                let anchor = table.anchor.as_deref();
                let name = table.caption.as_ref().map(|_| &table.label);
                anchor.inspect(|id| digest.anchor(id, name.unwrap_or(&place)));
                anchor.and(name).inspect(|name| digest.name(name));
            }
            Block::Paragraph(None, _) | Block::Other(_) | Block::Directives(_) => {}
        }
        for chart in block.charts().map(|id| &document.charts[id]) {
            let anchor = chart.anchor.as_deref();
            anchor.inspect(|id| digest.anchor(id, &chart.citation));
            anchor.inspect(|_| digest.name(&chart.citation));
        }
        digest.text(&document.text_of_blocks(std::slice::from_ref(block), References::Omitted));
    }
}

fn directives(report: &Resolved) -> Digest {
    let mut digest = Digest::default();
    for directive in report.lists.values().flat_map(|list| &list.directives) {
        let directive = &report.directives[*directive];
        let summary = directive.meta.summary.as_deref().unwrap_or_default();
        digest.titled_anchor(&directive.id, &directive.citation, summary);
        digest.name(&directive.citation);
        directive.place.iter().for_each(|_| digest.name(&directive.name));
        digest.weighty(HEADING, summary);
        digest.text(&report.text_of_blocks(&directive.blocks, References::Omitted));
        digest.text(&facts(directive));
    }
    digest
}

/// "Sở Tài chính; Sở Nội vụ; 31/3/2024; kế hoạch".
fn facts(directive: &Directive) -> String {
    let meta = &directive.meta;
    let deadline = meta.deadline.map(Date::short);
    let facts = meta.lead.iter().chain(&meta.support).chain(&deadline).chain(&meta.topics);
    facts.map(String::as_str).collect::<Vec<_>>().join("; ")
}

fn notes(document: &Resolved, digest: &mut Digest) {
    for (id, note) in document.notes.iter() {
        let name = document.citation_of(Place::Note(id));
        digest.anchor(&note.anchor(), &name);
        digest.name(&name);
        digest.text(&document.text_of_blocks(&note.blocks, References::Omitted));
    }
}

fn documents(report: &Resolved) -> Digest {
    let mut digest = Digest::default();
    for document in report.documents.values() {
        let name = match &document.kind {
            Some(kind) => format!("{kind} {}", document.symbol),
            None => document.symbol.clone(),
        };
        digest.anchor(&document.id, &name);
        digest.weighty(HEADING, &name);
        digest.text(&about(document));
    }
    digest
}

/// "10/12/2021, Chính phủ: Về …".
fn about(document: &Document) -> String {
    let mut about = document.date.map(Date::short).unwrap_or_default();
    let comma = |text: &str| if text.is_empty() { "" } else { ", " };
    if let Some(issuer) = &document.issuer {
        let _ = write!(about, "{}{issuer}", comma(&about));
    }
    if let Some(title) = &document.title {
        let _ = write!(about, "{}{title}", comma(&about));
    }
    about
}
