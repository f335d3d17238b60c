//! `placeholder-left`: a blank that was to be filled in; an error once the report is final.
//!
//! An ellipsis that closes an enumeration is honest: it stands at the word before, or behind a
//! comma a word or two earlier.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::meta::Status;
use crate::source::Span;

/// Blanks that are known by what stands around them: days, months, numbers of documents, rows of
/// stops or lines, words of drafts.
const FORMS: &[&str] = &[
    concat!(
        r"(?i:ngày)(?:\s*(?:[.…]{2,}|…|_+)\s*|\s{2,})(?:tháng|/)",
        r"(?:(?:\s*(?:[.…]{2,}|…|_+)\s*|\s{2,})(?:năm|/))?",
    ),
    r"(?i:tháng)(?:\s*(?:[.…]{2,}|…|_+)\s*|\s{2,})(?:năm|/)",
    r"(?i:năm)\s*(?:\.{4,}|…{2,}|_+)",
    r"(?i:số):?(?:\s*(?:[.…]{2,}|…|_+)\s*|\s{2,})/",
    r"(?i:số):? ?/[A-ZĐ]",
    r"(?:^|[,;(] ?)ngày tháng năm [0-9]{4}",
    r"\.{5,}|…{2,}|_{3,}",
    r"\?{3,}",
    r"(?-u:\b)xxx+(?-u:\b)",
    r"(?-u:\b)(?:XX+|xx) ?%",
    r"(?i:ngày) (?:XX|xx)(?:/| tháng)(?: ?(?:XX|xx)(?:/| năm))?",
];

/// How fields of Word begin that have lost what they refer to: they are printed as these words.
const LOST_FIELDS: &[&str] = &[
    "Error! Reference source not found",
    "Error! Bookmark not defined",
    "Error! Hyperlink reference not valid",
    "Error! No text of specified style in document",
    "Error! No bookmark name given",
    "Error! Not a valid",
    "Lỗi! Không tìm thấy nguồn tham chiếu",
    "Lỗi! Thẻ đánh dấu không được xác định",
    "Lỗi! Không có văn bản",
];

/// Reports each of them, in the text and in what stands around it.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let last = subject.document.meta().is_some_and(|meta| meta.status == Status::Final);
    let mut report = |found: Diagnostic| {
        diagnostics.push(if last { found.raised() } else { found });
    };
    for prose in &subject.prose {
        for range in lost_fields(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                report(Diagnostic::field_lost(span, &prose.text[range]));
            }
        }
        for range in blanks(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                report(told(span, &prose.text[range]));
            }
        }
    }
    for &(text, span) in &subject.fields {
        if let Some(range) = blanks(text).into_iter().next() {
            report(told(span, &text[range]));
        }
    }
}

/// What is said of a blank: of an ellipsis also how an honest one is written.
fn told(span: Span, blank: &str) -> Diagnostic {
    let blank = blank.trim();
    if blank.chars().all(is_dotted) {
        Diagnostic::ellipsis_left(span, blank)
    } else {
        Diagnostic::placeholder_left(span, blank)
    }
}

/// Where a text has what is printed in the place of a lost field, with its full stop.
fn lost_fields(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let forms = if text.contains('!') { LOST_FIELDS } else { &[] };
    forms.iter().flat_map(|begin| text.match_indices(begin)).map(|(start, begin)| {
        let end = start + begin.len();
        start..end + usize::from(text[end..].starts_with('.'))
    })
}

/// Where the blanks of a text are.
fn blanks(text: &str) -> Vec<Range<usize>> {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(&FORMS.join("|")).ok());
    let forms =
        FORM.iter().flat_map(|form| form.find_iter(text)).map(|found| without_edges(&found));
    let mut blanks: Vec<Range<usize>> = forms.collect();
    let gaps = ellipses(text).filter(|gap| {
        let outside = |blank: &Range<usize>| blank.end <= gap.start || gap.end <= blank.start;
        is_gap(text, gap) && blanks.iter().all(outside)
    });
    let gaps: Vec<Range<usize>> = gaps.collect();
    blanks.extend(gaps);
    blanks.sort_by_key(|blank| blank.start);
    blanks
}

/// The blank of a form, without the signs before it and the letter of a symbol behind it by which it
/// is known.
fn without_edges(found: &Match) -> Range<usize> {
    let blank = found.as_str().trim_start_matches([',', ';', '(', ' ']);
    let end = blank.trim_end_matches(char::is_uppercase).len();
    let start = found.end() - blank.len();
    start..start + end
}

/// Rows of two stops or more, of the sign for three, and of both.
fn ellipses(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    let rows = std::iter::from_fn(move || {
        let start = at + text[at..].find(is_dotted)?;
        let row = &text[start..];
        at = start + row.find(|char| !is_dotted(char)).unwrap_or(row.len());
        Some(start..at)
    });
    rows.filter(|row| &text[row.clone()] != ".")
}

const fn is_dotted(char: char) -> bool {
    matches!(char, '.' | '…')
}

/// Whether an ellipsis stands for missing words: between blanks, in the middle of a sentence, and
/// behind no enumeration; or for a share, before its sign. In a quotation it stands for words that
/// were left out.
fn is_gap(text: &str, gap: &Range<usize>) -> bool {
    let (before, after) = (&text[..gap.start], &text[gap.end..]);
    let apart = before.ends_with(' ') && after.starts_with([' ', '%']);
    let before = before.trim_end();
    let share = after.trim_start().starts_with('%');
    let goes_on = share || after.trim_start().starts_with(char::is_lowercase);
    let word = before.ends_with(char::is_alphanumeric);
    let mut near = before.split_whitespace().rev().skip(1).take(2);
    let listed = near.any(|word| word.ends_with([',', ';']));
    let quoted = before.matches('“').count() > before.matches('”').count();
    apart && goes_on && word && (share || !listed) && !quoted
}

#[cfg(test)]
mod tests {
    use super::blanks;

    #[test]
    fn blanks_and_honest_ellipses() {
        for text in [
            "đã ban hành ... thông báo",
            "đã ban hành .. thông báo",
            "đã họp .... buổi",
            "ngày   tháng 5",
            "ngày ... tháng ... năm 2023",
            "Công văn số    /UBND-TH",
            "số: …/BC-UBND",
            "ông ........, chức vụ",
            "đạt xxx triệu đồng",
            "đã ban hành ….. văn bản",
            "đạt ...%",
            "đạt … % dự toán",
            "đạt XX% kế hoạch",
            "ngày XX/XX/2024",
        ] {
            assert!(!blanks(text).is_empty(), "{text}");
        }
        for text in [
            "điện, đường, trường, trạm...",
            "điện, nước ... được bảo đảm",
            "ngày 5 tháng 12 năm 2023",
            "cây ăn quả… đạt",
            "tổ chức. ... Các đơn vị",
            "số 5/BC-UBND",
            "đại hội khóa XXX",
            "đạt 98%, 99%... kế hoạch",
            "thế kỷ XX, khóa XX",
            "điện, nước….. được bảo đảm",
            "tăng 5%, 10%, ...% mỗi năm",
        ] {
            assert!(blanks(text).is_empty(), "{text}");
        }
    }
}
