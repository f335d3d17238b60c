//! `combining-mark-left`: an accent that is a character of its own, since it fits no letter.
//!
//! Text is brought to composed letters as it is read. What is left over was set in the wrong order,
//! or came from a PDF apart from its letter. Accents that Vietnamese does not have belong to
//! formulas and foreign names.

use std::ops::Range;

use super::Subject;
use crate::diag::Diagnostic;

/// The accents and tones of Vietnamese as characters of their own.
const MARKS: &[char] =
    &['\u{300}', '\u{301}', '\u{302}', '\u{303}', '\u{306}', '\u{309}', '\u{31B}', '\u{323}'];

/// Warns at each word with one, and at each field.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        for range in words(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                diagnostics.push(Diagnostic::combining_mark_left(span, &prose.text[range]));
            }
        }
    }
    for &(text, span) in &subject.fields {
        if let Some(range) = words(text).first() {
            diagnostics.push(Diagnostic::combining_mark_left(span, &text[range.clone()]));
        }
    }
}

/// Where the words with such a mark are.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    // Each of them begins with this byte in UTF-8, and hardly anything else does.
    if !text.as_bytes().contains(&0xCC) {
        return words;
    }
    let mut at = 0;
    while let Some(mark) = text[at..].find(MARKS).map(|next| at + next) {
        let before = text[at..mark].rsplit(char::is_whitespace).next().unwrap_or_default();
        let start = mark - before.len();
        let end = text[mark..].find(char::is_whitespace).map_or(text.len(), |next| mark + next);
        words.push(start..end);
        at = end;
    }
    words
}
