//! The addresses that a style sheet asks for: `url(…)` and `@import`.
//!
//! Takes CSS, of a file, an element or an attribute; gives addresses with their places. Splits as
//! the standard does (<https://www.w3.org/TR/css-syntax-3/>) where that decides what is an address:
//! comments, strings, escapes. Never fails.

use std::borrow::Cow;

use super::facts::{Facts, Use, UseKind};
use super::scan::Spot;

/// An address in a style.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'a> {
    /// Escapes decoded.
    pub address: Cow<'a, str>,
    /// Where it begins.
    pub at: usize,
    /// How many bytes it takes.
    pub length: usize,
    /// A style sheet, or something that it needs.
    pub kind: UseKind,
}

/// What a style sheet's file uses.
pub(super) fn gather(css: &str) -> Facts<'_> {
    let whole = Spot { line: 1, start: 0, end: u32::try_from(css.len()).unwrap_or(u32::MAX) };
    let uses = addresses(css).into_iter().map(|found| Use {
        spot: whole.part(css, found.at, found.length),
        address: found.address,
        kind: found.kind,
    });
    Facts { uses: uses.collect(), ..Facts::default() }
}

/// All addresses, in their order, but those of namespaces and of places in the page itself.
pub(super) fn addresses(css: &str) -> Vec<Found<'_>> {
    let mut found = Vec::new();
    // A look before the walk: most styles ask for nothing.
    if !css.contains('(') && !css.contains('@') {
        return found;
    }
    let mut rule = Rule::Other;
    let mut at = 0;
    while let Some(&sign) = css.as_bytes().get(at) {
        at = match sign {
            b'/' if css[at..].starts_with("/*") => behind(css, at + 2, "*/"),
            b'"' | b'\'' => {
                let (start, end, next) = string(css, at);
                if rule == Rule::Import {
                    found.extend(address(css, start, end, UseKind::Stylesheet));
                    rule = Rule::Other;
                }
                next
            }
            b';' | b'{' | b'}' => {
                rule = Rule::Other;
                at + 1
            }
            b'@' => {
                let (name, next) = identifier(css, at + 1);
                rule = Rule::of(name);
                next
            }
            b'\\' => next_sign(css, at + 1),
            _ if is_name(sign) => {
                let (name, next) = identifier(css, at);
                match opens_url(css, name, next) {
                    Some(inside) => {
                        let (start, end, next) = url(css, inside);
                        let kind = rule.kind();
                        found.extend(kind.and_then(|kind| address(css, start, end, kind)));
                        if rule == Rule::Import {
                            rule = Rule::Other;
                        }
                        next
                    }
                    None => next,
                }
            }
            _ => next_sign(css, at),
        };
    }
    found
}

/// The rule that is open, as far as it matters to addresses in it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// `@import`, before its address.
    Import,
    /// `@namespace`, whose address is only a name.
    Namespace,
    Other,
}

impl Rule {
    fn of(name: &str) -> Self {
        match name {
            _ if name.eq_ignore_ascii_case("import") => Self::Import,
            _ if name.eq_ignore_ascii_case("namespace") => Self::Namespace,
            _ => Self::Other,
        }
    }

    fn kind(self) -> Option<UseKind> {
        match self {
            Self::Import => Some(UseKind::Stylesheet),
            Self::Namespace => None,
            Self::Other => Some(UseKind::Dressing),
        }
    }
}

/// The address between two places, if it is one: a place in the page itself is none.
fn address(css: &str, start: usize, end: usize, kind: UseKind) -> Option<Found<'_>> {
    let written = &css[start..end];
    let address = unescaped(written);
    let leads = !address.trim().is_empty() && !address.starts_with('#');
    leads.then_some(Found { address, at: start, length: end - start, kind })
}

/// The content of the string at `at`, and what comes behind it.
fn string(css: &str, at: usize) -> (usize, usize, usize) {
    let bytes = css.as_bytes();
    let mut end = at + 1;
    while let Some(&sign) = bytes.get(end) {
        match sign {
            b'\n' => return (at + 1, end, end),
            b'\\' => end = next_sign(css, end + 1),
            sign if sign == bytes[at] => return (at + 1, end, end + 1),
            _ => end += 1,
        }
    }
    (at + 1, css.len(), css.len())
}

/// Behind the bracket of `url(`, if the name opens one.
fn opens_url(css: &str, name: &str, next: usize) -> Option<usize> {
    (name.eq_ignore_ascii_case("url") && css[next..].starts_with('(')).then_some(next + 1)
}

/// The address in `url(…)`, in quotes or without, and what comes behind it.
fn url(css: &str, inside: usize) -> (usize, usize, usize) {
    let blank = |sign: char| sign.is_ascii_whitespace();
    let start = css.len() - css[inside..].trim_start_matches(blank).len();
    if css[start..].starts_with(['"', '\'']) {
        let (start, end, next) = string(css, start);
        return (start, end, behind(css, next, ")"));
    }
    let mut end = start;
    while let Some(&sign) = css.as_bytes().get(end) {
        match sign {
            b')' => break,
            b'\\' => end = next_sign(css, end + 1),
            _ => end += 1,
        }
    }
    let bare = start + css[start..end].trim_end_matches(blank).len();
    (start, bare, (end + 1).min(css.len()))
}

/// The identifier at `at`, and what comes behind it.
fn identifier(css: &str, at: usize) -> (&str, usize) {
    let rest = &css.as_bytes()[at..];
    let length = rest.iter().position(|&sign| !is_name(sign)).unwrap_or(rest.len());
    (&css[at..at + length], at + length)
}

/// Bytes of letters outside ASCII are all part of names.
fn is_name(sign: u8) -> bool {
    sign.is_ascii_alphanumeric() || sign == b'-' || sign == b'_' || !sign.is_ascii()
}

/// The place behind the character at `at`.
fn next_sign(css: &str, at: usize) -> usize {
    css.get(at..)
        .and_then(|rest| rest.chars().next())
        .map_or(css.len(), |sign| at + sign.len_utf8())
}

fn behind(css: &str, from: usize, mark: &str) -> usize {
    css[from..].find(mark).map_or(css.len(), |found| from + found + mark.len())
}

/// Without the escapes: `\20 ` is the character of that number, `\)` the sign itself.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('\\') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        plain.push_str(before);
        rest = escape(after, &mut plain);
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Decodes what follows a backslash; gives what comes behind it.
fn escape<'a>(after: &'a str, plain: &mut String) -> &'a str {
    let digits = after.bytes().take(6).take_while(u8::is_ascii_hexdigit).count();
    if digits == 0 {
        // A backslash at the end of a line takes the line's end away.
        let mut signs = after.chars();
        plain.extend(signs.next().filter(|&sign| sign != '\n'));
        return signs.as_str();
    }
    let number = u32::from_str_radix(&after[..digits], 16).ok().and_then(char::from_u32);
    plain.push(number.filter(|&sign| sign != '\0').unwrap_or('\u{FFFD}'));
    let rest = &after[digits..];
    rest.strip_prefix([' ', '\n', '\t', '\r']).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The addresses of a style, each as it is written, with a mark for style sheets.
    fn found(css: &str) -> Vec<String> {
        let mark = |kind| if kind == UseKind::Stylesheet { "@" } else { "" };
        let each = addresses(css).into_iter();
        each.map(|found| format!("{}{}", mark(found.kind), found.address)).collect()
    }

    #[test]
    fn every_form_of_an_address_is_read() {
        for (css, expected) in [
            ("a { background: url(a.png) }", &["a.png"][..]),
            ("a{background:URL( 'a b.png' ),url(\"c.png\")}", &["a b.png", "c.png"]),
            ("@import 'a.css' screen; @import url(b.css);", &["@a.css", "@b.css"]),
            ("@font-face { src: url(a.woff2?v=1#x) format('woff2') }", &["a.woff2?v=1#x"]),
            (r"a{background:url(a\)b\20 c.png)}", &["a)b c.png"]),
            ("a{content:'url(a.png)'} /* url(b.png) */", &[]),
            ("@namespace svg url(http://www.w3.org/2000/svg);", &[]),
            ("a{filter:url(#mờ)} b{background:url()}", &[]),
            ("@import 'a.css'; a{content:'b.css'}", &["@a.css"]),
            ("a{background:url(", &[]),
            ("a{background:url('a.png", &["a.png"]),
            ("a{background:my-url(a.png)}", &[]),
            ("@charset 'utf-8'; a{background:url(ả.png)}", &["ả.png"]),
            ("a{b:'c\\", &[]),
        ] {
            assert_eq!(found(css), expected, "{css}");
        }
    }

    #[test]
    fn an_address_has_its_place() {
        let css = "ả { background: url( 'b.png' ) }";
        let found = &addresses(css)[0];
        assert_eq!(&css[found.at..found.at + found.length], "b.png");
    }
}
