//! The text of a report as it is rendered: a flow of pieces.
//!
//! What congbo knows nothing about passes through as finished markup; what it exists for
//! (references, links, mentions, paragraphs) is a piece of its own, made from the very event of
//! the Markdown parser. Checks, plain text and HTML all come from this one stream.

use std::borrow::Cow;

use super::table::{
    ChartId, ImageId, LinkId, ListId, MentionId, ParagraphId, ReferenceId, TableId,
};
use crate::source::{FileId, Span};

/// Pieces in reading order.
pub type Flow = Vec<Piece>;

/// A piece of a flow.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Finished inline markup.
    Inline(Cow<'static, str>),
    /// Finished markup of a block: plain text breaks here.
    Block(Cow<'static, str>),
    /// A table inside another block begins, which is none of the document's tables.
    NestedTable,
    /// Plain text.
    Text(Run),
    /// A code span.
    Code(Box<str>),
    /// A chart.
    Chart(ChartId),
    /// A code block and its language.
    CodeBlock(Box<CodeBlock>),
    /// A line break that the author asked for.
    LineBreak,
    /// A reference to a footnote.
    Reference(ReferenceId),
    /// A link begins.
    LinkStart(LinkId),
    /// The link that began last ends.
    LinkEnd,
    /// An image.
    Image(ImageId),
    /// The mention of a document, and the text that is its link.
    Mention(MentionId, Run),
}

/// A fenced or indented code block.
#[derive(Debug, Clone)]
pub struct CodeBlock {
    /// First word of the info string, empty without one.
    pub language: String,
    /// The code.
    pub text: String,
}

/// Plain text that knows where each part of it was written.
#[derive(Debug, Clone, Default)]
pub struct Run {
    text: String,
    origins: Vec<Origin>,
}

/// From byte `at` of a run on, its text was written in `file` from byte `offset` on.
#[derive(Debug, Clone, Copy)]
struct Origin {
    at: u32,
    file: FileId,
    offset: u32,
}

impl Run {
    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Appends text that was written at `span`.
    pub fn push(&mut self, text: &str, span: Span) {
        let at = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        let follows = self.origins.last().is_some_and(|last| {
            last.file == span.file && last.offset + (at - last.at) == span.start
        });
        if !follows {
            self.origins.push(Origin { at, file: span.file, offset: span.start });
        }
        self.text.push_str(text);
    }

    /// Text that was written nowhere, such as the words of an automatic reference.
    #[must_use]
    pub fn generated(text: String) -> Self {
        Self { text, origins: Vec::new() }
    }

    /// Where the bytes of `range` were written.
    #[must_use]
    pub fn span(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let (file, start) = self.origin(range.start)?;
        let last = range.end.saturating_sub(1).max(range.start);
        let end = match self.origin(last) {
            Some((end_file, end)) if end_file == file && end >= start => end + 1,
            _ => start,
        };
        Some(Span { file, start, end })
    }

    fn origin(&self, at: usize) -> Option<(FileId, u32)> {
        let at = u32::try_from(at).ok()?;
        let index = self.origins.partition_point(|origin| origin.at <= at).checked_sub(1)?;
        let origin = self.origins.get(index)?;
        Some((origin.file, origin.offset + (at - origin.at)))
    }

    /// Takes blanks off the end.
    pub fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        let length = self.text.len();
        self.origins.retain(|origin| (origin.at as usize) < length);
    }

    /// The part of the run in `range`, which must lie on character boundaries.
    #[must_use]
    pub fn part(&self, range: std::ops::Range<usize>) -> Self {
        let mut part = Self::default();
        let mut from = range.start;
        while from < range.end {
            let next = self.next_origin(from).unwrap_or(usize::MAX).min(range.end);
            let text = self.text.get(from..next).unwrap_or_default();
            match self.span(from..next) {
                Some(span) => part.push(text, span),
                None => part.text.push_str(text),
            }
            from = next;
        }
        part
    }

    fn next_origin(&self, after: usize) -> Option<usize> {
        self.origins.iter().map(|origin| origin.at as usize).find(|&at| at > after)
    }
}

/// A block of a section, a directive or a note.
#[derive(Debug, Clone)]
pub enum Block {
    /// A paragraph that stands directly in a section or directive; in a note without an id.
    Paragraph(Option<ParagraphId>, Flow),
    /// A table that stands directly in a section or directive.
    Table(TableId, Flow),
    /// Here stand the directives of a list.
    Directives(ListId),
    /// Anything else.
    Other(Flow),
}

impl Block {
    /// The charts in it.
    pub fn charts(&self) -> impl Iterator<Item = ChartId> {
        let flow = match self {
            Self::Paragraph(_, flow) | Self::Table(_, flow) | Self::Other(flow) => flow.as_slice(),
            Self::Directives(_) => &[],
        };
        flow.iter().filter_map(|piece| match piece {
            Piece::Chart(id) => Some(*id),
            _ => None,
        })
    }
}

/// How plain text writes references.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum References {
    /// Not at all: titles, outlines, slugs, feeds.
    Omitted,
    /// As `[n]`: data for machines.
    Numbered,
}

/// Writes flows as plain text.
pub struct PlainText<'a> {
    out: String,
    /// What stands between blocks and between the cells of a table.
    between: char,
    /// Whether a reference was left out behind what was written last.
    omitted: bool,
    references: References,
    number: &'a dyn Fn(ReferenceId) -> usize,
    alt: &'a dyn Fn(ImageId) -> &'a str,
    chart: &'a dyn Fn(ChartId) -> String,
}

impl<'a> PlainText<'a> {
    /// A writer which asks `number` for the number of a reference and `alt` for the description
    /// of an image, `chart` for what a chart says.
    pub fn new(
        references: References,
        number: &'a dyn Fn(ReferenceId) -> usize,
        alt: &'a dyn Fn(ImageId) -> &'a str,
        chart: &'a dyn Fn(ChartId) -> String,
    ) -> Self {
        Self { out: String::new(), between: ' ', omitted: false, references, number, alt, chart }
    }

    /// From here on, each block and each cell of a table has a line of its own.
    pub fn in_lines(&mut self) -> &mut Self {
        self.between = '\n';
        self
    }

    /// Appends a flow.
    pub fn flow(&mut self, flow: &[Piece]) {
        for piece in flow {
            self.piece(piece);
        }
    }

    /// Ends a block, where there is text already and it has not ended.
    pub fn gap(&mut self) {
        self.end_with(self.between);
    }

    fn end_with(&mut self, blank: char) {
        if !self.out.is_empty() && !self.out.ends_with(char::is_whitespace) {
            self.out.push(blank);
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Text(run) | Piece::Mention(_, run) => self.text(run.text()),
            Piece::Code(code) => self.text(code),
            Piece::CodeBlock(code) => self.out.push_str(&code.text),
            Piece::Reference(id) if self.references == References::Numbered => {
                let number = (self.number)(*id).to_string();
                self.out.extend(["[", &number, "]"]);
            }
            Piece::Image(id) => self.out.push_str((self.alt)(*id)),
            Piece::Chart(id) => {
                self.gap();
                self.out.push_str(&(self.chart)(*id));
            }
            Piece::Block(_) | Piece::NestedTable => self.gap(),
            Piece::LineBreak => self.end_with(' '),
            Piece::Reference(_) => self.omitted = true,
            Piece::Inline(_) | Piece::LinkStart(_) | Piece::LinkEnd => {}
        }
    }

    /// Appends text; a blank that set off a reference which is left out goes with it.
    fn text(&mut self, text: &str) {
        let joins =
            |char: char| char.is_whitespace() || matches!(char, ',' | '.' | ';' | ':' | ')');
        if std::mem::take(&mut self.omitted) && text.starts_with(joins) {
            self.out.truncate(self.out.trim_end().len());
        }
        self.out.push_str(text);
    }

    /// The text, without blanks at its ends.
    #[must_use]
    pub fn finish(self) -> String {
        self.out.trim().to_owned()
    }
}
