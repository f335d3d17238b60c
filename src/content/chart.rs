//! Charts: the block in the text that asks for one, and the table that it names.
//!
//! Takes the YAML of a block and the text of a CSV file, gives what is to be drawn, and says at
//! its place what is wrong with either. Never reads a file, never asks whether one is there.
//!
//! The sign between cells is what the first line has: `;`, a tab or `,`. How numbers are written
//! is decided by their column: as in Vietnamese, "1.234,5", if all of it can be read so, else with
//! a decimal point, "1,234.5".

use std::ops::Range;

use super::yaml::{self, Fields};
use crate::diag::{Diagnostic, Message};
use crate::model::chart::{Figures, Series};
use crate::model::draft::DraftChart;
use crate::model::meta::ChartKind;
use crate::source::{Composite, FileId, Span};

/// The word after the fence that makes a code block a chart.
pub const CHART: &str = "chart";

/// How many columns of numbers can be told apart without colour; also the parts of a whole.
const SERIES: usize = 6;

/// How many rows a reader can still take in.
const ROWS: usize = 400;

/// Numbers from here on are no longer exact.
const LIMIT: f64 = 1e15;

/// The chart that the block at `span` asks for with `text`; none where something that it needs is
/// missing.
pub fn block(
    text: &Composite,
    span: Span,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<DraftChart> {
    // The text of a block that stands in a list is not what the file has: places in the text are
    // found first, and led back to the file.
    let written = |place: Span| text.span(place.start as usize..place.end as usize).unwrap_or(span);
    let mut found = Vec::new();
    let chart = match yaml::parse(text.text(), span.file, 0) {
        Ok(node) => Fields::read(&node, CHART, &mut found, |fields| fields_of(fields, span)),
        Err(diagnostic) => {
            found.push(diagnostic);
            None
        }
    };
    for mut diagnostic in found {
        diagnostic.span = written(diagnostic.span);
        for related in &mut diagnostic.related {
            related.span = written(related.span);
        }
        diagnostics.push(diagnostic);
    }
    let mut chart = chart?;
    let columns = chart.x.iter_mut().chain(chart.series.iter_mut().flatten());
    for (_, place) in columns.chain([&mut chart.data]) {
        *place = written(*place);
    }
    Some(chart)
}

fn fields_of(fields: &mut Fields<'_>, span: Span) -> Option<DraftChart> {
    let data = fields.required("data").zip(fields.span("data"));
    let kind = fields.required("type").is_some();
    let kind = fields.one_of("type", ChartKind::WORDS, "expected-one-of-chart").filter(|_| kind);
    let title = fields.required("title");
    let unit = fields.text("unit");
    let source = fields.text("source");
    let x = fields.text("x").zip(fields.span("x"));
    let series = fields.list("series");
    let (kind, title, data) = (kind?, title?, data?);
    Some(DraftChart { kind, title, unit, source, data, x, series, span, figures: None })
}

/// The table of a chart in the CSV file with this text.
pub fn figures(
    chart: &DraftChart,
    file: FileId,
    text: &str,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Figures> {
    let sheet = Sheet { file, rows: rows(text), chart };
    match sheet.read() {
        Ok(figures) => Some(figures),
        Err(found) => {
            diagnostics.extend(found);
            None
        }
    }
}

/// A cell without the blanks around it, and where it stands in the file.
type Cell = (String, Range<usize>);

/// The cells of a row.
type Row = Vec<Cell>;

/// The rows of a CSV file, empty lines apart.
fn rows(text: &str) -> Vec<Row> {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let sign = [b';', b'\t'].into_iter().find(|sign| first.contains(char::from(*sign)));
    let sign = sign.unwrap_or(b',');
    let mut builder = csv::ReaderBuilder::new();
    let builder = builder.delimiter(sign).flexible(true).has_headers(false);
    let mut rows = Vec::new();
    for record in builder.from_reader(text.as_bytes()).records().flatten() {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(text.len());
        let blank = record.iter().all(|cell| cell.trim().is_empty());
        let places = places(text, start, char::from(sign));
        let cells = record.iter().zip(places).map(|(cell, place)| (cell.trim().to_owned(), place));
        rows.extend(Some(cells.collect()).filter(|_| !blank));
    }
    rows
}

/// Where the cells of the row at `start` stand, one after the other.
fn places(text: &str, start: usize, sign: char) -> impl Iterator<Item = Range<usize>> + '_ {
    let rest = &text[start.min(text.len())..];
    let rest_start = text.len() - rest.trim_start_matches('\n').len();
    let mut at = Some(rest_start);
    std::iter::from_fn(move || {
        let start = at?;
        let mut quoted = false;
        let ends = |&(_, letter): &(usize, char)| {
            quoted ^= letter == '"';
            !quoted && (letter == sign || letter == '\n')
        };
        let end = text[start..].char_indices().find(ends);
        at = end.filter(|&(_, letter)| letter == sign).map(|(length, _)| start + length + 1);
        let cell = &text[start..end.map_or(text.len(), |(length, _)| start + length)];
        let lead = cell.len() - cell.trim_start().len();
        Some(start + lead..start + lead.max(cell.trim_end().len()))
    })
}

/// A table that is being read.
struct Sheet<'a> {
    file: FileId,
    rows: Vec<Row>,
    chart: &'a DraftChart,
}

impl Sheet<'_> {
    fn read(&self) -> Result<Figures, Vec<Diagnostic>> {
        let (head, rows) = self.split()?;
        let names: Vec<&str> = head.iter().map(|(name, _)| name.as_str()).collect();
        let x = self.label_column(&names)?;
        let columns = self.number_columns(&names, x)?;
        let mut found = Vec::new();
        let mut series = Vec::new();
        for column in columns {
            match self.series(names[column], rows, column) {
                Ok(numbers) => series.push(numbers),
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        if found.is_empty() {
            let labels = rows.iter().map(|row| row[x].0.clone()).collect();
            return Ok(Figures { heading: names[x].to_owned(), labels, series });
        }
        Err(found)
    }

    /// The row of names and those below it, which have as many cells.
    fn split(&self) -> Result<(&[Cell], &[Row]), Vec<Diagnostic>> {
        let (head, rows) = match self.rows.as_slice() {
            [head, rows @ ..] if !rows.is_empty() => (head, rows),
            rows => {
                let head = rows.first().map_or(0..0, |head| around(head));
                return Err(vec![self.wrong(head, "chart-data-invalid-empty")]);
            }
        };
        let most = if self.chart.kind == ChartKind::Share { SERIES } else { ROWS };
        if let Some(row) = rows.get(most) {
            let found = self.wrong(around(row), "chart-data-invalid-rows").with("most", most);
            return Err(vec![found]);
        }
        let ragged = rows.iter().filter(|row| row.len() != head.len()).map(|row| {
            self.wrong(around(row), "chart-data-invalid-row")
                .with("cells", row.len())
                .with("columns", head.len())
        });
        let ragged: Vec<_> = ragged.collect();
        if ragged.is_empty() { Ok((head, rows)) } else { Err(ragged) }
    }

    fn label_column(&self, names: &[&str]) -> Result<usize, Vec<Diagnostic>> {
        match &self.chart.x {
            None => Ok(0),
            Some((name, span)) => column(names, name, *span, "x").map_err(|found| vec![found]),
        }
    }

    /// The columns of numbers: those that are named, or all others.
    fn number_columns(&self, names: &[&str], x: usize) -> Result<Vec<usize>, Vec<Diagnostic>> {
        let columns = match &self.chart.series {
            None => (0..names.len()).filter(|&column| column != x).collect(),
            Some(chosen) => {
                let (mut columns, mut found) = (Vec::new(), Vec::new());
                for (name, span) in chosen {
                    match column(names, name, *span, "series") {
                        Ok(column) => columns.push(column),
                        Err(diagnostic) => found.push(diagnostic),
                    }
                }
                if !found.is_empty() {
                    return Err(found);
                }
                columns
            }
        };
        let share = self.chart.kind == ChartKind::Share;
        let (most, expected) =
            if share { (1, "expected-one-column") } else { (SERIES, "expected-few-columns") };
        if (1..=most).contains(&columns.len()) {
            return Ok(columns);
        }
        let chosen = self.chart.series.as_ref().and_then(|chosen| chosen.first());
        let span = chosen.map_or(self.chart.data.1, |(_, span)| *span);
        Err(vec![Diagnostic::field_invalid(span, "series", expected)])
    }

    /// The numbers of a column.
    fn series(&self, name: &str, rows: &[Row], column: usize) -> Result<Series, Diagnostic> {
        let cells: Vec<&Cell> = rows.iter().map(|row| &row[column]).collect();
        let fits = |style: Style| cells.iter().all(|(cell, _)| style.number(cell).is_some());
        let Some(style) = [Style::Comma, Style::Point].into_iter().find(|&style| fits(style))
        else {
            return Err(self.no_numbers(name, &cells));
        };
        let numbers = cells.iter().filter_map(|(cell, _)| style.number(cell));
        let (values, decimals): (Vec<f64>, Vec<usize>) = numbers.unzip();
        let whole = matches!(self.chart.kind, ChartKind::Share | ChartKind::StackedBar);
        if let Some(at) = values.iter().position(|&value| value < 0.0).filter(|_| whole) {
            let (cell, place) = cells[at];
            return Err(self
                .wrong(place.clone(), "chart-data-invalid-negative")
                .with("cell", cell.as_str()));
        }
        if self.chart.kind == ChartKind::Share && values.iter().all(|&value| value == 0.0) {
            return Err(self.wrong(cells[0].1.clone(), "chart-data-invalid-total"));
        }
        Ok(Series { name: name.to_owned(), values, decimals })
    }

    /// Why a column has no numbers: the first cell that is none, or the first that is written
    /// otherwise than those before it.
    fn no_numbers(&self, name: &str, cells: &[&Cell]) -> Diagnostic {
        let read = |cell: &str, style: Style| style.number(cell).is_some();
        let none =
            cells.iter().find(|(cell, _)| !read(cell, Style::Comma) && !read(cell, Style::Point));
        if let Some((cell, place)) = none {
            return self
                .wrong(place.clone(), "chart-data-invalid")
                .with("cell", cell.as_str())
                .with("column", name)
                .hint(Message::new("chart-data-invalid-hint"));
        }
        let clear =
            cells.iter().find(|(cell, _)| read(cell, Style::Comma) != read(cell, Style::Point));
        let style = clear.map_or(Style::Comma, |(cell, _)| {
            if read(cell, Style::Comma) { Style::Comma } else { Style::Point }
        });
        let other = cells.iter().find(|(cell, _)| !read(cell, style));
        let (cell, place) = other.or(clear).map_or(("", 0..0), |(cell, at)| (cell, at.clone()));
        self.wrong(place, "chart-data-invalid-mixed")
            .with("cell", cell)
            .with("example", clear.map_or("", |(cell, _)| cell.as_str()))
            .hint(Message::new("chart-data-invalid-hint"))
    }

    fn wrong(&self, place: Range<usize>, key: &'static str) -> Diagnostic {
        Diagnostic::chart_data_invalid(Span::new(self.file, place), key, self.chart.span)
    }
}

/// The whole of a row.
fn around(row: &[Cell]) -> Range<usize> {
    let start = row.first().map_or(0, |(_, place)| place.start);
    start..row.last().map_or(start, |(_, place)| place.end)
}

/// The column of a name that a block gives.
fn column(
    names: &[&str],
    name: &str,
    span: Span,
    field: &'static str,
) -> Result<usize, Diagnostic> {
    let same = |own: &&str| own.split_whitespace().eq(name.split_whitespace());
    names.iter().position(same).ok_or_else(|| {
        Diagnostic::field_invalid(span, field, "expected-column")
            .hint(Message::new("field-invalid-column-hint").with("columns", names.join(", ")))
    })
}

/// What stands between the digits of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// "1.234,5", as in Vietnamese.
    Comma,
    /// "1,234.5".
    Point,
}

impl Style {
    /// The number that a cell is, and how many digits stand behind its comma. Blanks may stand in
    /// the place of the sign between thousands.
    fn number(self, cell: &str) -> Option<(f64, usize)> {
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
        let digits = grouped(whole, |sign| sign == group || sign.is_whitespace())?;
        let rest = rest.unwrap_or("");
        let fits = unsigned.split_once(comma).is_none() == rest.is_empty();
        let decimal = rest.bytes().all(|byte| byte.is_ascii_digit()) && rest.len() <= 6;
        let value: f64 = format!("{digits}.{rest}0").parse().ok()?;
        let value = if negative { -value } else { value };
        (fits && decimal && value.abs() < LIMIT).then_some((value, rest.len()))
    }
}

/// The digits of a whole number, whose groups, if it has any, have three digits each.
fn grouped(text: &str, is_sign: impl Fn(char) -> bool) -> Option<String> {
    let groups: Vec<&str> = text.split(is_sign).collect();
    let digits =
        |group: &&str| !group.is_empty() && group.bytes().all(|byte| byte.is_ascii_digit());
    let (first, others) = groups.split_first()?;
    let shape =
        others.is_empty() || (first.len() <= 3 && others.iter().all(|group| group.len() == 3));
    (shape && groups.iter().all(digits)).then(|| groups.concat())
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
            ("1 234", Some((1234.0, 0)), Some((1234.0, 0))),
            ("−0,5", Some((-0.5, 1)), None),
            ("1.23.456", None, None),
            ("12,", None, None),
            (",5", None, None),
            ("12%", None, None),
            ("", None, None),
            ("9999999999999999", None, None),
        ] {
            assert_eq!(Style::Comma.number(cell), comma, "{cell}");
            assert_eq!(Style::Point.number(cell), point, "{cell}");
        }
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
}
