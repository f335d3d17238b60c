//! The pages of a report.

use std::collections::BTreeMap;

use super::abbreviations::Abbreviations;
use super::body::{Registers, Scope, Writer};
use super::href::{encode, relative};
use super::views::{
    BodyView, CountsView, DocumentView, DocumentsPage, DownloadView, FootnotesPage, FullTextPage,
    IndicatorView, Link, MentionView, NoteView, OutlineView, PageView, PartView, PermalinkView,
    ReportPage, ReportView, SectionPage, SignatureView, TextPage,
};
use super::{RenderError, Renderer, citation, data, excerpt, failed};
use crate::model::addresses::{
    CALENDAR, CITATION_BIB, CITATION_JSON, DIRECTIVES_CSV, DOCUMENTS, DOCUMENTS_CSV, FOOTNOTES,
    FOOTNOTES_CSV, FULL_TEXT, Made, Of, REPORT_JSON, Shows, made_where, pages_of,
};
use crate::model::flow::{Block, References};
use crate::model::meta::{Date, PartialDate, ReportMeta, Status};
use crate::model::resolved::{Document, Indicator, Place, Resolved};
use crate::model::table::{Id, PageId, SectionId};

/// Characters of an excerpt.
const EXCERPT: usize = 220;

impl<'a> Renderer<'a> {
    /// Every page and file of a report.
    pub(super) fn report(&self, report: &'a Resolved) -> Result<(), RenderError> {
        let Some(meta) = report.meta() else { return Ok(()) };
        for (page, _) in report.pages.iter() {
            match report.pages[page].section {
                None => self.front_page(report, meta, page)?,
                Some(section) => self.section_page(report, meta, page, section)?,
            }
        }
        self.full_text(report, meta)?;
        self.footnotes(report, meta)?;
        self.directives(report, meta)?;
        self.documents(report, meta)?;
        self.data(report, meta)
    }

    pub(super) fn writer<'w>(
        &'w self,
        report: &'w Resolved,
        address: &'w str,
        scope: Scope,
    ) -> Writer<'w> {
        self.writer_with(&self.abbreviations, report, address, scope)
    }

    /// A writer that explains these abbreviations.
    fn writer_with<'w>(
        &'w self,
        abbreviations: &'w Abbreviations,
        report: &'w Resolved,
        address: &'w str,
        scope: Scope,
    ) -> Writer<'w> {
        let registers = Registers { abbreviations, departments: &self.site.departments };
        let language = self.locale.language().name();
        Writer::new(report, registers, self.theme, language, address, scope)
    }

    fn front_page(
        &self,
        report: &'a Resolved,
        meta: &ReportMeta,
        page: PageId,
    ) -> Result<(), RenderError> {
        let address = &report.pages[page].address;
        let mut writer = self.writer(report, address, Scope::Page(page));
        let html = writer.capture(Writer::opening);
        let mut body = text(&mut writer, report, sections_on(report, page), None);
        body.html.insert_str(0, &html);
        body.closing = report.last_page() == page;
        writer.finish().map_err(|error| failed("directive.html", error))?;
        let description = excerpt_of(report).or_else(|| meta.occasion.clone());
        let view = ReportPage {
            site: self.site_view(address),
            page: self.front_view(report, meta, address, description),
            report: self.report_view(report, meta, address, Scope::Page(page)),
            body,
            indicators: indicators(report, address),
            next: self.neighbour(report, address, page.index() + 1),
        };
        self.page(address, "report.html", &view)
    }

    fn section_page(
        &self,
        report: &'a Resolved,
        meta: &ReportMeta,
        page: PageId,
        id: SectionId,
    ) -> Result<(), RenderError> {
        let address = &report.pages[page].address;
        let section = &report.sections[id];
        let mut writer = self.writer(report, address, Scope::Page(page));
        let title_html = writer.capture(|writer| writer.title(id));
        let mut body = text(&mut writer, report, sections_on(report, page), Some(id));
        body.closing = report.last_page() == page;
        writer.finish().map_err(|error| failed("directive.html", error))?;
        let title = numbered_title(report, id);
        let description = first_paragraph(report, &section.blocks);
        let mut view = SectionPage {
            site: self.site_view(address),
            page: self.in_language(
                self.page_view("section", address, &title, description),
                report.language(),
            ),
            report: self.report_view(report, meta, address, Scope::Page(page)),
            id: section.id.clone(),
            label: section.heading_label.clone(),
            title_html,
            permalink: PermalinkView::new(&section.id, &section.citation),
            body,
            children: children(report, id, address, page),
            previous: page
                .index()
                .checked_sub(1)
                .and_then(|at| self.neighbour(report, address, at)),
            next: self.neighbour(report, address, page.index() + 1),
        };
        view.page.breadcrumbs.extend(ancestors(report, id, address));
        view.page.data_html = Some(self.part_data(report, meta, &view.page));
        self.page(address, "section.html", &view)
    }

    fn full_text(&self, report: &'a Resolved, meta: &ReportMeta) -> Result<(), RenderError> {
        let address = format!("{}{FULL_TEXT}", report.address());
        let mut writer = self.writer(report, &address, Scope::Whole);
        let (parts, appendices) = parts(&mut writer, report);
        writer.finish().map_err(|error| failed("directive.html", error))?;
        let title = self.locale.text("site-full-text");
        let view = FullTextPage {
            site: self.site_view(&address),
            page: self.part_view("full-text", (report, meta), &address, &title, excerpt_of(report)),
            report: self.report_view(report, meta, &address, Scope::Whole),
            parts,
            appendices,
        };
        self.page(&address, "full-text.html", &view)
    }

    fn footnotes(&self, report: &'a Resolved, meta: &ReportMeta) -> Result<(), RenderError> {
        let address = format!("{}{FOOTNOTES}", report.address());
        let mut writer = self.writer(report, &address, Scope::Notes);
        let notes = writer.notes();
        let title = self.locale.text("site-footnotes");
        let view = FootnotesPage {
            site: self.site_view(&address),
            page: self.part_view("footnotes", (report, meta), &address, &title, None),
            report: self.report_view(report, meta, &address, Scope::Notes),
            notes,
        };
        self.page(&address, "footnotes.html", &view)
    }

    fn documents(&self, report: &'a Resolved, meta: &ReportMeta) -> Result<(), RenderError> {
        let address = format!("{}{DOCUMENTS}", report.address());
        let documents = report.documents.values();
        let documents =
            documents.map(|document| self.document_view(report, document, &address)).collect();
        let title = self.locale.text("site-documents");
        let view = DocumentsPage {
            site: self.site_view(&address),
            page: self.part_view("documents", (report, meta), &address, &title, None),
            report: self.report_view(report, meta, &address, Scope::Nothing),
            documents,
        };
        self.page(&address, "documents.html", &view)
    }

    fn data(&self, report: &Resolved, meta: &ReportMeta) -> Result<(), RenderError> {
        let root = report.address();
        let notes = {
            let none = Abbreviations::default();
            self.writer_with(&none, report, "", Scope::Notes).notes()
        };
        self.write(format!("{root}{REPORT_JSON}"), &data::report_json(report, meta, &notes))?;
        self.write(format!("{root}{FOOTNOTES_CSV}"), &data::footnotes_csv(report))?;
        self.write(format!("{root}{DIRECTIVES_CSV}"), &data::directives_csv(report))?;
        self.write(format!("{root}{DOCUMENTS_CSV}"), &data::documents_csv(report))?;
        let entry = self.citation_entry(report, meta);
        self.write(format!("{root}{CITATION_BIB}"), entry.biblatex().as_bytes())?;
        self.write(format!("{root}{CITATION_JSON}"), &entry.csl_json())?;
        self.report_calendar(report)
    }

    /// The report for programs that keep references.
    fn citation_entry<'r>(
        &self,
        report: &'r Resolved,
        meta: &'r ReportMeta,
    ) -> citation::Entry<'r> {
        let note = match meta.status {
            Status::Draft => Some("site-status-draft"),
            Status::Reader => Some("site-status-reader"),
            Status::Final => None,
        };
        citation::Entry {
            report,
            meta,
            url: self.canonical(report.address()),
            note: note.map(|key| self.words(report).text(key)),
        }
    }

    fn front_view(
        &self,
        report: &Resolved,
        meta: &ReportMeta,
        address: &str,
        description: Option<String>,
    ) -> PageView {
        let page = self.page_view("report", address, &report.title, description);
        let mut page = self.in_language(page, report.language());
        page.data_html = Some(self.report_data(report, meta, &page));
        page
    }

    /// A page of a report, called among the tabs of a browser by what it has and the report:
    /// "Chú thích – Kiểm điểm công tác …".
    pub(super) fn part_view(
        &self,
        kind: &'static str,
        (report, meta): (&Resolved, &ReportMeta),
        address: &str,
        own: &str,
        description: Option<String>,
    ) -> PageView {
        let title = format!("{own} – {}", report.title);
        let page = self.page_view(kind, address, &title, description);
        let mut page = self.in_language(page, report.language());
        page.own_title = Some(own.to_owned());
        let inner = address.strip_prefix(report.address());
        let made = pages_of(Of::Report).find(|made| Some(made.address) == inner);
        page.empty = made.is_some_and(|made| is_empty(report, made.shows));
        page.data_html = Some(self.part_data(report, meta, &page));
        page
    }

    /// A page of the text, as the one before or after.
    fn neighbour(&self, report: &Resolved, address: &str, index: usize) -> Option<Link> {
        let page = report.pages.values().nth(index)?;
        let (title, language) = match page.section {
            Some(section) => (numbered_title(report, section), report.language()),
            None => (self.locale.text("site-report-front"), self.locale.language()),
        };
        let href = relative(address, &page.address);
        Some(Link { title, href, current: false, language: language.name() })
    }

    // What stands around the text.

    pub(super) fn report_view(
        &self,
        report: &Resolved,
        meta: &ReportMeta,
        address: &str,
        scope: Scope,
    ) -> ReportView {
        ReportView {
            title: report.title.clone(),
            kind: report.document_kind.clone(),
            issuer_parent: meta.issuer.as_ref().and_then(|issuer| issuer.parent.clone()),
            issuer: meta.issuer.as_ref().map(|issuer| issuer.name.clone()),
            author: citation::issuer(meta),
            number: number(meta),
            number_open: meta.number.is_none(),
            place_and_date: citation::place_and_date(meta, self.words(report)),
            date: meta.date.map(PartialDate::short),
            date_iso: meta.date.and_then(PartialDate::full).map(Date::iso),
            occasion: meta.occasion.clone(),
            status: meta.status.name(),
            citation: citation::in_full(report, meta, self.words(report)),
            signature: meta.signature.as_ref().map(|signature| SignatureView {
                authority: signature.authority.clone(),
                acting: signature.acting.clone(),
                position: signature.position.clone(),
                name: signature.name.clone(),
            }),
            recipients: meta.recipients.clone(),
            href: relative(address, report.address()),
            pages: self.own_pages(report, address),
            downloads: self.downloads(report, address),
            outline: outline(report, address, scope),
            counts: CountsView {
                sections: report.sections.len(),
                directives: report.directives.len(),
                footnotes: report.notes.len(),
                documents: report.documents.len(),
            },
        }
    }

    fn own_pages(&self, report: &Resolved, address: &str) -> Vec<Link> {
        let root = report.address();
        let view = |page: &Made| {
            let target = format!("{root}{}", page.address);
            Link {
                title: self.locale.text(title_of(page)),
                href: relative(address, &target),
                current: target == address,
                language: self.locale.language().name(),
            }
        };
        pages_of(Of::Report).filter(|page| !is_empty(report, page.shows)).map(view).collect()
    }

    fn downloads(&self, report: &Resolved, address: &str) -> Vec<DownloadView> {
        let root = report.address();
        let made = made_where(Of::Report, self.site.grounds_of(report));
        let files = made.filter(|made| !made.is_page() && !is_empty(report, made.shows));
        let view = |file: &Made| DownloadView {
            title: self.locale.text(title_of(file)),
            format: format_of(file),
            href: relative(address, &format!("{root}{}", file.address)),
        };
        files.map(view).collect()
    }

    /// A cited document, as the page at `address` shows it.
    fn document_view(&self, report: &Resolved, document: &Document, address: &str) -> DocumentView {
        let mentions = mentions(report, document, address, None);
        DocumentView { mentions, ..self.bare_document_view(document) }
    }

    /// A cited document without its mentions.
    pub(super) fn bare_document_view(&self, document: &Document) -> DocumentView {
        DocumentView {
            id: document.id.clone(),
            language: self.site.registry_language().name(),
            kind: document.kind.clone(),
            symbol: document.symbol.clone(),
            date: document.date.map(Date::short),
            date_iso: document.date.map(Date::iso),
            issuer: document.issuer.clone(),
            title: document.title.clone(),
            url: document.url.clone(),
            mentions: Vec::new(),
        }
    }

    // Ordinary pages.

    pub(super) fn text_page(&self, document: &'a Resolved) -> Result<(), RenderError> {
        let address = document.address();
        let (id, title_html, body) = self.page_body(document)?;
        let description = page_description(document);
        let page = self.page_view("text", address, &document.title, description);
        let view = TextPage {
            site: self.site_view(address),
            page: self.in_language(page, document.language()),
            id,
            title_html,
            body,
            outline: page_outline(document),
        };
        self.page(address, "text.html", &view)
    }

    /// Title and text of an ordinary page.
    pub(super) fn page_body(
        &self,
        document: &'a Resolved,
    ) -> Result<(Option<String>, String, BodyView), RenderError> {
        let page = PageId::from_index(0);
        let mut writer = self.writer(document, document.address(), Scope::Page(page));
        let title = writer.title_section();
        let title_html = match title {
            Some(section) => writer.capture(|writer| writer.title(section)),
            None => super::href::escape(&document.title).into_owned(),
        };
        let html = writer.capture(|writer| {
            writer.opening();
            let sections = document.sections.iter();
            sections.for_each(|(id, _)| writer.section(id, Some(id) != title));
        });
        let body =
            BodyView { html, closing: false, appendices: String::new(), notes: writer.notes() };
        writer.finish().map_err(|error| failed("directive.html", error))?;
        let id = title.map(|section| document.sections[section].id.clone());
        Ok((id, title_html, body))
    }
}

/// Whether what congbo makes of a report has nothing to show.
pub(super) fn is_empty(report: &Resolved, shows: Shows) -> bool {
    match shows {
        Shows::Notes => report.notes.is_empty(),
        Shows::Directives => report.directives.is_empty(),
        Shows::Documents => report.documents.is_empty(),
        _ => false,
    }
}

/// The text that is the title of what congbo makes of a report.
fn title_of(made: &Made) -> &'static str {
    match (made.address, made.shows) {
        (FULL_TEXT, _) => "site-full-text",
        (CITATION_BIB | CITATION_JSON, _) => "site-citation-entry",
        (CALENDAR, _) => "site-calendar",
        (_, Shows::Notes) => "site-footnotes",
        (_, Shows::Directives) => "site-directives",
        (_, Shows::Documents) => "site-documents",
        _ => "site-download-report",
    }
}

/// The format of a file that congbo makes of a report.
fn format_of(made: &Made) -> &'static str {
    match made.address {
        REPORT_JSON => "JSON",
        CITATION_BIB => "BibLaTeX",
        CITATION_JSON => "CSL-JSON",
        CALENDAR => "ICS",
        _ => "CSV",
    }
}

/// Sections as they follow one another, appendices apart, and their notes; `titled` has its title
/// elsewhere on the page.
fn text(
    writer: &mut Writer,
    report: &Resolved,
    sections: impl Iterator<Item = SectionId>,
    titled: Option<SectionId>,
) -> BodyView {
    let first = report.appendices().map_or(usize::MAX, Id::index);
    let (text, appendices): (Vec<_>, Vec<_>) = sections.partition(|id| id.index() < first);
    let mut write = |sections: Vec<SectionId>| {
        writer.capture(|writer| {
            for id in sections {
                writer.section(id, Some(id) != titled);
            }
        })
    };
    let (html, appendices) = (write(text), write(appendices));
    BodyView { html, closing: true, appendices, notes: writer.notes() }
}

/// The full text: what stands in front of the signature, and the appendices behind it. It is cut
/// where the site begins a new page, and each part has the notes that are at home on that page.
fn parts(writer: &mut Writer, report: &Resolved) -> (Vec<PartView>, Vec<PartView>) {
    let first = report.appendices().map_or(usize::MAX, Id::index);
    let opening = writer.capture(Writer::opening);
    let mut written: Vec<(PageId, [String; 2])> = Vec::new();
    for (page, _) in report.pages.iter() {
        let (text, behind): (Vec<_>, Vec<_>) =
            sections_on(report, page).partition(|id| id.index() < first);
        let html = [text, behind].map(|sections| {
            writer.capture(|writer| sections.iter().for_each(|&id| writer.section(id, true)))
        });
        written.push((page, html));
    }
    if let Some((_, [text, _])) = written.first_mut() {
        text.insert_str(0, &opening);
    }
    let homes = report.pages_of_notes();
    let mut notes: BTreeMap<Option<PageId>, Vec<NoteView>> = BTreeMap::new();
    for (home, note) in homes.values().zip(writer.notes()) {
        notes.entry(*home).or_default().push(note);
    }
    let mut parts = (Vec::new(), Vec::new());
    for (page, [text, behind]) in written {
        let place = report.pages[page].section.map_or(Place::Opening, Place::Section);
        let mut part = |html: String| PartView {
            place: report.citation_of(place),
            html,
            notes: notes.remove(&Some(page)).unwrap_or_default(),
        };
        parts.0.extend((!text.is_empty()).then(|| part(text)));
        parts.1.extend((!behind.is_empty()).then(|| part(behind)));
    }
    parts
}

/// The sections that stand on a page.
pub(super) fn sections_on(report: &Resolved, page: PageId) -> impl Iterator<Item = SectionId> + '_ {
    report.sections.iter().filter(move |(_, section)| section.page == page).map(|(id, _)| id)
}

/// "I. Về chỉ đạo điều hành": a section in links and tabs.
pub(super) fn numbered_title(report: &Resolved, id: SectionId) -> String {
    let section = &report.sections[id];
    match section.heading_label.as_str() {
        "" => section.text.clone(),
        label if label == section.label => format!("{label}: {}", section.text),
        label => format!("{label} {}", section.text),
    }
}

/// Number and symbol as the decree has them, a gap for a number that is still open.
pub(super) fn number(meta: &ReportMeta) -> Option<String> {
    let symbol = meta.symbol.as_ref()?;
    let number = match &meta.number {
        Some(number) if number.len() == 1 => format!("0{number}"),
        Some(number) => number.clone(),
        None => "…".to_owned(),
    };
    Some(format!("{number}/{symbol}"))
}

/// The first paragraph of the text.
pub(super) fn excerpt_of(report: &Resolved) -> Option<String> {
    let sections = report.sections.values().map(|section| &section.blocks);
    std::iter::once(&report.opening)
        .chain(sections)
        .find_map(|blocks| first_paragraph(report, blocks))
}

fn first_paragraph(report: &Resolved, blocks: &[Block]) -> Option<String> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(_, flow) => excerpt(&report.text_of(flow, References::Omitted), EXCERPT),
        _ => None,
    })
}

pub(super) fn page_description(document: &Resolved) -> Option<String> {
    let own = match &document.kind {
        crate::model::draft::Kind::Page(meta) => meta.description.clone(),
        crate::model::draft::Kind::Report(_) => None,
    };
    own.or_else(|| excerpt_of(document))
}

// Outlines.

/// The whole outline, seen from a page.
fn outline(report: &Resolved, address: &str, scope: Scope) -> Vec<OutlineView> {
    branch(report, address, scope, None)
}

/// The outline below `parent`, or all of it.
fn branch(
    report: &Resolved,
    address: &str,
    scope: Scope,
    parent: Option<SectionId>,
) -> Vec<OutlineView> {
    let mut below: BTreeMap<Option<SectionId>, Vec<SectionId>> = BTreeMap::new();
    for (id, section) in report.sections.iter() {
        below.entry(section.parent).or_default().push(id);
    }
    entries(report, address, scope, &below, parent)
}

fn entries(
    report: &Resolved,
    address: &str,
    scope: Scope,
    below: &BTreeMap<Option<SectionId>, Vec<SectionId>>,
    parent: Option<SectionId>,
) -> Vec<OutlineView> {
    let current = match scope {
        Scope::Page(page) => report.pages[page].section,
        _ => None,
    };
    let sections = below.get(&parent).into_iter().flatten();
    sections
        .map(|&id| {
            let section = &report.sections[id];
            let children = entries(report, address, scope, below, Some(id));
            let is_current = current == Some(id);
            OutlineView {
                label: section.heading_label.clone(),
                title: section.text.clone(),
                href: section_href(report, id, address, scope),
                current: is_current,
                open: is_current || children.iter().any(|child| child.open),
                children,
            }
        })
        .collect()
}

fn section_href(report: &Resolved, id: SectionId, address: &str, scope: Scope) -> String {
    let section = &report.sections[id];
    let anchor = format!("#{}", encode(&section.id));
    if scope == Scope::Whole || scope == Scope::Page(section.page) {
        return anchor;
    }
    let begins = report.pages[section.page].section == Some(id);
    let link = relative(address, &report.pages[section.page].address);
    if begins { link } else { format!("{link}{anchor}") }
}

/// Sections below one that have pages of their own.
fn children(report: &Resolved, id: SectionId, address: &str, page: PageId) -> Vec<OutlineView> {
    let mut children = branch(report, address, Scope::Page(page), Some(id));
    children.retain(|child| !child.href.starts_with('#'));
    for child in &mut children {
        child.children.clear();
    }
    children
}

/// The sections above one, from the outermost down.
fn ancestors(report: &Resolved, id: SectionId, address: &str) -> Vec<Link> {
    let mut links = Vec::new();
    let mut next = report.sections[id].parent;
    while let Some(id) = next {
        let section = &report.sections[id];
        links.push(Link {
            title: numbered_title(report, id),
            href: section_href(report, id, address, Scope::Nothing),
            current: false,
            language: report.language().name(),
        });
        next = section.parent;
    }
    links.reverse();
    links
}

/// The headings of an ordinary page, below its title.
fn page_outline(document: &Resolved) -> Vec<OutlineView> {
    let page = PageId::from_index(0);
    let whole = branch(document, document.address(), Scope::Page(page), None);
    match <[OutlineView; 1]>::try_from(whole) {
        Ok([title]) => title.children,
        Err(whole) => whole,
    }
}

/// The key figures of a report, as the page at `address` links to their places.
pub(super) fn indicators(report: &Resolved, address: &str) -> Vec<IndicatorView> {
    let view = |indicator: &Indicator| {
        let meta = &indicator.meta;
        let page = relative(address, &report.home(report.place_of(indicator.target)));
        IndicatorView {
            label: meta.label.clone(),
            value: meta.value.0.clone(),
            unit: meta.unit.clone(),
            change: meta.change.clone(),
            href: format!("{page}#{}", encode(&report.anchor_of(indicator.target))),
            place: indicator.citation.clone(),
        }
    };
    report.indicators.iter().map(view).collect()
}

// Documents.

/// The places that cite a document, as links from the page at `address`.
pub(super) fn mentions(
    report: &Resolved,
    document: &Document,
    address: &str,
    title: Option<&str>,
) -> Vec<MentionView> {
    document
        .mentions
        .iter()
        .map(|&id| {
            let mention = &report.mentions[id];
            let page = relative(address, &report.home(mention.place));
            let anchor = encode(&document.mention_anchor(mention.occurrence));
            MentionView {
                href: format!("{page}#{anchor}"),
                place: report.citation_of(mention.place),
                language: report.language().name(),
                report: title.map(str::to_owned),
            }
        })
        .collect()
}
