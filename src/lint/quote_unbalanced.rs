//! `quote-unbalanced`: a quotation mark that is opened and never closed, or closed and never
//! opened.
//!
//! What a mark does is seen from where it stands: many a keyboard sets a closing one before a
//! word, or the same straight one on both sides.

use super::Subject;
use super::pairs::{Mark, Unpaired, unpaired, unpaired_in};
use crate::diag::Diagnostic;

/// Warns at each mark without its counterpart, be it straight or curled, and at each field with one.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for family in [quotation, angled] {
        diagnostics.extend(told(&unpaired(&subject.prose, family)));
    }
    diagnostics.extend(told(&unpaired_in(&subject.fields, quotation)));
}

/// What is told of marks: of two straight ones in a stretch that both open, the second was to
/// close.
fn told(found: &[Unpaired]) -> Vec<Diagnostic> {
    let mut told = Vec::new();
    let mut rest = found;
    while let [mark, others @ ..] = rest {
        let turned = others.first().filter(|next| is_straight_pair(mark, next));
        rest = &others[usize::from(turned.is_some())..];
        told.push(match turned {
            Some(turned) => Diagnostic::quote_turned(turned.span, turned.sign, mark.span),
            None => Diagnostic::quote_unbalanced(mark.span, mark.sign, mark.mark == Mark::Open),
        });
    }
    told
}

fn is_straight_pair(first: &Unpaired, second: &Unpaired) -> bool {
    let is_straight = |found: &Unpaired| found.sign == '"' && found.mark == Mark::Open;
    is_straight(first) && is_straight(second) && first.stretch == second.stretch
}

/// `“…”`, with the forms of the opening mark that older fonts and other languages have, and `"…"`.
fn quotation(text: &str, at: usize, char: char) -> Option<Mark> {
    match char {
        '“' | '‟' | '„' if ends_word(text, at, char) => Some(Mark::Close),
        '”' if begins_word(text, at, char) => Some(Mark::Open),
        '“' | '‟' | '„' => Some(Mark::Open),
        // Behind a number it may be inches, as Word sets them.
        '”' if text[..at].ends_with(|before: char| before.is_ascii_digit()) => {
            Some(Mark::MayCloseAny)
        }
        '”' => Some(Mark::Close),
        '"' => Some(straight(text, at)),
        _ => None,
    }
}

fn angled(text: &str, at: usize, char: char) -> Option<Mark> {
    match char {
        '«' if ends_word(text, at, char) => Some(Mark::Close),
        '«' => Some(Mark::Open),
        '»' => Some(Mark::Close),
        _ => None,
    }
}

/// What a straight mark does; behind a number it may be inches.
fn straight(text: &str, at: usize) -> Mark {
    let (before, after) = around(text, at, '"');
    if before.is_some_and(|before| before.is_ascii_digit()) {
        return Mark::MayClose;
    }
    let follows = before.is_some_and(|before| !before.is_whitespace() && before != '(');
    let leads = after.is_some_and(|after| !after.is_whitespace() && !is_closing(after));
    match (follows, leads) {
        (false, true) => Mark::Open,
        (true, false) => Mark::Close,
        _ => Mark::Either,
    }
}

/// What may stand behind a closing mark.
const fn is_closing(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':' | ')' | '?' | '!' | '/' | '”' | '»')
}

/// Whether a mark stands behind a letter and before a blank, a sign or the end.
fn ends_word(text: &str, at: usize, mark: char) -> bool {
    let (before, after) = around(text, at, mark);
    before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}

/// Whether a mark stands at the beginning or behind a blank or a bracket, and before a letter.
fn begins_word(text: &str, at: usize, mark: char) -> bool {
    let (before, after) = around(text, at, mark);
    let apart = before.is_none_or(|before| before.is_whitespace() || before == '(');
    apart && after.is_some_and(char::is_alphanumeric)
}

/// The characters before and behind a mark.
fn around(text: &str, at: usize, mark: char) -> (Option<char>, Option<char>) {
    (text[..at].chars().next_back(), text[at + mark.len_utf8()..].chars().next())
}
