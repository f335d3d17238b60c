//! The figures of a chart, as its table has them.
//!
//! Plain data with its own way of writing numbers: that of the language of the text. Where they
//! come from and how they are drawn is for others.

use super::meta::Language;

/// The table behind a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// Name of the column of labels.
    pub heading: String,
    /// What each row is about.
    pub labels: Vec<String>,
    /// The columns of numbers, each with a value a row.
    pub series: Vec<Series>,
}

/// A column of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Series {
    /// Name of the column.
    pub name: String,
    /// The numbers.
    pub values: Vec<f64>,
    /// How many digits stand behind the comma of each, as its author wrote it.
    pub decimals: Vec<usize>,
}

impl Series {
    /// The number of a row as text.
    #[must_use]
    pub fn written(&self, row: usize, language: Language) -> String {
        let value = self.values.get(row).copied().unwrap_or_default();
        written(value, self.decimals.get(row).copied().unwrap_or_default(), language)
    }

    /// The rows of the lowest and of the highest number, the first where several are.
    #[must_use]
    pub fn extremes(&self) -> (usize, usize) {
        let (mut lowest, mut highest) = (0, 0);
        for (row, value) in self.values.iter().enumerate() {
            lowest = if *value < self.values[lowest] { row } else { lowest };
            highest = if *value > self.values[highest] { row } else { highest };
        }
        (lowest, highest)
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
}
