//! Line charts: an axis of round numbers, labels that stay inside the drawing, lines with gaps.

use std::ops::Range;

use plotters::prelude::*;
use plotters_backend::BackendCoord;

use super::canvas::{AXIS, MARK, MESH, STROKE};
use super::scale::Scale;
use super::text::{LINE, SIZE, measure, widest, words_fit, wrapped};
use super::{Area, Canvas, Drawn, GAP, HPos, Sketch, count, style, text};
use crate::model::flow::Run;

/// Height of the part of a drawing that has lines in it.
const PLOT: i32 = 2000;

/// What a mark takes of its line.
const MARK_ROOM: i32 = 110;

/// The label of a row in lines.
type Label = (usize, Vec<String>);

impl Sketch<'_> {
    pub(super) fn lines_height(&self) -> i32 {
        self.legend_height() + self.headroom() + PLOT + self.label_height()
    }

    /// What the highest number of a single line needs over the axis, else half a letter.
    fn headroom(&self) -> i32 {
        if self.figures.series.len() == 1 { 2 * SIZE } else { SIZE }
    }

    /// The numbers of the axis, and the room that they take at the side.
    fn axis_numbers(&self, scale: Scale) -> (Vec<(f64, String)>, i32) {
        let written = |value| (value, scale.written(value, self.language));
        let numbers: Vec<(f64, String)> = scale.ticks().into_iter().map(written).collect();
        let side = widest(numbers.iter().map(|(_, text)| text)) + GAP;
        (numbers, side)
    }

    /// The labels below the lines: of all rows, if they have room there, else of every second,
    /// third and so on.
    fn shown_labels(&self) -> Vec<Label> {
        let labels: Vec<&str> = self.figures.labels.iter().map(Run::text).collect();
        let (_, side) = self.axis_numbers(Scale::of(self.figures));
        let room = |every: usize| {
            ((self.width - side) * count(every) / count(labels.len()) - GAP).max(SIZE)
        };
        let shown = |every: usize| labels.iter().enumerate().step_by(every);
        let fits = |every: usize, most: usize| {
            let last = (labels.len() - 1) / every * every;
            let mut free = 0;
            shown(every).all(|(row, label)| {
                let lines = wrapped(label, room(every));
                let left = self.label_span(row, side, &lines).start;
                let apart = left >= free || row == last;
                free = left + widest(&lines) + GAP / 2;
                apart && lines.len() <= most && words_fit(label, room(every))
            })
        };
        let all = |lines| Some(1).filter(|_| fits(1, lines));
        let some = || (2..=labels.len() / 2).find(|&every| fits(every, 3));
        let every = all(4).or_else(some).or_else(|| all(12));
        let every = every.unwrap_or_else(|| labels.len().saturating_sub(1).max(1));
        shown(every).map(|(row, label)| (row, wrapped(label, room(every)))).collect()
    }

    /// From where to where the label of a row goes, inside the drawing.
    fn label_span(&self, row: usize, side: i32, lines: &[String]) -> Range<i32> {
        let rows = count(self.figures.labels.len());
        let width = widest(lines);
        let middle =
            self.inside(side + (self.width - side) * (2 * count(row) + 1) / (2 * rows), width, 0);
        middle - width / 2..middle + width / 2
    }

    fn label_height(&self) -> i32 {
        let most = self.shown_labels().iter().map(|(_, lines)| lines.len()).max();
        count(most.unwrap_or_default()) * LINE + 2 * GAP
    }

    pub(super) fn lines(&self, area: &Area) -> Drawn {
        self.legend(area, line_swatch)?;
        let scale = Scale::of(self.figures);
        let (numbers, side) = self.axis_numbers(scale);
        // Each row stands in the middle of a place of its own.
        let end = 2 * count(self.figures.labels.len());
        let chart = ChartBuilder::on(area)
            .margin_top(self.legend_height() + self.headroom())
            .x_label_area_size(self.label_height())
            .y_label_area_size(side)
            .build_cartesian_2d(0..end, scale.low()..scale.high())?;
        let at = |row: usize, value: f64| chart.backend_coord(&(2 * count(row) + 1, value));
        for (value, shown) in numbers {
            let (_, y) = at(0, value);
            let look = if value == 0.0 { AXIS } else { MESH };
            area.draw(&PathElement::new(vec![(side, y), (self.width, y)], look))?;
            area.draw(&Text::new(shown, (side - GAP, y), text(HPos::Right)))?;
        }
        let (top, bottom) = (at(0, scale.high()).1, at(0, scale.low()).1);
        let corner = vec![(side, top), (side, bottom), (self.width, bottom)];
        area.draw(&PathElement::new(corner, AXIS))?;
        self.labels(area, side, |row| (at(row, scale.low()).0, bottom))?;
        self.series(area, at)?;
        self.highest(area, side, at)
    }

    /// The labels below the axis, each under a stroke where not every row has one; the last is left
    /// out where the edge pushes it over the one before.
    fn labels(&self, area: &Area, side: i32, foot: impl Fn(usize) -> BackendCoord) -> Drawn {
        let labels = self.shown_labels();
        let all = labels.len() == self.figures.labels.len();
        let mut free = 0;
        for (row, lines) in labels {
            let (x, y) = foot(row);
            let span = self.label_span(row, side, &lines);
            if span.start < free {
                continue;
            }
            free = span.end + GAP / 2;
            if !all {
                area.draw(&PathElement::new(vec![(x, y), (x, y + GAP)], AXIS))?;
            }
            for (line, words) in lines.into_iter().enumerate() {
                let place =
                    (i32::midpoint(span.start, span.end), y + GAP + count(line) * LINE + LINE / 2);
                area.draw(&Text::new(words, place, text(HPos::Center)))?;
            }
        }
        Ok(())
    }

    /// The middle of a text of this width, moved so that it keeps between `left` and the edge.
    fn inside(&self, middle: i32, width: i32, left: i32) -> i32 {
        middle.max(left + width / 2).min(self.width - width / 2)
    }

    /// A line through the numbers that are known, broken where one is not, and marks on it: at each
    /// number, or at every second, third and so on where they would touch.
    fn series(&self, area: &Area, at: impl Fn(usize, f64) -> BackendCoord) -> Drawn {
        let apart = (at(1, 0.0).0 - at(0, 0.0).0).max(1);
        let every = usize::try_from(MARK_ROOM / apart).unwrap_or_default() + 1;
        for (number, series) in self.figures.series.iter().enumerate() {
            let points: Vec<Option<BackendCoord>> = (0..series.numbers.len())
                .map(|row| series.value(row).map(|value| at(row, value)))
                .collect();
            for known in points.split(Option::is_none).filter(|known| known.len() > 1) {
                let line: Vec<BackendCoord> = known.iter().flatten().copied().collect();
                area.draw(&PathElement::new(line, style(STROKE, number + 1)))?;
            }
            let known = |row: usize| points.get(row).copied().flatten();
            for (row, point) in (0..).zip(&points).filter_map(|(row, it)| Some((row, (*it)?))) {
                let alone =
                    known(row + 1).is_none() && row.checked_sub(1).and_then(known).is_none();
                if alone || row.is_multiple_of(every) {
                    area.draw(&mark(number + 1, point))?;
                }
            }
        }
        Ok(())
    }

    /// The highest number of a single line stands over it.
    fn highest(&self, area: &Area, side: i32, at: impl Fn(usize, f64) -> BackendCoord) -> Drawn {
        let [series] = self.figures.series.as_slice() else { return Ok(()) };
        let (_, row) = series.extremes();
        let (x, y) = at(row, series.value(row).unwrap_or_default());
        let shown = series.written(row, self.language);
        let x = self.inside(x, measure(&shown), side + GAP);
        area.draw(&Text::new(shown, (x, y - SIZE), text(HPos::Center)))
    }
}

fn line_swatch(area: &Area, series: usize, x: i32, y: i32) -> Drawn {
    let y = y + LINE / 2;
    let line = PathElement::new(vec![(x, y), (x + SIZE + GAP, y)], style(STROKE, series));
    area.draw(&line)?;
    area.draw(&mark(series, (x + i32::midpoint(SIZE, GAP), y)))
}

/// Corners of the marks of the second and later series around their middles: a square, a diamond,
/// a triangle, one that stands on its head, a cross.
const MARKS: [&[BackendCoord]; 5] = [
    &[(-42, -42), (42, -42), (42, 42), (-42, 42)],
    &[(0, -60), (60, 0), (0, 60), (-60, 0)],
    &[(0, -55), (55, 45), (-55, 45)],
    &[(0, 55), (55, -45), (-55, -45)],
    &[
        (-20, -58),
        (20, -58),
        (20, -20),
        (58, -20),
        (58, 20),
        (20, 20),
        (20, 58),
        (-20, 58),
        (-20, 20),
        (-58, 20),
        (-58, -20),
        (-20, -20),
    ],
];

/// The mark of a series on its line.
fn mark<'c>(series: usize, (x, y): BackendCoord) -> DynElement<'c, Canvas<'c>, BackendCoord> {
    let style = style(MARK, series);
    match series.checked_sub(2).and_then(|at| MARKS.get(at)) {
        None => Circle::new((x, y), 45, style).into_dyn(),
        Some(corners) => {
            let corners: Vec<BackendCoord> =
                corners.iter().map(|(right, down)| (x + right, y + down)).collect();
            Polygon::new(corners, style).into_dyn()
        }
    }
}
