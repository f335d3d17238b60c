//! `quote-unbalanced`: a quotation mark that is opened and never closed, or closed and never
//! opened.

use super::Subject;
use super::pairs::{Mark, unpaired};
use crate::diag::Diagnostic;

/// Warns at each mark without its counterpart, and at an odd straight one.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for (open, close) in [('“', '”'), ('«', '»')] {
        let found = unpaired(&subject.prose, |text, at, char| match char {
            // A mark that closes a word is a closing one, whichever way it is turned.
            _ if char == open && !ends_word(text, at, char) => Some(Mark::Open),
            _ if char == close || char == open => Some(Mark::Close),
            _ => None,
        });
        for (span, mark) in found {
            let shown = if mark == Mark::Open { open } else { close };
            diagnostics.push(Diagnostic::quote_unbalanced(span, shown, mark == Mark::Open));
        }
    }
    for prose in &subject.prose {
        let marks = prose.text.match_indices('"').map(|(at, _)| at);
        let marks: Vec<usize> =
            marks.filter(|&at| !prose.text[..at].ends_with(|c: char| c.is_ascii_digit())).collect();
        if marks.len() % 2 == 1
            && let Some(&last) = marks.last()
            && let Some(span) = prose.span(last..last + 1)
        {
            diagnostics.push(Diagnostic::quote_unbalanced(span, '"', true));
        }
    }
}

/// Whether a mark stands behind a letter and before a blank, a sign or the end.
fn ends_word(text: &str, at: usize, mark: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + mark.len_utf8()..].chars().next();
    before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
