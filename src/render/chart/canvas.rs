//! The canvas of a drawing: writes what plotters tells it to draw as SVG.
//!
//! Text is text and nothing has a colour: what a shape is stands in the place of its colour, and
//! becomes a class.

use std::convert::Infallible;
use std::fmt::Write;

use plotters::style::RGBColor;
use plotters::style::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::text::{SIZE, measure};
use crate::render::href::escape;

// What a shape is; the second number is that of a series, from 1.

/// A bar or part of one.
pub(super) const AREA: u8 = 1;
/// A point of a line.
pub(super) const MARK: u8 = 2;
/// A line.
pub(super) const STROKE: u8 = 3;
/// An axis.
pub(super) const AXIS: RGBColor = RGBColor(4, 0, 0);
/// A line of the grid.
pub(super) const MESH: RGBColor = RGBColor(5, 0, 0);
/// Letters.
pub(super) const TEXT: RGBColor = RGBColor(6, 0, 0);

/// How the areas of the second and later series differ from a plain one: strokes on their colour.
const HATCHES: [&str; 5] =
    ["M-2 10L10 -2M6 10L10 6M-2 2L2 -2", "M4 0V8", "M0 4H8", "M2 2h2v2h-2z", "M0 0L8 8M8 0L0 8"];

/// The patterns of the areas of a drawing.
pub(super) fn patterns(id: &str, parts: usize) -> String {
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
pub(super) struct Canvas<'a> {
    /// What is inside the SVG element.
    pub(super) out: &'a mut String,
    /// Its width and height.
    pub(super) size: (i32, i32),
    /// What the ids of its patterns begin with.
    pub(super) id: &'a str,
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
        (self.size.0.unsigned_abs(), self.size.1.unsigned_abs())
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
            VPos::Center => SIZE / 3,
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
}
