//! Charts -> SVG, drawn by plotters on a canvas of our own.
//!
//! Takes a resolved chart, gives what its template needs: its drawings, and the table as text.
//! plotters keeps the coordinates; the `canvas` writes what it is told as SVG in which text is
//! text and nothing has a colour: every shape has a class, and the style sheet knows the colours of
//! both schemes and of paper. Series differ by pattern, dashes and marks as well. No font is
//! measured, so that the bytes are the same on every machine.
//!
//! A chart is drawn twice, narrow and wide, and the style sheet shows the one that the place has
//! room for. So letters keep nearly the size of the text around them on every screen and with every
//! size of text, and a drawing is never shrunk to fit.

mod canvas;
mod lines;
mod scale;
mod text;

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};

use self::canvas::{AREA, AXIS, Canvas, TEXT, patterns};
use self::scale::Scale;
use self::text::{LINE, SIZE, measure, widest, wrapped};
use super::views::{AxisView, ChartBlock, DrawingView, PermalinkView, RowView, SeriesView};
use crate::model::chart::{Figures, Series, written};
use crate::model::flow::Run;
use crate::model::meta::{ChartKind, Language};
use crate::model::resolved::Chart;

// Everything is drawn in tenths of the units of the SVG, for plotters counts whole pixels. A unit
// is a sixteenth of the size of the page's text, as long as a drawing is shown at its own size.

/// The drawings of a chart and their widths: one for a small telephone, one for a column of text.
const WIDTHS: [(&str, i32); 2] = [("narrow", 2880), ("wide", 5440)];
/// Thickness of a bar.
const BAR: i32 = 180;
/// What stands free between two things.
const GAP: i32 = 60;

type Area<'a> = DrawingArea<Canvas<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// What the template of a chart sees, on a page in the language `site`.
#[must_use]
pub fn view(
    chart: &Chart,
    id: &str,
    site: &'static str,
    text: Language,
    href: String,
) -> ChartBlock {
    let figures = &chart.figures;
    let rows = figures.labels.iter().enumerate().map(|(row, label)| RowView {
        label: label.text().to_owned(),
        values: figures.series.iter().map(|series| series.written(row, text)).collect(),
    });
    let drawing = |(name, width): (&'static str, i32)| {
        let id = format!("{id}-{name}");
        let percent = chart.unit.as_ref().is_some_and(|unit| unit.text() == "%");
        let sketch = Sketch { figures, id: &id, language: text, width, percent };
        sketch.drawing(name, chart.kind)
    };
    ChartBlock {
        language: site,
        text_language: text.name(),
        id: id.to_owned(),
        anchor: chart.anchor.clone().unwrap_or_else(|| id.to_owned()),
        label: chart.label.clone(),
        permalink: chart.anchor.as_ref().map(|it| PermalinkView::new(it, &chart.citation)),
        kind: chart.kind.name(),
        title: chart.title.text().to_owned(),
        unit: chart.unit.as_ref().map(|unit| unit.text().to_owned()),
        source: chart.source.as_ref().map(|source| source.text().to_owned()),
        axis: axis_view(chart, text),
        drawings: WIDTHS.map(drawing),
        heading: figures.heading.text().to_owned(),
        series: figures.series.iter().map(|series| series_view(figures, series, text)).collect(),
        rows: rows.collect(),
        href,
    }
}

fn series_view(figures: &Figures, series: &Series, language: Language) -> SeriesView {
    let (lowest, highest) = series.extremes();
    let label = |row: usize| figures.labels.get(row).map(Run::text).unwrap_or_default().to_owned();
    SeriesView {
        name: series.name.text().to_owned(),
        lowest: series.written(lowest, language),
        lowest_at: label(lowest),
        highest: series.written(highest, language),
        highest_at: label(highest),
    }
}

/// The ends of an axis without 0, which a reader has to be told of.
fn axis_view(chart: &Chart, language: Language) -> Option<AxisView> {
    let scale = (chart.kind == ChartKind::Line).then(|| Scale::of(&chart.figures))?;
    let written = |value| scale.written(value, language);
    scale.is_cut().then(|| AxisView { low: written(scale.low()), high: written(scale.high()) })
}

fn tenth(length: i32) -> u32 {
    u32::try_from(length / 10).unwrap_or_default()
}

/// A chart that is being drawn.
struct Sketch<'a> {
    figures: &'a Figures,
    id: &'a str,
    language: Language,
    width: i32,
    /// Whether the numbers are percent as they are written.
    percent: bool,
}

/// An entry of a legend: its left and top, and its name in lines.
struct Entry {
    x: i32,
    y: i32,
    lines: Vec<String>,
}

/// A part of a whole: its label in lines, its number, the line in which that stands, the height.
struct Part {
    lines: Vec<String>,
    value: String,
    line: usize,
    height: i32,
}

impl Sketch<'_> {
    fn drawing(&self, name: &'static str, kind: ChartKind) -> DrawingView {
        let height = self.height(kind);
        let svg_html = self.svg(kind, height);
        DrawingView { name, svg_html, width: tenth(self.width), height: tenth(height) }
    }

    fn height(&self, kind: ChartKind) -> i32 {
        let legend = self.legend_height();
        match kind {
            ChartKind::Bar => legend + self.rows_height(self.figures.series.len()),
            ChartKind::StackedBar => legend + self.rows_height(1),
            ChartKind::Share => {
                2 * BAR + 2 * GAP + self.parts().map(|part| part.height).sum::<i32>()
            }
            ChartKind::Line => self.lines_height(),
        }
    }

    /// The inside of the SVG element: patterns, then shapes.
    fn svg(&self, kind: ChartKind, height: i32) -> String {
        let parts = match kind {
            ChartKind::Line => 0,
            ChartKind::Share => self.figures.labels.len(),
            _ => self.figures.series.len(),
        };
        let mut out = patterns(self.id, parts);
        let canvas = Canvas { out: &mut out, size: (self.width, height), id: self.id };
        let area = canvas.into_drawing_area();
        let drawn = match kind {
            ChartKind::Bar => self.bars(&area, height),
            ChartKind::StackedBar => self.stacked_bars(&area, height),
            ChartKind::Share => self.share(&area),
            ChartKind::Line => self.lines(&area),
        };
        drop(area);
        debug_assert!(drawn.is_ok(), "the canvas refuses nothing");
        out
    }

    // Legends.

    /// The entries of the legend, side by side as far as they have room, and the height of all.
    fn legend_entries(&self) -> (Vec<Entry>, i32) {
        let lead = SIZE + 2 * GAP;
        let (mut x, mut y, mut bottom) = (0, 0, 0);
        let mut entries = Vec::new();
        for series in &self.figures.series {
            let lines = wrapped(series.name.text(), self.width - lead);
            let width = lead + widest(&lines);
            if x > 0 && x + width > self.width {
                (x, y) = (0, bottom);
            }
            bottom = bottom.max(y + count(lines.len()) * LINE + GAP / 2);
            entries.push(Entry { x, y, lines });
            x += width + 2 * GAP;
        }
        (entries, bottom)
    }

    fn legend_height(&self) -> i32 {
        if self.figures.series.len() > 1 { self.legend_entries().1 + 2 * GAP } else { 0 }
    }

    fn legend(&self, area: &Area, swatch: impl Fn(&Area, usize, i32, i32) -> Drawn) -> Drawn {
        if self.figures.series.len() < 2 {
            return Ok(());
        }
        for (at, Entry { x, y, lines }) in self.legend_entries().0.into_iter().enumerate() {
            swatch(area, at + 1, x, y)?;
            write(area, lines, (x + SIZE + 2 * GAP, y))?;
        }
        Ok(())
    }

    // Bars lie, so that a label of any length has its line above them.

    fn label_lines(&self) -> Vec<Vec<String>> {
        self.figures.labels.iter().map(|label| wrapped(label.text(), self.width)).collect()
    }

    /// Height of all rows with so many bars in each.
    fn rows_height(&self, bars: usize) -> i32 {
        let bars = count(bars) * (BAR + GAP / 2);
        let labels = self.label_lines();
        labels.iter().map(|lines| count(lines.len()) * LINE + GAP / 2 + bars + 2 * GAP).sum()
    }

    /// Draws the labels of the rows; the top of the bars of each.
    fn row_labels(
        &self,
        area: &Area,
        bars: usize,
    ) -> Result<Vec<i32>, DrawingAreaErrorKind<Infallible>> {
        let mut y = self.legend_height();
        let mut tops = Vec::new();
        for lines in self.label_lines() {
            let height = count(lines.len()) * LINE + GAP / 2;
            write(area, lines, (0, y))?;
            y += height;
            tops.push(y);
            y += count(bars) * (BAR + GAP / 2) + 2 * GAP;
        }
        Ok(tops)
    }

    fn bars(&self, area: &Area, height: i32) -> Drawn {
        self.legend(area, area_swatch)?;
        let tops = self.row_labels(area, self.figures.series.len())?;
        let low = self.figures.values().fold(0.0, f64::min);
        let least = if low < 0.0 { 0.0 } else { f64::MIN_POSITIVE };
        let high = self.figures.values().fold(least, f64::max);
        let mut chart = ChartBuilder::on(area)
            .margin_right(self.number_room())
            .build_cartesian_2d(low..high, height..0)?;
        for (row, top) in tops.iter().enumerate() {
            for (at, series) in self.figures.series.iter().enumerate() {
                let y = top + count(at) * (BAR + GAP / 2);
                let value = series.value(row).unwrap_or_default();
                if value != 0.0 {
                    let bar = Rectangle::new([(0.0, y), (value, y + BAR)], style(AREA, at + 1));
                    chart.draw_series([bar])?;
                }
                let shown = series.written(row, self.language);
                let end = EmptyElement::at((value.max(0.0), y + BAR / 2))
                    + Text::new(shown, (GAP, 0), text(HPos::Left));
                chart.draw_series([end])?;
            }
            let bars = count(self.figures.series.len()) * (BAR + GAP / 2);
            chart.draw_series([axis(*top, top + bars)])?;
        }
        Ok(())
    }

    /// What the numbers behind bars take.
    fn number_room(&self) -> i32 {
        let rows = 0..self.figures.labels.len();
        let written =
            |series| rows.clone().map(move |row| Series::written(series, row, self.language));
        let numbers: Vec<String> = self.figures.series.iter().flat_map(written).collect();
        widest(&numbers) + GAP
    }

    fn stacked_bars(&self, area: &Area, height: i32) -> Drawn {
        self.legend(area, area_swatch)?;
        let tops = self.row_labels(area, 1)?;
        let numbers = self.figures.series.iter().flat_map(|series| &series.numbers).flatten();
        let decimals = numbers.map(|number| number.decimals).max().unwrap_or_default();
        let parts = |row: usize| self.figures.series.iter().filter_map(move |it| it.value(row));
        let totals: Vec<f64> = (0..tops.len()).map(|row| parts(row).sum()).collect();
        let shown = |total: f64| written(total, decimals, self.language);
        let room = totals.iter().map(|total| measure(&shown(*total))).max().unwrap_or_default();
        let high = totals.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let mut chart = ChartBuilder::on(area)
            .margin_right(room + GAP)
            .build_cartesian_2d(0.0..high, height..0)?;
        for (row, &y) in tops.iter().enumerate() {
            let mut from = 0.0;
            for (at, value) in parts(row).enumerate() {
                let to = from + value;
                let bar = Rectangle::new([(from, y), (to, y + BAR)], style(AREA, at + 1));
                chart.draw_series([bar])?;
                from = to;
            }
            let end = EmptyElement::at((from, y + BAR / 2))
                + Text::new(shown(from), (GAP, 0), text(HPos::Left));
            chart.draw_series([end])?;
            chart.draw_series([axis(y, y + BAR)])?;
        }
        Ok(())
    }

    // Shares.

    /// The part of a row: its number stands beside its label, or below where both have no room.
    fn part(&self, row: usize) -> Part {
        let label = self.figures.labels[row].text();
        let value = self.figures.series.first().map(|series| self.share_text(series, row));
        let value = value.unwrap_or_default();
        let room = self.width - SIZE - 2 * GAP;
        let beside = room - measure(&value) - 2 * GAP;
        let below = beside < self.width / 3;
        let lines = wrapped(label, if below { room } else { beside });
        let line = if below { lines.len() } else { 0 };
        let height = count(lines.len().max(line + 1)) * LINE + GAP;
        Part { lines, value, line, height }
    }

    fn parts(&self) -> impl Iterator<Item = Part> {
        (0..self.figures.labels.len()).map(|row| self.part(row))
    }

    /// "12,5 (31,3%)"; the number alone where it is the share.
    fn share_text(&self, series: &Series, row: usize) -> String {
        let total: f64 = series.values().sum();
        let number = series.written(row, self.language);
        if self.percent && (total - 100.0).abs() < 1e-6 {
            return number;
        }
        let share = share(series.value(row).unwrap_or_default(), total, self.language);
        format!("{number} ({share}%)")
    }

    fn share(&self, area: &Area) -> Drawn {
        let Some(series) = self.figures.series.first() else { return Ok(()) };
        let total: f64 = series.values().sum();
        let (bar, rest) = area.split_vertically(2 * BAR);
        let mut chart = ChartBuilder::on(&bar).build_cartesian_2d(0.0..total, 0..1)?;
        let mut from = 0.0;
        for (at, value) in series.values().enumerate() {
            let part = Rectangle::new([(from, 0), (from + value, 1)], style(AREA, at + 1));
            chart.draw_series([part])?;
            from += value;
        }
        let mut y = 2 * GAP;
        for (at, Part { lines, value, line, height }) in self.parts().enumerate() {
            area_swatch(&rest, at + 1, 0, y)?;
            let place = (self.width, y + count(line) * LINE + LINE / 2);
            rest.draw(&Text::new(value, place, text(HPos::Right)))?;
            write(&rest, lines, (SIZE + 2 * GAP, y))?;
            y += height;
        }
        Ok(())
    }
}

/// Percent that a part is of the whole, half a tenth rounded up. What is a part is not told to be
/// nothing, nor all: "<0,1", ">99,9".
fn share(value: f64, total: f64, language: Language) -> String {
    // What the binary form of the numbers leaves behind is no reason to round down.
    let tenths = (value / total * 1e9).round() / 1e6;
    let (sign, tenths) = match tenths.round() {
        0.0 if value > 0.0 => ("<", 1.0),
        1000.0 if value < total => (">", 999.0),
        rounded => ("", rounded),
    };
    format!("{sign}{}", written(tenths / 10.0, 1, language))
}

fn count(number: usize) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The style of a shape of a series, which counts from 1.
fn style(role: u8, series: usize) -> ShapeStyle {
    RGBColor(role, u8::try_from(series).unwrap_or(u8::MAX), 0).filled()
}

fn text(anchor: HPos) -> TextStyle<'static> {
    let font = ("sans-serif", SIZE).into_font();
    TextStyle::from(font).color(&TEXT).pos(Pos::new(anchor, VPos::Center))
}

/// Writes lines one below the other from a place on.
fn write(area: &Area, lines: Vec<String>, (x, y): (i32, i32)) -> Drawn {
    for (line, words) in lines.into_iter().enumerate() {
        let place = (x, y + count(line) * LINE + LINE / 2);
        area.draw(&Text::new(words, place, text(HPos::Left)))?;
    }
    Ok(())
}

/// The line that bars begin at.
fn axis(top: i32, bottom: i32) -> PathElement<(f64, i32)> {
    PathElement::new(vec![(0.0, top - GAP / 2), (0.0, bottom + GAP / 2)], AXIS)
}

fn area_swatch(area: &Area, series: usize, x: i32, y: i32) -> Drawn {
    let top = y + (LINE - SIZE) / 2;
    area.draw(&Rectangle::new([(x, top), (x + SIZE, top + SIZE)], style(AREA, series)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_as_they_are_taught() {
        for (value, total, expected) in [
            (12.5, 40.0, "31,3"),
            (40.25, 100.0, "40,3"),
            (29.25, 100.0, "29,3"),
            (0.15, 100.0, "0,2"),
            (1.15, 1000.0, "0,1"),
            (1.0, 4001.0, "<0,1"),
            (4000.0, 4001.0, ">99,9"),
            (0.0, 4001.0, "0,0"),
            (7.0, 7.0, "100,0"),
            (0.1 + 0.2, 0.3, "100,0"),
        ] {
            assert_eq!(share(value, total, Language::VIETNAMESE), expected, "{value} of {total}");
        }
    }
}
