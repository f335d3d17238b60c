//! CSV: a text in rows of cells that know where they stand.
//!
//! The sign between cells is that of the first line: `;`, a tab or `,`, or what the line `sep=;` of
//! a spreadsheet program says. Marks of quotation hold a cell together where they stand around the
//! whole of it, and are text everywhere else, as in `8" pipe`. What a cell is and where it stands
//! come from one reading, so that no cell is lost between the two.

use std::ops::Range;

/// A cell without the blanks around it, and where it stands in the text.
pub(super) type Cell = (String, Range<usize>);

/// The cells of a row.
pub(super) type Row = Vec<Cell>;

/// The signs between cells, in the order in which they are looked for.
const SIGNS: [char; 3] = [';', '\t', ','];

/// The rows of a text, empty ones apart.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let (sign, mut at) = sign(text);
    let mut rows = Vec::new();
    while at < text.len() {
        let (row, end) = row(text, at, sign);
        at = end;
        rows.extend(Some(row).filter(|row| row.iter().any(|(cell, _)| !cell.is_empty())));
    }
    rows
}

/// The sign between cells, and where the table begins.
fn sign(text: &str) -> (char, usize) {
    let first = text.split_inclusive('\n').find(|line| !line.trim().is_empty()).unwrap_or_default();
    if let Some(said) = first.trim_end_matches('\n').strip_prefix("sep=")
        && let Some(sign) = said.chars().next()
    {
        return (sign, first.as_ptr() as usize - text.as_ptr() as usize + first.len());
    }
    let outside = first.split('"').step_by(2).collect::<String>();
    let found = [outside.as_str(), first]
        .into_iter()
        .find_map(|line| SIGNS.into_iter().find(|sign| line.contains(*sign)));
    (found.unwrap_or(','), 0)
}

/// The row that begins at `at`, and where the next one does.
fn row(text: &str, mut at: usize, sign: char) -> (Row, usize) {
    let mut row = Row::new();
    loop {
        let (cell, end) = quoted(text, at, sign).unwrap_or_else(|| plain(text, at, sign));
        row.push(cell);
        match text[end..].chars().next() {
            Some(next) if next == sign => at = end + sign.len_utf8(),
            Some(_) => return (row, end + 1),
            None => return (row, end),
        }
    }
}

/// The cell at `start` and its end, where the next sign or line does it.
fn plain(text: &str, start: usize, sign: char) -> (Cell, usize) {
    let rest = &text[start..];
    let cell = rest.split([sign, '\n']).next().unwrap_or(rest);
    let lead = start + cell.len() - cell.trim_start().len();
    let words = cell.trim();
    ((words.to_owned(), lead..lead + words.len()), start + cell.len())
}

/// The cell at `start` and its end, if marks of quotation stand around the whole of it.
fn quoted(text: &str, start: usize, sign: char) -> Option<(Cell, usize)> {
    let blank = |letter: char| letter.is_whitespace() && letter != sign && letter != '\n';
    let behind_blanks = |at: usize| text.len() - text[at..].trim_start_matches(blank).len();
    let open = behind_blanks(start);
    let mut words = String::new();
    let mut at = open;
    // A mark that is doubled is one, and the quotation goes on behind it.
    while let Some(inner) = text[at..].strip_prefix('"') {
        let length = inner.find('"')?;
        words.push_str(if at > open { "\"" } else { "" });
        words.push_str(&inner[..length]);
        at += length + 2;
    }
    let end = behind_blanks(at);
    let whole = at > open && (end == text.len() || text[end..].starts_with([sign, '\n']));
    whole.then(|| ((words.trim().to_owned(), open..at), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let cell = |(words, _): Cell| words;
        rows(text).into_iter().map(|row| row.into_iter().map(cell).collect()).collect()
    }

    #[test]
    fn the_place_of_each_cell_is_known() {
        let text = "\n a ;\"b;\nc\"; 1,5 \n\nx;y;z";
        let places: Vec<Vec<&str>> = rows(text)
            .iter()
            .map(|row| row.iter().map(|(_, place)| &text[place.clone()]).collect())
            .collect();
        assert_eq!(places, [["a", "\"b;\nc\"", "1,5"], ["x", "y", "z"]]);
    }

    #[test]
    fn marks_of_quotation_are_text_but_around_a_whole_cell() {
        let text = "Ống;Số\nỐng 8\" dài;14\n\"Ống 6\" mới;12\n\"Ống \"\"4\"\"; cũ\" ;\"3\"\n\"mở;1";
        let expected: [[&str; 2]; 5] = [
            ["Ống", "Số"],
            ["Ống 8\" dài", "14"],
            ["\"Ống 6\" mới", "12"],
            ["Ống \"4\"; cũ", "3"],
            ["\"mở", "1"],
        ];
        assert_eq!(cells(text), expected);
    }

    #[test]
    fn the_first_line_says_the_sign_between_cells() {
        assert_eq!(cells("sep=,\na,b;c"), [["a", "b;c"]]);
        assert_eq!(cells("\"Thu; chi\",Năm\n1,2"), [["Thu; chi", "Năm"], ["1", "2"]]);
        assert_eq!(cells("8\";Dài\n1;2"), [["8\"", "Dài"], ["1", "2"]]);
        assert_eq!(cells("a\tb,c\n1\t"), [["a", "b,c"], ["1", ""]]);
    }
}
