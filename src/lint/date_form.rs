//! `date-form`: a day, month or quarter that there is not, and two ways of writing days and months in one report.
//!
//! Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.4) sets a zero before days under 10 and months 1 and
//! 2. Much is written otherwise with good reason, so that only what differs from the rest of the
//! report is told: dates in digits among themselves, dates in words among themselves, and of these
//! never the one that is as the decree has it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::meta::Date;
use crate::source::Span;

/// A year that has every day that there is in any.
const LEAP: u32 = 2024;

/// A date that is written in digits.
struct Written {
    span: Span,
    day: Part,
    month: Part,
    /// Whether it has the words "tháng" and "năm".
    worded: bool,
    shown: String,
}

/// A day or month, and whether it has a zero before it.
#[derive(Clone, Copy)]
struct Part {
    value: u32,
    padded: bool,
}

/// Parts of dates that may have a zero before them.
struct Class {
    /// The part of a date that is of this class.
    of: fn(&Written) -> Option<Part>,
    /// Whether the decree sets a zero.
    padded: bool,
}

/// Days under 10, months 1 and 2, months 3 to 9.
const CLASSES: [Class; 3] = [
    Class { of: |date| Some(date.day).filter(|day| day.value < 10), padded: true },
    Class { of: |date| Some(date.month).filter(|month| month.value < 3), padded: true },
    Class {
        of: |date| Some(date.month).filter(|month| (3..10).contains(&month.value)),
        padded: false,
    },
];

/// Warns at dates that cannot be, and at the rarer habit.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let mut written = Vec::new();
    for prose in &subject.prose {
        for (range, [day, month], year) in dates(&prose.text) {
            let Some(span) = prose.span(range.clone()) else { continue };
            let shown = prose.text[range].to_owned();
            if exists(day.value, month.value, year) {
                let worded = shown.contains(' ');
                written.push(Written { span, day, month, worded, shown });
            } else {
                diagnostics.push(Diagnostic::date_impossible(span, &shown));
            }
        }
    }
    for prose in &subject.prose {
        for range in impossible(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                diagnostics.push(Diagnostic::date_impossible(span, &prose.text[range]));
            }
        }
    }
    let mut told: Vec<Span> = Vec::new();
    let (digits, words): (Vec<&Written>, Vec<&Written>) =
        written.iter().partition(|date| !date.worded);
    for dates in [digits, words] {
        for class in &CLASSES {
            let Some((rare, common)) = habits(&dates, class) else { continue };
            for date in rare.iter().filter(|date| !told.contains(&date.span)) {
                let (example, place) = (&common.shown, common.span);
                diagnostics.push(Diagnostic::date_form(date.span, &date.shown, example, place));
            }
            told.extend(rare.iter().map(|date| date.span));
        }
    }
}

/// The dates that differ from the others in a part of that class, and the first of these others.
fn habits<'a>(dates: &[&'a Written], class: &Class) -> Option<(Vec<&'a Written>, &'a Written)> {
    let of = |padded: bool| -> Vec<&Written> {
        let is = |date: &&&Written| (class.of)(date).is_some_and(|part| part.padded == padded);
        dates.iter().filter(is).copied().collect()
    };
    let (with, without) = (of(true), of(false));
    let padded = with.len() < without.len();
    let (rare, common) = if padded { (with, without) } else { (without, with) };
    let as_decreed = padded == class.padded && rare.iter().all(|date| date.worded);
    // A habit needs enough examples, and what differs from it has to be the exception.
    let is_habit = !rare.is_empty() && common.len() >= 3 * rare.len();
    (is_habit && !as_decreed).then(|| (rare, common[0]))
}

/// A date as it is found: where, day and month, year.
type Found = (Range<usize>, [Part; 2], u32);

/// The dates of a text: `5/12/2023`, `05-12-2023`, "ngày 5 tháng 12 năm 2023".
fn dates(text: &str) -> impl Iterator<Item = Found> + '_ {
    static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let forms = [
            r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})",
            r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})",
            r"(?i:ngày) +([0-9]{1,2}) +(?i:tháng) +([0-9]{1,2}) +(?i:năm) +([0-9]{4})",
        ];
        Regex::new(&forms.join("|")).ok()
    });
    DATE.iter().flat_map(|date| date.captures_iter(text)).filter_map(|found| {
        let range = found.get(0)?.range();
        let mut groups = found.iter().skip(1).flatten().map(|group| group.as_str());
        let (day, month) = (part(groups.next()?)?, part(groups.next()?)?);
        let year: u32 = groups.next()?.parse().ok()?;
        // What goes on is a symbol, or a row of ratios.
        let joined = |char: char| matches!(char, '/' | '-') || char.is_ascii_digit();
        let whole =
            !text[..range.start].ends_with(joined) && !text[range.end..].starts_with(joined);
        (whole && (1900..2100).contains(&year)).then_some((range, [day, month], year))
    })
}

fn exists(day: u32, month: u32, year: u32) -> bool {
    Date::parse(&format!("{year}-{month:02}-{day:02}")).is_some()
}

/// Where a text has a day, month or quarter that there is not, in forms that have no habits:
/// `31.11.2024`, "ngày 31/11", "ngày 31 tháng 11", "tháng 13/2024", "quý V/2024".
fn impossible(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    static FORM: LazyLock<Option<Regex>> = LazyLock::new(|| {
        let forms = [
            r"(?<day>[0-9]{1,2})\.(?<month>[0-9]{1,2})\.(?<year>[0-9]{4})",
            r"(?i:ngày) +(?<the>[0-9]{1,2})(?:(?<slash>/)| +(?i:tháng) +)(?<of>[0-9]{1,2})",
            r"(?i:tháng) +(?<alone>[0-9]{1,2})(?:/| +(?i:năm) +)(?:19|20)[0-9]{2}",
            r"(?i:quý) +(?<quarter>[IVX]+|[0-9]{1,2})(?:/| +(?i:năm) +)(?:19|20)[0-9]{2}",
        ];
        Regex::new(&forms.join("|")).ok()
    });
    let found = FORM.iter().flat_map(|form| form.captures_iter(text));
    found.filter(|found| !is_possible(found)).filter_map(|found| {
        let range = found.get(0)?.range();
        (!is_piece(&text[..range.start], &text[range.end..])).then_some(range)
    })
}

/// Whether a longer number, an address or a whole date begins before or goes on behind.
fn is_piece(before: &str, after: &str) -> bool {
    let joined = |char: char| matches!(char, '/' | '-' | '.' | ',') || char.is_ascii_digit();
    let rest = after.trim_start_matches(['-', '.', ',']);
    before.ends_with(joined)
        || after.starts_with('/')
        || rest.starts_with(|char: char| char.is_ascii_digit())
        || after.starts_with(char::is_alphabetic)
        || after.trim_start().to_lowercase().starts_with("năm ")
}

/// Whether what was found may be a day, month or quarter, or is perhaps none at all: of two numbers
/// the smaller may be a part of the greater, as in "ngày 13/15 xã đã xong".
fn is_possible(found: &Captures) -> bool {
    let number = |name| found.name(name).and_then(|part| part.as_str().parse::<u32>().ok());
    if let (Some(day), Some(month), Some(year)) = (number("day"), number("month"), number("year")) {
        let is_date = day <= 31 && month <= 12 && (1900..2100).contains(&year);
        !is_date || exists(day, month, year)
    } else if let (Some(day), Some(month)) = (number("the"), number("of")) {
        let is_ratio = found.name("slash").is_some() && day <= month;
        is_ratio || exists(day, month, LEAP)
    } else if let Some(quarter) = found.name("quarter") {
        matches!(
            quarter.as_str(),
            "I" | "II" | "III" | "IV" | "1" | "2" | "3" | "4" | "01" | "02" | "03" | "04"
        )
    } else {
        number("alone").is_none_or(|month| (1..=12).contains(&month))
    }
}

fn part(digits: &str) -> Option<Part> {
    Some(Part { value: digits.parse().ok()?, padded: digits.starts_with('0') })
}

#[cfg(test)]
mod tests {
    use super::{dates, impossible};

    #[test]
    fn what_no_calendar_has() {
        for text in [
            "ngày 31.11.2024",
            "(31.11.2024)",
            "ngày 31/11, xã",
            "Ngày 30 tháng 2 hằng năm",
            "ngày 15/13.",
            "tháng 13/2024",
            "Tháng 13 năm 2024",
            "quý V/2024",
            "Quý 5 năm 2024",
        ] {
            assert_eq!(impossible(text).count(), 1, "{text}");
        }
        for text in [
            "30.11.2024, ngày 29/02, ngày 29 tháng 2, tháng 12/2024, quý IV/2024, Quý 3 năm 2024",
            "ngày 13/15 xã đã xong; 192.31.11.2024; mục 31.11.2024.1; 1.31.2024; 31/11 chỉ tiêu",
            "ngày 31/02/2024; ngày 30 tháng 13 năm 2024",
            "lương tháng 13, quý V, tháng 13/15",
        ] {
            assert_eq!(impossible(text).count(), 0, "{text}");
        }
    }

    #[test]
    fn dates_in_digits_and_in_words() {
        let text =
            "từ 5/12/2023 đến ngày 06 tháng 1 năm 2024, 01-10-1997; 12/15 chỉ tiêu; 1/2/2023/X";
        let found: Vec<&str> = dates(text).map(|(range, ..)| &text[range]).collect();
        assert_eq!(found, ["5/12/2023", "ngày 06 tháng 1 năm 2024", "01-10-1997"]);
    }
}
