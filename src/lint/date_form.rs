//! `date-form`: a day that there is not, and two ways of writing days and months in one report.
//!
//! Nghị định 30/2020/NĐ-CP (Phụ lục I, mục II.4) sets a zero before days under 10 and months 1 and
//! 2. Much is written otherwise with good reason, so that only what differs from the rest of the
//! report is told: dates in digits among themselves, dates in words among themselves, and of these
//! never the one that is as the decree has it.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::meta::Date;
use crate::source::Span;

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
            let iso = format!("{year}-{:02}-{:02}", month.value, day.value);
            if Date::parse(&iso).is_none() {
                diagnostics.push(Diagnostic::date_impossible(span, &shown));
            } else {
                let worded = shown.contains(' ');
                written.push(Written { span, day, month, worded, shown });
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
            r"ngày +([0-9]{1,2}) +tháng +([0-9]{1,2}) +năm +([0-9]{4})",
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

fn part(digits: &str) -> Option<Part> {
    Some(Part { value: digits.parse().ok()?, padded: digits.starts_with('0') })
}

#[cfg(test)]
mod tests {
    use super::dates;

    #[test]
    fn dates_in_digits_and_in_words() {
        let text =
            "từ 5/12/2023 đến ngày 06 tháng 1 năm 2024, 01-10-1997; 12/15 chỉ tiêu; 1/2/2023/X";
        let found: Vec<&str> = dates(text).map(|(range, ..)| &text[range]).collect();
        assert_eq!(found, ["5/12/2023", "ngày 06 tháng 1 năm 2024", "01-10-1997"]);
    }
}
