//! The width and height of pictures, so that a page keeps their place free until they come.
//!
//! Takes the files of the site, reads the beginnings of those whose names are of pictures, and gives
//! the dimensions that it finds there, as the picture is shown: a photograph that its camera held
//! upright is turned. A picture that says none has none; never an error, since
//! what a picture holds is nobody's text.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::model::draft::Dimensions;

/// What is read of an SVG to find its first tag, of a photograph to find how it was held.
const BEGINNING: u64 = 16 * 1024;

/// The dimensions of the pictures among `files`, by path from the site root.
#[must_use]
pub(super) fn dimensions(files: &BTreeMap<String, PathBuf>) -> BTreeMap<String, Dimensions> {
    let found = files.par_iter().filter_map(|(path, disk)| Some((path.clone(), of(path, disk)?)));
    found.collect()
}

fn of(path: &str, disk: &Path) -> Option<Dimensions> {
    let (_, extension) = path.rsplit_once('.')?;
    match extension.to_ascii_lowercase().as_str() {
        "svg" => of_svg(&String::from_utf8_lossy(&bytes(disk).ok()?)),
        "jpg" | "jpeg" => {
            let Dimensions { width, height } = of_pixels(disk)?;
            let turned = orientation(&bytes(disk).ok()?).is_some_and(|way| way >= 5);
            if turned { whole(height, width) } else { whole(width, height) }
        }
        "png" | "gif" | "webp" | "avif" | "bmp" => of_pixels(disk),
        _ => None,
    }
}

fn of_pixels(disk: &Path) -> Option<Dimensions> {
    let size = imagesize::size(disk).ok()?;
    whole(u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)
}

fn whole(width: u32, height: u32) -> Option<Dimensions> {
    (width > 0 && height > 0).then_some(Dimensions { width, height })
}

/// The beginning of a file.
fn bytes(disk: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(disk)?.take(BEGINNING).read_to_end(&mut bytes)?;
    Ok(bytes)
}

// Photographs.

/// How the camera of a JPEG was held, as Exif counts: from 5 on the picture is shown on its side.
fn orientation(jpeg: &[u8]) -> Option<u16> {
    let mut rest = jpeg.strip_prefix(&[0xFF, 0xD8])?;
    loop {
        let [0xFF, kind, high, low, ..] = *rest else { return None };
        let end = 2 + usize::from(u16::from_be_bytes([high, low]));
        let segment = rest.get(4..end.min(rest.len()))?;
        if kind == 0xE1
            && let Some(exif) = segment.strip_prefix(b"Exif\0\0")
        {
            return Tiff::of(exif)?.orientation();
        }
        rest = rest.get(end..)?;
    }
}

/// The table in which Exif keeps what it knows, with its order of bytes.
struct Tiff<'a> {
    bytes: &'a [u8],
    little: bool,
}

impl<'a> Tiff<'a> {
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let little = bytes.starts_with(b"II");
        (little || bytes.starts_with(b"MM")).then_some(Self { bytes, little })
    }

    fn short(&self, at: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(at..at + 2)?.try_into().ok()?;
        Some(if self.little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, at: usize) -> Option<usize> {
        let (first, second) = (usize::from(self.short(at)?), usize::from(self.short(at + 2)?));
        Some(if self.little { second << 16 | first } else { first << 16 | second })
    }

    fn orientation(&self) -> Option<u16> {
        let table = self.long(4)?;
        let entries = 0..usize::from(self.short(table)?);
        let mut places = entries.map(|entry| table + 2 + 12 * entry);
        let entry = places.find(|&place| self.short(place) == Some(0x0112))?;
        self.short(entry + 8)
    }
}

// Drawings.

/// The dimensions that the first tag of an SVG names in pixels; a side that it does not name has
/// its length by the view box.
fn of_svg(text: &str) -> Option<Dimensions> {
    let (_, tag) = without_comments(text).split_once("<svg")?;
    let (tag, _) = tag.split_once('>')?;
    let pixels = |name| attribute(tag, name).and_then(|value| number(value.trim_end_matches("px")));
    let view = attribute(tag, "viewBox").and_then(view_box);
    match (pixels("width"), pixels("height"), view) {
        (Some(width), Some(height), _) => whole(rounded(width)?, rounded(height)?),
        (Some(width), None, Some(view)) => {
            whole(rounded(width)?, rounded(width * view.1 / view.0)?)
        }
        (None, Some(height), Some(view)) => {
            whole(rounded(height * view.0 / view.1)?, rounded(height)?)
        }
        (None, None, Some(view)) => whole(rounded(view.0)?, rounded(view.1)?),
        (_, _, None) => None,
    }
}

/// What stands behind the comments at the beginning of an SVG, in which anything may stand.
fn without_comments(text: &str) -> &str {
    let mut rest = text;
    while let Some((before, comment)) = rest.split_once("<!--")
        && !before.contains("<svg")
        && let Some((_, behind)) = comment.split_once("-->")
    {
        rest = behind;
    }
    rest
}

/// Width and height of a view box.
fn view_box(value: &str) -> Option<(f64, f64)> {
    let numbers = value.split([' ', ',', '\n', '\t']).filter(|number| !number.is_empty());
    let [_, _, width, height] = *numbers.collect::<Vec<&str>>() else { return None };
    Some((number(width)?, number(height)?))
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (before, value) = tag.split_once(&format!("{name}="))?;
    if !before.ends_with(char::is_whitespace) {
        return attribute(value, name);
    }
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

/// A length.
fn number(text: &str) -> Option<f64> {
    text.trim().parse().ok().filter(|number| (1e-6..=1e6).contains(number))
}

/// A length as HTML can say it.
fn rounded(number: f64) -> Option<u32> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "in range")]
    (1.0..=1e6).contains(&number).then_some(number.round() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(attributes: &str) -> Option<(u32, u32)> {
        let found = of_svg(&format!("<?xml version=\"1.0\"?>\n<svg {attributes}><path/></svg>"));
        found.map(|Dimensions { width, height }| (width, height))
    }

    #[test]
    fn an_svg_says_its_dimensions_or_its_view_box() {
        assert_eq!(svg(r#"width="120" height="20.4px" viewBox="0 0 1 1""#), Some((120, 20)));
        assert_eq!(svg("viewBox='0 0 640,\n360' stroke-width=\"3\""), Some((640, 360)));
        assert_eq!(svg(r#"width="100%" height="50%" viewBox="0 0 4 3""#), Some((4, 3)));
        assert_eq!(svg(r#"stroke-width="3" width="2" height="1""#), Some((2, 1)));
        assert_eq!(svg(r#"width="10em" height="1""#), None);
        assert_eq!(svg(r#"width="NaN" height="-1" viewBox="0 0 0 0""#), None);
    }

    #[test]
    fn a_side_that_an_svg_does_not_name_follows_the_view_box() {
        assert_eq!(svg(r#"width="50" viewBox="0 0 200 100""#), Some((50, 25)));
        assert_eq!(svg(r#"height="50px" viewBox="0 0 200 100""#), Some((100, 50)));
        assert_eq!(svg(r#"width="100%" height="50" viewBox="0 0 1 2""#), Some((25, 50)));
    }

    #[test]
    fn what_a_comment_says_is_no_svg() {
        let text =
            "<!-- <svg width=\"9\" height=\"5\"> -->\n<svg width=\"3\" height=\"4\"/><!-- -->";
        assert_eq!(of_svg(text), Some(Dimensions { width: 3, height: 4 }));
    }

    /// A JPEG up to its Exif, in either order of bytes.
    fn jpeg(way: u8, little: bool) -> Vec<u8> {
        let short = |number: u8| if little { [number, 0] } else { [0, number] };
        let long = |number: u8| if little { [number, 0, 0, 0] } else { [0, 0, 0, number] };
        let tag = if little { [0x12, 0x01] } else { [0x01, 0x12] };
        let order: &[u8] = if little { b"II" } else { b"MM" };
        let tiff = [
            order,
            &short(42),
            &long(8),
            &short(1),
            &tag,
            &short(3),
            &long(1),
            &short(way),
            &[0, 0],
        ];
        let exif = [b"Exif\0\0".as_slice(), &tiff.concat()].concat();
        let length = u8::try_from(exif.len() + 2).unwrap_or_default();
        [&[0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xE1, 0, length], exif.as_slice()].concat()
    }

    #[test]
    fn a_photograph_says_how_the_camera_was_held() {
        assert_eq!(orientation(&jpeg(6, true)), Some(6));
        assert_eq!(orientation(&jpeg(8, false)), Some(8));
        assert_eq!(orientation(&jpeg(6, true)[..30]), None);
        assert_eq!(orientation(b"\xFF\xD8\xFF\xDA"), None);
        assert_eq!(orientation(b""), None);
    }
}
