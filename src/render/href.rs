//! Addresses in pages: relative, percent-encoded, escaped.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, utf8_percent_encode};

pub use crate::content::paths::encode;

/// What must not stand in the address of another site as it is.
const EXTERNAL: &AsciiSet = &percent_encoding::CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'<')
    .add(b'>')
    .add(b'\\')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// The address of another site, with nothing in it that HTML or HTTP would stumble over.
#[must_use]
pub fn encode_external(url: &str) -> String {
    utf8_percent_encode(url, EXTERNAL).to_string()
}

/// The link by which a telephone is dialled: to the first number of a text that is one. None where
/// it is not clear how far that number goes.
#[must_use]
pub fn dial(phone: &str) -> Option<String> {
    let start = phone.find(|sign: char| sign == '+' || sign.is_ascii_digit())?;
    let mut number = String::new();
    for (at, sign) in phone[start..].char_indices() {
        match sign {
            '+' if at == 0 => number.push(sign),
            '(' if number.ends_with(|last: char| last.is_ascii_digit()) => break,
            // "0239.3855555-556": what follows is another number, or how another one ends.
            '-' | '–' if number.len() >= lengths(&number).0 => {
                let apart = phone[..start + at].ends_with(' ');
                if number.starts_with('1') && !apart {
                    return None;
                }
                break;
            }
            ' ' | '.' | '-' | '–' | '(' | ')' => {}
            sign if sign.is_ascii_digit() => number.push(sign),
            _ => break,
        }
    }
    let fits = (3..=lengths(&number).1).contains(&number.trim_start_matches('+').len());
    fits.then(|| format!("tel:{number}"))
}

/// How many signs a number of Việt Nam has at least when it is whole, and how many digits at most;
/// one of another country has no more than fifteen (E.164).
fn lengths(number: &str) -> (usize, usize) {
    match number.as_bytes() {
        [b'+', ..] => (12, 15),
        [b'0', ..] => (10, 11),
        [b'1', b'8' | b'9', b'0', ..] => (8, 10),
        [b'1', ..] => (3, 6),
        _ => (7, 8),
    }
}

/// The link from the page at `from` to the page or file at `to`, both addresses from the site's
/// root. Addresses of pages end in `/` or are empty.
#[must_use]
pub fn relative(from: &str, to: &str) -> String {
    let from: Vec<&str> = from.split('/').collect();
    let to: Vec<&str> = to.split('/').collect();
    let (from_folders, to_folders) = (&from[..from.len() - 1], &to[..to.len() - 1]);
    let shared =
        from_folders.iter().zip(to_folders).take_while(|(left, right)| left == right).count();
    let mut link = "../".repeat(from_folders.len() - shared);
    for folder in &to_folders[shared..] {
        link.push_str(&encode(folder));
        link.push('/');
    }
    link.push_str(&encode(to.last().copied().unwrap_or_default()));
    if link.is_empty() { "./".to_owned() } else { link }
}

/// The address from the site's root that `link` leads to from the page at `address`, both encoded
/// as [`relative`] gives them.
#[must_use]
pub fn absolute(address: &str, link: &str) -> String {
    let mut folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut rest = link.strip_prefix("./").unwrap_or(link);
    while let Some(above) = rest.strip_prefix("../") {
        folder = folder.rsplit_once('/').map_or("", |(folder, _)| folder);
        rest = above;
    }
    if folder.is_empty() { rest.to_owned() } else { format!("{folder}/{rest}") }
}

/// Text as it stands in HTML, within elements and attributes in double quotes.
#[must_use]
pub fn escape(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"']) {
        return Cow::Borrowed(text);
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for char in text.chars() {
        match char {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            char => escaped.push(char),
        }
    }
    Cow::Owned(escaped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_number_of_a_text_is_dialled() {
        for (phone, link) in [
            ("0239.3855.555 (máy lẻ 12)", Some("tel:02393855555")),
            ("0239.3855555; 0239.3856666", Some("tel:02393855555")),
            ("(+84-239) 3855 555 / 556", Some("tel:+842393855555")),
            ("Đường dây nóng: 1022", Some("tel:1022")),
            ("0239 <1>", Some("tel:0239")),
            ("0239 3855 555 - 0239 3856 666", Some("tel:02393855555")),
            ("0239.3855555-556", Some("tel:02393855555")),
            ("(024) 38452612-13", Some("tel:02438452612")),
            ("0239.3855.555 (102)", Some("tel:02393855555")),
            ("1900 9095 - 1022", Some("tel:19009095")),
            ("1022 - 1900 9095", Some("tel:1022")),
            ("3855.555-556", Some("tel:3855555")),
            ("0239 - 3855555", Some("tel:02393855555")),
            ("0239 – 3855555", Some("tel:02393855555")),
            ("0239-3855-555", Some("tel:02393855555")),
            ("+84-239-3855-555", Some("tel:+842393855555")),
            ("0987-654-321", Some("tel:0987654321")),
            ("1900-9095", Some("tel:19009095")),
            ("1900 9095-12", None),
            ("0239.3855555 556", None),
            ("3855555 556", None),
            ("+84 (0)239 3855 555", None),
            ("12", None),
            ("tổng đài", None),
        ] {
            assert_eq!(dial(phone).as_deref(), link, "{phone}");
        }
    }

    #[test]
    fn links_lead_from_any_page_to_any_other() {
        for (from, to, link) in [
            ("", "", "./"),
            ("", "a/b/", "a/b/"),
            ("a/b/", "", "../../"),
            ("a/b/", "a/b/", "./"),
            ("a/b/", "a/c/", "../c/"),
            ("a/b/", "a/", "../"),
            ("a/b/", "a/b/report.json", "report.json"),
            ("404.html", "a/", "a/"),
            ("a/", "hạn chế/", "../h%E1%BA%A1n%20ch%E1%BA%BF/"),
        ] {
            assert_eq!(relative(from, to), link, "{from} -> {to}");
            assert_eq!(absolute(from, link), encode(to), "{from} -> {link}");
        }
    }
}
