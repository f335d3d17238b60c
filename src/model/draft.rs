//! A report as it was read: every name an author wrote still unanswered.

use super::chart::Figures;
use super::flow::{Block, Flow, Run};
use super::meta::{ChartKind, DirectiveMeta, Language, ReportMeta};
use super::table::{
    ChartId, ImageId, LinkId, ListId, NoteId, ParagraphId, ReferenceId, SectionId, Table, TableId,
};
use crate::source::Span;

/// A report or an ordinary page, read and not yet resolved.
#[derive(Debug)]
pub struct Draft {
    /// Path under `content/`, without a `/` at either end; empty for the front page's text.
    pub path: String,
    /// What it is.
    pub kind: Kind,
    /// Blocks before the first heading.
    pub opening: Vec<Block>,
    /// Sections in reading order.
    pub sections: Table<SectionId, DraftSection>,
    /// Definitions of footnotes: Markdown's in reading order, then directives', then YAML's.
    pub notes: Table<NoteId, DraftNote>,
    /// Lists of directives, by name of their folder.
    pub lists: Table<ListId, DraftList>,
    /// What the flows refer to.
    pub tables: Tables,
    /// Text that was meant as a reference or definition and is none.
    pub slips: Slips,
}

/// What a draft is of.
#[derive(Debug)]
pub enum Kind {
    /// A report: a folder with a `report.yaml`.
    Report(Box<ReportMeta>),
    /// A page of its own.
    Page(PageMeta),
}

impl Kind {
    /// The language of its text.
    #[must_use]
    pub const fn language(&self) -> Language {
        match self {
            Self::Report(meta) => meta.language,
            Self::Page(meta) => meta.language,
        }
    }

    /// Whether it is the text of a folder's page.
    #[must_use]
    pub const fn is_index(&self) -> bool {
        matches!(self, Self::Page(meta) if meta.index)
    }

    /// Where that language is chosen.
    #[must_use]
    pub const fn language_span(&self) -> Option<Span> {
        match self {
            Self::Report(meta) => meta.language_span,
            Self::Page(meta) => meta.language_span,
        }
    }
}

impl Draft {
    /// Whether one of its directives has a deadline.
    #[must_use]
    pub fn has_deadlines(&self) -> bool {
        let mut directives = self.lists.values().flat_map(|list| &list.directives);
        directives.any(|directive| directive.meta.deadline.is_some())
    }
}

/// What stands around the text of an ordinary page.
#[derive(Debug, Clone)]
pub struct PageMeta {
    /// Title, from the front matter.
    pub title: Option<String>,
    /// Description, from the front matter.
    pub description: Option<String>,
    /// Language of its text.
    pub language: Language,
    /// Where the language is chosen.
    pub language_span: Option<Span>,
    /// Where the file begins.
    pub start: Span,
    /// Whether it is the `index.md` of its folder.
    pub index: bool,
}

/// What flows refer to by id.
#[derive(Debug, Default)]
pub struct Tables {
    /// Places that refer to footnotes.
    pub references: Table<ReferenceId, DraftReference>,
    /// Links.
    pub links: Table<LinkId, DraftLink>,
    /// Images.
    pub images: Table<ImageId, DraftImage>,
    /// Paragraphs with permalinks: where each was written.
    pub paragraphs: Table<ParagraphId, Span>,
    /// Tables.
    pub tables: Table<TableId, DraftTable>,
    /// Charts.
    pub charts: Table<ChartId, DraftChart>,
}

/// A heading and what stands under it.
#[derive(Debug)]
pub struct DraftSection {
    /// Depth of its heading, from 1.
    pub level: u8,
    /// Title.
    pub title: Flow,
    /// The id that the author gave it.
    pub id: Option<String>,
    /// The number that the author asserts.
    pub number: Option<String>,
    /// Whether it is left out of the count.
    pub unnumbered: bool,
    /// Whether it is an appendix, which stands behind the signature.
    pub appendix: bool,
    /// The heading.
    pub span: Span,
    /// Blocks up to the next heading.
    pub blocks: Vec<Block>,
}

/// A definition of a footnote.
#[derive(Debug)]
pub struct DraftNote {
    /// Its id as it was written, blanks joined.
    pub id: String,
    /// Its id as it is compared.
    pub key: String,
    /// `[^id]:`, or the key in YAML.
    pub span: Span,
    /// Its text.
    pub blocks: Vec<Block>,
}

/// A place that refers to a footnote.
#[derive(Debug)]
pub struct DraftReference {
    /// The id as it was written, blanks joined.
    pub id: String,
    /// The id as it is compared.
    pub key: String,
    /// `[^id]`.
    pub span: Span,
    /// Whether a blank stands inside the brackets at one of their ends.
    pub padded: bool,
    /// What follows, where the reference begins a line: perhaps a definition gone wrong.
    pub opens_line: Option<Follows>,
}

/// What follows a reference that begins a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Follows {
    /// Blanks or a line break, and a colon: `[^1] : text`.
    Colon,
    /// A colon, and yet it is no definition: the line is indented too far.
    ColonAtOnce,
    /// Text, at the beginning of a block: `[^1] text`.
    Text,
    /// Text, on a line that goes on with a block.
    Line,
}

impl Follows {
    /// Whether it is a colon.
    #[must_use]
    pub const fn is_colon(self) -> bool {
        matches!(self, Self::Colon | Self::ColonAtOnce)
    }
}

/// A link.
#[derive(Debug)]
pub struct DraftLink {
    /// Its destination as it was written.
    pub destination: String,
    /// What is told of it besides its text; empty without.
    pub title: String,
    /// The whole link.
    pub span: Span,
    /// Whether it has no text of its own.
    pub empty: bool,
    /// Whether it was reported already, so that nobody need ask where it leads.
    pub reported: bool,
}

/// An image.
#[derive(Debug)]
pub struct DraftImage {
    /// Its destination as it was written.
    pub destination: String,
    /// Description for those who cannot see it.
    pub alt: String,
    /// Caption.
    pub title: String,
    /// The whole image.
    pub span: Span,
}

/// The width and height of a picture, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dimensions {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// A table.
#[derive(Debug)]
pub struct DraftTable {
    /// The caption before it, without its id.
    pub caption: Option<Flow>,
    /// The id that the caption gives it.
    pub id: Option<(String, Span)>,
    /// The whole table.
    pub span: Span,
}

/// A chart.
#[derive(Debug)]
pub struct DraftChart {
    /// The id that the author gave it.
    pub id: Option<(String, Span)>,
    /// How it is drawn.
    pub kind: ChartKind,
    /// Title.
    pub title: Run,
    /// What is counted in.
    pub unit: Option<Run>,
    /// Where the figures come from.
    pub source: Option<Run>,
    /// The file of its figures as it was written.
    pub data: (String, Span),
    /// The column of labels; without, the first.
    pub x: Option<(String, Span)>,
    /// The columns of numbers; without, all others.
    pub series: Option<Vec<(String, Span)>>,
    /// The whole block.
    pub span: Span,
    /// Its figures; none where the file is not there or was reported.
    pub figures: Option<Figures>,
}

/// A folder of directives.
#[derive(Debug)]
pub struct DraftList {
    /// Its folder under the report's, `directives` or `directives/2024`.
    pub folder: String,
    /// In file-name order.
    pub directives: Vec<DraftDirective>,
    /// Paragraphs that say where the list stands.
    pub placements: Vec<Span>,
    /// Links to the folder, of whatever else.
    pub links: Vec<Span>,
}

/// A directive.
#[derive(Debug)]
pub struct DraftDirective {
    /// Its front matter.
    pub meta: DirectiveMeta,
    /// Its text.
    pub blocks: Vec<Block>,
    /// Where its file begins.
    pub span: Span,
}

/// Text that was meant to be something and is not, with its cause; mostly of footnotes.
#[derive(Debug, Default)]
pub struct Slips {
    /// Whether `footnotes.yaml` could not be read, which was reported: what it defines is unknown.
    pub notes_misread: bool,
    /// `[^…` in plain text.
    pub references: Vec<Slip>,
    /// `[^id]:` inside code, by key.
    pub in_code: Vec<(String, Span)>,
    /// Labels of ordinary link definitions, `[1]: address`, by key.
    pub link_labels: Vec<String>,
    /// Ids that were given and were told not to be read as such: what refers to them is not wrong.
    pub anchors: Vec<String>,
    /// Whether a heading was told to be none: how the others are numbered is unknown.
    pub headings_missed: bool,
    /// What could not be read, which was reported.
    pub unread: Unread,
}

/// What of a report could not be read; the last has the others in it.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unread {
    /// Nothing.
    #[default]
    Nothing,
    /// What may have ids: that nothing has the id of a reference cannot be said.
    Ids,
    /// A part of the text: what it has, refers to and places is unknown.
    Text,
}

impl Slips {
    /// A part of the text could not be read: nothing can be said of what only it may have.
    pub fn lose_text(&mut self) {
        self.unread = Unread::Text;
        self.headings_missed = true;
        self.notes_misread = true;
    }
}

/// A reference that the parser cannot take for one.
#[derive(Debug)]
pub struct Slip {
    /// What stands in the brackets.
    pub id: String,
    /// Where.
    pub span: Span,
    /// Why it is none.
    pub cause: Cause,
}

/// Why a text that looks like a reference is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// The id runs over a line break.
    LineBreak,
    /// Nothing stands in the brackets.
    Empty,
    /// No bracket closes it.
    Unclosed,
    /// It stands in raw HTML.
    Html,
    /// What stands right behind it makes a link of it.
    Link,
}
