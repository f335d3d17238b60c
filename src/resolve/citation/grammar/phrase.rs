//! Words and phrases at the edges of a text, in whatever case and with whatever blanks.

use regex::Regex;

/// A pattern of this grammar.
#[expect(clippy::expect_used, reason = "the patterns are constants, and every test runs them")]
pub(super) fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("the pattern is valid")
}

pub(super) fn same_letters(left: &str, right: &str) -> bool {
    left.chars().flat_map(char::to_lowercase).eq(right.chars().flat_map(char::to_lowercase))
}

/// Where `phrase` begins if `text` ends with it, as whole words.
pub(super) fn phrase_at_end(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for word in phrase.rsplit(' ') {
        rest = rest.trim_end();
        let (start, _) = rest.char_indices().rev().take(word.chars().count()).last()?;
        if !same_letters(&rest[start..], word) {
            return None;
        }
        rest = &rest[..start];
    }
    (!rest.ends_with(in_word)).then_some(rest.len())
}

/// Where `phrase` ends if `text` begins with it, as whole words.
pub(super) fn phrase_at_start(text: &str, phrase: &str) -> Option<usize> {
    let mut rest = text;
    for word in phrase.split(' ') {
        rest = rest.trim_start();
        let (last, letter) = rest.char_indices().take(word.chars().count()).last()?;
        let (spelt, after) = rest.split_at(last + letter.len_utf8());
        if !same_letters(spelt, word) {
            return None;
        }
        rest = after;
    }
    (!rest.starts_with(in_word)).then_some(text.len() - rest.len())
}

/// Letters and digits, but not the raised digits of note references.
fn in_word(letter: char) -> bool {
    letter.is_alphabetic() || letter.is_ascii_digit()
}

/// Whether `text` ends with one of `phrases`, which are separated by bars.
pub(super) fn any_phrase_at_end(text: &str, phrases: &str) -> bool {
    phrases.split('|').any(|phrase| phrase_at_end(text, phrase).is_some())
}

/// Where the longest of `phrases` ends, if `text` begins with one.
pub(super) fn longest_phrase(text: &str, phrases: &str) -> Option<usize> {
    phrases.split('|').filter_map(|phrase| phrase_at_start(text, phrase)).max()
}

pub(super) fn leading_word(text: &str) -> &str {
    text.split(|letter: char| !letter.is_alphabetic()).next().unwrap_or("")
}

pub(super) fn last_characters(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

pub(super) fn single_blanks(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
