//! Links, pictures and references to notes.
//!
//! Takes what the parser says is one; fills the tables of links, images and references, and puts
//! their ids among the pieces.

use std::ops::Range;

use super::{Open, Pass, join_blanks, note_key};
use crate::diag::Diagnostic;
use crate::model::draft::{Cause, DraftImage, DraftLink, DraftReference, Follows, Slip};
use crate::model::flow::{Flow, Piece};
use crate::model::table::{LinkId, ReferenceId};
use crate::source::Span;

#[derive(Debug)]
pub(super) struct OpenLink {
    pub id: LinkId,
    pub from: usize,
    pub moved: Vec<ReferenceId>,
    /// Whether its text is its address.
    pub address: bool,
    /// Addresses in its text that would be links elsewhere; links cannot nest.
    pub nested: usize,
}

#[derive(Debug)]
pub(super) struct OpenImage {
    pub destination: String,
    pub title: String,
    pub span: Span,
    pub outer: Flow,
    pub references: Vec<ReferenceId>,
}

impl Pass<'_, '_> {
    pub(super) fn reference(&mut self, label: &str, range: Range<usize>) {
        let Some(span) = self.span(range.clone()) else { return };
        let text = self.text.text();
        let start = range.start - self.shift;
        let end = range.end - self.shift;
        let inside = text.get(start + 2..end.saturating_sub(1)).unwrap_or_default();
        let id = self.reader.tables.references.push(DraftReference {
            id: join_blanks(label),
            key: note_key(label),
            span,
            padded: inside.trim() != inside,
            opens_line: follows(text, start, end),
        });
        let moves = self.frame.link.is_some() || !self.frame.images.is_empty();
        if moves && !text[end..].starts_with(char::is_alphanumeric) {
            self.frame.run.trim_end();
        }
        self.place_reference(id);
    }

    /// A reference inside a link or an image is set right behind it, since links cannot nest.
    fn place_reference(&mut self, id: ReferenceId) {
        if let Some(image) = self.frame.images.last_mut() {
            image.references.push(id);
        } else if let Some(link) = &mut self.frame.link {
            link.moved.push(id);
        } else {
            self.push(Piece::Reference(id));
        }
    }

    pub(super) fn start_link(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.flush();
        if let Some(link) = &mut self.frame.link {
            link.nested += 1;
            self.frame.inline.push(Open::Markdown);
            return;
        }
        let Some(span) = self.span(range.clone()) else { return };
        let destination = destination.to_owned();
        let reported = self.link_slip(range.start - self.shift);
        let id = self.reader.tables.links.push(DraftLink {
            destination,
            title: title.to_owned(),
            span,
            empty: false,
            reported,
        });
        self.push(Piece::LinkStart(id));
        self.frame.inline.push(Open::Markdown);
        let from = self.frame.flow.len();
        self.frame.link = Some(OpenLink { id, from, moved: Vec::new(), address: false, nested: 0 });
    }

    /// Whether a link or the definition of one at `start` was meant as a part of a footnote, which
    /// is remembered. `[^](address)` may well be a link.
    pub(super) fn link_slip(&mut self, start: usize) -> bool {
        let source = &self.text.text()[start..];
        let Some((inside, rest)) =
            source.strip_prefix("[^").and_then(|source| source.split_once(']'))
        else {
            return false;
        };
        let cause = match inside.trim() {
            "" if rest.starts_with('(') => return false,
            "" => Cause::Empty,
            inside if inside.contains('\n') => Cause::LineBreak,
            _ => Cause::Link,
        };
        if let Some(span) = self.text.span(start..start + inside.len() + 3) {
            self.reader.slips.references.push(Slip { id: join_blanks(inside), span, cause });
        }
        true
    }

    /// Begins an address that is its own text, in which nothing is a footnote.
    pub(super) fn start_address(&mut self, destination: &str, range: Range<usize>) {
        self.start_link(destination, "", range);
        if let Some(link) = &mut self.frame.link {
            link.address = true;
        }
    }

    pub(super) fn end_link(&mut self) {
        self.close_raw(true);
        self.frame.inline.pop();
        self.flush();
        if let Some(link) = self.frame.link.as_mut().filter(|link| link.nested > 0) {
            link.nested -= 1;
            return;
        }
        let Some(link) = self.frame.link.take() else { return };
        let text = self.frame.flow.get(link.from..).unwrap_or_default();
        let has_text = text
            .iter()
            .any(|piece| matches!(piece, Piece::Text(_) | Piece::Code(_) | Piece::Image(_)));
        self.reader.tables.links[link.id].empty = !has_text;
        self.link_to_list(link.id);
        self.push(Piece::LinkEnd);
        for id in link.moved {
            self.place_reference(id);
        }
    }

    /// Remembers a link to a folder of directives, for the case that nothing places them.
    fn link_to_list(&mut self, id: LinkId) {
        let link = &self.reader.tables.links[id];
        let folder = self.paths.directives_folder(&link.destination, link.span);
        if let Some(&list) = folder.and_then(|folder| self.reader.lists.get(&folder)) {
            self.reader.list_links.push((list, link.span));
        }
    }

    pub(super) fn start_image(&mut self, destination: &str, title: &str, range: Range<usize>) {
        self.flush();
        let Some(span) = self.span(range) else { return };
        if title.split_once("[^").is_some_and(|(_, rest)| rest.contains(']')) {
            self.reader.diagnostics.push(Diagnostic::footnote_in_field(span, "title"));
        }
        self.frame.images.push(OpenImage {
            destination: destination.to_owned(),
            title: title.to_owned(),
            span,
            outer: std::mem::take(&mut self.frame.flow),
            references: Vec::new(),
        });
    }

    pub(super) fn end_image(&mut self) {
        self.flush();
        let Some(image) = self.frame.images.pop() else { return };
        let inner = std::mem::replace(&mut self.frame.flow, image.outer);
        let id = self.reader.tables.images.push(DraftImage {
            destination: image.destination,
            alt: description(&inner),
            title: image.title,
            span: image.span,
        });
        self.push(Piece::Image(id));
        for id in image.references {
            self.place_reference(id);
        }
    }
}

/// The description that an image's flow makes.
pub(super) fn description(flow: &[Piece]) -> String {
    flow.iter()
        .map(|piece| match piece {
            Piece::Text(run) => run.text(),
            Piece::Code(code) => code,
            _ => "",
        })
        .collect()
}

/// What follows a reference at `start..end` of `text`, if nothing but the marks of lists and
/// quotations stands before it on its line.
pub(super) fn follows(text: &str, start: usize, end: usize) -> Option<Follows> {
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let marks = &text[line_start..start];
    if !marks.split_whitespace().all(is_block_mark) {
        return None;
    }
    let mut lines = text[end..].lines();
    let rest = lines.next().unwrap_or_default();
    match (rest.trim_start(), rest) {
        (_, rest) if rest.starts_with(':') => Some(Follows::ColonAtOnce),
        (rest, _) if rest.starts_with(':') => Some(Follows::Colon),
        ("", _) => {
            lines.next().filter(|next| unquoted(next).starts_with(':')).map(|_| Follows::Colon)
        }
        _ if !unquoted(marks).is_empty() => Some(Follows::Text),
        _ => {
            let above = text[..line_start].lines().next_back().unwrap_or_default();
            Some(if unquoted(above).is_empty() { Follows::Text } else { Follows::Line })
        }
    }
}

/// A line without blanks and the marks of quotations at its start.
pub(super) fn unquoted(line: &str) -> &str {
    line.trim_start_matches([' ', '\t', '>'])
}

/// Whether a word is the mark of a quotation or of a list item.
fn is_block_mark(word: &str) -> bool {
    let number = word.strip_suffix(['.', ')']).unwrap_or_default();
    matches!(word, "-" | "*" | "+")
        || word.bytes().all(|byte| byte == b'>')
        || !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}
