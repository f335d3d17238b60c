//! The figures of a chart, as its table has them.
//!
//! Plain data with its own way of writing numbers: that of the language of the text. Where they
//! come from and how they are drawn is for others.

use super::flow::Run;
use super::meta::Language;
use crate::source::FileId;

/// The table behind a chart.
#[derive(Debug, Clone)]
pub struct Figures {
    /// The file that has it.
    pub file: FileId,
    /// Name of the column of labels; may be empty, as the corner of a table often is.
    pub heading: Run,
    /// What each row is about.
    pub labels: Vec<Run>,
    /// The columns of numbers, each with a value a row.
    pub series: Vec<Series>,
}

/// A column of numbers.
#[derive(Debug, Clone)]
pub struct Series {
    /// Name of the column.
    pub name: Run,
    /// The numbers, at least one; none where it is not known.
    pub numbers: Vec<Option<Number>>,
}

/// A number as its author wrote it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// The number.
    pub value: f64,
    /// How many digits stand behind its comma.
    pub decimals: usize,
}

impl Figures {
    /// What stands in its cells besides numbers, row by row.
    pub fn runs(&self) -> impl Iterator<Item = &Run> {
        let names = self.series.iter().map(|series| &series.name);
        [&self.heading].into_iter().chain(names).chain(&self.labels)
    }

    /// Every number that is known.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.series.iter().flat_map(Series::values)
    }
}

impl Series {
    /// The numbers that are known.
    pub fn values(&self) -> impl Iterator<Item = f64> {
        self.numbers.iter().flatten().map(|number| number.value)
    }

    /// The number of a row, if it is known.
    #[must_use]
    pub fn value(&self, row: usize) -> Option<f64> {
        Some(self.numbers.get(row).copied().flatten()?.value)
    }

    /// The number of a row as text; a dash where it is not known.
    #[must_use]
    pub fn written(&self, row: usize, language: Language) -> String {
        match self.numbers.get(row).copied().flatten() {
            Some(number) => written(number.value, number.decimals, language),
            None => "–".to_owned(),
        }
    }

    /// The rows of the lowest and of the highest number, the first where several are.
    #[must_use]
    pub fn extremes(&self) -> (usize, usize) {
        let known = || (0..).zip(&self.numbers).filter_map(|(row, it)| Some((row, (*it)?.value)));
        let lowest = known().reduce(|best, other| if other.1 < best.1 { other } else { best });
        let highest = known().reduce(|best, other| if other.1 > best.1 { other } else { best });
        let row = |found: Option<(usize, f64)>| found.map_or(0, |(row, _)| row);
        (row(lowest), row(highest))
    }
}
/// A number with so many digits behind the comma: "1.234,5", in English "1,234.5".
#[must_use]
pub fn written(value: f64, decimals: usize, language: Language) -> String {
    let english = language == Language::ENGLISH;
    let (group, comma) = if english { (',', '.') } else { ('.', ',') };
    let plain = format!("{:.decimals$}", value.abs());
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let mut text = String::from(if value < 0.0 && !zero { "−" } else { "" });
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !rest.is_empty() {
        text.push(comma);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_their_language_has_them() {
        for (value, decimals, vietnamese, english) in [
            (0.0, 0, "0", "0"),
            (-0.04, 1, "0,0", "0.0"),
            (999.0, 0, "999", "999"),
            (1234.5, 1, "1.234,5", "1,234.5"),
            (-1_234_567.0, 2, "−1.234.567,00", "−1,234,567.00"),
        ] {
            assert_eq!(written(value, decimals, Language::VIETNAMESE), vietnamese);
            assert_eq!(written(value, decimals, Language::ENGLISH), english);
        }
    }

    #[test]
    fn what_is_not_known_is_a_dash_and_no_extreme() {
        let number = |value| Some(Number { value, decimals: 0 });
        let numbers = vec![None, number(3.0), None, number(-2.0), number(3.0)];
        let series = Series { name: Run::default(), numbers };
        assert_eq!(series.extremes(), (3, 1));
        assert_eq!(series.written(0, Language::VIETNAMESE), "–");
    }
}
