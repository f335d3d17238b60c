//! What the parser left as text although it was meant as markup.
//!
//! Takes the runs of text of a pass; reports what looks like a reference, a link, emphasis or a
//! comment and is shown as it is written. Changes nothing of what is rendered.

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::links::follows;
use super::{Pass, join_blanks, note_key, trim_end};
use crate::content::ignore;
use crate::content::suspect::{self, Suspect};
use crate::diag::Diagnostic;
use crate::model::draft::{Cause, Follows, Slip};
use crate::model::flow::{Piece, Run};
use crate::source::Span;

impl Pass<'_, '_> {
    /// Tells what a place looks like, unless the block it stands in has been told of already.
    pub(super) fn suspect_once(&mut self, suspect: Suspect, range: Range<usize>) {
        let block = self.frame.block.clone().map_or(range.start, |block| block.start);
        let lists = |suspect| matches!(suspect, Suspect::Items | Suspect::Dash);
        let same = |told: Suspect| told == suspect || lists(told) && lists(suspect);
        if self.told.is_none_or(|(told, at)| at != block || !same(told)) {
            self.told = Some((suspect, block));
            self.suspect(suspect, range);
        }
    }

    pub(super) fn suspect(&mut self, suspect: Suspect, range: Range<usize>) {
        let span = self.span(trim_end(self.text.text(), range, self.shift));
        if let Some(span) = span {
            self.reader.diagnostics.push(suspect.at(span));
        }
    }

    /// Text that the parser left as text although it looks like a reference.
    pub(super) fn note_slips(&mut self, run: &Run) {
        for (at, _) in run.text().match_indices("[^") {
            let rest = &run.text()[at + 2..];
            let Some(span) = run.span(at..at + 2) else { continue };
            let Some((cause, length)) = self.slip(rest, span) else {
                self.escaped_note(run, at);
                continue;
            };
            let whole = run.span(at..at + 2 + length).unwrap_or(span);
            let id = join_blanks(rest[..length].trim_end_matches(']'));
            self.reader.slips.references.push(Slip { id, span: whole, cause });
        }
    }

    /// A reference both of whose brackets are escaped, as other programs write it out.
    fn escaped_note(&mut self, run: &Run, at: usize) {
        let Some(end) = run.text()[at..].find(']').map(|end| at + end) else { return };
        let both = [at..at + 1, end..end + 1].map(|sign| run.span(sign));
        if self.frame.link.is_none()
            && both.iter().all(|sign| sign.is_some_and(|sign| self.is_escaped(sign)))
            && let Some(span) = run.span(at..end + 1)
        {
            self.reader.diagnostics.push(Suspect::Note.at(span));
        }
    }

    /// A link that the parser left as text because its address has a blank.
    pub(super) fn link_with_blank(&mut self, run: &Run) {
        if let Some(range) = suspect::link(run.text())
            && let Some(span) = run.span(range)
            && !self.is_escaped(span)
        {
            self.reader.diagnostics.push(Suspect::Link.at(span));
        }
    }

    /// Text that was meant as markup and is shown as it is written.
    pub(super) fn foreign_markup(&mut self, run: &Run) {
        let behind = matches!(self.frame.flow.last(), Some(Piece::Image(_) | Piece::LinkEnd));
        let stars = suspect::stars(run.text()).map(|range| (Suspect::Stars, range));
        let found = suspect::foreign(run.text(), behind).into_iter().chain(stars);
        for (suspect, range) in found {
            let place = run.span(range).filter(|span| !self.is_escaped(*span));
            if let Some(at) = place.and_then(|span| Some((self.offset_of(span)?, span))) {
                let start = at.0 + self.shift;
                self.suspect_once(suspect, start..start + (at.1.end - at.1.start) as usize);
            }
        }
    }

    /// A comment for congbo whose dashes a word processor made one of.
    pub(super) fn comment_slip(&mut self, run: &Run) {
        let Some(at) = run.text().find("<!") else { return };
        let rest = &run.text()[at + 2..];
        let inner = rest.trim_start_matches(['-', '–', '—', ' ']);
        let end = inner.find('>').map_or(rest.len(), |end| rest.len() - inner.len() + end + 1);
        if ignore::is_meant(inner)
            && let Some(span) = run.span(at..at + 2 + end)
        {
            let told = Diagnostic::ignore_invalid(span, "ignore-invalid-dashes");
            self.reader.diagnostics.push(told);
        }
    }

    /// Whether a backslash stands before a place.
    pub(super) fn is_escaped(&self, span: Span) -> bool {
        let before = self.offset_of(span).and_then(|at| self.text.text().get(..at));
        before.is_some_and(|before| before.ends_with('\\'))
    }

    /// Why `[^` followed by `rest`, written at `span`, is no reference, and how much of `rest`
    /// belongs to it; none if the author escaped it.
    pub(super) fn slip(&self, rest: &str, span: Span) -> Option<(Cause, usize)> {
        let at = self.offset_of(span)?;
        let (before, source) = self.text.text().split_at_checked(at)?;
        let escapes = before.bytes().rev().take_while(|&byte| byte == b'\\').count();
        if escapes % 2 == 1 || !source.starts_with("[^") {
            return None;
        }
        let end = rest.find([']', '[']).filter(|&end| rest[end..].starts_with(']'));
        let Some(end) = end else {
            let length = rest.find(|char: char| char.is_whitespace() || char == '[');
            return Some((Cause::Unclosed, length.unwrap_or(rest.len())));
        };
        let broken = source.lines().next().is_some_and(|line| !line.contains(']'));
        let cause = match &rest[..end] {
            inside if inside.trim().is_empty() && !broken => Cause::Empty,
            _ if !broken && rest[end + 1..].starts_with('[') => Cause::Link,
            _ => Cause::LineBreak,
        };
        Some((cause, end + 1))
    }

    /// `[text][label]` without an address for the label is a mistake; `[label]` alone is mostly
    /// no link at all, but with a colon behind it at the start of a line it was meant to define.
    pub(super) fn undefined_label(&mut self, kind: LinkType, label: &str, range: Range<usize>) {
        let Some(span) = self.span(range.clone()).filter(|_| !label.starts_with('^')) else {
            return;
        };
        let (start, end) = (range.start - self.shift, range.end - self.shift);
        if self.text.text()[start..].starts_with("[^") {
            return;
        }
        if kind == LinkType::Reference {
            self.reader.diagnostics.push(Diagnostic::link_label_undefined(span, label));
        } else if follows(self.text.text(), start, end).is_some_and(Follows::is_colon) {
            self.reader.slips.link_labels.push(note_key(label));
        }
    }
}
