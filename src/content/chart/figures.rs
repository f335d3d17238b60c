//! The table of a chart: the columns that its block asks for, of a CSV file.
//!
//! Takes the text of the file and the block, gives names, labels and numbers, or says at its cell
//! what keeps the chart from being drawn. One file writes its numbers one way: that of any number
//! in it that can be read in one way only, else that of the language of the text. Where that makes
//! "1,234" a number with three decimals and nothing bears it out, the author is asked: of a
//! thousand and of one no reader could tell which is meant.

use std::collections::BTreeSet;
use std::ops::Range;

use super::number::{DIGITS, Style};
use super::sheet::{Cell, Row, rows};
use crate::diag::{Diagnostic, Message};
use crate::model::chart::{Figures, Number, Series};
use crate::model::draft::DraftChart;
use crate::model::flow::Run;
use crate::model::meta::{ChartKind, Language};
use crate::source::{FileId, Span};

/// How many columns of numbers can be told apart without colour; also the parts of a whole.
const SERIES: usize = 6;

/// How many points of a line a reader can still take in.
const POINTS: usize = 400;

/// How many bars; each takes height.
const BARS: usize = 150;

/// What stands in the cell of a number that is not known.
const GAPS: &[&str] = &["", "-", "–", "—", "−", "..", "...", "…"];

/// The table of a chart in the CSV file with this text.
///
/// # Errors
/// What keeps the chart from being drawn.
pub fn figures(
    chart: &DraftChart,
    language: Language,
    file: FileId,
    text: &str,
) -> Result<Figures, Vec<Diagnostic>> {
    Sheet { file, text, rows: trimmed(rows(text)), chart, language }.read()
}

/// A table that is being read.
struct Sheet<'a> {
    file: FileId,
    text: &'a str,
    rows: Vec<Row>,
    chart: &'a DraftChart,
    language: Language,
}

impl Sheet<'_> {
    fn read(&self) -> Result<Figures, Vec<Diagnostic>> {
        let (head, rows) = self.split()?;
        let x = self.label_column(head)?;
        let columns = self.number_columns(head, x)?;
        self.check_names(head, x, &columns)?;
        self.check_counts(head, rows, columns.len())?;
        self.check_quotes(x, &columns)?;
        self.check_labels(rows, x, &columns)?;
        let style = self.style(rows, x, &columns).map_err(|found| vec![found])?;
        let read = columns.iter().map(|&column| self.series(&head[column], rows, column, style));
        let (series, found): (Vec<_>, Vec<_>) = read.partition(Result::is_ok);
        let found: Vec<Diagnostic> = found.into_iter().filter_map(Result::err).collect();
        if !found.is_empty() {
            return Err(found);
        }
        let labels = rows.iter().map(|row| self.run(&row[x])).collect();
        let series = series.into_iter().filter_map(Result::ok).collect();
        Ok(Figures { file: self.file, heading: self.run(&head[x]), labels, series })
    }

    /// The words of a cell, which know where they stand. Within marks of quotation, those that are
    /// doubled are one.
    fn run(&self, (words, place): &Cell) -> Run {
        let mut run = Run::default();
        let written = &self.text[place.clone()];
        if written == words {
            run.push(words, Span::new(self.file, place.clone()));
            return run;
        }
        let inner = written.get(1..written.len() - 1).unwrap_or_default();
        let mut at = place.start + 1 + inner.len() - inner.trim_start().len();
        for part in inner.trim().split_inclusive("\"\"") {
            let kept = part.strip_suffix("\"\"").map_or(part.len(), |before| before.len() + 1);
            run.push(&part[..kept], Span::new(self.file, at..at + kept));
            at += part.len();
        }
        run
    }

    /// The row of names and those below it, which have as many cells.
    fn split(&self) -> Result<(&[Cell], &[Row]), Vec<Diagnostic>> {
        let (head, rows) = match self.rows.as_slice() {
            [head, rows @ ..] if !rows.is_empty() => (head, rows),
            rows => {
                let head = rows.first().map_or(0..0, |head| around(head));
                let empty = self.wrong(head, "chart-data-invalid-empty");
                return Err(vec![empty.hint(Message::new("chart-data-invalid-empty-hint"))]);
            }
        };
        let ragged = rows.iter().filter(|row| row.len() != head.len()).map(|row| {
            self.wrong(around(row), "chart-data-invalid-row")
                .with("cells", row.len())
                .with("columns", head.len())
                .hint(self.ragged_hint(row, head))
        });
        let ragged: Vec<_> = ragged.collect();
        if ragged.is_empty() { Ok((head, rows)) } else { Err(ragged) }
    }

    /// Most rows with a cell too many have a decimal comma, where commas stand between cells.
    fn ragged_hint(&self, row: &[Cell], head: &[Cell]) -> Message {
        let commas = match head {
            [first, second, ..] => self.text[first.1.end..second.1.start].contains(','),
            _ => false,
        };
        Message::new(if commas && row.len() > head.len() {
            "chart-data-invalid-row-hint-comma"
        } else {
            "chart-data-invalid-row-hint"
        })
    }

    fn label_column(&self, head: &[Cell]) -> Result<usize, Vec<Diagnostic>> {
        match &self.chart.x {
            None => Ok(0),
            Some((name, span)) => column(head, name, *span, "x").map_err(|found| vec![found]),
        }
    }

    /// The columns of numbers: those that are named, each once, or all others.
    fn number_columns(&self, head: &[Cell], x: usize) -> Result<Vec<usize>, Vec<Diagnostic>> {
        let Some(chosen) = &self.chart.series else {
            let counts = |&column: &usize| column != x && !self.is_idle(column);
            return Ok((0..head.len()).filter(counts).collect());
        };
        let (mut columns, mut found) = (Vec::new(), Vec::new());
        for (name, span) in chosen {
            match column(head, name, *span, "series") {
                Ok(again) if again == x || columns.contains(&again) => {
                    found.push(Diagnostic::field_invalid(*span, "series", "expected-column-once"));
                }
                Ok(column) => columns.push(column),
                Err(diagnostic) => found.push(diagnostic),
            }
        }
        if found.is_empty() { Ok(columns) } else { Err(found) }
    }

    /// Whether a column has neither a name nor a cell, as between the tables of a spreadsheet.
    fn is_idle(&self, column: usize) -> bool {
        self.rows.iter().all(|row| row[column].0.is_empty())
    }

    /// A mark of quotation that opens a cell closes it, or it would be part of a name.
    fn check_quotes(&self, x: usize, columns: &[usize]) -> Result<(), Vec<Diagnostic>> {
        let head = self.rows.first().into_iter().flat_map(|row| columns.iter().map(|&at| &row[at]));
        let labels = self.rows.iter().map(|row| &row[x]);
        let open = |(cell, _): &&Cell| cell.strip_prefix('"').is_some_and(|it| !it.contains('"'));
        let found = head.chain(labels).filter(open).map(|(cell, place)| {
            self.wrong(place.clone(), "chart-data-invalid-quote")
                .with("cell", cell.as_str())
                .hint(Message::new("chart-data-invalid-quote-hint"))
        });
        none_of(found.collect())
    }

    /// Every row is about something, and the last is no line about the table: a source, a note.
    fn check_labels(
        &self,
        rows: &[Row],
        x: usize,
        columns: &[usize],
    ) -> Result<(), Vec<Diagnostic>> {
        let nameless = rows.iter().filter(|row| row[x].0.is_empty()).map(|row| {
            self.wrong(around(row), "chart-data-invalid-nameless")
                .hint(Message::new("chart-data-invalid-nameless-hint"))
        });
        let is_note = |row: &&Row| {
            row[x].0.contains(':') && columns.iter().all(|&column| row[column].0.is_empty())
        };
        let note = rows.last().filter(is_note).map(|row| {
            self.wrong(around(row), "chart-data-invalid-note")
                .with("cell", row[x].0.as_str())
                .hint(Message::new("chart-data-invalid-note-hint"))
        });
        none_of(nameless.chain(note).collect())
    }

    /// Columns of numbers have names of their own, or nobody could tell them apart.
    fn check_names(
        &self,
        head: &[Cell],
        x: usize,
        columns: &[usize],
    ) -> Result<(), Vec<Diagnostic>> {
        let mut seen: BTreeSet<&str> = BTreeSet::from([head[x].0.as_str()]);
        let mut found = Vec::new();
        for &column in columns {
            let (name, place) = &head[column];
            if name.is_empty() {
                let unnamed = self
                    .wrong(place.clone(), "chart-data-invalid-unnamed")
                    .with("column", column + 1)
                    .hint(Message::new("chart-data-invalid-unnamed-hint"));
                found.push(unnamed);
            } else if !seen.insert(name) {
                let twice = self.wrong(place.clone(), "chart-data-invalid-twice");
                let hint = Message::new("chart-data-invalid-twice-hint");
                found.push(twice.with("column", name.as_str()).hint(hint));
            }
        }
        none_of(found)
    }

    /// No more columns and rows than its kind can show.
    fn check_counts(
        &self,
        head: &[Cell],
        rows: &[Row],
        columns: usize,
    ) -> Result<(), Vec<Diagnostic>> {
        let kind = self.chart.kind;
        let most = if kind == ChartKind::Share { 1 } else { SERIES };
        if !(1..=most).contains(&columns) {
            return Err(vec![self.miscounted(head, columns, most)]);
        }
        let most = match kind {
            ChartKind::Share => SERIES,
            ChartKind::Line => POINTS,
            ChartKind::StackedBar => BARS,
            ChartKind::Bar => BARS / columns,
        };
        let Some(row) = rows.get(most) else { return Ok(()) };
        Err(vec![self.wrong(around(row), "chart-data-invalid-rows").with("most", most)])
    }

    /// Too many columns of numbers, or none: told where the author chose them, if he did.
    fn miscounted(&self, head: &[Cell], columns: usize, most: usize) -> Diagnostic {
        if let Some(chosen) = &self.chart.series {
            let expected = if most == 1 { "expected-one-column" } else { "expected-few-columns" };
            let span = chosen.first().map_or(self.chart.data.1, |(_, span)| *span);
            return Diagnostic::field_invalid(span, "series", expected);
        }
        if columns == 0 {
            return self
                .wrong(around(head), "chart-data-invalid-one-column")
                .hint(Message::new("chart-data-invalid-one-column-hint"));
        }
        self.wrong(around(head), "chart-data-invalid-columns")
            .with("columns", columns)
            .with("most", most)
            .hint(Message::new("chart-data-invalid-columns-hint"))
    }

    /// How the file writes its numbers.
    fn style(&self, rows: &[Row], x: usize, columns: &[usize]) -> Result<Style, Diagnostic> {
        let clear = |column: usize| rows.iter().find_map(|row| Style::clear(&row[column].0));
        if let Some(style) = columns.iter().find_map(|&column| clear(column)) {
            return Ok(style);
        }
        let mut others =
            (0..rows[0].len()).filter(|column| *column != x && !columns.contains(column));
        let style = Style::of(self.language);
        let Some(found) =
            others.find_map(|column| clear(column).filter(|style| fits(*style, rows, column)))
        else {
            return self.check_doubtful(rows, columns, style);
        };
        Ok(found)
    }

    /// Of a file without a clear number none may be read as one with three decimals.
    fn check_doubtful(
        &self,
        rows: &[Row],
        columns: &[usize],
        style: Style,
    ) -> Result<Style, Diagnostic> {
        let mut cells = columns.iter().flat_map(|&column| rows.iter().map(move |row| &row[column]));
        let doubtful = |cell: &&Cell| style.number(&cell.0).is_some_and(|it| it.decimals > 0);
        let Some((cell, place)) = cells.find(doubtful) else { return Ok(style) };
        let digits: String = cell.chars().filter(char::is_ascii_digit).collect();
        Err(self
            .wrong(place.clone(), "chart-data-invalid-doubtful")
            .with("cell", cell.as_str())
            .hint(
                Message::new("chart-data-invalid-doubtful-hint")
                    .with("whole", digits)
                    .with("part", format!("{cell}0")),
            ))
    }

    /// The numbers of a column.
    fn series(
        &self,
        head: &Cell,
        rows: &[Row],
        column: usize,
        style: Style,
    ) -> Result<Series, Diagnostic> {
        let (name, at) = head;
        let cells: Vec<&Cell> = rows.iter().map(|row| &row[column]).collect();
        let number = |cell: &&Cell| self.number(name, cell, style);
        let numbers: Vec<Option<Number>> = cells.iter().map(number).collect::<Result<_, _>>()?;
        if numbers.iter().all(Option::is_none) {
            let found = self.wrong(at.clone(), "chart-data-invalid-none");
            let hint = Message::new("chart-data-invalid-none-hint");
            return Err(found.with("column", name.as_str()).hint(hint));
        }
        let total: f64 = numbers.iter().flatten().map(|number| number.value).sum();
        if self.chart.kind == ChartKind::Share && total == 0.0 {
            return Err(self.wrong(cells[0].1.clone(), "chart-data-invalid-total"));
        }
        Ok(Series { name: self.run(head), numbers })
    }

    /// The number of a cell; none where it says that it is not known.
    fn number(
        &self,
        name: &str,
        (cell, place): &Cell,
        style: Style,
    ) -> Result<Option<Number>, Diagnostic> {
        let whole = matches!(self.chart.kind, ChartKind::Share | ChartKind::StackedBar);
        let wrong = |key| self.wrong(place.clone(), key).with("cell", cell.as_str());
        if GAPS.contains(&cell.as_str()) {
            let gap = self.wrong(place.clone(), "chart-data-invalid-gap").with("column", name);
            let gap = gap.hint(Message::new("chart-data-invalid-gap-hint"));
            return if whole { Err(gap) } else { Ok(None) };
        }
        match style.number(cell) {
            Some(number) if whole && number.value < 0.0 => {
                let hint = Message::new("chart-data-invalid-negative-hint");
                Err(wrong("chart-data-invalid-negative").hint(hint))
            }
            Some(number) => Ok(Some(number)),
            None if style.other().number(cell).is_some() => Err(wrong("chart-data-invalid-mixed")
                .with("example", self.example(style))
                .hint(Message::new("chart-data-invalid-hint"))),
            None => Err(wrong("chart-data-invalid").with("column", name).hint(slip(cell, style))),
        }
    }

    /// A number of the file that is clearly written in a style.
    fn example(&self, style: Style) -> &str {
        let mut cells = self.rows.iter().flatten().map(|(cell, _)| cell.as_str());
        cells.find(|cell| Style::clear(cell) == Some(style)).unwrap_or_default()
    }

    fn wrong(&self, place: Range<usize>, key: &'static str) -> Diagnostic {
        Diagnostic::chart_data_invalid(Span::new(self.file, place), key, self.chart.span)
    }
}

/// Rows without the cells at their ends that no row has, nor a name: a spreadsheet program writes
/// them for columns that are empty.
fn trimmed(mut rows: Vec<Row>) -> Vec<Row> {
    let used =
        |row: &Row| row.iter().rposition(|(cell, _)| !cell.is_empty()).map_or(0, |at| at + 1);
    let width = rows.iter().map(used).max().unwrap_or_default();
    for row in &mut rows {
        row.truncate(width);
    }
    rows
}

/// What to do about a cell that is no number.
fn slip(cell: &str, style: Style) -> Message {
    let is_number = |text: &str| style.number(text).is_some();
    let written = |number: String| Message::new("field-invalid-written-hint").with("value", number);
    let bare = cell.strip_suffix('%').map(str::trim_end);
    let inner = cell.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let long = cell.chars().all(|sign| sign.is_ascii_digit() || ".,- ".contains(sign));
    match (bare, inner) {
        (Some(bare), _) if is_number(bare) => {
            Message::new("chart-data-invalid-hint-percent").with("number", bare)
        }
        (_, Some(inner)) if is_number(inner) => written(format!("-{inner}")),
        _ if cell.starts_with('#') => Message::new("chart-data-invalid-hint-formula"),
        _ if long && cell.chars().filter(char::is_ascii_digit).count() > DIGITS => {
            Message::new("chart-data-invalid-hint-digits").with("most", DIGITS)
        }
        _ => Message::new("chart-data-invalid-hint"),
    }
}

fn none_of(found: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if found.is_empty() { Ok(()) } else { Err(found) }
}

/// Whether a column is one of numbers in a style.
fn fits(style: Style, rows: &[Row], column: usize) -> bool {
    let read = |cell: &str| GAPS.contains(&cell) || style.number(cell).is_some();
    rows.iter().all(|row| read(&row[column].0))
}

/// The whole of a row.
fn around(row: &[Cell]) -> Range<usize> {
    let start = row.first().map_or(0, |(_, place)| place.start);
    start..row.last().map_or(start, |(_, place)| place.end)
}

/// The column of a name that a block gives.
fn column(head: &[Cell], name: &str, span: Span, field: &'static str) -> Result<usize, Diagnostic> {
    let same = |(own, _): &Cell| own.split_whitespace().eq(name.split_whitespace());
    head.iter().position(same).ok_or_else(|| {
        let names: Vec<&str> = head.iter().map(|(name, _)| name.as_str()).collect();
        Diagnostic::field_invalid(span, field, "expected-column")
            .hint(Message::new("field-invalid-column-hint").with("columns", names.join(", ")))
    })
}
