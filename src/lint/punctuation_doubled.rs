//! `punctuation-doubled`: two signs where one is meant.
//!
//! Three full stops are an ellipsis, which may follow a comma and be followed by one; `./.` closes
//! a text; the stop of an abbreviation (`v.v.`) may be followed by another sign. Longer rows of
//! stops, and those that stand apart, are blanks that are to be filled in.

use std::ops::Range;

use super::Subject;
use crate::diag::Diagnostic;

/// Warns at each such place.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        for range in doubled(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                diagnostics.push(Diagnostic::punctuation_doubled(span, &prose.text[range]));
            }
        }
    }
}

/// Where the doubled signs of a text are.
fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut previous: Option<Range<usize>> = None;
    let mut at = 0;
    while let Some(start) = text[at..].find(is_sign).map(|next| at + next) {
        let length = text[start..].find(|char| !is_sign(char)).unwrap_or(text.len() - start);
        at = start + length;
        let (before, signs, after) = (&text[..start], &text[start..at], &text[at..]);
        if is_doubled(before, signs, after) {
            found.push(start..at);
        } else if let Some(previous) = previous
            && follows_mark(&text[previous.clone()], signs)
            && text[previous.end..start].chars().all(|char| char == ' ')
        {
            found.push(previous.start..at);
        }
        previous = Some(start..at);
    }
    found
}

const fn is_sign(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':' | '…')
}

/// Whether of two signs with nothing but a blank between them one is too much.
fn follows_mark(first: &str, second: &str) -> bool {
    matches!((first, second), ("," | ";", "," | ";" | ".") | (".", "."))
}

/// Whether a row of signs has one too many, between what stands before and after it.
fn is_doubled(before: &str, signs: &str, after: &str) -> bool {
    // An ellipsis may follow a sign.
    let row = signs.strip_prefix([',', ';', ':']).filter(|rest| rest.starts_with("..."));
    let row = row.unwrap_or(signs);
    let tail = row.trim_start_matches('.');
    let stops = row.len() - tail.len();
    if row.contains('…') || before.ends_with('/') || after.starts_with('/') {
        return false;
    }
    match stops {
        0 => tail.len() > 1,
        1 | 3 => !matches!(tail, "" | "," | ";" | ":"),
        2 => ends_phrase(before) && !joins(before, after),
        4 => ends_phrase(before) && !signs.starts_with(':') && begins_anew(after),
        _ => false,
    }
}

/// Whether stops stand at a word, and that word has no stop of its own and waits for no number.
fn ends_phrase(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default().to_lowercase();
    let waits = matches!(word.as_str(), "" | "ngày" | "tháng" | "năm" | "số");
    !waits && !word.ends_with("v.v") && !word.ends_with([':', '.', ',', ';', '…'])
}

/// Whether two stops hold parts of one name or range together: `7..9`, `a..b`.
fn joins(before: &str, after: &str) -> bool {
    let plain = |char: Option<char>| char.is_some_and(|char| char.is_ascii_alphanumeric());
    plain(before.chars().next_back()) && plain(after.chars().next())
}

/// Whether a text ends, or a sentence begins.
fn begins_anew(after: &str) -> bool {
    let next = after.trim_start().chars().next();
    next.is_none_or(|next| !next.is_lowercase() && !next.is_ascii_digit() && next != '.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_doubled() {
        for text in [
            "ba dự án..",
            "nghiêm trọng.... Trong nước",
            "hai xã,, ba huyện",
            "một;; hai",
            "xã A,. Xã B",
            "xã A;, xã B",
            "xã A, , xã B",
            "xã A ; . Xã B",
            "xã A. . Xã B",
            "(có kết quả..).",
        ] {
            assert_eq!(doubled(text).len(), 1, "{text}");
        }
        for text in [
            "trạm.",
            "trường, trạm... và",
            "TP.; v.v.: v.v., v.v... v.v.. v.v....",
            "trạm...; trạm...,",
            "vay vốn,... và (hóa đơn,...);",
            "Ngày.... tháng.... năm....",
            "Họ và tên:.... Địa chỉ:.........",
            "7..9 giờ, a..b, ../tep.md",
            "điện, nước, ... được",
            "Hà Tĩnh. ...",
            "nước…; điện….",
            "đạt kết quả./.",
        ] {
            assert!(doubled(text).is_empty(), "{text}");
        }
    }
}
