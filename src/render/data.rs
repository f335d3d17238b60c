//! A report as data: `report.json` and the tables.
//!
//! Lists are in reading order, texts are plain with references as `[n]`, addresses are relative
//! to the site's root. The tables are UTF-8 with a byte-order mark and CRLF (RFC 4180), so that
//! spreadsheet programs read the accents, and no cell is a formula to them.

use serde::Serialize;

use super::body::chart_name;
use super::href::encode;
use super::views::NoteView;
use crate::model::flow::Run;
use crate::model::flow::{Block, References};
use crate::model::meta::{Date, PartialDate, ReportMeta, State};
use crate::model::resolved::{Chart, Document, Indicator, Note, Place, Resolved};
use crate::model::table::{ChartId, Id, NoteId};

#[derive(Serialize)]
struct ReportJson<'a> {
    report: Head<'a>,
    indicators: Vec<IndicatorJson<'a>>,
    sections: Vec<SectionJson<'a>>,
    paragraphs: Vec<ParagraphJson<'a>>,
    charts: Vec<ChartJson<'a>>,
    footnotes: Vec<FootnoteJson<'a>>,
    directives: Vec<DirectiveJson<'a>>,
    documents: Vec<DocumentJson<'a>>,
}

#[derive(Serialize)]
struct Head<'a> {
    path: &'a str,
    url: String,
    title: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    language: &'a str,
    number: Option<&'a str>,
    symbol: Option<&'a str>,
    issuer: Option<IssuerJson<'a>>,
    place: Option<&'a str>,
    date: Option<String>,
    occasion: Option<&'a str>,
    status: &'a str,
    signature: Option<SignatureJson<'a>>,
    recipients: &'a [String],
}

#[derive(Serialize)]
struct IssuerJson<'a> {
    name: &'a str,
    parent: Option<&'a str>,
}

#[derive(Serialize)]
struct SignatureJson<'a> {
    authority: Option<&'a str>,
    acting: Option<&'a str>,
    position: Option<&'a str>,
    name: Option<&'a str>,
}

#[derive(Serialize)]
struct IndicatorJson<'a> {
    label: &'a str,
    value: &'a str,
    unit: Option<&'a str>,
    change: Option<&'a str>,
    url: String,
}

#[derive(Serialize)]
struct SectionJson<'a> {
    id: &'a str,
    level: u8,
    label: &'a str,
    title: &'a str,
    parent: Option<&'a str>,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct ParagraphJson<'a> {
    id: &'a str,
    section: Option<&'a str>,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct ChartJson<'a> {
    title: &'a str,
    #[serde(rename = "type")]
    kind: &'a str,
    unit: Option<&'a str>,
    source: Option<&'a str>,
    data: String,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct FootnoteJson<'a> {
    id: &'a str,
    number: usize,
    text: String,
    html: String,
    url: String,
    references: Vec<String>,
}

#[derive(Serialize)]
struct DirectiveJson<'a> {
    id: &'a str,
    number: usize,
    label: &'a str,
    list: Option<&'a str>,
    summary: Option<&'a str>,
    lead: &'a [String],
    support: &'a [String],
    deadline: Option<String>,
    topics: &'a [String],
    state: Option<&'a str>,
    text: String,
    url: String,
}

#[derive(Serialize)]
struct DocumentJson<'a> {
    id: &'a str,
    symbol: &'a str,
    kind: Option<&'a str>,
    date: Option<String>,
    issuer: Option<&'a str>,
    title: Option<&'a str>,
    address: Option<&'a str>,
    url: String,
    mentions: Vec<String>,
}

/// `report.json`; `notes` are the notes as the site's root would show them.
#[must_use]
pub fn report_json(report: &Resolved, meta: &ReportMeta, notes: &[NoteView]) -> Vec<u8> {
    let json = ReportJson {
        report: head(report, meta),
        indicators: report.indicators.iter().map(|each| indicator_json(report, each)).collect(),
        sections: sections(report),
        paragraphs: paragraphs(report),
        charts: report.charts.iter().map(|(id, chart)| chart_json(report, id, chart)).collect(),
        footnotes: footnotes(report, notes),
        directives: directives(report),
        documents: report
            .documents
            .values()
            .map(|document| document_json(report, document))
            .collect(),
    };
    let mut bytes = serde_json::to_vec_pretty(&json).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn head<'a>(report: &'a Resolved, meta: &'a ReportMeta) -> Head<'a> {
    Head {
        path: &report.path,
        url: encode(report.address()),
        title: &report.title,
        kind: &report.document_kind,
        language: report.language().name(),
        number: meta.number.as_deref(),
        symbol: meta.symbol.as_deref(),
        issuer: meta
            .issuer
            .as_ref()
            .map(|issuer| IssuerJson { name: &issuer.name, parent: issuer.parent.as_deref() }),
        place: meta.place.as_deref(),
        date: meta.date.map(PartialDate::iso),
        occasion: meta.occasion.as_deref(),
        status: meta.status.name(),
        signature: meta.signature.as_ref().map(|signature| SignatureJson {
            authority: signature.authority.as_deref(),
            acting: signature.acting.as_deref(),
            position: signature.position.as_deref(),
            name: signature.name.as_deref(),
        }),
        recipients: &meta.recipients,
    }
}

fn indicator_json<'a>(report: &Resolved, indicator: &'a Indicator) -> IndicatorJson<'a> {
    let meta = &indicator.meta;
    let place = report.place_of(indicator.target);
    IndicatorJson {
        label: &meta.label,
        value: &meta.value.0,
        unit: meta.unit.as_deref(),
        change: meta.change.as_deref(),
        url: url(report, place, &report.anchor_of(indicator.target)),
    }
}

fn chart_json<'a>(report: &Resolved, id: ChartId, chart: &'a Chart) -> ChartJson<'a> {
    ChartJson {
        title: chart.title.text(),
        kind: chart.kind.name(),
        unit: chart.unit.as_ref().map(Run::text),
        source: chart.source.as_ref().map(Run::text),
        data: encode(&chart.address),
        text: chart.text(report.language()),
        url: url(report, chart.place, chart.anchor.as_ref().unwrap_or(&chart_name(id))),
    }
}

/// The address of an anchor on the page where `place` is at home.
fn url(report: &Resolved, place: Place, anchor: &str) -> String {
    format!("{}#{}", encode(&report.home(place)), encode(anchor))
}

fn sections(report: &Resolved) -> Vec<SectionJson<'_>> {
    let sections = report.sections.iter();
    sections
        .map(|(id, section)| SectionJson {
            id: &section.id,
            level: section.level,
            label: &section.label,
            title: &section.text,
            parent: section.parent.map(|parent| report.sections[parent].id.as_str()),
            text: report.text_of_blocks(&section.blocks, References::Numbered),
            url: url(report, Place::Section(id), &section.id),
        })
        .collect()
}

fn paragraphs(report: &Resolved) -> Vec<ParagraphJson<'_>> {
    let mut paragraphs = Vec::new();
    let sections =
        report.sections.iter().map(|(id, section)| (Place::Section(id), &section.blocks));
    for (place, blocks) in std::iter::once((Place::Opening, &report.opening)).chain(sections) {
        for block in blocks {
            let Block::Paragraph(Some(id), flow) = block else { continue };
            let anchor = &report.paragraphs[*id].anchor;
            paragraphs.push(ParagraphJson {
                id: anchor,
                section: match place {
                    Place::Section(id) => Some(&report.sections[id].id),
                    _ => None,
                },
                text: report.text_of(flow, References::Numbered),
                url: url(report, place, anchor),
            });
        }
    }
    paragraphs
}

fn footnotes<'a>(report: &'a Resolved, views: &[NoteView]) -> Vec<FootnoteJson<'a>> {
    report
        .notes
        .iter()
        .zip(views)
        .map(|((id, note), view)| FootnoteJson {
            id: &note.id,
            number: id.index() + 1,
            text: report.text_of_blocks(&note.blocks, References::Numbered),
            html: note_html(view),
            url: note_url(report, id, note),
            references: reference_urls(report, note),
        })
        .collect()
}

fn note_html(view: &NoteView) -> String {
    if view.tail_html.is_empty() {
        view.html.clone()
    } else {
        format!("{}<p>{}</p>\n", view.html, view.tail_html)
    }
}

fn note_url(report: &Resolved, id: NoteId, note: &Note) -> String {
    url(report, Place::Note(id), &note.anchor())
}

fn reference_urls(report: &Resolved, note: &Note) -> Vec<String> {
    let references = note.references.iter().map(|&id| &report.references[id]);
    references
        .map(|reference| url(report, reference.place, &note.reference_anchor(reference.occurrence)))
        .collect()
}

fn directives(report: &Resolved) -> Vec<DirectiveJson<'_>> {
    let mut directives = Vec::new();
    for list in report.lists.values() {
        for &id in &list.directives {
            let directive = &report.directives[id];
            let meta = &directive.meta;
            directives.push(DirectiveJson {
                id: &directive.id,
                number: directive.number,
                label: &directive.label,
                list: list.name.as_deref(),
                summary: meta.summary.as_deref(),
                lead: &meta.lead,
                support: &meta.support,
                deadline: meta.deadline.map(Date::iso),
                topics: &meta.topics,
                state: meta.state.map(State::name),
                text: report.text_of_blocks(&directive.blocks, References::Numbered),
                url: url(report, Place::Directive(id), &directive.id),
            });
        }
    }
    directives
}

fn document_json<'a>(report: &'a Resolved, document: &'a Document) -> DocumentJson<'a> {
    let page = report.documents_page().unwrap_or_default();
    DocumentJson {
        id: &document.id,
        symbol: &document.symbol,
        kind: document.kind.as_deref(),
        date: document.date.map(Date::iso),
        issuer: document.issuer.as_deref(),
        title: document.title.as_deref(),
        address: document.url.as_deref(),
        url: format!("{}#{}", encode(&page), encode(&document.id)),
        mentions: mention_urls(report, document),
    }
}

fn mention_urls(report: &Resolved, document: &Document) -> Vec<String> {
    let mentions = document.mentions.iter().map(|&id| &report.mentions[id]);
    mentions
        .map(|mention| url(report, mention.place, &document.mention_anchor(mention.occurrence)))
        .collect()
}

/// `footnotes.csv`.
#[must_use]
pub fn footnotes_csv(report: &Resolved) -> Vec<u8> {
    let rows = report.notes.iter().map(|(id, note)| {
        vec![
            (id.index() + 1).to_string(),
            note.id.clone(),
            report.text_of_blocks(&note.blocks, References::Numbered),
            note_url(report, id, note),
            reference_urls(report, note).join(" "),
        ]
    });
    table(&["number", "id", "text", "url", "references"], rows)
}

/// `directives.csv`.
#[must_use]
pub fn directives_csv(report: &Resolved) -> Vec<u8> {
    let header = [
        "number", "id", "list", "summary", "lead", "support", "deadline", "topics", "state",
        "text", "url",
    ];
    let rows = directives(report).into_iter().map(|directive| {
        vec![
            directive.number.to_string(),
            directive.id.to_owned(),
            directive.list.unwrap_or_default().to_owned(),
            directive.summary.unwrap_or_default().to_owned(),
            directive.lead.join("; "),
            directive.support.join("; "),
            directive.deadline.unwrap_or_default(),
            directive.topics.join("; "),
            directive.state.unwrap_or_default().to_owned(),
            directive.text,
            directive.url,
        ]
    });
    table(&header, rows)
}

/// `documents.csv`.
#[must_use]
pub fn documents_csv(report: &Resolved) -> Vec<u8> {
    let header = ["id", "kind", "symbol", "date", "issuer", "title", "address", "url", "mentions"];
    let rows = report.documents.values().map(|document| {
        let json = document_json(report, document);
        vec![
            json.id.to_owned(),
            json.kind.unwrap_or_default().to_owned(),
            json.symbol.to_owned(),
            json.date.unwrap_or_default(),
            json.issuer.unwrap_or_default().to_owned(),
            json.title.unwrap_or_default().to_owned(),
            json.address.unwrap_or_default().to_owned(),
            json.url,
            json.mentions.join(" "),
        ]
    });
    table(&header, rows)
}

fn table(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let bytes = "\u{FEFF}".as_bytes().to_vec();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(bytes);
    let mut rows = rows.map(|row| row.into_iter().map(cell).collect::<Vec<_>>());
    let written = writer
        .write_record(header)
        .and_then(|()| rows.try_for_each(|row| writer.write_record(row)));
    debug_assert!(written.is_ok(), "a table in memory takes any row of its width");
    writer.into_inner().unwrap_or_default()
}

/// A text as a cell: an apostrophe before what a spreadsheet program would run as a formula, or
/// show as one that fails. A number with its sign is none.
fn cell(text: String) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let rest = text.strip_prefix(['+', '-']);
    let number = rest.is_some_and(|rest| {
        rest.starts_with(|sign: char| sign.is_ascii_digit())
            && rest.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ','))
    });
    if formula && !number { format!("'{text}") } else { text }
}
