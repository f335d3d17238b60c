//! A report with an answer to everything: numbers, anchors, pages, notes, links, citations.
//!
//! Made by [`crate::resolve`] alone. What has no answer was reported and taken out of the flows,
//! so that every id in a flow leads to an entry of its table.

use std::collections::{BTreeMap, BTreeSet};

use super::addresses::{DOCUMENTS, FOOTNOTES, Grounds};
use super::chart::Figures;
use super::department::Departments;
use super::draft::{Dimensions, Kind};
use super::flow::{Block, Flow, Piece, PlainText, References, Run};
use super::meta::{
    Abbreviation, ChartKind, Date, DirectiveMeta, IndicatorMeta, Language, ReportMeta, SiteConfig,
    Status,
};
use super::table::{
    ChartId, DirectiveId, DocumentId, ImageId, LinkId, ListId, MentionId, NoteId, PageId,
    ParagraphId, ReferenceId, SectionId, Table, TableId,
};
use crate::source::Span;

/// A site, resolved.
#[derive(Debug)]
pub struct Site {
    /// `site.yaml`.
    pub config: SiteConfig,
    /// `abbreviations.yaml`.
    pub abbreviations: Vec<Abbreviation>,
    /// Reports and pages, in path order.
    pub documents: Vec<Resolved>,
    /// Links in the head of every page.
    pub navigation: Vec<NavigationLink>,
    /// Who leads or supports directives.
    pub departments: Departments,
    /// The anchor of each document on the page of all that the site cites, by identity.
    pub document_ids: BTreeMap<String, String>,
    /// Files that the site's own YAML links to: path under the site root -> address.
    pub assets: BTreeMap<String, String>,
    /// The folders that have a page of their own: the root, and all that hold a report or page and
    /// are none.
    pub folders: BTreeSet<String>,
}

impl Site {
    /// What decides which pages and files of the site as a whole are made.
    #[must_use]
    pub fn grounds(&self) -> Grounds {
        Grounds {
            deadlines: self.documents.iter().any(Resolved::has_deadlines),
            based: self.config.base_url.is_some(),
        }
    }

    /// What decides which pages and files of a report are made.
    #[must_use]
    pub fn grounds_of(&self, report: &Resolved) -> Grounds {
        Grounds { deadlines: report.has_deadlines(), ..self.grounds() }
    }

    /// The language of the registries and of what is read of cited documents: Vietnamese, but on a
    /// site none of whose reports is.
    #[must_use]
    pub fn registry_language(&self) -> Language {
        let mut languages =
            self.documents.iter().filter(|it| it.is_report()).map(Resolved::language);
        match languages.next() {
            Some(first) if languages.all(|it| it != Language::VIETNAMESE) => first,
            _ => Language::VIETNAMESE,
        }
    }
}

/// A link in the head of every page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavigationLink {
    /// What it says; nothing for a page that congbo makes, which has its name from the locale.
    pub title: Option<String>,
    /// Where it leads.
    pub address: String,
    /// What it asks of that page, as it is written.
    pub query: Option<String>,
    /// Anchor on that page.
    pub fragment: Option<String>,
    /// The language of its title; the site's, where the content has none.
    pub language: Option<Language>,
}

/// A report or page, resolved.
#[derive(Debug)]
pub struct Resolved {
    /// Path under `content/`.
    pub path: String,
    /// What it is, and what stands around its text.
    pub kind: Kind,
    /// Title in plain text.
    pub title: String,
    /// The kind of document (tên loại) that a report is.
    pub document_kind: String,
    /// Blocks before the first heading.
    pub opening: Vec<Block>,
    /// What a reference to these says: "phần mở đầu".
    pub opening_citation: String,
    /// Sections in reading order.
    pub sections: Table<SectionId, Section>,
    /// Footnotes; the n-th has number n.
    pub notes: Table<NoteId, Note>,
    /// Lists of directives, in the order in which they stand in the text.
    pub lists: Table<ListId, DirectiveList>,
    /// Directives, list after list.
    pub directives: Table<DirectiveId, Directive>,
    /// Places that refer to footnotes.
    pub references: Table<ReferenceId, Reference>,
    /// Links.
    pub links: Table<LinkId, Link>,
    /// Images.
    pub images: Table<ImageId, Image>,
    /// Paragraphs with permalinks.
    pub paragraphs: Table<ParagraphId, Paragraph>,
    /// Tables.
    pub tables: Table<TableId, DataTable>,
    /// What a table inside another block is called.
    pub nested_table: String,
    /// Places that cite documents.
    pub mentions: Table<MentionId, Mention>,
    /// The documents they cite, in order of the first mention.
    pub documents: Table<DocumentId, Document>,
    /// The pages of the text: first the front page, then one for each section down to `split`.
    pub pages: Table<PageId, Page>,
    /// Every anchor of the text but the footnotes'.
    pub anchors: BTreeMap<String, Target>,
    /// Charts, in the order in which they stand in the text.
    pub charts: Table<ChartId, Chart>,
    /// Key figures; those of which the place is not known were reported.
    pub indicators: Vec<Indicator>,
    /// Files that the text links to: path under the site root -> address.
    pub assets: BTreeMap<String, String>,
}

/// A chart.
#[derive(Debug)]
pub struct Chart {
    /// Its id in the draft, by which targets name it.
    pub id: ChartId,
    /// Its anchor; none in a note.
    pub anchor: Option<String>,
    /// What stands above it: "Biểu đồ 2".
    pub label: String,
    /// What a reference to it says: "biểu đồ 2".
    pub citation: String,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Title.
    pub title: Run,
    /// What is counted in.
    pub unit: Option<Run>,
    /// Where the figures come from.
    pub source: Option<Run>,
    /// The table behind it.
    pub figures: Figures,
    /// The address of its file from the site's root.
    pub address: String,
    /// What it stands in.
    pub place: Place,
    /// The block that asks for it.
    pub span: Span,
}

impl Chart {
    /// What stands around the drawing and in it, as it is written.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let around = [&self.title].into_iter().chain(&self.unit).chain(&self.source);
        around.chain(self.figures.runs())
    }

    /// Everything that it says: title, unit, each row with its numbers, source.
    #[must_use]
    pub fn text(&self, language: Language) -> String {
        let mut text = self.title.text().to_owned();
        text.extend(self.unit.iter().map(|unit| format!(" ({})", unit.text())));
        let many = self.figures.series.len() > 1;
        for (row, label) in self.figures.labels.iter().enumerate() {
            let values = self.figures.series.iter().map(|series| {
                let value = series.written(row, language);
                if many { format!("{} {value}", series.name.text()) } else { value }
            });
            let values: Vec<String> = values.collect();
            text.push_str(if row == 0 { ". " } else { "; " });
            let label: Vec<&str> = label.text().split_whitespace().collect();
            text.extend([&label.join(" "), ": ", &values.join(", ")]);
        }
        text.extend(self.source.iter().map(|source| format!(". {}", source.text())));
        text
    }
}

/// A key figure.
#[derive(Debug)]
pub struct Indicator {
    /// What the author says of it.
    pub meta: IndicatorMeta,
    /// The place whose text states it.
    pub target: Target,
    /// That place in words: "đoạn 2 mục I".
    pub citation: String,
    /// Where that place is written.
    pub span: Span,
}

/// A section.
#[derive(Debug)]
pub struct Section {
    /// Depth of its heading, from 1.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Its number as it is cited, `I`, `1.1`, `Phần thứ nhất`; empty where it has none.
    pub label: String,
    /// Its number with the punctuation that a heading has: `I.`, `a)`.
    pub heading_label: String,
    /// What a reference to it says: `mục I.2`, `Phần thứ nhất`.
    pub citation: String,
    /// What a reader may call it: `mục I.2`, `mục I.2 Phần II`; none where it has no number.
    pub names: Vec<String>,
    /// Title.
    pub title: Flow,
    /// Title in plain text.
    pub text: String,
    /// Blocks up to the next heading.
    pub blocks: Vec<Block>,
    /// The section it stands in.
    pub parent: Option<SectionId>,
    /// The page it stands on.
    pub page: PageId,
    /// Whether it is an appendix, which stands behind the signature.
    pub appendix: bool,
    /// Where its heading is written.
    pub span: Span,
}

/// A page of the text.
#[derive(Debug)]
pub struct Page {
    /// The section that begins it; none for the front page.
    pub section: Option<SectionId>,
    /// Its address from the site's root, with a `/` at the end; empty for the site's own root.
    pub address: String,
}

/// A footnote.
#[derive(Debug)]
pub struct Note {
    /// Its id as it was defined.
    pub id: String,
    /// The id as it stands behind `fn-` and `fnref-`, without blanks.
    pub name: String,
    /// What stands between the name and the count of a second reference: `-`, or more of them
    /// where another note's anchor would be met.
    pub separator: String,
    /// What a reference to it says: "chú thích 4".
    pub citation: String,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Where it is defined.
    pub span: Span,
    /// Every place that refers to it, in reading order.
    pub references: Vec<ReferenceId>,
}

impl Note {
    /// The note's own anchor.
    #[must_use]
    pub fn anchor(&self) -> String {
        format!("fn-{}", self.name)
    }

    /// The anchor of the `occurrence`th reference on a page, from 1.
    #[must_use]
    pub fn reference_anchor(&self, occurrence: usize) -> String {
        if occurrence == 1 {
            format!("fnref-{}", self.name)
        } else {
            format!("fnref-{}{}{occurrence}", self.name, self.separator)
        }
    }
}

/// A place that refers to a footnote.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The note.
    pub note: NoteId,
    /// What it stands in.
    pub place: Place,
    /// Which reference to the note it is on its page, from 1.
    pub occurrence: usize,
    /// Where it is written.
    pub span: Span,
}

/// What a reference or mention stands in: this tells on which page it is at home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The text before the first heading.
    Opening,
    /// A section: its title or its blocks.
    Section(SectionId),
    /// A directive.
    Directive(DirectiveId),
    /// A footnote; at home on the page of all footnotes.
    Note(NoteId),
}

/// A list of directives.
#[derive(Debug)]
pub struct DirectiveList {
    /// Name, where the report has lists of their own: `2024`.
    pub name: Option<String>,
    /// Its directives.
    pub directives: Vec<DirectiveId>,
    /// Where it stands.
    pub place: Place,
}

/// A directive.
#[derive(Debug)]
pub struct Directive {
    /// Its id.
    pub id: String,
    /// Its number in its list, from 1.
    pub number: usize,
    /// What stands above it: "Nhiệm vụ 3".
    pub label: String,
    /// What it is called in its list: "nhiệm vụ 3".
    pub name: String,
    /// What it is called elsewhere: its name, with its place where it has one.
    pub citation: String,
    /// "mục II.3" or the name of its list, where the report has several lists.
    pub place: Option<String>,
    /// Its front matter.
    pub meta: DirectiveMeta,
    /// Its text.
    pub blocks: Vec<Block>,
    /// The page where it stands.
    pub page: PageId,
    /// Where its file begins.
    pub span: Span,
}

/// A paragraph with a permalink.
#[derive(Debug)]
pub struct Paragraph {
    /// Its anchor.
    pub anchor: String,
    /// What it stands in; never a note.
    pub place: Place,
    /// What it is called: "mục I.2, đoạn 3".
    pub citation: String,
}

/// A table.
#[derive(Debug)]
pub struct DataTable {
    /// Its anchor; none in a note.
    pub anchor: Option<String>,
    /// What it stands in.
    pub place: Place,
    /// "Bảng 2", or "Bảng" for a table without a caption.
    pub label: String,
    /// The caption.
    pub caption: Option<Flow>,
}

/// What an anchor of a report is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A section.
    Section(SectionId),
    /// A directive.
    Directive(DirectiveId),
    /// A paragraph.
    Paragraph(ParagraphId),
    /// A table.
    Table(TableId),
    /// A chart, by its id in the draft.
    Chart(ChartId),
    /// A footnote.
    Note(NoteId),
}

/// A link.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub destination: Destination,
    /// What is told of it besides its text; empty without.
    pub title: String,
}

/// Where a link leads.
#[derive(Debug, Clone)]
pub enum Destination {
    /// Something of the same report or page.
    Within(Target),
    /// A page or file of the site: address from its root, and anchor.
    Site {
        /// Address from the site's root.
        address: String,
        /// Anchor on that page.
        fragment: Option<String>,
    },
    /// Another host, or a mail address.
    External(String),
}

/// An image.
#[derive(Debug)]
pub struct Image {
    /// Its address from the site's root.
    pub address: String,
    /// Its address as it was written.
    pub written: String,
    /// Description.
    pub alt: String,
    /// Caption, empty without one.
    pub title: String,
    /// Its width and height, where its file says them.
    pub dimensions: Option<Dimensions>,
    /// Where it is written.
    pub span: Span,
}

/// A place that cites a document.
#[derive(Debug)]
pub struct Mention {
    /// The document.
    pub document: DocumentId,
    /// What it stands in.
    pub place: Place,
    /// Which mention of the document it is on its page, from 1.
    pub occurrence: usize,
    /// Whether it stands in a link of the author's, and so cannot be one itself.
    pub in_link: bool,
}

/// A document that a report cites.
#[derive(Debug, Clone)]
pub struct Document {
    /// The anchor of its entry.
    pub id: String,
    /// `01/NQ-CP`.
    pub symbol: String,
    /// `Nghị quyết`.
    pub kind: Option<String>,
    /// When it was issued.
    pub date: Option<Date>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// What it is about; only the registry knows.
    pub title: Option<String>,
    /// Where it can be read; only the registry knows.
    pub url: Option<String>,
    /// What makes it the same document in two reports.
    pub identity: String,
    /// Every place that cites it, in reading order.
    pub mentions: Vec<MentionId>,
}

impl Document {
    /// The anchor of the `occurrence`th mention on a page, from 1.
    #[must_use]
    pub fn mention_anchor(&self, occurrence: usize) -> String {
        if occurrence == 1 {
            format!("vbref-{}", self.id)
        } else {
            format!("vbref-{}.{occurrence}", self.id)
        }
    }
}

impl Resolved {
    /// Whether one of its directives has a deadline.
    #[must_use]
    pub fn has_deadlines(&self) -> bool {
        self.directives.values().any(|directive| directive.meta.deadline.is_some())
    }

    /// A flow as plain text.
    #[must_use]
    pub fn text_of(&self, flow: &[Piece], references: References) -> String {
        self.plain_text(references, |text| text.flow(flow))
    }

    /// Blocks as plain text; the directives that stand among them are not part of it.
    #[must_use]
    pub fn text_of_blocks(&self, blocks: &[Block], references: References) -> String {
        self.plain_text(references, |text| self.write_blocks(text, blocks))
    }

    /// Blocks as plain text without references, a line for each block and each cell of a table.
    fn lines_of_blocks(&self, blocks: &[Block]) -> String {
        self.plain_text(References::Omitted, |text| self.write_blocks(text.in_lines(), blocks))
    }

    fn write_blocks(&self, text: &mut PlainText, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(_, flow) | Block::Other(flow) => text.flow(flow),
                Block::Table(id, flow) => {
                    if let Some(caption) = &self.tables[*id].caption {
                        text.flow(caption);
                        text.gap();
                    }
                    text.flow(flow);
                }
                Block::Directives(_) => {}
            }
            text.gap();
        }
    }

    fn plain_text(&self, references: References, write: impl FnOnce(&mut PlainText)) -> String {
        let number = |id| super::table::Id::index(self.references[id].note) + 1;
        let alt = |id| self.images[id].alt.as_str();
        let chart = |id| self.charts[id].text(self.language());
        let mut text = PlainText::new(references, &number, &alt, &chart);
        write(&mut text);
        text.finish()
    }

    /// What something stands in: itself, if it is a place.
    #[must_use]
    pub fn place_of(&self, target: Target) -> Place {
        match target {
            Target::Section(id) => Place::Section(id),
            Target::Directive(id) => Place::Directive(id),
            Target::Note(id) => Place::Note(id),
            Target::Paragraph(id) => self.paragraphs[id].place,
            Target::Table(id) => self.tables[id].place,
            Target::Chart(id) => self.chart(id).map_or(Place::Opening, |chart| chart.place),
        }
    }

    /// The chart of this id in the draft; none of which the figures could not be read.
    fn chart(&self, id: ChartId) -> Option<&Chart> {
        self.charts.values().find(|chart| chart.id == id)
    }

    /// The anchor of something; empty for a table or chart in a note.
    #[must_use]
    pub fn anchor_of(&self, target: Target) -> String {
        match target {
            Target::Section(id) => self.sections[id].id.clone(),
            Target::Directive(id) => self.directives[id].id.clone(),
            Target::Note(id) => self.notes[id].anchor(),
            Target::Paragraph(id) => self.paragraphs[id].anchor.clone(),
            Target::Table(id) => self.tables[id].anchor.clone().unwrap_or_default(),
            Target::Chart(id) => {
                self.chart(id).and_then(|chart| chart.anchor.clone()).unwrap_or_default()
            }
        }
    }

    /// What something says, without references, a line for each block and each cell of a table;
    /// a section with its title and those below it, a directive with its summary.
    #[must_use]
    pub fn lines_of_target(&self, target: Target) -> String {
        let text = |blocks: &[Block]| self.lines_of_blocks(blocks);
        match target {
            Target::Section(id) => {
                let own = |(_, section): (_, &Section)| {
                    format!("{}\n{}", section.text, text(&section.blocks))
                };
                let level = self.sections[id].level;
                let from = self.sections.iter().skip_while(|(other, _)| *other != id);
                let below = |(other, section): &(SectionId, &Section)| {
                    *other == id || section.level > level
                };
                from.take_while(below).map(own).collect::<Vec<_>>().join("\n")
            }
            Target::Directive(id) => {
                let directive = &self.directives[id];
                let summary = directive.meta.summary.as_deref().unwrap_or_default();
                format!("{summary}\n{}", text(&directive.blocks))
            }
            Target::Note(id) => text(&self.notes[id].blocks),
            Target::Chart(id) => {
                self.chart(id).map(|chart| chart.text(self.language())).unwrap_or_default()
            }
            Target::Paragraph(_) | Target::Table(_) => {
                let blocks = self.blocks_of(self.place_of(target)).iter();
                let own = blocks.filter(|block| match (block, target) {
                    (Block::Paragraph(own, _), Target::Paragraph(id)) => *own == Some(id),
                    (Block::Table(own, _), Target::Table(id)) => *own == id,
                    _ => false,
                });
                own.map(|block| text(std::slice::from_ref(block))).collect()
            }
        }
    }

    /// The blocks that stand in a place.
    #[must_use]
    pub fn blocks_of(&self, place: Place) -> &[Block] {
        match place {
            Place::Opening => &self.opening,
            Place::Section(id) => &self.sections[id].blocks,
            Place::Directive(id) => &self.directives[id].blocks,
            Place::Note(id) => &self.notes[id].blocks,
        }
    }

    /// The page where a place is at home; none for notes, which have one of their own.
    #[must_use]
    pub fn page_of(&self, place: Place) -> Option<PageId> {
        match place {
            Place::Opening => self.pages.iter().next().map(|(id, _)| id),
            Place::Section(id) => Some(self.sections[id].page),
            Place::Directive(id) => Some(self.directives[id].page),
            Place::Note(_) => None,
        }
    }

    /// Whether it is a report.
    #[must_use]
    pub fn is_report(&self) -> bool {
        self.meta().is_some()
    }

    /// What stands around the text of a report.
    #[must_use]
    pub fn meta(&self) -> Option<&ReportMeta> {
        match &self.kind {
            Kind::Report(meta) => Some(meta),
            Kind::Page(_) => None,
        }
    }

    /// What the text is worth; a page, which nobody signs, stands for itself.
    #[must_use]
    pub fn status(&self) -> Status {
        self.meta().map_or(Status::Final, |meta| meta.status)
    }

    /// Whether it is the text of a folder's own page.
    #[must_use]
    pub fn is_index(&self) -> bool {
        self.kind.is_index()
    }

    /// The language of its text.
    #[must_use]
    pub fn language(&self) -> Language {
        self.kind.language()
    }

    /// Where the text ends and the appendices begin: the first section that stands behind the
    /// signature.
    #[must_use]
    pub fn appendices(&self) -> Option<SectionId> {
        self.sections.iter().find(|(_, section)| section.appendix).map(|(id, _)| id)
    }

    /// The page on which the text ends.
    #[must_use]
    pub fn last_page(&self) -> PageId {
        let first = self.appendices();
        let text = self.sections.iter().take_while(|(id, _)| Some(*id) != first);
        text.last().map_or(super::table::Id::from_index(0), |(_, section)| section.page)
    }

    /// The address of its front page.
    #[must_use]
    pub fn address(&self) -> &str {
        self.pages.values().next().map_or("", |page| page.address.as_str())
    }

    /// The address of the page where a place is at home.
    #[must_use]
    pub fn home(&self, place: Place) -> String {
        match self.page_of(place) {
            Some(page) => self.pages[page].address.clone(),
            None if self.is_report() => format!("{}{FOOTNOTES}", self.address()),
            None => self.address().to_owned(),
        }
    }

    /// The page of the documents that a report cites; an ordinary page has none of its own.
    #[must_use]
    pub fn documents_page(&self) -> Option<String> {
        self.is_report().then(|| format!("{}{DOCUMENTS}", self.address()))
    }

    /// A place in words: "mục I.2", "nhiệm vụ 3", "chú thích 4".
    #[must_use]
    pub fn citation_of(&self, place: Place) -> String {
        match place {
            Place::Opening => self.opening_citation.clone(),
            Place::Section(id) => self.sections[id].citation.clone(),
            Place::Directive(id) => self.directives[id].citation.clone(),
            Place::Note(id) => self.notes[id].citation.clone(),
        }
    }

    /// A paragraph in words: "mục I.2, đoạn 3".
    #[must_use]
    pub fn citation_of_paragraph(&self, id: ParagraphId) -> String {
        self.paragraphs[id].citation.clone()
    }

    /// The page of the text that shows each note first: where it is referred to or, for a note that
    /// only other notes refer to, where the first of these is.
    #[must_use]
    pub fn pages_of_notes(&self) -> Table<NoteId, Option<PageId>> {
        let mut pages: Vec<Option<PageId>> = Vec::new();
        for note in self.notes.values() {
            let first = note.references.first().map(|&id| self.references[id].place);
            pages.push(match first {
                Some(Place::Note(id)) => pages.get(super::table::Id::index(id)).copied().flatten(),
                Some(place) => self.page_of(place),
                None => None,
            });
        }
        pages.into_iter().collect()
    }
}
