//! HTML among Markdown.
//!
//! Takes the parser's lines and tags of HTML; gives the pieces that congbo lets through, and keeps
//! elements open and closed in their order.

use std::borrow::Cow;
use std::ops::Range;

use super::{Open, Pass, Top, join_blanks, line_ranges};
use crate::content::html::{InlineTag, Part};
use crate::content::{html, ignore};
use crate::diag::{Diagnostic, Ignore};
use crate::model::draft::{Cause, Slip};
use crate::model::flow::{Piece, Run};
use crate::source::Span;

impl Pass<'_, '_> {
    pub(super) fn inline_html(&mut self, raw: &str, range: Range<usize>) {
        let (tag, removed) = html::clean_tag(raw);
        let Some(span) = self.span(range) else { return };
        let place = self.frame.parts.last().or(self.frame.block.as_ref()).cloned();
        let scope = place.and_then(|place| self.span(place));
        let found = ignore::in_html(raw, |_| Some(span), &mut self.reader.diagnostics);
        self.reader.ignores.extend(found.into_iter().map(|ignore| Ignore { scope, ..ignore }));
        // The description of an image is text alone.
        if !self.frame.images.is_empty() {
            self.reader.diagnostics.push(Diagnostic::html_removed(span, raw));
            return;
        }
        for removed in removed {
            if !self.is_known_end(&removed.what) {
                self.reader.diagnostics.push(Diagnostic::html_removed(span, &removed.what));
            }
        }
        match tag {
            InlineTag::Open(name, markup) => {
                self.push(Piece::Inline(Cow::Owned(markup)));
                self.frame.inline.push(Open::Raw(name, span));
            }
            InlineTag::Void(markup) if markup.starts_with("<br") => self.push(Piece::LineBreak),
            InlineTag::Void(markup) => self.push(Piece::Inline(Cow::Owned(markup))),
            InlineTag::Close(name) => self.close_tag(&name, span),
            InlineTag::Nothing => {}
        }
    }

    /// Whether a tag that is taken out is the end of an element whose start was.
    fn is_known_end(&mut self, tag: &str) -> bool {
        let taken_out = &mut self.frame.taken_out;
        let Some(name) = tag.strip_prefix("</") else {
            taken_out.extend(tag.strip_prefix('<').map(str::to_owned));
            return false;
        };
        let start = taken_out.iter().rposition(|open| open == name);
        start.map(|index| taken_out.remove(index)).is_some()
    }

    /// An end tag closes the innermost open element if it is its own; any other goes.
    fn close_tag(&mut self, name: &str, span: Span) {
        match self.frame.inline.last() {
            Some(Open::Raw(open, _)) if open == name => {
                self.frame.inline.pop();
                self.push(Piece::Inline(Cow::Owned(format!("</{name}>"))));
            }
            _ => {
                let what = format!("</{name}>");
                self.reader.diagnostics.push(Diagnostic::html_unbalanced(span, &what));
            }
        }
    }

    pub(super) fn html_line(&mut self, raw: &str, range: Range<usize>) {
        let span = self.span(range);
        if let (Some((html, _)), Some(span)) = (&mut self.frame.html, span) {
            html.push(raw, span);
        }
    }

    pub(super) fn end_html(&mut self) {
        let Some((raw, range)) = self.frame.html.take() else { return };
        let found =
            ignore::in_html(raw.text(), |range| raw.span(range), &mut self.reader.diagnostics);
        let first = self.reader.ignores.len();
        self.reader.ignores.extend(found);
        let (html, removed) = html::clean_block(raw.text());
        let new = (first..self.reader.ignores.len()).map(|index| (self.frame.depth, index));
        self.frame.waiting.extend(new);
        if !html.trim().is_empty() {
            self.settle_ignores(range.clone());
        }
        let lines = line_ranges(raw.text());
        for removed in removed {
            let line = lines.get(removed.line).cloned().unwrap_or(0..raw.text().len());
            if let Some(span) = raw.span(line) {
                let told = if removed.unbalanced {
                    Diagnostic::html_unbalanced(span, &removed.what)
                } else {
                    Diagnostic::html_removed(span, &removed.what)
                };
                self.reader.diagnostics.push(told);
            }
        }
        for mark in html::note_marks(raw.text()) {
            let inside = raw.text()[mark + 2..].split(']').next().unwrap_or_default();
            if let Some(span) = raw.span(mark..mark + 2 + inside.len() + 1) {
                let id = join_blanks(inside);
                self.reader.slips.references.push(Slip { id, span, cause: Cause::Html });
            }
        }
        if !html.trim().is_empty() {
            self.open(Top::Other, "");
            self.frame
                .flow
                .extend(html::parts(&html, raw.text()).into_iter().map(|part| piece(part, &raw)));
            self.close("");
        }
    }
}

/// The piece of a flow that a part of an HTML block makes, which was written as `raw`.
pub(super) fn piece(part: Part, raw: &Run) -> Piece {
    match part {
        Part::Inline(markup) => Piece::Inline(Cow::Owned(markup)),
        Part::Block(markup) => Piece::Block(Cow::Owned(markup)),
        Part::Break => Piece::LineBreak,
        Part::Text(stretches) => {
            let mut run = Run::default();
            for (text, range) in stretches {
                // There is a place, since a block without one is empty.
                if let Some(span) = raw.span(range) {
                    run.push(&text, span);
                }
            }
            Piece::Text(run)
        }
    }
}
