//! `abbreviation-undefined`: an abbreviation that neither the report nor `abbreviations.yaml`
//! explains.
//!
//! Only for a site that keeps that list. Roman numbers, headings in capitals, symbols of documents,
//! units and currencies are none.

use std::collections::BTreeSet;

use super::Subject;
use crate::diag::Diagnostic;
use crate::resolve::number::roman;

/// What everybody knows, and what is no abbreviation.
const KNOWN: &[&str] = &[
    "USD", "EUR", "VND", "VNĐ", "JPY", "MW", "KV", "KW", "HA", "OK", "PDF", "CSV", "TP", "TX", "TT",
];

/// Warns at the first place of each.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    if subject.abbreviations.is_empty() || !subject.document.is_report() {
        return;
    }
    let mut told: BTreeSet<&str> = BTreeSet::new();
    let explained: BTreeSet<&str> =
        subject.prose.iter().flat_map(|prose| explained(&prose.text)).collect();
    for prose in subject.prose.iter().filter(|prose| !is_shouted(&prose.text)) {
        for (at, word) in words(&prose.text) {
            let listed = subject.abbreviations.iter().any(|entry| entry.short == word);
            if !is_abbreviation(word)
                || listed
                || explained.contains(word)
                || prose.is_cited(at)
                || is_joined(&prose.text, at, word)
                || !told.insert(word)
            {
                continue;
            }
            if let Some(span) = prose.span(at..at + word.len()) {
                diagnostics.push(Diagnostic::abbreviation_undefined(span, word));
            }
        }
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|char: char| !char.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word))
}

/// Two letters or more, all of them capitals.
fn is_abbreviation(word: &str) -> bool {
    // A third of the words of a text begin with a capital; few have a second one.
    let mut letters = word.chars();
    let begins = letters.next().is_some_and(char::is_uppercase);
    begins
        && letters.next().is_some_and(char::is_uppercase)
        && letters.all(char::is_uppercase)
        && word.chars().count() <= 8
        && !KNOWN.contains(&word)
        && !is_roman(word)
}

/// Whether a word is a Roman number as they occur in names: XVIII.
fn is_roman(word: &str) -> bool {
    word.chars().all(|char| "IVXLC".contains(char)) && (1..=100).any(|number| roman(number) == word)
}

/// Whether a word is part of something longer: a symbol, an address, a name in capitals.
fn is_joined(text: &str, at: usize, word: &str) -> bool {
    let joins =
        |char: char| matches!(char, '/' | '-' | '–' | '_' | '@' | '&') || char == '\u{FFFC}';
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let ends_word = |char: char| !char.is_alphanumeric();
    let word_before = before.strip_suffix(' ').and_then(|text| text.rsplit(ends_word).next());
    let word_after = after.strip_prefix(' ').and_then(|text| text.split(ends_word).next());
    let name = word_before.is_some_and(capitals) || word_after.is_some_and(capitals);
    name || before.ends_with(joins) || after.starts_with(joins)
}

/// A stretch that is all in capitals says nothing of single words.
fn is_shouted(text: &str) -> bool {
    let small = text.chars().filter(|char| char.is_lowercase()).count();
    let capital = text.chars().filter(|char| char.is_uppercase()).count();
    capital > small
}

/// Abbreviations that a text explains: in brackets behind their words, or before a bracket with
/// words, or behind "viết tắt là", "gọi tắt là".
fn explained(text: &str) -> impl Iterator<Item = &str> {
    words(text).filter(|(_, word)| is_abbreviation(word)).filter_map(|(at, word)| {
        let (before, after) = (text[..at].trim_end(), text[at + word.len()..].trim_start());
        let bracketed = before.ends_with('(') && after.starts_with([')', ';', ',']);
        let bracket = after.strip_prefix('(').is_some_and(|inner| {
            inner.split(')').next().is_some_and(|words| words.split_whitespace().count() > 1)
        });
        let said = ["tắt là", "tắt:", "tắt là:"].iter().any(|words| before.ends_with(words));
        (bracketed || bracket || said).then_some(word)
    })
}
