//! The numbers of a table: "1.234,5" as in Vietnamese, or "1,234.5".

use crate::model::chart::Number;
use crate::model::meta::Language;

/// How many digits of a number are exact, zeros before it apart.
pub(super) const DIGITS: usize = 15;

/// What stands between the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// "1.234,5".
    Comma,
    /// "1,234.5".
    Point,
}

impl Style {
    /// As a language has it.
    pub(super) fn of(language: Language) -> Self {
        if language == Language::ENGLISH { Self::Point } else { Self::Comma }
    }

    /// The other one.
    pub(super) const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }

    /// The style of a number that can be read in one way only.
    pub(super) fn clear(cell: &str) -> Option<Self> {
        [Self::Comma, Self::Point]
            .into_iter()
            .find(|style| style.number(cell).is_some() && style.other().number(cell).is_none())
    }

    /// The number that a cell is. Blanks may stand in the place of the sign between thousands.
    pub(super) fn number(self, cell: &str) -> Option<Number> {
        let (group, comma) = match self {
            Self::Comma => ('.', ','),
            Self::Point => (',', '.'),
        };
        let unsigned = cell.strip_prefix(['-', '−', '+']).unwrap_or(cell);
        let negative = cell.starts_with(['-', '−']);
        let (whole, rest) = match unsigned.split_once(comma) {
            Some((whole, rest)) => (whole, Some(rest)),
            None => (unsigned, None),
        };
        let digits = grouped(whole, group)?;
        let rest = match rest {
            Some(rest) if is_digits(rest) => rest,
            Some(_) => return None,
            None => "",
        };
        let exact = [&digits, rest].concat().trim_start_matches('0').len() <= DIGITS;
        let value: f64 = format!("{digits}.{rest}0").parse().ok()?;
        let value = if negative { -value } else { value };
        (exact && rest.len() <= DIGITS).then_some(Number { value, decimals: rest.len() })
    }
}

/// The digits of a whole number, whose groups, if it has any, have three digits each and one sign
/// between them.
fn grouped(text: &str, sign: char) -> Option<String> {
    let blank = text.find(char::is_whitespace).is_some();
    let is_sign = |letter: char| if blank { letter.is_whitespace() } else { letter == sign };
    let groups: Vec<&str> = text.split(is_sign).collect();
    let (first, others) = groups.split_first()?;
    let threes = first.len() <= 3 && !first.starts_with('0');
    let shape = others.is_empty() || (threes && others.iter().all(|group| group.len() == 3));
    (shape && groups.iter().all(|group| is_digits(group))).then(|| groups.concat())
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_either_style() {
        for (cell, comma, point) in [
            ("12", Some((12.0, 0)), Some((12.0, 0))),
            ("1.234,5", Some((1234.5, 1)), None),
            ("1,234.5", None, Some((1234.5, 1))),
            ("1.234", Some((1234.0, 0)), Some((1.234, 3))),
            ("8,05", Some((8.05, 2)), None),
            ("4.35", None, Some((4.35, 2))),
            ("0,125", Some((0.125, 3)), None),
            ("1 234", Some((1234.0, 0)), Some((1234.0, 0))),
            ("1 234,567", Some((1234.567, 3)), None),
            ("−0,5", Some((-0.5, 1)), None),
            ("-0.0000001", None, Some((-0.000_000_1, 7))),
            ("1.23.456", None, None),
            ("12,", None, None),
            (",5", None, None),
            ("12%", None, None),
            ("", None, None),
            ("999999999999999", Some((999_999_999_999_999.0, 0)), Some((999_999_999_999_999.0, 0))),
            ("9999999999999999", None, None),
        ] {
            let read = |style: Style| {
                style.number(cell).map(|Number { value, decimals }| (value, decimals))
            };
            assert_eq!(read(Style::Comma), comma, "{cell}");
            assert_eq!(read(Style::Point), point, "{cell}");
        }
    }

    #[test]
    fn a_number_is_clear_that_can_be_read_in_one_way_only() {
        let clear = ["12", "1.234", "1.234.567", "0.125", "8,05"].map(Style::clear);
        let (comma, point) = (Some(Style::Comma), Some(Style::Point));
        assert_eq!(clear, [None, None, comma, point, comma]);
    }
}
