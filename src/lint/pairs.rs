//! What comes in pairs: brackets, quotation marks.

use std::ops::Range;

use super::prose::Prose;
use crate::source::Span;

/// One of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The first.
    Open,
    /// The second.
    Close,
    /// The second if there is a first in the same stretch, else nothing of the kind.
    MayClose,
    /// The second if there is a first in the same stretch or an earlier one, else nothing.
    MayCloseAny,
    /// The second if there is a first in the same stretch, else the first.
    Either,
}

/// A mark without its counterpart.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unpaired {
    /// Where it is written.
    pub(super) span: Span,
    /// What it is: `Open` or `Close`.
    pub(super) mark: Mark,
    /// The mark itself.
    pub(super) sign: char,
    /// The stretch that it stands in, counted within the whole text.
    pub(super) stretch: usize,
}

/// What a character is, at a byte of a text.
pub(super) type Reading = fn(&str, usize, char) -> Option<Mark>;

/// The marks that have no counterpart in their section, directive or note.
pub(super) fn unpaired(prose: &[Prose], read: Reading) -> Vec<Unpaired> {
    let mut found = Vec::new();
    let mut stretch = 0;
    for stretches in prose.chunk_by(|left, right| left.container == right.container) {
        let mut pairs = Pairs::new(read);
        for prose in stretches {
            pairs.pass(&prose.text, stretch, |range| prose.span(range));
            stretch += 1;
        }
        found.extend(pairs.rest());
    }
    found
}

/// The marks that have no counterpart in their own field.
pub(super) fn unpaired_in(fields: &[(&str, Span)], read: Reading) -> Vec<Unpaired> {
    let fields = fields.iter().enumerate();
    fields
        .flat_map(|(stretch, &(text, span))| {
            let mut pairs = Pairs::new(read);
            pairs.pass(text, stretch, |_| Some(span));
            pairs.rest()
        })
        .collect()
}

/// The marks of the stretches that were passed so far.
struct Pairs {
    read: Reading,
    /// Marks without a counterpart in their own stretch: they may have one in a later stretch.
    open: Vec<Unpaired>,
    /// How many were closed by what may close: a later mark may be the one that does.
    lent: usize,
    /// Those that close nothing.
    closing: Vec<Unpaired>,
}

impl Pairs {
    const fn new(read: Reading) -> Self {
        Self { read, open: Vec::new(), lent: 0, closing: Vec::new() }
    }

    /// Goes over a stretch of text, whose places `span` knows.
    fn pass(&mut self, text: &str, stretch: usize, span: impl Fn(Range<usize>) -> Option<Span>) {
        let mut inner: Vec<Unpaired> = Vec::new();
        for (at, sign) in text.char_indices() {
            let Some(mark) = (self.read)(text, at, sign) else { continue };
            let Some(span) = span(at..at + sign.len_utf8()) else { continue };
            let unpaired = |mark| Unpaired { span, mark, sign, stretch };
            match mark {
                Mark::MayClose => self.lent += usize::from(inner.pop().is_some()),
                Mark::MayCloseAny => {
                    let closed = inner.pop().or_else(|| self.open.pop());
                    self.lent += usize::from(closed.is_some());
                }
                Mark::Close if inner.pop().or_else(|| self.open.pop()).is_some() => {}
                Mark::Close if self.lent > 0 => self.lent -= 1,
                Mark::Close => self.closing.push(unpaired(Mark::Close)),
                Mark::Either if inner.pop().is_some() => {}
                Mark::Open | Mark::Either => inner.push(unpaired(Mark::Open)),
            }
        }
        self.open.extend(inner);
    }

    fn rest(mut self) -> Vec<Unpaired> {
        self.closing.append(&mut self.open);
        self.closing
    }
}
