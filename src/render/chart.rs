//! Charts -> SVG, drawn by plotters on a canvas of our own.
//!
//! Takes a resolved chart, gives what its template needs: the drawing, and the table as text.
//! plotters keeps the coordinates, axes and ticks; the `Canvas` writes what it is told as SVG in
//! which text is text and nothing has a colour: every shape has a class, and the style sheet knows
//! the colours of both schemes and of paper. Series differ by pattern, dashes and marks as well.
//! No font is measured, so that the bytes are the same on every machine.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::coord::Shift;
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingErrorKind,
};

use super::href::escape;
use super::views::{ChartBlock, RowView, SeriesView};
use crate::model::chart::{Figures, Series, written};
use crate::model::meta::{ChartKind, Language};
use crate::model::resolved::Chart;

// Everything is drawn in tenths of the units of the SVG, for plotters counts whole pixels.

/// Width of a drawing: it fits a small telephone at nearly its own size.
const WIDTH: i32 = 4000;
/// Size of its letters, which leaves 11 pixels of 16 there.
const SIZE: i32 = 160;
/// From one line of text to the next.
const LINE: i32 = 210;
/// Thickness of a bar.
const BAR: i32 = 180;
/// What stands free between two things.
const GAP: i32 = 60;
/// Height of the part of a drawing that has lines in it.
const PLOT: i32 = 2200;

/// What a shape is, in the place of its colour; the second number is that of a series, from 1.
const AREA: u8 = 1;
const MARK: u8 = 2;
const STROKE: u8 = 3;
const AXIS: RGBColor = RGBColor(4, 0, 0);
const MESH: RGBColor = RGBColor(5, 0, 0);
const TEXT: RGBColor = RGBColor(6, 0, 0);

type Area<'a> = DrawingArea<Canvas<'a>, Shift>;
type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// What the template of a chart sees, but for its link and the language of the site.
#[must_use]
pub fn view(chart: &Chart, id: &str, language: Language) -> ChartBlock {
    let figures = &chart.figures;
    let sketch = Sketch { figures, id, language };
    let height = sketch.height(chart.kind);
    let rows = figures.labels.iter().enumerate().map(|(row, label)| RowView {
        label: label.clone(),
        values: figures.series.iter().map(|series| series.written(row, language)).collect(),
    });
    ChartBlock {
        language: language.name(),
        text_language: language.name(),
        id: id.to_owned(),
        kind: chart.kind.name(),
        title: chart.title.clone(),
        unit: chart.unit.clone(),
        source: chart.source.clone(),
        svg_html: sketch.svg(chart.kind, height),
        width: tenth(WIDTH),
        height: tenth(height),
        heading: figures.heading.clone(),
        series: figures
            .series
            .iter()
            .map(|series| series_view(figures, series, language))
            .collect(),
        rows: rows.collect(),
        href: String::new(),
    }
}

fn series_view(figures: &Figures, series: &Series, language: Language) -> SeriesView {
    let (lowest, highest) = series.extremes();
    let label = |row: usize| figures.labels.get(row).cloned().unwrap_or_default();
    SeriesView {
        name: series.name.clone(),
        lowest: series.written(lowest, language),
        lowest_at: label(lowest),
        highest: series.written(highest, language),
        highest_at: label(highest),
    }
}

fn tenth(length: i32) -> u32 {
    u32::try_from(length / 10).unwrap_or_default()
}

/// A chart that is being drawn.
struct Sketch<'a> {
    figures: &'a Figures,
    id: &'a str,
    language: Language,
}

impl Sketch<'_> {
    fn height(&self, kind: ChartKind) -> i32 {
        let legend = self.legend_height();
        match kind {
            ChartKind::Bar => legend + self.rows_height(self.figures.series.len()),
            ChartKind::StackedBar => legend + self.rows_height(1),
            ChartKind::Share => {
                let rows = self.figures.labels.iter();
                2 * BAR + 2 * GAP + rows.map(|label| self.share_row(label).1).sum::<i32>()
            }
            ChartKind::Line => legend + PLOT,
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
        let canvas = Canvas { out: &mut out, height, id: self.id };
        let area = canvas.into_drawing_area();
        let drawn = match kind {
            ChartKind::Bar => self.bars(&area, height),
            ChartKind::StackedBar => self.stacked_bars(&area, height),
            ChartKind::Share => self.share(&area),
            ChartKind::Line => self.lines(&area, height),
        };
        drop(area);
        debug_assert!(drawn.is_ok(), "the canvas refuses nothing");
        out
    }

    // Legends.

    /// Where the entry of each series stands: left and top.
    fn legend_places(&self) -> Vec<(i32, i32)> {
        let (mut x, mut y) = (0, 0);
        let mut places = Vec::new();
        for series in &self.figures.series {
            let width = 3 * GAP + SIZE + measure(&series.name);
            if x > 0 && x + width > WIDTH {
                (x, y) = (0, y + LINE + GAP / 2);
            }
            places.push((x, y));
            x += width + 2 * GAP;
        }
        places
    }

    fn legend_height(&self) -> i32 {
        let last = self.legend_places().pop().filter(|_| self.figures.series.len() > 1);
        last.map_or(0, |(_, y)| y + LINE + 2 * GAP)
    }

    fn legend(&self, area: &Area, swatch: impl Fn(&Area, usize, i32, i32) -> Drawn) -> Drawn {
        if self.figures.series.len() < 2 {
            return Ok(());
        }
        for (at, (x, y)) in self.legend_places().into_iter().enumerate() {
            swatch(area, at + 1, x, y)?;
            let name = self.figures.series[at].name.clone();
            let place = (x + SIZE + 2 * GAP, y + LINE / 2);
            area.draw(&Text::new(name, place, text(HPos::Left)))?;
        }
        Ok(())
    }

    // Bars lie, so that a label of any length has its line above them.

    fn label_lines(&self) -> Vec<Vec<String>> {
        self.figures.labels.iter().map(|label| wrapped(label, WIDTH)).collect()
    }

    /// Height of all rows with so many bars in each.
    fn rows_height(&self, bars: usize) -> i32 {
        let bars = count(bars) * (BAR + GAP / 2);
        self.label_lines().iter().map(|lines| count(lines.len()) * LINE + bars + 2 * GAP).sum()
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
            for line in lines {
                area.draw(&Text::new(line, (0, y + LINE / 2), text(HPos::Left)))?;
                y += LINE;
            }
            tops.push(y);
            y += count(bars) * (BAR + GAP / 2) + 2 * GAP;
        }
        Ok(tops)
    }

    fn bars(&self, area: &Area, height: i32) -> Drawn {
        self.legend(area, area_swatch)?;
        let tops = self.row_labels(area, self.figures.series.len())?;
        let values = || self.figures.series.iter().flat_map(|series| &series.values);
        let low = values().copied().fold(0.0, f64::min);
        let high =
            values().copied().fold(if low < 0.0 { 0.0 } else { f64::MIN_POSITIVE }, f64::max);
        let rows = 0..self.figures.labels.len();
        let texts = self.figures.series.iter().flat_map(|series| {
            rows.clone().map(|row| measure(&series.written(row, self.language)))
        });
        let room = texts.max().unwrap_or_default() + GAP;
        let mut chart =
            ChartBuilder::on(area).margin_right(room).build_cartesian_2d(low..high, height..0)?;
        for (row, top) in tops.iter().enumerate() {
            for (at, series) in self.figures.series.iter().enumerate() {
                let y = top + count(at) * (BAR + GAP / 2);
                let value = series.values[row];
                let bar = Rectangle::new([(0.0, y), (value, y + BAR)], style(AREA, at + 1));
                chart.draw_series([bar])?;
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

    fn stacked_bars(&self, area: &Area, height: i32) -> Drawn {
        self.legend(area, area_swatch)?;
        let tops = self.row_labels(area, 1)?;
        let decimals = self.figures.series.iter().flat_map(|series| &series.decimals).max();
        let total = |row: usize| self.figures.series.iter().map(|series| series.values[row]).sum();
        let totals: Vec<f64> = (0..tops.len()).map(total).collect();
        let shown =
            |total: f64| written(total, decimals.copied().unwrap_or_default(), self.language);
        let room = totals.iter().map(|total| measure(&shown(*total))).max().unwrap_or_default();
        let high = totals.iter().copied().fold(f64::MIN_POSITIVE, f64::max);
        let mut chart = ChartBuilder::on(area)
            .margin_right(room + GAP)
            .build_cartesian_2d(0.0..high, height..0)?;
        for (row, &y) in tops.iter().enumerate() {
            let mut from = 0.0;
            for (at, series) in self.figures.series.iter().enumerate() {
                let to = from + series.values[row];
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

    /// The label of a part in lines, and the height that it takes.
    fn share_row(&self, label: &str) -> (Vec<String>, i32) {
        let values = self.figures.series.iter().flat_map(|series| {
            (0..series.values.len()).map(|row| measure(&self.share_text(series, row)))
        });
        let room = values.max().unwrap_or_default() + SIZE + 4 * GAP;
        let lines = wrapped(label, WIDTH - room);
        let height = count(lines.len()) * LINE + GAP;
        (lines, height)
    }

    /// "12,5 (31,3%)".
    fn share_text(&self, series: &Series, row: usize) -> String {
        let total: f64 = series.values.iter().sum();
        let share = written(series.values[row] / total * 100.0, 1, self.language);
        format!("{} ({share}%)", series.written(row, self.language))
    }

    fn share(&self, area: &Area) -> Drawn {
        let Some(series) = self.figures.series.first() else { return Ok(()) };
        let total: f64 = series.values.iter().sum();
        let (bar, rest) = area.split_vertically(2 * BAR);
        let mut chart = ChartBuilder::on(&bar).build_cartesian_2d(0.0..total, 0..1)?;
        let mut from = 0.0;
        for (at, value) in series.values.iter().enumerate() {
            let part = Rectangle::new([(from, 0), (from + value, 1)], style(AREA, at + 1));
            chart.draw_series([part])?;
            from += value;
        }
        let mut y = 2 * GAP;
        for (at, label) in self.figures.labels.iter().enumerate() {
            let (lines, height) = self.share_row(label);
            area_swatch(&rest, at + 1, 0, y)?;
            let shown = self.share_text(series, at);
            rest.draw(&Text::new(shown, (WIDTH, y + LINE / 2), text(HPos::Right)))?;
            for (line, words) in lines.into_iter().enumerate() {
                let place = (SIZE + 2 * GAP, y + count(line) * LINE + LINE / 2);
                rest.draw(&Text::new(words, place, text(HPos::Left)))?;
            }
            y += height;
        }
        Ok(())
    }

    // Lines.

    fn lines(&self, area: &Area, height: i32) -> Drawn {
        self.legend(area, line_swatch)?;
        let (low, high) = self.bounds();
        let labels = &self.figures.labels;
        let longest = labels.iter().map(|label| measure(label)).max().unwrap_or_default();
        let number = |value: &f64| tick(*value, self.language);
        let side = measure(&number(&high)).max(measure(&number(&low))) + measure(",0");
        let half = |label: Option<&String>| label.map_or(0, |label| measure(label) / 2);
        let (side, last) = (side.max(half(labels.first())), half(labels.last()));
        let room = (WIDTH - side - last) / (longest + 2 * GAP);
        let end = count(labels.len()).max(2) - 1;
        let mut chart = ChartBuilder::on(area)
            .margin_top(self.legend_height() + SIZE)
            .margin_right(last.max(GAP))
            .x_label_area_size(LINE + 2 * GAP)
            .y_label_area_size(side + 2 * GAP)
            .build_cartesian_2d(0..end, low..high)?;
        let label = |at: &i32| usize::try_from(*at).ok().and_then(|at| labels.get(at).cloned());
        chart
            .configure_mesh()
            .disable_x_mesh()
            .max_light_lines(1)
            .set_all_tick_mark_size(GAP)
            .x_labels(usize::try_from(room.max(2)).unwrap_or(2))
            .y_labels(5)
            .x_label_formatter(&|at| label(at).unwrap_or_default())
            .y_label_formatter(&number)
            .bold_line_style(MESH)
            .light_line_style(TRANSPARENT)
            .axis_style(AXIS)
            .label_style(("sans-serif", SIZE).into_font().color(&TEXT))
            .draw()?;
        for (at, series) in self.figures.series.iter().enumerate() {
            let points = series.values.iter().enumerate().map(|(row, &value)| (count(row), value));
            let points: Vec<(i32, f64)> = points.collect();
            chart.draw_series([PathElement::new(points.clone(), style(STROKE, at + 1))])?;
            for point in points {
                area.draw(&mark(at + 1, chart.backend_coord(&point)))?;
            }
        }
        if let [series] = self.figures.series.as_slice() {
            let (_, top) = series.extremes();
            let shown = series.written(top, self.language);
            let above = Text::new(shown, (0, -SIZE), text(HPos::Center));
            chart.draw_series([EmptyElement::at((count(top), series.values[top])) + above])?;
        }
        debug_assert!(height > 0, "a drawing has a height");
        Ok(())
    }

    /// Between what the axis of a line chart reaches: from 0, unless all numbers lie far from it.
    fn bounds(&self) -> (f64, f64) {
        let values = || self.figures.series.iter().flat_map(|series| &series.values).copied();
        let (low, high) = (values().fold(f64::MAX, f64::min), values().fold(f64::MIN, f64::max));
        let span = if high > low { high - low } else { high.abs().max(1.0) };
        let low = if low >= 0.0 && low < 2.0 * span { 0.0 } else { low - span * 0.1 };
        (low, high + span * 0.1)
    }
}

/// The number of an axis with as many digits as it needs.
fn tick(value: f64, language: Language) -> String {
    let whole = |decimals: &usize| {
        let scaled = value * 10_f64.powi(count(*decimals));
        (scaled - scaled.round()).abs() < 1e-6
    };
    written(value, (0..4).find(whole).unwrap_or(4), language)
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

/// The line that bars begin at.
fn axis(top: i32, bottom: i32) -> PathElement<(f64, i32)> {
    PathElement::new(vec![(0.0, top - GAP / 2), (0.0, bottom + GAP / 2)], AXIS)
}

fn area_swatch(area: &Area, series: usize, x: i32, y: i32) -> Drawn {
    let top = y + (LINE - SIZE) / 2;
    area.draw(&Rectangle::new([(x, top), (x + SIZE, top + SIZE)], style(AREA, series)))
}

fn line_swatch(area: &Area, series: usize, x: i32, y: i32) -> Drawn {
    let y = y + LINE / 2;
    let line = PathElement::new(vec![(x - GAP / 2, y), (x + SIZE + GAP, y)], style(STROKE, series));
    area.draw(&line)?;
    area.draw(&mark(series, (x + SIZE / 2 + GAP / 4, y)))
}

/// The mark of a series on its line: a circle, a square, a diamond, a triangle.
fn mark<'c>(series: usize, (x, y): BackendCoord) -> DynElement<'c, Canvas<'c>, BackendCoord> {
    let style = style(MARK, series);
    match series % 4 {
        1 => Circle::new((x, y), 45, style).into_dyn(),
        2 => Rectangle::new([(x - 42, y - 42), (x + 42, y + 42)], style).into_dyn(),
        3 => Polygon::new([(x, y - 60), (x + 60, y), (x, y + 60), (x - 60, y)], style).into_dyn(),
        _ => Polygon::new([(x, y - 55), (x + 55, y + 45), (x - 55, y + 45)], style).into_dyn(),
    }
}

// Text.

/// How wide a text is at most: no font is known, so that a wide one is meant.
fn measure(text: &str) -> i32 {
    let em = |letter: char| match letter {
        'i' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'l' | 'j' | 'f' | ' ' | '.' | ',' | ':' | ';'
        | '\'' | '/' => 36,
        '(' | ')' | 'r' | 't' => 42,
        'm' | 'w' | 'M' | 'W' | '%' | '−' | '–' => 98,
        letter if letter.is_uppercase() => 76,
        _ => 64,
    };
    text.chars().map(em).sum::<i32>() * SIZE / 100
}

/// A text in lines no wider than `width`, between words.
fn wrapped(text: &str, width: i32) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if measure(line) + measure(" ") + measure(word) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

// SVG.

/// How the areas of the second and later series differ from a plain one: strokes on their colour.
const HATCHES: [&str; 5] =
    ["M-2 10L10 -2M6 10L10 6M-2 2L2 -2", "M4 0V8", "M0 4H8", "M2 2h2v2h-2z", "M0 0L8 8M8 0L0 8"];

/// The patterns of the areas of a drawing.
fn patterns(id: &str, parts: usize) -> String {
    let mut out = String::new();
    for (hatch, part) in HATCHES.iter().zip(2..=parts) {
        let _ = write!(
            out,
            "<pattern id=\"{id}-s{part}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <path class=\"s{part}\" d=\"M0 0h8v8h-8z\"/><path class=\"hatch\" d=\"{hatch}\"/></pattern>"
        );
    }
    if out.is_empty() { out } else { format!("<defs>{out}</defs>\n") }
}

/// Writes what plotters draws as SVG.
struct Canvas<'a> {
    out: &'a mut String,
    height: i32,
    id: &'a str,
}

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl Canvas<'_> {
    /// The attributes of a shape that is filled, or of one that is a line.
    fn look(&self, color: BackendColor) -> String {
        match color.rgb {
            (AREA, 1, _) => "class=\"area s1\"".to_owned(),
            (AREA, series, _) => format!("class=\"area\" fill=\"url(#{}-s{series})\"", self.id),
            (MARK, series, _) => format!("class=\"mark s{series}\""),
            (STROKE, series, _) => format!("class=\"line l{series}\" fill=\"none\""),
            (5, ..) => "class=\"mesh\" fill=\"none\"".to_owned(),
            _ => "class=\"axis\" fill=\"none\"".to_owned(),
        }
    }

    fn path(
        &mut self,
        points: impl IntoIterator<Item = BackendCoord>,
        color: BackendColor,
        end: &str,
    ) {
        if color.alpha == 0.0 {
            return;
        }
        let mut data = String::new();
        for (x, y) in points {
            let sign = if data.is_empty() { 'M' } else { 'L' };
            let _ = write!(data, "{sign}{} {}", units(x), units(y));
        }
        let look = self.look(color);
        let _ = writeln!(self.out, "<path {look} d=\"{data}{end}\"/>");
    }
}

/// Tenths as units: "12.3", "12".
fn units(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, rest) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    if rest == 0 { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (WIDTH.unsigned_abs(), self.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Done {
        Ok(())
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Done {
        self.path([from, to], style.color(), "");
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        _: bool,
    ) -> Done {
        let (x, width) = (units(left.min(right)), units((right - left).abs()));
        let (y, height) = (units(top.min(bottom)), units((bottom - top).abs()));
        let look = self.look(style.color());
        let _ = writeln!(
            self.out,
            "<rect {look} x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>"
        );
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Done {
        self.path(path, style.color(), "");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        _: bool,
    ) -> Done {
        let look = self.look(style.color());
        let (x, y, radius) = (units(x), units(y), units(radius.cast_signed()));
        let _ = writeln!(self.out, "<circle {look} cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Done {
        self.path(points, style.color(), "Z");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &S,
        (x, y): BackendCoord,
    ) -> Done {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let down = match style.anchor().v_pos {
            VPos::Top => SIZE * 4 / 5,
            VPos::Center => SIZE * 7 / 20,
            VPos::Bottom => -SIZE / 5,
        };
        let (x, y) = (units(x), units(y + down));
        let _ = writeln!(self.out, "<text x=\"{x}\" y=\"{y}\"{anchor}>{}</text>", escape(text));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(
        &self,
        text: &str,
        _: &S,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        Ok((measure(text).unsigned_abs(), SIZE.unsigned_abs()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_in_units() {
        assert_eq!([1230, 1234, -5, 0].map(units), ["123", "123.4", "-0.5", "0"]);
    }

    #[test]
    fn long_labels_go_on_in_the_next_line() {
        let lines = wrapped("Nạo vét, tu sửa kênh tiêu qua thôn Hạ và thôn Bến", 2000);
        assert!(lines.len() > 1 && lines.iter().all(|line| measure(line) <= 2000), "{lines:?}");
        assert_eq!(lines.join(" "), "Nạo vét, tu sửa kênh tiêu qua thôn Hạ và thôn Bến");
    }

    #[test]
    fn ticks_have_the_digits_that_they_need() {
        let ticks = [0.0, 0.5, 1250.0, 0.025].map(|value| tick(value, Language::VIETNAMESE));
        assert_eq!(ticks, ["0", "0,5", "1.250", "0,025"]);
    }
}
