//! The width and height of pictures, so that a page keeps their place free until they come.
//!
//! Takes the files of the site, reads the beginnings of those whose names are of pictures, and gives
//! the dimensions that it finds there. A picture that says none has none; never an error, since
//! what a picture holds is nobody's text.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::model::draft::Dimensions;

/// What is read of an SVG to find its first tag.
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
        "svg" => of_svg(&beginning(disk).ok()?),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" | "bmp" => {
            let size = imagesize::size(disk).ok()?;
            whole(u32::try_from(size.width).ok()?, u32::try_from(size.height).ok()?)
        }
        _ => None,
    }
}

fn whole(width: u32, height: u32) -> Option<Dimensions> {
    (width > 0 && height > 0).then_some(Dimensions { width, height })
}

fn beginning(disk: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(disk)?.take(BEGINNING).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The dimensions that the first tag of an SVG names in pixels, else those of its view box.
fn of_svg(text: &str) -> Option<Dimensions> {
    let (_, tag) = text.split_once("<svg")?;
    let (tag, _) = tag.split_once('>')?;
    let pixels = |name| attribute(tag, name).and_then(|value| number(value.trim_end_matches("px")));
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return whole(width, height);
    }
    let view = attribute(tag, "viewBox")?;
    let numbers: Vec<&str> =
        view.split([' ', ',', '\n', '\t']).filter(|number| !number.is_empty()).collect();
    let [_, _, width, height] = numbers.as_slice() else { return None };
    whole(number(width)?, number(height)?)
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (before, value) = tag.split_once(&format!("{name}="))?;
    if !before.ends_with(char::is_whitespace) {
        return attribute(value, name);
    }
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next()
}

/// A length, rounded to what HTML can say.
fn number(text: &str) -> Option<u32> {
    let number: f64 = text.trim().parse().ok()?;
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
}
