//! `combining-mark-left`: an accent that is a character of its own, since it fits no letter.
//!
//! Text is brought to composed letters as it is read. What is left over was set in the wrong order,
//! or came from a PDF apart from its letter.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns at each word with one.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        let mut at = 0;
        while let Some(mark) = prose.text[at..].find(is_mark).map(|next| at + next) {
            let start = prose.text[..mark].rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
            let start = start.max(at);
            let end = prose.text[mark..].find(char::is_whitespace);
            let end = end.map_or(prose.text.len(), |length| mark + length);
            if let Some(span) = prose.span(start..end) {
                diagnostics.push(Diagnostic::combining_mark_left(span, &prose.text[start..end]));
            }
            at = end;
        }
    }
}

fn is_mark(char: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&char)
}
