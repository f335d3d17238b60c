//! Paths as authors write them: joined, kept inside the site root, compared by number.
//!
//! All paths are relative to the site root, in NFC, with `/` between their parts.

use std::cmp::Ordering;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use unicode_normalization::UnicodeNormalization;

/// What may stand unencoded in a path or fragment (RFC 3986, unreserved, and `/`).
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// The folder that a file stands in; empty for the root.
#[must_use]
pub fn parent(path: &str) -> &str {
    path.rfind('/').map_or("", |slash| &path[..slash])
}

/// The last part of a path.
#[must_use]
pub fn name(path: &str) -> &str {
    path.rfind('/').map_or(path, |slash| &path[slash + 1..])
}

/// `path` as it is followed from the folder `base`; none if it leads out of the root.
#[must_use]
pub fn join(base: &str, path: &str) -> Option<String> {
    let mut parts: Vec<&str> = base.split('/').filter(|part| !part.is_empty()).collect();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// A path as it is followed from the file in which it is written, `/` being the content's own
/// root; none if it leads out of the site root.
#[must_use]
pub fn follow(file: &str, written: &str) -> Option<String> {
    match written.strip_prefix('/') {
        Some(path) => join("content", path),
        None => join(parent(file), written),
    }
}

/// A path or fragment as it was meant: percent-encoding undone, NFC.
#[must_use]
pub fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().nfc().collect()
}

/// A path or fragment as it stands in an address.
#[must_use]
pub fn encode(text: &str) -> String {
    utf8_percent_encode(text, PATH).to_string()
}

/// The order of paths, part by part, in which numbers compare as numbers: `2-x` before `10-x`.
#[must_use]
pub fn compare(left: &str, right: &str) -> Ordering {
    let mut lefts = left.split('/');
    let mut rights = right.split('/');
    loop {
        match (lefts.next(), rights.next()) {
            (None, None) => return left.cmp(right),
            (None, Some(_)) => return Ordering::Less,
            (Some(_), None) => return Ordering::Greater,
            (Some(left), Some(right)) => match compare_names(left, right) {
                Ordering::Equal => {}
                order => return order,
            },
        }
    }
}

/// The order of two names: runs of digits by value, everything else by character.
fn compare_names(left: &str, right: &str) -> Ordering {
    let (mut left, mut right) = (left, right);
    loop {
        let (left_run, left_rest) = split_run(left);
        let (right_run, right_rest) = split_run(right);
        if left_run.is_empty() || right_run.is_empty() {
            return left_run.len().cmp(&right_run.len());
        }
        match compare_runs(left_run, right_run) {
            Ordering::Equal => (left, right) = (left_rest, right_rest),
            order => return order,
        }
    }
}

fn compare_runs(left: &str, right: &str) -> Ordering {
    let number = |run: &str| run.starts_with(|char: char| char.is_ascii_digit());
    if !(number(left) && number(right)) {
        return left.cmp(right);
    }
    let (left, right) = (left.trim_start_matches('0'), right.trim_start_matches('0'));
    left.len().cmp(&right.len()).then_with(|| left.cmp(right))
}

/// The run of digits, or of anything else, at the beginning of a name, and the rest.
fn split_run(name: &str) -> (&str, &str) {
    let Some(first) = name.chars().next() else { return ("", "") };
    let digits = first.is_ascii_digit();
    let end = name.find(|char: char| char.is_ascii_digit() != digits).unwrap_or(name.len());
    name.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_names_compare_as_numbers() {
        let mut names = ["10-b.md", "2/x.md", "02-a.md", "1-z.md", "a.md", "2-a.md"];
        names.sort_by(|left, right| compare(left, right));
        assert_eq!(names, ["1-z.md", "2/x.md", "02-a.md", "2-a.md", "10-b.md", "a.md"]);
    }

    #[test]
    fn a_path_stays_in_the_root_or_is_none() {
        assert_eq!(join("content/a", "../b/./c.md").as_deref(), Some("content/b/c.md"));
        assert_eq!(join("content", "../../x"), None);
    }
}
