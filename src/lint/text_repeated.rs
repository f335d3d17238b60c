//! `text-repeated`: a long passage that stands twice in one note or paragraph.
//!
//! Names of policies and documents are repeated word for word, and can have two dozen words; a
//! passage that was pasted twice is longer.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Subject;
use super::prose::Prose;
use crate::diag::Diagnostic;

/// The shortest passage that counts, in words.
const LEAST: usize = 40;

/// Warns at the second of two passages.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let unit = |left: &Prose, right: &Prose| left.in_note && left.container == right.container;
    for stretches in subject.prose.chunk_by(unit) {
        let words: Vec<Word> = stretches
            .iter()
            .enumerate()
            .flat_map(|(stretch, prose)| words(&prose.text).map(move |at| Word { stretch, at }))
            .collect();
        let text = |word: &Word| &stretches[word.stretch].text[word.at.clone()];
        let texts: Vec<String> = words.iter().map(|word| text(word).to_lowercase()).collect();
        let Some((first, second, length)) = repeated(&texts) else { continue };
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

/// The first passage that stands twice without overlap: where, where again, and its length.
fn repeated(words: &[String]) -> Option<(usize, usize, usize)> {
    let mut seen: BTreeMap<&[String], usize> = BTreeMap::new();
    for (at, window) in words.windows(LEAST).enumerate() {
        match seen.get(window) {
            Some(&first) if first + LEAST <= at => {
                let same = words[first..at].iter().zip(&words[at..]);
                let length = same.take_while(|(left, right)| left == right).count();
                return Some((first, at, length));
            }
            Some(_) => {}
            None => {
                seen.insert(window, at);
            }
        }
    }
    None
}
