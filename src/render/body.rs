//! Flows -> HTML, as one page of the site shows them.
//!
//! A [`Writer`] writes the text of one page and keeps count of the references and mentions on
//! it, so that each gets its own anchor and each note its ways back. What a page holds is told by
//! its [`Scope`]: a link to something on the page stays on it, any other leads to where that is
//! at home.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use super::abbreviations::{Abbreviations, Use};
use super::chart;
use super::highlight;
use super::href::{encode, encode_external, escape, relative};
use super::theme::Theme;
use super::views::{BacklinkView, DirectiveBlock, DirectiveView, Link, NoteView, PermalinkView};
use crate::model::addresses::{ABBREVIATIONS, DOCUMENTS};
use crate::model::department::{Department, Departments};
use crate::model::draft::{Dimensions, Kind};
use crate::model::flow::{Block, Flow, Piece};
use crate::model::resolved::{Destination, Place, Resolved, Target};
use crate::model::table::{
    ChartId, DirectiveId, DocumentId, Id, ImageId, LinkId, ListId, MentionId, NoteId, PageId,
    ParagraphId, ReferenceId, SectionId, TableId,
};

/// What a page shows of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// A page of the text.
    Page(PageId),
    /// The whole text.
    Whole,
    /// All notes and nothing else.
    Notes,
    /// All directives.
    Directives,
    /// Nothing of its text.
    Nothing,
}

/// What the site knows of words that stand in any text.
#[derive(Clone, Copy)]
pub struct Registers<'a> {
    /// Abbreviations, the first use of which is explained on each page.
    pub abbreviations: &'a Abbreviations,
    /// Departments, which directives name.
    pub departments: &'a Departments,
}

/// Elements in whose text no abbreviation is explained: headings of all kinds, code, and what its
/// author has marked as an abbreviation or a term.
const UNEXPLAINED: &[&str] = &[
    "abbr",
    "caption",
    "cite",
    "code",
    "dfn",
    "dt",
    "kbd",
    "p class=\"minor-heading\"",
    "pre",
    "samp",
    "summary",
    "th",
    "var",
];

/// Writes the text of one page.
pub struct Writer<'a> {
    report: &'a Resolved,
    registers: Registers<'a>,
    theme: &'a Theme,
    address: &'a str,
    scope: Scope,
    language: &'static str,
    /// What is taken from a section's level to get that of its heading.
    lift: i8,
    notes: BTreeSet<NoteId>,
    references: BTreeMap<NoteId, usize>,
    mentions: BTreeMap<DocumentId, usize>,
    /// Abbreviations that the page has explained.
    explained: BTreeSet<usize>,
    /// Elements and links that are open, in whose text no abbreviation is explained.
    unexplained: Vec<&'static str>,
    heading: u8,
    out: String,
    error: Option<tera::Error>,
}

impl<'a> Writer<'a> {
    /// A writer for the page at `address` of `report`.
    #[must_use]
    pub fn new(
        report: &'a Resolved,
        registers: Registers<'a>,
        theme: &'a Theme,
        language: &'static str,
        address: &'a str,
        scope: Scope,
    ) -> Self {
        let mut writer = Self {
            report,
            registers,
            theme,
            address,
            scope,
            language,
            lift: 0,
            notes: BTreeSet::new(),
            references: BTreeMap::new(),
            mentions: BTreeMap::new(),
            explained: BTreeSet::new(),
            unexplained: Vec::new(),
            heading: 2,
            out: String::new(),
            error: None,
        };
        writer.lift = writer.lift();
        writer.notes = writer.notes_on_page();
        writer
    }

    /// Headings on a page of a section are as deep as they are below it; elsewhere the highest
    /// comes right below the page's own title.
    fn lift(&self) -> i8 {
        let level =
            |section: SectionId| i8::try_from(self.report.sections[section].level).unwrap_or(1);
        let page = match self.scope {
            Scope::Page(page) => self.report.pages[page].section,
            _ => None,
        };
        if let Some(section) = page {
            return level(section) - 1;
        }
        let title = self.title_section();
        let sections = self.report.sections.iter().map(|(id, _)| id);
        let highest = sections.filter(|id| Some(*id) != title).map(level).min();
        highest.unwrap_or(2) - 2
    }

    /// The heading that an ordinary page begins with, which is its title.
    #[must_use]
    pub fn title_section(&self) -> Option<SectionId> {
        let (id, _) = self.report.sections.iter().next()?;
        let page = matches!(self.report.kind, Kind::Page(_));
        (page && self.report.opening.is_empty()).then_some(id)
    }

    /// The first failure of a template.
    ///
    /// # Errors
    /// That failure.
    pub fn finish(self) -> Result<(), tera::Error> {
        self.error.map_or(Ok(()), Err)
    }

    // What a page holds.

    /// The notes that the page's text refers to, and those that these do.
    fn notes_on_page(&self) -> BTreeSet<NoteId> {
        if matches!(self.scope, Scope::Whole | Scope::Notes) {
            return self.report.notes.iter().map(|(id, _)| id).collect();
        }
        let mut notes = BTreeSet::new();
        let mut open: Vec<NoteId> = self
            .report
            .references
            .values()
            .filter(|reference| self.shows(reference.place))
            .map(|reference| reference.note)
            .collect();
        while let Some(note) = open.pop() {
            if notes.insert(note) {
                let references = self.report.references.values();
                let within = references.filter(|reference| reference.place == Place::Note(note));
                open.extend(within.map(|reference| reference.note));
            }
        }
        notes
    }

    /// Whether the page shows what stands in `place`.
    fn shows(&self, place: Place) -> bool {
        match (self.scope, place) {
            (Scope::Whole, _) => true,
            (Scope::Nothing, _) => false,
            (Scope::Notes, place) => matches!(place, Place::Note(_)),
            (_, Place::Note(note)) => self.notes.contains(&note),
            (Scope::Directives, place) => matches!(place, Place::Directive(_)),
            (Scope::Page(page), place) => self.report.page_of(place) == Some(page),
        }
    }

    /// The link from this page to something of the report.
    #[must_use]
    pub fn link_to(&self, target: Target) -> String {
        let anchor = encode(&self.report.anchor_of(target));
        let place = self.report.place_of(target);
        if self.shows(place) {
            return format!("#{anchor}");
        }
        let home = self.report.home(place);
        let begins = matches!(target, Target::Section(id)
            if self.report.pages[self.report.sections[id].page].section == Some(id));
        let link = relative(self.address, &home);
        if begins { link } else { format!("{link}#{anchor}") }
    }

    // Blocks.

    /// The blocks before the first heading.
    pub fn opening(&mut self) {
        let report = self.report;
        self.blocks(&report.opening);
    }

    /// A section: its heading, unless it is the page's own, and its blocks.
    pub fn section(&mut self, id: SectionId, heading: bool) {
        let report = self.report;
        let section = &report.sections[id];
        let level = i8::try_from(section.level).unwrap_or(6) - self.lift;
        self.heading = u8::try_from(level.clamp(1, 5)).unwrap_or(5) + 1;
        if heading {
            self.section_heading(id, u8::try_from(level.clamp(2, 6)).unwrap_or(6));
        }
        self.blocks(&section.blocks);
    }

    fn section_heading(&mut self, id: SectionId, level: u8) {
        let report = self.report;
        let section = &report.sections[id];
        let anchor = escape(&section.id);
        let _ = write!(self.out, "<h{level} id=\"{anchor}\" class=\"heading\">");
        if !section.heading_label.is_empty() {
            let part = if section.heading_label == section.label { " part" } else { "" };
            let label = escape(&section.heading_label);
            let _ = write!(self.out, "<span class=\"number{part}\">{label}</span> ");
        }
        self.heading_flow(&section.title);
        // Who hears a list of headings hears the place behind the title, as words of their own.
        self.out.push(' ');
        self.permalink(&section.id, &section.citation);
        let _ = writeln!(self.out, "</h{level}>");
    }

    /// The way to a place from the place itself, so that its address can be taken. What it shows is
    /// the style sheet's: there is no text that a copy of the paragraph would carry along.
    fn permalink(&mut self, anchor: &str, place: &str) {
        let PermalinkView { href, place } = PermalinkView::new(anchor, place);
        let (href, place) = (escape(&href), escape(&place));
        let _ =
            write!(self.out, "<a class=\"permalink\" href=\"{href}\" aria-label=\"{place}\"></a>");
    }

    /// The title of a section, without its number.
    pub fn title(&mut self, id: SectionId) {
        let report = self.report;
        self.heading_flow(&report.sections[id].title);
    }

    /// The text of a heading or caption, in which no abbreviation is explained.
    fn heading_flow(&mut self, flow: &[Piece]) {
        self.unexplained.push("h");
        self.flow(flow);
        self.unexplained.pop();
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(id, flow) => self.paragraph(*id, flow),
            Block::Table(id, flow) => self.table(*id, flow),
            Block::Directives(list) => self.directives(*list),
            Block::Other(flow) => self.flow(flow),
        }
    }

    fn paragraph(&mut self, id: Option<ParagraphId>, flow: &Flow) {
        let report = self.report;
        let anchor = id.map_or_else(String::new, |id| {
            format!(" id=\"{}\"", escape(&report.paragraphs[id].anchor))
        });
        if let [Piece::Image(image), references @ ..] = flow.as_slice()
            && references.iter().all(|piece| matches!(piece, Piece::Reference(_)))
        {
            self.figure(&anchor, *image, references);
            return;
        }
        let _ = write!(self.out, "<p{anchor}>");
        self.flow(flow);
        if let Some(id) = id {
            self.permalink(&report.paragraphs[id].anchor, &report.citation_of_paragraph(id));
        }
        self.out.push_str("</p>\n");
    }

    /// A paragraph that is one image; its title is the caption, and what the image refers to
    /// stands there.
    fn figure(&mut self, id: &str, image: ImageId, references: &[Piece]) {
        let _ = write!(self.out, "<figure{id}>");
        self.image(image, false);
        let title = &self.report.images[image].title;
        if !title.is_empty() || !references.is_empty() {
            let _ = write!(self.out, "<figcaption>{}", escape(title));
            self.flow(references);
            self.out.push_str("</figcaption>");
        }
        self.out.push_str("</figure>\n");
    }

    fn table(&mut self, id: TableId, flow: &Flow) {
        let report = self.report;
        let table = &report.tables[id];
        let anchor = match &table.anchor {
            Some(anchor) => format!(" id=\"{}\"", escape(anchor)),
            None => String::new(),
        };
        // Only a table with a number has a name that tells it from others, as a region must.
        let role = if table.caption.is_some() { "region" } else { "group" };
        self.start_table(&anchor, role, &table.label);
        if let Some(caption) = &table.caption {
            let label = escape(&table.label);
            let _ = write!(self.out, "<caption><span class=\"number\">{label}.</span> ");
            self.heading_flow(caption);
            self.out.push_str("</caption>\n");
        }
        self.flow(flow);
        self.out.push_str("</table></div>\n");
    }

    /// The box in which a table scrolls.
    fn start_table(&mut self, anchor: &str, role: &str, label: &str) {
        let label = escape(label);
        let _ = writeln!(
            self.out,
            "<div class=\"table\"{anchor} tabindex=\"0\" role=\"{role}\" aria-label=\"{label}\"><table>"
        );
    }

    fn directives(&mut self, list: ListId) {
        let report = self.report;
        for &id in &report.lists[list].directives {
            let view = self.directive(id);
            let block = DirectiveBlock {
                directive: &view,
                heading_level: self.heading,
                language: self.language,
                text_language: report.language().name(),
            };
            self.block_from("directive.html", &block);
        }
    }

    /// A directive, with its text as this page shows it.
    pub fn directive(&mut self, id: DirectiveId) -> DirectiveView {
        let report = self.report;
        let directive = &report.directives[id];
        let meta = &directive.meta;
        let html = self.capture(|writer| writer.blocks(&directive.blocks));
        let home = relative(self.address, &report.pages[directive.page].address);
        DirectiveView {
            id: directive.id.clone(),
            number: directive.number,
            label: directive.label.clone(),
            permalink: PermalinkView::new(&directive.id, &directive.citation),
            summary: meta.summary.clone(),
            lead: self.department_links(&meta.lead),
            support: self.department_links(&meta.support),
            deadline: meta.deadline.map(crate::model::meta::Date::short),
            deadline_iso: meta.deadline.map(crate::model::meta::Date::iso),
            topics: meta.topics.clone(),
            state: meta.state.map(crate::model::meta::State::name),
            html,
            href: format!("{home}#{}", encode(&directive.id)),
        }
    }

    fn department_links(&self, names: &[String]) -> Vec<Link> {
        department_links(self.registers.departments, self.address, names)
    }

    /// What `write` writes, apart from the page's text so far.
    pub fn capture(&mut self, write: impl FnOnce(&mut Self)) -> String {
        let outer = std::mem::take(&mut self.out);
        write(self);
        std::mem::replace(&mut self.out, outer)
    }

    // Pieces.

    fn flow(&mut self, mut flow: &[Piece]) {
        let outer = self.unexplained.len();
        while let [piece, rest @ ..] = flow {
            self.piece(piece, rest);
            flow = rest;
        }
        self.unexplained.truncate(outer);
    }

    /// A piece, and what follows it.
    fn piece(&mut self, piece: &Piece, rest: &[Piece]) {
        match piece {
            Piece::Inline(markup) | Piece::Block(markup) => self.markup(markup),
            Piece::NestedTable => self.start_table("", "group", &self.report.nested_table),
            Piece::Text(run) => self.text(run.text()),
            Piece::Code(code) => {
                let _ = write!(self.out, "<code>{}</code>", escape(code));
            }
            Piece::CodeBlock(code) => {
                self.out.push_str(&highlight::code_block(&code.language, &code.text));
            }
            Piece::Chart(id) => self.chart(*id),
            Piece::LineBreak => self.out.push_str("<br>"),
            Piece::Reference(id) => self.reference(*id),
            Piece::LinkStart(id) => self.link(*id, rest),
            Piece::LinkEnd => {
                self.unexplained.pop();
                self.out.push_str("</a>");
            }
            Piece::Image(id) => self.image(*id, true),
            Piece::Mention(id, run) => self.mention(*id, run.text()),
        }
    }

    /// Finished markup; remembers the elements in which no abbreviation is explained.
    fn markup(&mut self, markup: &str) {
        let inside = self.unexplained.last().is_some_and(|name| closes(markup, name));
        if inside {
            self.unexplained.pop();
        }
        self.unexplained.extend(UNEXPLAINED.iter().find(|name| opens(markup, name)));
        self.out.push_str(markup);
    }

    /// Plain text, with the way to what an abbreviation means at its first use on the page.
    fn text(&mut self, text: &str) {
        let mut from = 0;
        for found in self.first_uses(text) {
            self.out.push_str(&escape(&text[from..found.range.start]));
            from = found.range.end;
            self.abbreviation(found.entry);
        }
        self.out.push_str(&escape(&text[from..]));
    }

    /// The uses in a text that the page has to explain.
    fn first_uses(&mut self, text: &str) -> Vec<Use> {
        let before = self.out.chars().next_back().filter(|char| *char != '>');
        let mut uses = self.registers.abbreviations.uses(text, before);
        let open = self.unexplained.is_empty();
        // An explanation of the author's counts, wherever it stands.
        uses.retain(|found| {
            let wanted = found.explained || open;
            wanted && self.explained.insert(found.entry) && !found.explained
        });
        uses
    }

    /// An abbreviation as a link to its entry. The text stays as it is: what it stands for is the
    /// link's title, which a browser shows, a screen reader reads, and neither copies nor prints.
    fn abbreviation(&mut self, entry: usize) {
        let entry = &self.registers.abbreviations.entries()[entry];
        let href = format!("{}#{}", relative(self.address, ABBREVIATIONS), encode(&entry.id));
        let (short, long) = (escape(&entry.short), escape(&entry.long));
        let _ = write!(
            self.out,
            "<a class=\"abbr\" href=\"{href}\" title=\"{long}\"><abbr>{short}</abbr></a>",
        );
    }

    fn chart(&mut self, id: ChartId) {
        let chart = &self.report.charts[id];
        let href = relative(self.address, &chart.address);
        let language = self.report.language();
        let block = chart::view(chart, &chart_name(id), self.language, language, href);
        self.block_from("chart.html", &block);
    }

    /// A block that a template of its own makes.
    fn block_from<V: serde::Serialize>(&mut self, template: &str, view: &V) {
        match self.theme.render(template, view) {
            Ok(html) => self.out.push_str(&html),
            Err(error) => self.error = self.error.take().or(Some(error)),
        }
    }

    fn reference(&mut self, id: ReferenceId) {
        let report = self.report;
        let note = report.references[id].note;
        let number = note.index() + 1;
        let seen = self.references.entry(note).or_default();
        *seen += 1;
        let anchor = report.notes[note].reference_anchor(*seen);
        let target = encode(&report.notes[note].name);
        if self.out.ends_with(REFERENCE_END) {
            self.out.push('\u{202F}');
        }
        let _ = write!(
            self.out,
            "<sup class=\"noteref\"><a id=\"{}\" href=\"#fn-{target}\" role=\"doc-noteref\" \
             aria-label=\"{}\">{number}{REFERENCE_END}",
            escape(&anchor),
            escape(&report.notes[note].citation),
        );
    }

    /// A link begins; one whose text is its address says so, since paper need not repeat it.
    fn link(&mut self, id: LinkId, text: &[Piece]) {
        let report = self.report;
        let link = &report.links[id];
        let (class, href) = match &link.destination {
            Destination::Within(target) => ("", self.link_to(*target)),
            Destination::Site { address, fragment } => {
                let link = relative(self.address, address);
                let fragment = fragment.as_ref().map(|id| format!("#{}", encode(id)));
                ("", format!("{link}{}", fragment.unwrap_or_default()))
            }
            Destination::External(url) => (external(url, text), encode_external(url)),
        };
        let title = match link.title.as_str() {
            "" => String::new(),
            title => format!(" title=\"{}\"", escape(title)),
        };
        self.unexplained.push("a");
        let _ = write!(self.out, "<a{class} href=\"{}\"{title}>", escape(&href));
    }

    /// An image, with its title where it has no caption to stand in.
    fn image(&mut self, id: ImageId, titled: bool) {
        let image = &self.report.images[id];
        let source = relative(self.address, &image.address);
        let alt = escape(&image.alt);
        let title = match image.title.as_str() {
            title if titled && !title.is_empty() => format!(" title=\"{}\"", escape(title)),
            _ => String::new(),
        };
        let place = image.dimensions.map_or_else(String::new, |Dimensions { width, height }| {
            format!(" width=\"{width}\" height=\"{height}\"")
        });
        // The page that is printed has all its pictures, also those that nobody scrolled to.
        let lazy = if self.scope == Scope::Whole { "" } else { " loading=\"lazy\"" };
        let _ = write!(self.out, "<img src=\"{source}\" alt=\"{alt}\"{title}{place}{lazy}>");
    }

    fn mention(&mut self, id: MentionId, text: &str) {
        let report = self.report;
        let mention = &report.mentions[id];
        let document = &report.documents[mention.document];
        let seen = self.mentions.entry(mention.document).or_default();
        *seen += 1;
        let anchor = document.mention_anchor(*seen);
        let (anchor, text) = (escape(&anchor), escape(text));
        if mention.in_link {
            let _ = write!(self.out, "<span id=\"{anchor}\">{text}</span>");
            return;
        }
        let href = match report.documents_page() {
            Some(page) => format!("{}#{}", relative(self.address, &page), encode(&document.id)),
            None => format!("{}#{}", relative(self.address, DOCUMENTS), encode(&document.id)),
        };
        let _ =
            write!(self.out, "<a class=\"citation\" id=\"{anchor}\" href=\"{href}\">{text}</a>");
    }

    // Notes.

    /// The notes of the page, by number, after all of its text was written.
    pub fn notes(&mut self) -> Vec<NoteView> {
        let report = self.report;
        let notes: Vec<NoteId> = self.notes.iter().copied().collect();
        let texts: Vec<(String, String)> =
            notes.iter().map(|&id| self.note_text(&report.notes[id].blocks)).collect();
        notes
            .into_iter()
            .zip(texts)
            .map(|(id, (html, tail_html))| NoteView {
                number: id.index() + 1,
                anchor: report.notes[id].anchor(),
                permalink: PermalinkView::new(
                    &report.notes[id].anchor(),
                    &report.citation_of(Place::Note(id)),
                ),
                html,
                tail_html,
                backlinks: self.backlinks(id),
            })
            .collect()
    }

    /// The blocks of a note, and the text of a last paragraph by itself.
    fn note_text(&mut self, blocks: &[Block]) -> (String, String) {
        match blocks {
            [before @ .., Block::Paragraph(_, last)] => {
                let html = self.capture(|writer| writer.blocks(before));
                (html, self.capture(|writer| writer.flow(last)))
            }
            blocks => (self.capture(|writer| writer.blocks(blocks)), String::new()),
        }
    }

    /// The ways back from a note: to every reference on this page or, from the page of all
    /// notes, to every reference there is.
    fn backlinks(&self, id: NoteId) -> Vec<BacklinkView> {
        let note = &self.report.notes[id];
        if self.scope == Scope::Notes {
            return numbered(note.references.iter().map(|&id| self.backlink_home(id)).collect());
        }
        let seen = self.references.get(&id).copied().unwrap_or_default();
        let back = |index| format!("#{}", encode(&note.reference_anchor(index)));
        numbered((1..=seen).map(|index| (back(index), None)).collect())
    }

    /// The address of a reference and its place.
    fn backlink_home(&self, id: ReferenceId) -> (String, Option<String>) {
        let reference = &self.report.references[id];
        let anchor = self.report.notes[reference.note].reference_anchor(reference.occurrence);
        let page = match reference.place {
            Place::Note(_) => String::new(),
            place => relative(self.address, &self.report.home(place)),
        };
        (format!("{page}#{}", encode(&anchor)), Some(self.report.citation_of(reference.place)))
    }
}

/// Ways back, by address and place, with the number of each among those of its place.
fn numbered(ways: Vec<(String, Option<String>)>) -> Vec<BacklinkView> {
    let count = |place: &Option<String>, ways: &[(String, Option<String>)]| {
        ways.iter().filter(|(_, other)| other == place).count()
    };
    let index = |at: usize, place| (count(place, &ways) > 1).then(|| count(place, &ways[..=at]));
    let indices: Vec<_> =
        ways.iter().enumerate().map(|(at, (_, place))| index(at, place)).collect();
    let views = ways.into_iter().zip(indices);
    views.map(|((href, place), index)| BacklinkView { href, index, place }).collect()
}

/// What the parts of a chart are named after, which is the n-th of its report or page; also its
/// anchor where it has none.
#[must_use]
pub fn chart_name(id: ChartId) -> String {
    format!("_chart-{}", id.index() + 1)
}

const REFERENCE_END: &str = "</a></sup>";

/// The attributes of a link to another site.
fn external(url: &str, text: &[Piece]) -> &'static str {
    match text {
        [Piece::Text(run), Piece::LinkEnd, ..]
            if [Some(url), url.strip_prefix("mailto:")].contains(&Some(run.text())) =>
        {
            " class=\"external bare\" rel=\"external noopener\""
        }
        _ => " class=\"external\" rel=\"external noopener\"",
    }
}

/// Departments as links from the page at `address`.
pub(super) fn department_links(
    departments: &Departments,
    address: &str,
    names: &[String],
) -> Vec<Link> {
    let link = |name: &String| {
        let department = departments.of(name);
        let page = department.map_or_else(String::new, Department::address);
        let language = department.map(|department| department.language).unwrap_or_default().name();
        let (title, href) = (name.clone(), relative(address, &page));
        Link { title, href, current: page == address, language }
    };
    names.iter().map(link).collect()
}

/// Whether markup is the start tag of an element.
fn opens(markup: &str, element: &str) -> bool {
    let rest = markup.strip_prefix('<').and_then(|rest| rest.strip_prefix(element));
    rest.is_some_and(|rest| rest.starts_with(['>', ' ']))
}

/// Whether markup is the end tag of an element.
fn closes(markup: &str, element: &str) -> bool {
    let name = element.split(' ').next().unwrap_or_default();
    let rest = markup.trim_start().strip_prefix("</").and_then(|rest| rest.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with('>'))
}
