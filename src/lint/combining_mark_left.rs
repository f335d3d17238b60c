//! `combining-mark-left`: an accent that is a character of its own, since it fits no letter.
//!
//! Text is brought to composed letters as it is read. What is left over was set in the wrong order,
//! or came from a PDF apart from its letter. Accents that Vietnamese does not have belong to
//! formulas and foreign names.

use std::ops::Range;

use super::Subject;
use super::prose::word_at;
use crate::diag::Diagnostic;

/// The accents and tones of Vietnamese as characters of their own.
const MARKS: &str = "\u{300}\u{301}\u{302}\u{303}\u{306}\u{309}\u{31B}\u{323}";

/// Consonants that end syllables, with a tone that stood behind them: `triêń`.
const CONSONANTS: &str = "ćǵḿńǹñṕḥṃṇṭĆǴḾŃǸÑṔḤṂṆṬ";

/// Vowels that hardly any other language has: before such a consonant, its tone is theirs.
const VOWELS: &str = "ăâêôơưĂÂÊÔƠƯ";

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
    let mut words: Vec<Range<usize>> = Vec::new();
    let mut last = ' ';
    for (at, char) in text.char_indices() {
        if is_left(last, char) && words.last().is_none_or(|word| word.end <= at) {
            words.push(word_at(text, at));
        }
        last = char;
    }
    words
}

fn is_left(last: char, char: char) -> bool {
    !char.is_ascii() && (MARKS.contains(char) || CONSONANTS.contains(char) && VOWELS.contains(last))
}
