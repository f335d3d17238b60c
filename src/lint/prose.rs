//! The text of a report as it is read aloud: stretches without markup that know where they are
//! written.
//!
//! Takes a resolved report or page, gives its paragraphs, headings, items and cells in reading
//! order, those around charts and in their tables as well. References to footnotes leave nothing, code and images a U+FFFC, so that no rule about
//! words looks into them.

use std::ops::Range;

use crate::model::flow::{Block, Flow, Piece, Run};
use crate::model::resolved::Resolved;
use crate::model::table::ChartId;
use crate::source::Span;

/// A stretch of text that nothing but markup within the line interrupts.
pub struct Prose<'a> {
    /// The text.
    pub text: String,
    /// The section, directive or note it stands in; consecutive stretches of one have the same.
    pub container: usize,
    /// Whether that is a note.
    pub in_note: bool,
    /// What is raised by an element of HTML.
    pub raised: Vec<Range<usize>>,
    parts: Vec<Part<'a>>,
}

struct Part<'a> {
    start: usize,
    run: &'a Run,
    /// Whether it is the mention of a document.
    cited: bool,
}

impl Part<'_> {
    fn end(&self) -> usize {
        self.start + self.run.text().len()
    }
}

impl Prose<'_> {
    /// Where the bytes of `range` are written.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let last = range.end.saturating_sub(1).max(range.start);
        let (first, last) = (self.part(range.start)?, self.part(last)?);
        let head = range.start - first.start..range.end.min(first.end()) - first.start;
        let start = first.run.span(head)?;
        let tail = range.start.max(last.start) - last.start..range.end - last.start;
        match last.run.span(tail) {
            Some(end) if end.file == start.file && end.end >= start.end => {
                Some(Span { end: end.end, ..start })
            }
            _ => Some(start),
        }
    }

    /// Whether a place is part of the mention of a document.
    #[must_use]
    pub fn is_cited(&self, at: usize) -> bool {
        self.part(at).is_some_and(|part| part.cited)
    }

    fn part(&self, at: usize) -> Option<&Part<'_>> {
        self.parts.iter().find(|part| (part.start..part.end()).contains(&at))
    }
}

/// The words of a text, which are made of `letter`s, and where they begin.
pub(super) fn words(text: &str, letter: fn(char) -> bool) -> impl Iterator<Item = (usize, &str)> {
    text.split(move |char| !letter(char))
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// The text of a report or page.
#[must_use]
pub(super) fn of(document: &Resolved) -> Vec<Prose<'_>> {
    let mut collector = Collector { document, container: 0, in_note: false, done: Vec::new() };
    collector.blocks(&document.opening);
    for section in document.sections.values() {
        collector.container += 1;
        collector.flow(&section.title);
        collector.blocks(&section.blocks);
    }
    for directive in document.directives.values() {
        collector.container += 1;
        collector.blocks(&directive.blocks);
    }
    collector.in_note = true;
    for note in document.notes.values() {
        collector.container += 1;
        collector.blocks(&note.blocks);
    }
    collector.done
}

struct Collector<'a> {
    document: &'a Resolved,
    container: usize,
    in_note: bool,
    done: Vec<Prose<'a>>,
}

impl<'a> Collector<'a> {
    fn blocks(&mut self, blocks: &'a [Block]) {
        for block in blocks {
            match block {
                Block::Paragraph(_, flow) | Block::Other(flow) => self.flow(flow),
                Block::Table(id, flow) => {
                    if let Some(caption) = &self.document.tables[*id].caption {
                        self.flow(caption);
                    }
                    self.flow(flow);
                }
                Block::Directives(_) => {}
            }
        }
    }

    fn flow(&mut self, flow: &'a Flow) {
        let mut prose = self.stretch();
        for piece in flow {
            match piece {
                Piece::Text(run) => prose.push(run, false),
                Piece::Mention(_, run) => prose.push(run, true),
                Piece::Code(_) | Piece::CodeBlock(_) | Piece::Image(_) => {
                    prose.text.push('\u{FFFC}');
                }
                Piece::LineBreak => prose.text.push(' '),
                Piece::Block(_) | Piece::NestedTable => {
                    let next = self.stretch();
                    self.keep(std::mem::replace(&mut prose, next));
                }
                Piece::Chart(id) => {
                    let next = self.stretch();
                    self.keep(std::mem::replace(&mut prose, next));
                    self.chart(*id);
                }
                Piece::Inline(markup) => prose.raise(markup),
                Piece::Reference(_) | Piece::LinkStart(_) | Piece::LinkEnd => {}
            }
        }
        self.keep(prose);
    }

    /// Title, unit and source of a chart, and the words of its table.
    fn chart(&mut self, id: ChartId) {
        for run in self.document.charts[id].runs() {
            let mut prose = self.stretch();
            prose.push(run, false);
            self.keep(prose);
        }
    }

    fn stretch(&self) -> Prose<'a> {
        let (container, in_note) = (self.container, self.in_note);
        Prose { text: String::new(), container, in_note, raised: Vec::new(), parts: Vec::new() }
    }

    fn keep(&mut self, prose: Prose<'a>) {
        if !prose.text.trim().is_empty() {
            self.done.push(prose);
        }
    }
}

impl<'a> Prose<'a> {
    fn push(&mut self, run: &'a Run, cited: bool) {
        self.parts.push(Part { start: self.text.len(), run, cited });
        self.text.push_str(run.text());
    }

    /// Raised text begins or ends.
    fn raise(&mut self, markup: &str) {
        let end = self.text.len();
        match (markup, self.raised.last_mut()) {
            ("<sup>", _) => self.raised.push(end..end),
            ("</sup>", Some(last)) => last.end = end,
            _ => {}
        }
    }
}

/// The word around a place of a text, between blanks.
pub(super) fn word_at(text: &str, at: usize) -> Range<usize> {
    let before = text[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = text[at..].split(char::is_whitespace).next().unwrap_or_default();
    at - before.len()..at + after.len()
}
