//! `text-repeated`: a long passage that stands twice in one note or paragraph, or a word twice in
//! a row.
//!
//! Vietnamese doubles words with good reason, so that of single words only those of grammar count
//! that no sentence has twice.
//!
//! Names of documents are repeated word for word, and one that amends another has 60 words and
//! more; but a name is one clause. A passage of that length that was pasted twice is a clause or
//! a sentence with what follows, or follows itself.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Subject;
use super::prose::Prose;
use crate::diag::Diagnostic;

/// The shortest passage that counts, in words: longer than any clause that sums up a policy, shorter
/// than a paragraph.
const LEAST: usize = 40;

/// Words that never follow themselves.
const SINGLE: &[&str] = &["đã", "của", "và", "các", "những", "là", "sẽ", "đang", "hoặc", "thì"];

/// Warns at the second of two passages, and of two words.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        for range in doubled(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                diagnostics.push(Diagnostic::word_repeated(span, &prose.text[range]));
            }
        }
    }
    let unit = |left: &Prose, right: &Prose| left.in_note && left.container == right.container;
    for stretches in subject.prose.chunk_by(unit) {
        let words: Vec<Word> = stretches
            .iter()
            .enumerate()
            .flat_map(|(stretch, prose)| words(&prose.text).map(move |at| Word { stretch, at }))
            .collect();
        if words.len() < 2 * LEAST {
            continue;
        }
        let text = |word: &Word| &stretches[word.stretch].text[word.at.clone()];
        let texts: Vec<&str> = words.iter().map(text).collect();
        let ends = |word: &Word| ends_clause(&stretches[word.stretch].text[word.at.end..]);
        let ends: Vec<bool> = words.iter().map(ends).collect();
        let Some((first, second, length)) = repeated(&texts, &ends) else { continue };
        let span = |from: usize| {
            let (start, end) = (&words[from], &words[from + length - 1]);
            let end = if end.stretch == start.stretch { end.at.end } else { start.at.end };
            stretches[start.stretch].span(start.at.start..end)
        };
        if let (Some(first), Some(second)) = (span(first), span(second)) {
            diagnostics.push(Diagnostic::text_repeated(second, length, first));
        }
    }
}

/// Where words of grammar stand a second time with nothing but blanks between.
fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut last = 0..0;
    for (start, word) in super::prose::words(text, char::is_alphanumeric) {
        let same = text[last.clone()].to_lowercase() == word && SINGLE.contains(&word);
        if same && text[last.end..start].chars().all(char::is_whitespace) {
            found.push(start..start + word.len());
        }
        last = start..start + word.len();
    }
    found
}

struct Word {
    stretch: usize,
    at: Range<usize>,
}

/// The words of a text, without the signs at their ends.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_word = |char: char| char.is_alphanumeric();
    text.split_whitespace().filter_map(move |part| {
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let first = part.find(is_word)?;
        let last = part.rfind(is_word)?;
        let length = part[last..].chars().next().map_or(1, char::len_utf8);
        Some(start + first..start + last + length)
    })
}

/// Whether so many words from `start` on are more than a name: a clause with what follows, or
/// one from its beginning to its end.
fn is_passage(ends: &[bool], start: usize, length: usize) -> bool {
    let last = start + length - 1;
    let begins = start.checked_sub(1).is_none_or(|before| ends[before]);
    ends[start..last].contains(&true) || begins && ends[last]
}

/// Whether a clause or sentence ends before `rest` and another begins.
fn ends_clause(rest: &str) -> bool {
    let signs = rest.trim_start_matches([')', '”', '"', '’']);
    matches!(signs, "" | ".") || signs.starts_with(';') || signs.starts_with(". ")
}

/// The first passage that stands twice without overlap: where, where again, and its length.
/// `ends` says behind which words a clause ends.
fn repeated(words: &[&str], ends: &[bool]) -> Option<(usize, usize, usize)> {
    let mut seen: BTreeMap<&[&str], usize> = BTreeMap::new();
    let mut from = 0;
    for (at, window) in words.windows(LEAST).enumerate() {
        if at < from {
            continue;
        }
        match seen.get(window) {
            Some(&first) if first + LEAST <= at => {
                let same = words[first..at].iter().zip(&words[at..]);
                let length = same.take_while(|(left, right)| left == right).count();
                let follows_itself = first + length == at;
                let are_passages = || [first, at].iter().all(|&at| is_passage(ends, at, length));
                if follows_itself || are_passages() {
                    return Some((first, at, length));
                }
                from = at + length - LEAST + 1;
            }
            Some(_) => {}
            None => {
                seen.insert(window, at);
            }
        }
    }
    None
}
