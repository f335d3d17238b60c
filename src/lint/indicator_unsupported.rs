//! `indicator-unsupported`: a key figure that does not stand in the text it names.
//!
//! A figure stands there if its text does, as a number or word of its own: "8,05" is not found in
//! "18,05", "8,051" or "-8,05". Blanks of every kind are equal, references to notes are no text.

use super::Subject;
use crate::diag::{Diagnostic, Message};
use crate::model::resolved::{Indicator, Resolved, Target};

/// Reports each figure that the text of its place does not state.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let document = subject.document;
    for indicator in &document.indicators {
        let (value, span) = &indicator.meta.value;
        let text = joined(&document.text_of_target(indicator.target));
        if !states(&text, &joined(value)) {
            let found = Diagnostic::indicator_unsupported(
                *span,
                value,
                &indicator.citation,
                indicator.span,
            );
            diagnostics.push(found.maybe_hint(hint(document, indicator, &text)));
        }
    }
}

/// Where the figure does stand, or the figure of its place that is most like it.
fn hint(document: &Resolved, indicator: &Indicator, text: &str) -> Option<Message> {
    let value = joined(&indicator.meta.value.0);
    let elsewhere = places(document)
        .find(|&target| states(&joined(&document.text_of_target(target)), &value))
        .map(|target| document.anchor_of(target))
        .filter(|anchor| !anchor.is_empty());
    if let Some(id) = elsewhere {
        return Some(Message::new("indicator-unsupported-hint-elsewhere").with("id", id));
    }
    let near = numbers(text).max_by_key(|number| alike(number, &value))?;
    Some(Message::new("indicator-unsupported-hint-nearest").with("number", near))
}

/// Everything that can state a figure: paragraphs and tables, and what has its own address.
fn places(document: &Resolved) -> impl Iterator<Item = Target> + '_ {
    let paragraphs = document.paragraphs.iter().map(|(id, _)| Target::Paragraph(id));
    let tables = document.tables.iter().map(|(id, _)| Target::Table(id));
    let notes = document.notes.iter().map(|(id, _)| Target::Note(id));
    let sections = document.sections.iter().map(|(id, _)| Target::Section(id));
    paragraphs.chain(tables).chain(notes).chain(sections)
}

/// A text in which every stretch of blanks, no-break spaces among them, is one blank.
fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether `value` stands in `text` by itself.
fn states(text: &str, value: &str) -> bool {
    text.match_indices(value).any(|(at, _)| {
        let number = value.starts_with(|sign: char| sign.is_ascii_digit());
        !goes_on_before(&text[..at], number) && !goes_on_behind(&text[at + value.len()..])
    })
}

/// Whether what ends here goes on in the word that begins behind it; a number has a sign.
fn goes_on_before(before: &str, number: bool) -> bool {
    let mut signs = before.chars().rev();
    let (last, second) = (signs.next(), signs.next());
    match last {
        Some(last) if last.is_alphanumeric() => true,
        Some('.' | ',' | '/') => second.is_some_and(|sign| sign.is_ascii_digit()),
        Some('-' | '−') => number && !second.is_some_and(char::is_alphanumeric),
        _ => false,
    }
}

/// Whether a word that ends here goes on behind.
fn goes_on_behind(behind: &str) -> bool {
    let mut signs = behind.chars();
    let (first, second) = (signs.next(), signs.next());
    match first {
        Some(first) if first.is_alphanumeric() => true,
        Some('.' | ',' | '/') => second.is_some_and(|sign| sign.is_ascii_digit()),
        _ => false,
    }
}

/// The numbers of a text.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|sign: char| !(sign.is_alphanumeric() || ".,/".contains(sign)));
    let words = words.map(|word| word.trim_matches(|sign: char| !sign.is_alphanumeric()));
    words.filter(|word| word.starts_with(|sign: char| sign.is_ascii_digit()))
}

/// How many signs two numbers share at their ends; of two that share as many, the shorter counts.
fn alike(left: &str, right: &str) -> (usize, std::cmp::Reverse<usize>) {
    let start = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    let end = left.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b).count();
    (start + end, std::cmp::Reverse(left.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_number_or_word_of_its_own() {
        for (text, value) in [
            ("tăng 8,05%", "8,05"),
            ("(8,05)", "8,05"),
            ("tăng 8,05.", "8,05"),
            ("năm 2020-2025", "2025"),
            ("thu 18.000 tỷ đồng", "18.000 tỷ"),
            ("xếp thứ nhất, cả nước", "thứ nhất"),
            ("12/15 chỉ tiêu", "12/15"),
            ("tăng -1,5%", "-1,5"),
        ] {
            assert!(states(text, value), "{value} in {text}");
        }
        for (text, value) in [
            ("18,05", "8,05"),
            ("8,051", "8,05"),
            ("1.288 hộ", "288"),
            ("288.000", "288"),
            ("giảm -8,05%", "8,05"),
            ("ngày 12/9", "12"),
            ("Q8", "8"),
            ("thứ nhất", "thứ nh"),
        ] {
            assert!(!states(text, value), "{value} in {text}");
        }
    }

    #[test]
    fn the_number_most_like_it_is_named() {
        let near = |text, value| numbers(text).max_by_key(|number| alike(number, value));
        assert_eq!(near("năm 2023 tăng 8,15%, đạt 77,5", "8,05"), Some("8,15"));
        assert_eq!(near("không có số", "8,05"), None);
    }
}
