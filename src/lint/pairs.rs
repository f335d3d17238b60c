//! What comes in pairs: brackets, quotation marks.

use super::prose::Prose;
use crate::source::Span;

/// One of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The first.
    Open,
    /// The second.
    Close,
    /// The second if there is a first, else nothing of the kind.
    MayClose,
    /// The second if there is a first in the same stretch, else the first.
    Either,
}

/// The marks that have no counterpart in their section, directive or note, each with what it is.
///
/// `mark` says what a character is, at a byte of a text.
pub(super) fn unpaired(
    prose: &[Prose],
    mark: impl Fn(&str, usize, char) -> Option<Mark>,
) -> Vec<(Span, Mark, char)> {
    let mut found = Vec::new();
    for stretches in prose.chunk_by(|left, right| left.container == right.container) {
        // Marks without a counterpart in their own stretch may have one in a later stretch.
        let mut open: Vec<(Span, char)> = Vec::new();
        // How many were closed by what may close: a later mark may be the one that does.
        let mut lent = 0_usize;
        for stretch in stretches {
            let mut inner: Vec<(Span, char)> = Vec::new();
            for (at, char) in stretch.text.char_indices() {
                let Some(mark) = mark(&stretch.text, at, char) else { continue };
                let Some(span) = stretch.span(at..at + char.len_utf8()) else { continue };
                match mark {
                    Mark::MayClose => lent += usize::from(inner.pop().is_some()),
                    Mark::Close if inner.pop().or_else(|| open.pop()).is_some() => {}
                    Mark::Close if lent > 0 => lent -= 1,
                    Mark::Close => found.push((span, Mark::Close, char)),
                    Mark::Either if inner.pop().is_some() => {}
                    Mark::Open | Mark::Either => inner.push((span, char)),
                }
            }
            open.extend(inner);
        }
        found.extend(open.into_iter().map(|(span, char)| (span, Mark::Open, char)));
    }
    found
}
