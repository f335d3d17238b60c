//! `bracket-unbalanced`: a bracket that is opened and never closed, or closed and never opened.
//!
//! The brackets of an enumeration, `a)` and `1)`, are none; only where nothing but an item can begin
//! there is it certain that they close nothing. What is opened in one paragraph may be
//! closed in a later one of the same section or note.

use super::Subject;
use super::pairs::{Mark, unpaired, unpaired_in};
use crate::diag::Diagnostic;

/// Warns at each round bracket without its counterpart; square ones are Markdown's.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let found = [unpaired(&subject.prose, bracket), unpaired_in(&subject.fields, bracket)];
    for found in found.into_iter().flatten() {
        let is_open = found.mark == Mark::Open;
        diagnostics.push(Diagnostic::bracket_unbalanced(found.span, found.sign, is_open));
    }
}

fn bracket(text: &str, at: usize, char: char) -> Option<Mark> {
    match char {
        '(' if interval(&text[at..]).is_some() => None,
        ')' if ends_interval(text, at) || begins_item(text, at) => None,
        '(' => Some(Mark::Open),
        ')' if is_enumerator(&text[..at]) => Some(Mark::MayClose),
        ')' => Some(Mark::Close),
        _ => None,
    }
}

/// Whether the bracket at `at` is that of an item within a sentence: of `a)` behind a colon, or of
/// a later letter behind a sign, where `: a)` stands before. Words follow.
fn begins_item(text: &str, at: usize) -> bool {
    let (before, after) = (&text[..at], &text[at + 1..]);
    let Some(letter) = before.chars().next_back().filter(char::is_ascii_lowercase) else {
        return false;
    };
    let Some(before) = before[..at - 1].strip_suffix(' ') else { return false };
    let follows = match letter {
        'a' => before.ends_with(':'),
        _ => before.ends_with([';', ',', '.']) && before.contains(": a) "),
    };
    follows && after.strip_prefix(' ').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}

/// Whether the bracket at `at` closes a half-open interval.
fn ends_interval(text: &str, at: usize) -> bool {
    let from = text[..at].rfind('[').unwrap_or(at);
    interval(&text[from..]).is_some_and(|length| from + length == at + 1)
}

/// The length of the half-open interval that a text begins with, whose brackets are of two kinds:
/// `(0; 5]`, `[2.500; 12.000)`.
fn interval(text: &str) -> Option<usize> {
    let close = if text.starts_with('[') { ')' } else { ']' };
    let end = text.find(close)?;
    let inner = text.get(1..end)?;
    let (from, to) = inner.split_once(';').or_else(|| inner.split_once(','))?;
    let is_end = |text: &str| {
        let mut signs = text.trim().chars().peekable();
        signs.peek().is_some()
            && signs.all(|sign| sign.is_ascii_digit() || ".,+-−∞%".contains(sign))
    };
    (is_end(from) && is_end(to)).then_some(end + 1)
}

/// Marks that a quotation begins with.
const QUOTES: [char; 7] = ['“', '‟', '„', '"', '«', '‘', '\''];

/// Whether the text before a closing bracket ends with the label of an item: `a`, `12`, `b.2.1`,
/// `d10`, `iv`, and perhaps a quotation that begins with it.
fn is_enumerator(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let quotation = word.strip_prefix('(').filter(|rest| rest.starts_with(QUOTES));
    let label = quotation.unwrap_or(word).trim_start_matches(QUOTES);
    // What was meant as a footnote is told by itself.
    label.contains("[^") || is_label(label)
}

/// Whether a word is a letter, a Roman number or a number of two digits at most, with
/// numbers of that kind behind it.
fn is_label(word: &str) -> bool {
    let mut parts = word.split('.');
    let first = parts.next().unwrap_or_default();
    let letters = first.trim_end_matches(|char: char| char.is_ascii_digit());
    let count = letters.chars().count();
    let letter = count == 1 && letters.chars().all(char::is_alphabetic);
    let roman = (2..=4).contains(&count)
        && ["ivx", "IVX"].iter().any(|digits| letters.chars().all(|char| digits.contains(char)));
    let number = &first[letters.len()..];
    let is_number = |part: &str| {
        (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    let begins = match (letter || roman, number) {
        (true, "") => true,
        (true, number) => letter && is_number(number),
        (false, number) => count == 0 && is_number(number),
    };
    begins && parts.all(is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumerator_stands_for_itself() {
        for text in [
            "a",
            "gồm: b",
            "1",
            "hai 12",
            "đ",
            "b.2.1",
            "các điểm d1",
            "“c",
            "(\"c",
            "iv",
            "II",
            "1.10",
        ] {
            assert!(is_enumerator(text), "{text}");
        }
        for text in ["", "(a", "xã", "hai (2", "2023", "“", "a.", "ab", "iv1", "TT-BTC", "2.500"]
        {
            assert!(!is_enumerator(text), "{text}");
        }
    }
}
