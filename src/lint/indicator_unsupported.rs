//! `indicator-unsupported`: a key figure that does not stand in the text it names.
//!
//! A figure stands there if its text does, as a number or word of its own: "8,05" is not found in
//! "18,05", "8,051" or "-8,05", nor "288" in "1 288"; it is in "8,05km". Blanks of every kind are
//! equal, as are hyphen, dash and minus; references to notes are no text, and nothing goes on from
//! one cell of a table to the next.

use std::cmp::Reverse;

use super::Subject;
use crate::diag::{Diagnostic, Message};
use crate::model::resolved::{Indicator, Resolved, Target};

/// What is written for a minus: hyphens, the one that breaks no line among them, dashes, the sign.
const DASHES: [char; 6] = ['-', '\u{2010}', '\u{2011}', '–', '—', '−'];

/// What stands between the digits of one number, fraction, date or time.
const INNER: [char; 4] = ['.', ',', '/', ':'];

/// Reports each figure that the text of its place does not state.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let document = subject.document;
    for indicator in &document.indicators {
        let (value, span) = &indicator.meta.value;
        let text = joined(&document.lines_of_target(indicator.target));
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
        .find(|&target| states(&joined(&document.lines_of_target(target)), &value))
        .map(|target| document.anchor_of(target))
        .filter(|anchor| !anchor.is_empty());
    if let Some(id) = elsewhere {
        return Some(Message::new("indicator-unsupported-hint-elsewhere").with("id", id));
    }
    let near = nearest(text, &value)?;
    Some(Message::new("indicator-unsupported-hint-nearest").with("number", near))
}

/// Everything that can state a figure: paragraphs, tables and charts, and what has its own address.
fn places(document: &Resolved) -> impl Iterator<Item = Target> + '_ {
    let paragraphs = document.paragraphs.iter().map(|(id, _)| Target::Paragraph(id));
    let tables = document.tables.iter().map(|(id, _)| Target::Table(id));
    let charts = document.charts.values().map(|chart| Target::Chart(chart.id));
    let notes = document.notes.iter().map(|(id, _)| Target::Note(id));
    let directives = document.directives.iter().map(|(id, _)| Target::Directive(id));
    let sections = document.sections.iter().map(|(id, _)| Target::Section(id));
    paragraphs.chain(tables).chain(charts).chain(notes).chain(directives).chain(sections)
}

/// A text in which every stretch of blanks, no-break spaces among them, is one blank; its lines
/// stay lines.
fn joined(text: &str) -> String {
    let line = |line: &str| line.split_whitespace().collect::<Vec<_>>().join(" ");
    text.lines().map(line).collect::<Vec<_>>().join("\n")
}

/// A text in which a minus sign and a dash are a hyphen.
fn with_hyphens(text: &str) -> String {
    text.replace(DASHES, "-")
}

/// Whether `value` stands in `text` by itself.
fn states(text: &str, value: &str) -> bool {
    let (text, value) = (with_hyphens(text), with_hyphens(value));
    text.match_indices(&value).any(|(at, _)| {
        !goes_on_before(&text[..at], &value) && !goes_on_behind(&text[at + value.len()..], &value)
    })
}

/// Whether `value` is the end of something that begins before it.
fn goes_on_before(before: &str, value: &str) -> bool {
    let last = before.chars().next_back();
    if let Some(number) = value.strip_prefix('-')
        && number.starts_with(digit)
    {
        return !can_be_signed(before);
    }
    match last {
        Some(last) if last.is_alphanumeric() => value.starts_with(char::is_alphanumeric),
        _ if !value.starts_with(digit) => false,
        Some('-') => is_signed(&before[..before.len() - 1]),
        Some(' ') => is_group(value) && ends_in_group(&before[..before.len() - 1]),
        Some(last) if INNER.contains(&last) => before[..before.len() - 1].ends_with(digit),
        _ => false,
    }
}

/// Whether `value` is the beginning of something that ends behind it; letters behind a number are
/// its unit.
fn goes_on_behind(behind: &str, value: &str) -> bool {
    let first = behind.chars().next();
    match first {
        _ if value.ends_with(char::is_alphabetic) => first.is_some_and(char::is_alphanumeric),
        _ if !value.ends_with(digit) => false,
        Some(' ') => is_group(&behind[1..]) && ends_in_group(value),
        Some(first) if INNER.contains(&first) => behind[1..].starts_with(digit),
        _ => first.is_some_and(char::is_numeric),
    }
}

/// Whether a hyphen behind this can be the sign of a number.
fn can_be_signed(before: &str) -> bool {
    let last = before.chars().next_back();
    last.is_none_or(|last| last.is_whitespace() || "([{“‘\"':;=~≈<>≤≥|".contains(last))
}

/// Whether a hyphen behind this can be nothing else; "22 -25" may be a range.
fn is_signed(before: &str) -> bool {
    can_be_signed(before)
        && !before.trim_end_matches(' ').ends_with(|last| digit(last) || last == '%')
}

/// Whether a text begins with three digits, as blanks set them off in "1 288".
fn is_group(text: &str) -> bool {
    text.chars().take_while(|&sign| digit(sign)).count() == 3
}

/// Whether a text ends in digits that such a group can follow.
fn ends_in_group(text: &str) -> bool {
    let before = text.trim_end_matches(digit);
    let digits = text.len() - before.len();
    let last = before.chars().next_back();
    (1..=3).contains(&digits)
        && !last.is_some_and(|last| last.is_alphanumeric() || INNER.contains(&last))
}

fn digit(sign: char) -> bool {
    sign.is_ascii_digit()
}

/// The numbers of a text, as they are written.
fn numbers(text: &str) -> Vec<&str> {
    let mut numbers = Vec::new();
    let mut from = 0;
    while let Some(at) = text[from..].find(digit).map(|at| from + at) {
        let end = at + number_length(&text[at..]);
        if !text[..at].ends_with(char::is_alphabetic) {
            numbers.push(&text[at - sign_length(&text[..at])..end]);
        }
        from = end;
    }
    numbers
}

/// How far the number goes that a text begins with.
fn number_length(text: &str) -> usize {
    let mut end = 0;
    loop {
        end += text[end..].len() - text[end..].trim_start_matches(digit).len();
        let behind = &text[end..];
        let inner = behind.starts_with(INNER) && behind[1..].starts_with(digit);
        let group =
            behind.starts_with(' ') && is_group(&behind[1..]) && ends_in_group(&text[..end]);
        if !(inner || group) {
            return end;
        }
        end += 1;
    }
}

/// How long the sign is that a text ends in, of a number behind it.
fn sign_length(before: &str) -> usize {
    let sign = before.chars().next_back().filter(|last| DASHES.contains(last));
    let length = sign.map_or(0, char::len_utf8);
    if can_be_signed(&before[..before.len() - length]) { length } else { 0 }
}

/// The number of a text that is most like a value, if one is like it at all.
fn nearest<'t>(text: &'t str, value: &str) -> Option<&'t str> {
    let value = with_hyphens(value);
    let others = numbers(text).into_iter().map(|number| (number, with_hyphens(number)));
    let like = others.filter(|(_, number)| *number != value);
    let like = like.map(|(written, number)| (alike(&number, &value), written));
    let (_, nearest) = like.filter(|((shared, _), _)| *shared > 0).max_by_key(|(like, _)| *like)?;
    Some(nearest)
}

/// How many signs two numbers share at their ends; of two that share as many, the shorter counts.
fn alike(left: &str, right: &str) -> (usize, Reverse<usize>) {
    let start = left.chars().zip(right.chars()).take_while(|(a, b)| a == b).count();
    let end = left.chars().rev().zip(right.chars().rev()).take_while(|(a, b)| a == b).count();
    (start + end, Reverse(left.len()))
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
            ("tăng +1,5%", "1,5"),
            ("tăng +1,5%", "+1,5"),
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
            ("12:30", "30"),
            ("12:30", "12"),
        ] {
            assert!(!states(text, value), "{value} in {text}");
        }
    }

    #[test]
    fn letters_behind_a_number_are_its_unit() {
        for (text, value) in [
            ("dài 350km", "350"),
            ("12ha", "12"),
            ("20m2", "20"),
            ("88m³", "88"),
            ("tăng 10lần", "10"),
            ("8,05đ/kg", "8,05"),
            ("36,6°C", "36,6"),
        ] {
            assert!(states(text, value), "{value} in {text}");
        }
        for (text, value) in [("10²", "10"), ("20m2", "2"), ("35km", "5"), ("3,5km", "3")] {
            assert!(!states(text, value), "{value} in {text}");
        }
    }

    #[test]
    fn a_hyphen_a_dash_and_a_minus_are_one_sign() {
        for dash in ["-", "\u{2010}", "\u{2011}", "–", "—", "−"] {
            for value in ["-1,5", "\u{2011}1,5", "–1,5", "—1,5", "−1,5"] {
                assert!(states(&format!("Giảm {dash}1,5 điểm"), value), "{value} after {dash}");
                assert!(states(&format!("({dash}1,5)"), value), "{value} after {dash}");
                assert!(!states(&format!("từ 0,5{dash}1,5"), value), "{value} after {dash}");
            }
            assert!(!states(&format!("Giảm {dash}1,5 điểm"), "1,5"), "{dash}");
            assert!(!states(&format!("12\n{dash}1,5"), "1,5"), "{dash}");
            for range in ["từ 22@25 độ", "từ 22 @25 độ", "từ 22 @ 25 độ", "5%@25%", "- 25 độ"]
            {
                assert!(states(&range.replace('@', dash), "25"), "{range} with {dash}");
            }
        }
    }

    #[test]
    fn blanks_group_the_digits_of_a_line() {
        for (text, value) in [
            ("có 1 288 hộ", "1 288"),
            ("năm 2023 288 hộ", "288"),
            ("tăng 8,5 288 hộ", "288"),
            ("1\n288", "288"),
            ("12\n288", "12"),
            ("12 15", "15"),
        ] {
            assert!(states(text, value), "{value} in {text}");
        }
        for (text, value) in [
            ("có 1 288 hộ", "288"),
            ("có 1 288 hộ", "1"),
            ("có 12 288 300 đồng", "288"),
            ("có 12 288 300 đồng", "12 288"),
            ("12\n15", "12 15"),
        ] {
            assert!(!states(text, value), "{value} in {text}");
        }
    }

    #[test]
    fn the_number_most_like_it_is_named() {
        for (text, value, number) in [
            ("năm 2023 tăng 8,15%, đạt 77,5", "8,05", Some("8,15")),
            ("không có số", "8,05", None),
            ("giảm −1,5 điểm", "1,5", Some("−1,5")),
            ("giảm 1,5 điểm", "-1,5", Some("1,5")),
            ("dài 350km", "35", Some("350")),
            ("có 1 288 hộ", "288", Some("1 288")),
            ("đạt 12/15 chỉ tiêu", "12", Some("12/15")),
            ("từ 0,5-1,7", "2,7", Some("1,7")),
            ("Q80", "80", None),
            ("1 việc", "80", None),
        ] {
            assert_eq!(nearest(text, value), number, "{value} in {text}");
        }
    }
}
