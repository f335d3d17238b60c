//! Character references: `&amp;`, `&#7843;`, `&nbsp`.
//!
//! Takes text as it stands in HTML, gives it as a reader has it. Follows section 13.2.5.72 ff. of
//! the standard, <https://html.spec.whatwg.org/multipage/parsing.html>; never fails, since what is
//! no reference stands for itself.

use std::borrow::Cow;

use html5ever::data::{C1_REPLACEMENTS, NAMED_ENTITIES};

/// Where a text stands: in an attribute, old references without a semicolon count less.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Within {
    Text,
    Attribute,
}

/// The text with its references decoded and its line ends normalised.
pub(super) fn decode(text: &str, within: Within) -> Cow<'_, str> {
    if memchr::memchr2(b'&', b'\r', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '\r']) {
        decoded.push_str(&rest[..at]);
        let sign = &rest[at..];
        rest = match sign.strip_prefix('&') {
            Some(after) => reference(after, within, &mut decoded),
            None => line_end(sign, &mut decoded),
        };
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// `\r\n` and `\r` are `\n`.
fn line_end<'a>(text: &'a str, decoded: &mut String) -> &'a str {
    decoded.push('\n');
    text.strip_prefix("\r\n").unwrap_or(&text[1..])
}

/// What follows an ampersand. Gives the rest of the text behind the reference, if it is one.
fn reference<'a>(after: &'a str, within: Within, decoded: &mut String) -> &'a str {
    let found = match after.strip_prefix('#') {
        Some(digits) => numeric(digits),
        None => named(after, within),
    };
    if let Some((signs, rest)) = found {
        decoded.extend(signs.into_iter().flatten());
        return rest;
    }
    decoded.push('&');
    after
}

type Signs = [Option<char>; 2];

fn numeric(text: &str) -> Option<(Signs, &str)> {
    let (radix, digits) = text.strip_prefix(['x', 'X']).map_or((10, text), |digits| (16, digits));
    let end = digits.find(|sign: char| !sign.is_digit(radix)).unwrap_or(digits.len());
    let (number, rest) = digits.split_at(end);
    if number.is_empty() {
        return None;
    }
    let number = u32::from_str_radix(number, radix).ok();
    Some(([Some(number.map_or('\u{FFFD}', sign)), None], rest.strip_prefix(';').unwrap_or(rest)))
}

/// The character of a number: some that a computer of the past meant otherwise are put right.
fn sign(number: u32) -> char {
    let replaced = match number {
        0 => Some('\u{FFFD}'),
        0x80..=0x9F => C1_REPLACEMENTS.get(number as usize - 0x80).copied().flatten(),
        _ => None,
    };
    replaced.or_else(|| char::from_u32(number)).unwrap_or('\u{FFFD}')
}

/// The longest name that the text begins with.
fn named(text: &str, within: Within) -> Option<(Signs, &str)> {
    let mut longest = None;
    for end in 1..=text.len() {
        let Some(&(first, second)) = text.get(..end).and_then(|name| NAMED_ENTITIES.get(name))
        else {
            break;
        };
        if first != 0 {
            longest = Some((end, [char::from_u32(first), char::from_u32(second)]));
        }
    }
    let (end, [first, second]) = longest?;
    let rest = &text[end..];
    let goes_on = rest.starts_with(|next: char| next == '=' || next.is_ascii_alphanumeric());
    let counts = text[..end].ends_with(';') || within == Within::Text || !goes_on;
    counts.then_some(([first, second.filter(|&sign| sign != '\0')], rest))
}
