//! HTML, split as the standard's tokenizer splits it, with the place of every piece.
//!
//! Takes the text of a page, hands tags and stretches of text to a [`Reader`], which says how to
//! read on, as the tree builder of a browser does. Copies nothing but what has to be decoded, and
//! never fails: whatever the text is, it has a reading. Follows section 13.2.5 of the standard,
//! <https://html.spec.whatwg.org/multipage/parsing.html>; a test holds it to html5ever, which does
//! not tell columns.

use std::borrow::Cow;
use std::ops::Range;

use html5ever::LocalName;
use memchr::{memchr, memmem};

use super::charref::{self, Within};

/// A place in a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// Line, from 1; 0 where nobody counts lines.
    pub line: u32,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Spot {
    /// The place of a part of the text that stands here; of the whole, where the text was decoded.
    pub(super) fn part(self, text: &str, at: usize, length: usize) -> Self {
        if (self.end - self.start) as usize != text.len() {
            return self;
        }
        let start = self.start + offset(at);
        Self { start, end: start + offset(length), ..self }
    }
}

/// A start tag.
#[derive(Debug)]
pub(super) struct Tag<'a> {
    pub name: LocalName,
    pub attributes: Vec<Attribute<'a>>,
    pub self_closing: bool,
    /// Whether an attribute was given twice; the second is not among them.
    pub repeats: bool,
    pub spot: Spot,
}

/// An attribute of a tag.
#[derive(Debug)]
pub(super) struct Attribute<'a> {
    /// In small letters.
    pub name: Cow<'a, str>,
    /// Decoded.
    pub value: Cow<'a, str>,
    /// Where the value stands, without its quotes: first byte and the byte after the last.
    pub place: (u32, u32),
}

impl<'a> Tag<'a> {
    /// The attribute called `name`.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// Where the value of one of its attributes stands.
    pub(crate) fn place_of(&self, attribute: &Attribute<'_>) -> Spot {
        let (start, end) = attribute.place;
        Spot { line: self.spot.line, start, end }
    }

    /// The value of the attribute called `name`.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.attribute(name).map(|attribute| &*attribute.value)
    }
}

/// How what follows a start tag is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mode {
    /// As markup.
    Markup,
    /// As text with character references, up to the end tag.
    Text,
    /// As text without, up to the end tag.
    Raw,
    /// As a script, in which an end tag may be hidden in a comment.
    Script,
    /// As text, up to the end of the page.
    Plain,
}

/// Who is handed the pieces, in their order.
pub(super) trait Reader<'a> {
    /// A start tag; says how what follows it is read.
    fn start(&mut self, tag: &Tag<'a>) -> Mode;
    /// An end tag.
    fn end(&mut self, name: &LocalName, spot: Spot);
    /// Text between tags, as it is written.
    fn text(&mut self, text: &'a str, spot: Spot);
    /// Whether the place that has been reached is in an SVG picture or a formula.
    fn is_foreign(&self) -> bool;
    /// Whether places are to have their lines, which take time to count.
    fn counts_lines(&self) -> bool;
}

/// Reads a page to its end.
pub(super) fn scan<'a>(text: &'a str, reader: &mut impl Reader<'a>) {
    let lines = reader.counts_lines().then(|| Lines::of(text));
    let mut scanner = Scanner { text, reader, at: 0, lines, spare: Vec::new() };
    while scanner.at < text.len() {
        scanner.markup();
    }
}

struct Scanner<'a, 'r, R> {
    text: &'a str,
    reader: &'r mut R,
    /// How far the text has been read.
    at: usize,
    lines: Option<Lines<'a>>,
    /// Room for the attributes of the next tag.
    spare: Vec<Attribute<'a>>,
}

/// What a `<` begins.
enum Opening {
    Start,
    End,
    Comment,
    /// A comment that ends with the next `>`, from this many bytes behind the `<` on.
    Bogus(usize),
    CharacterData,
    /// `</>`.
    Nothing,
    Text,
}

impl<'a, R: Reader<'a>> Scanner<'a, '_, R> {
    /// Text up to the next markup, and that.
    fn markup(&mut self) {
        let mut from = self.at;
        loop {
            let Some(found) = memchr(b'<', &self.text.as_bytes()[from..]) else {
                return self.hand_on(self.text.len());
            };
            let open = from + found;
            let opening = self.opening(open);
            if matches!(opening, Opening::Text) {
                from = open + 1;
                continue;
            }
            self.hand_on(open);
            return self.pass(open, &opening);
        }
    }

    fn opening(&self, open: usize) -> Opening {
        let rest = &self.text.as_bytes()[open + 1..];
        match rest {
            [b'!', b'-', b'-', ..] => Opening::Comment,
            [b'!', ..] if rest.starts_with(b"![CDATA[") && self.reader.is_foreign() => {
                Opening::CharacterData
            }
            [b'?', ..] => Opening::Bogus(1),
            [b'/', b'>', ..] => Opening::Nothing,
            [b'/', first, ..] if first.is_ascii_alphabetic() => Opening::End,
            [b'!', ..] | [b'/', _, ..] => Opening::Bogus(2),
            [first, ..] if first.is_ascii_alphabetic() => Opening::Start,
            _ => Opening::Text,
        }
    }

    fn pass(&mut self, open: usize, opening: &Opening) {
        match *opening {
            Opening::Start => self.start_tag(open),
            Opening::End => self.end_tag(open),
            Opening::Comment => self.at = self.comment_end(open + 4),
            Opening::Bogus(skipped) => self.at = self.behind(">", open + skipped),
            Opening::CharacterData => {
                self.at = open + 9;
                let end = find(self.text, self.at, "]]>");
                self.hand_on(end.unwrap_or(self.text.len()));
                self.at = end.map_or(self.text.len(), |end| end + 3);
            }
            Opening::Nothing => self.at = open + 3,
            Opening::Text => {}
        }
    }

    /// The place behind the next `mark`, or the end of the text.
    fn behind(&self, mark: &str, from: usize) -> usize {
        find(self.text, from, mark).map_or(self.text.len(), |found| found + mark.len())
    }

    /// The end of the comment whose text begins at `from`.
    fn comment_end(&self, from: usize) -> usize {
        let text = &self.text[from..];
        for abrupt in [">", "->"] {
            if text.starts_with(abrupt) {
                return from + abrupt.len();
            }
        }
        let mut rest = text;
        while let Some(dashes) = find(rest, 0, "--") {
            rest = rest[dashes..].trim_start_matches('-');
            if let Some(behind) = rest.strip_prefix('!').unwrap_or(rest).strip_prefix('>') {
                return self.text.len() - behind.len();
            }
        }
        self.text.len()
    }

    /// Hands on the text up to `end`.
    fn hand_on(&mut self, end: usize) {
        if self.at < end {
            let spot = self.spot(self.at, end);
            self.reader.text(&self.text[self.at..end], spot);
        }
        self.at = end;
    }

    fn start_tag(&mut self, open: usize) {
        let Some((tag, end)) = self.tag(open, open + 1) else {
            self.at = self.text.len();
            return;
        };
        self.at = end;
        let mode = self.reader.start(&tag);
        self.spare = tag.attributes;
        self.spare.clear();
        let end = match mode {
            Mode::Markup => return,
            Mode::Text | Mode::Raw => self.raw_end(&tag.name, end),
            Mode::Script => script_end(self.text, end),
            Mode::Plain => self.text.len(),
        };
        self.hand_on(end);
        if end < self.text.len() {
            self.end_tag(end);
        }
    }

    fn end_tag(&mut self, open: usize) {
        match self.tag(open, open + 2) {
            Some((tag, end)) => {
                self.at = end;
                self.reader.end(&tag.name, tag.spot);
                self.spare = tag.attributes;
                self.spare.clear();
            }
            None => self.at = self.text.len(),
        }
    }

    /// Where the end tag of an element begins whose content is text.
    fn raw_end(&self, name: &str, from: usize) -> usize {
        end_tags(self.text, from, name).next().unwrap_or(self.text.len())
    }

    /// The tag that begins at `open` with its name at `name`, and its end; none where the text
    /// ends before it.
    fn tag(&mut self, open: usize, name: usize) -> Option<(Tag<'a>, usize)> {
        let bytes = self.text.as_bytes();
        let (name, mut at) = self.name(name, ENDS_NAME)?;
        let mut tag = Tag {
            name: LocalName::from(name),
            attributes: std::mem::take(&mut self.spare),
            self_closing: false,
            repeats: false,
            spot: Spot::default(),
        };
        loop {
            at += bytes[at..].iter().position(|&byte| !is_blank(byte))?;
            match bytes[at] {
                b'>' => break,
                b'/' if *bytes.get(at + 1)? == b'>' => {
                    tag.self_closing = true;
                    at += 1;
                    break;
                }
                b'/' => at += 1,
                _ => at = self.attribute(&mut tag, at)?,
            }
        }
        tag.spot = self.spot(open, at + 1);
        Some((tag, at + 1))
    }

    /// The name at `from`, in small letters, and its end: the next byte of the classes `ends`, but
    /// the first byte.
    fn name(&self, from: usize, ends: u8) -> Option<(Cow<'a, str>, usize)> {
        let bytes = &self.text.as_bytes()[from..];
        let mut seen = CLASSES[*bytes.first()? as usize];
        let length = bytes[1..].iter().position(|&byte| {
            let class = CLASSES[byte as usize];
            seen |= class;
            class & ends != 0
        });
        let end = from + 1 + length?;
        let name = &self.text[from..end];
        let capital = seen & CAPITAL != 0;
        Some((if capital { name.to_ascii_lowercase().into() } else { name.into() }, end))
    }

    /// The attribute at `from`; gives its end.
    fn attribute(&self, tag: &mut Tag<'a>, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        // An equals sign in the first place is part of the name.
        let (name, end) = self.name(from, ENDS_NAME | EQUALS)?;
        let after = end + bytes[end..].iter().position(|&byte| !is_blank(byte))?;
        let (value, next) =
            if bytes[after] == b'=' { self.value(after + 1)? } else { (end..end, after) };
        if tag.attributes.iter().any(|attribute| attribute.name == name) {
            tag.repeats = true;
        } else {
            let place = (offset(value.start), offset(value.end));
            let value = charref::decode(&self.text[value], Within::Attribute);
            tag.attributes.push(Attribute { name, value, place });
        }
        Some(next)
    }

    /// The value behind an equals sign, and where the tag goes on.
    fn value(&self, from: usize) -> Option<(Range<usize>, usize)> {
        let bytes = self.text.as_bytes();
        let start = from + bytes[from..].iter().position(|&byte| !is_blank(byte))?;
        let quote = bytes[start];
        if quote == b'"' || quote == b'\'' {
            let end = start + 1 + memchr(quote, &bytes[start + 1..])?;
            return Some((start + 1..end, end + 1));
        }
        let ends = |&byte: &u8| is_blank(byte) || byte == b'>';
        let end = start + bytes[start..].iter().position(ends)?;
        Some((start..end, end))
    }

    /// The place of a piece, which begins no earlier than the one before.
    fn spot(&mut self, start: usize, end: usize) -> Spot {
        let line = self.lines.as_mut().map_or(0, |lines| lines.at(start));
        Spot { line, start: offset(start), end: offset(end) }
    }
}

/// The lines of places of a text, which come in their order.
pub(super) struct Lines<'a> {
    text: &'a [u8],
    /// The line of the place up to which lines were counted.
    line: u32,
    counted: usize,
    /// Whether the text has carriage returns.
    old_ends: bool,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let text = text.as_bytes();
        Self { text, line: 1, counted: 0, old_ends: memchr(b'\r', text).is_some() }
    }

    /// The line of the byte `at`, from 1.
    pub(super) fn at(&mut self, at: usize) -> u32 {
        self.line += lines(&self.text[self.counted..at], self.old_ends);
        self.counted = at;
        self.line
    }
}

/// Where the end tag of a script begins. In a comment (1), one script may hold another (2).
fn script_end(text: &str, from: usize) -> usize {
    let plain = end_tags(text, from, "script").next().unwrap_or(text.len());
    if find(&text[..plain], from, "<!--").is_none() {
        return plain;
    }
    let mut depth = 0;
    for (at, _) in text[from..].match_indices(['<', '-']).map(|(at, sign)| (from + at, sign)) {
        let rest = &text[at..];
        let tag = |opening| rest.strip_prefix(opening).is_some_and(|rest| is_named(rest, "script"));
        depth = match depth {
            0 if rest.starts_with("<!--") => 1,
            1 | 2 if rest.starts_with("-->") => 0,
            0 | 1 if tag("</") => return at,
            1 if tag("<") => 2,
            2 if tag("</") => 1,
            depth => depth,
        };
    }
    text.len()
}

/// Where end tags of that name may begin.
fn end_tags(text: &str, from: usize, name: &str) -> impl Iterator<Item = usize> {
    let ends = memmem::find_iter(&text.as_bytes()[from..], "</").map(move |at| from + at);
    ends.filter(move |at| is_named(&text[at + 2..], name))
}

/// Where the mark stands next, from a place on.
fn find(text: &str, from: usize, mark: &str) -> Option<usize> {
    memmem::find(&text.as_bytes()[from..], mark.as_bytes()).map(|found| from + found)
}

/// Whether a tag's text begins with the name, and nothing but it.
fn is_named(text: &str, name: &str) -> bool {
    let bytes = text.as_bytes();
    let own = bytes.get(..name.len()).is_some_and(|own| own.eq_ignore_ascii_case(name.as_bytes()));
    own && bytes.get(name.len()).is_some_and(|&byte| ends_name(byte))
}

fn ends_name(byte: u8) -> bool {
    CLASSES[byte as usize] & ENDS_NAME != 0
}

/// Ends the name of a tag or attribute.
const ENDS_NAME: u8 = 1;
/// Ends the name of an attribute.
const EQUALS: u8 = 2;
/// Is a capital letter.
const CAPITAL: u8 = 4;

/// What each byte is to a name, as a table, since every byte is asked.
const CLASSES: [u8; 256] = {
    let mut table = [0; 256];
    let (mut byte, mut sign) = (0_u8, 0);
    while sign < table.len() {
        table[sign] = match byte {
            b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' | b'/' | b'>' => ENDS_NAME,
            b'=' => EQUALS,
            b'A'..=b'Z' => CAPITAL,
            _ => 0,
        };
        byte = byte.wrapping_add(1);
        sign += 1;
    }
    table
};

fn is_blank(byte: u8) -> bool {
    matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b' ')
}

/// How many lines end in the text; a carriage return alone ends one too.
fn lines(text: &[u8], old_ends: bool) -> u32 {
    // Most pieces are short, where a plain sum is fastest.
    let count = |sign| text.iter().map(|&byte| usize::from(byte == sign)).sum::<usize>();
    let mut ends = count(b'\n');
    if old_ends {
        ends += count(b'\r') - text.windows(2).filter(|pair| pair == b"\r\n").count();
    }
    offset(ends)
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;

    use html5ever::tendril::StrTendril;
    use html5ever::tokenizer::{
        self as standard, BufferQueue, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
    };
    use proptest::prelude::*;

    use super::*;
    use crate::check::elements;

    /// What a page is read as: tags with their attributes, text between them joined.
    #[derive(Default)]
    struct Heard {
        lines: Vec<String>,
        text: String,
    }

    impl Heard {
        fn tag(&mut self, line: String) {
            self.end_text();
            self.lines.push(line);
        }

        fn end_text(&mut self) {
            let text = std::mem::take(&mut self.text);
            if !text.is_empty() {
                self.lines.push(format!("{text:?}"));
            }
        }

        fn finish(mut self) -> Vec<String> {
            self.end_text();
            self.lines
        }
    }

    fn start<'v>(
        name: &str,
        closing: bool,
        attributes: impl Iterator<Item = (&'v str, &'v str)>,
    ) -> String {
        let attributes: Vec<_> =
            attributes.map(|(name, value)| format!("{name}={value:?}")).collect();
        format!("<{name} {}{}>", attributes.join(" "), if closing { "/" } else { "" })
    }

    struct Ours {
        heard: Heard,
        raw: bool,
    }

    impl Reader<'_> for Ours {
        fn start(&mut self, tag: &Tag<'_>) -> Mode {
            let attributes = tag.attributes.iter().map(|each| (&*each.name, &*each.value));
            self.heard.tag(start(&tag.name, tag.self_closing, attributes));
            let mode = elements::mode(&tag.name);
            self.raw = matches!(mode, Mode::Raw | Mode::Script);
            mode
        }

        fn end(&mut self, name: &LocalName, _: Spot) {
            self.raw = false;
            self.heard.tag(format!("</{name}>"));
        }

        fn text(&mut self, text: &str, _: Spot) {
            self.heard.text += &if self.raw {
                text.replace("\r\n", "\n").replace('\r', "\n")
            } else {
                charref::decode(text, Within::Text).into_owned()
            };
        }

        fn is_foreign(&self) -> bool {
            false
        }

        fn counts_lines(&self) -> bool {
            false
        }
    }

    struct Theirs(RefCell<Heard>);

    impl TokenSink for Theirs {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let mut heard = self.0.borrow_mut();
            match token {
                Token::TagToken(tag) if tag.kind == standard::StartTag => {
                    let attributes = tag.attrs.iter().map(|each| (&*each.name.local, &*each.value));
                    heard.tag(start(&tag.name, tag.self_closing, attributes));
                    return elements::raw_text(&tag.name)
                        .map_or(TokenSinkResult::Continue, TokenSinkResult::RawData);
                }
                Token::TagToken(tag) => heard.tag(format!("</{}>", tag.name)),
                Token::CharacterTokens(text) => heard.text += &text,
                _ => {}
            }
            TokenSinkResult::Continue
        }
    }

    fn ours(text: &str) -> Vec<String> {
        let mut reader = Ours { heard: Heard::default(), raw: false };
        scan(text, &mut reader);
        reader.heard.finish()
    }

    fn theirs(text: &str) -> Vec<String> {
        let input = BufferQueue::default();
        input.push_back(StrTendril::from_slice(text));
        let sink = Theirs(RefCell::new(Heard::default()));
        let tokenizer =
            Tokenizer::new(sink, TokenizerOpts { discard_bom: false, ..TokenizerOpts::default() });
        let _ = tokenizer.feed(&input);
        tokenizer.end();
        tokenizer.sink.0.into_inner().finish()
    }

    const PIECES: &[&str] = &[
        "<",
        ">",
        "</",
        "/>",
        "/",
        "=",
        "\"",
        "'",
        "!",
        "-",
        "--",
        "-->",
        "--!>",
        "<!--",
        "<!-->",
        "<!",
        "<?",
        "]]>",
        "<![CDATA[",
        " ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "&",
        "&amp;",
        "&amp",
        "&notit;",
        "&not",
        "&#x1EA3;",
        "&#97",
        "&#128;",
        "&#0;",
        "&#xD800;",
        "&#;",
        "&#x",
        "&ampx=",
        "&nope;",
        ";",
        "a",
        "A",
        "href",
        " id=",
        " ID='",
        "đ",
        "p",
        "script",
        "<script>",
        "</script>",
        "</SCRIPT ",
        "<style>",
        "</style>",
        "<title>",
        "</title>",
        "<textarea>",
        "</textarea",
        "<p>",
        "</p>",
        "<a href=",
        "<a href=\"",
        "<!DOCTYPE html>",
        "x y",
        "</script/",
        "<script ",
    ];

    /// Pieces of markup, whole and broken, in any order.
    fn soup() -> impl Strategy<Value = String> {
        let piece = prop_oneof![8 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "[^\0]{0,3}"];
        proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn any_text_is_read_as_html5ever_reads_it(text in soup()) {
            prop_assert_eq!(ours(&text), theirs(&text));
        }
    }

    #[test]
    fn every_piece_has_its_line_and_bytes() {
        struct Places(Vec<(u32, String)>, &'static str);
        impl Places {
            fn keep(&mut self, line: u32, start: u32, end: u32) {
                self.0.push((line, self.1[start as usize..end as usize].to_owned()));
            }
        }
        impl Reader<'_> for Places {
            fn start(&mut self, tag: &Tag<'_>) -> Mode {
                self.keep(tag.spot.line, tag.spot.start, tag.spot.end);
                for attribute in &tag.attributes {
                    self.keep(0, attribute.place.0, attribute.place.1);
                }
                Mode::Markup
            }
            fn end(&mut self, _: &LocalName, spot: Spot) {
                self.keep(spot.line, spot.start, spot.end);
            }
            fn text(&mut self, _: &str, spot: Spot) {
                self.keep(spot.line, spot.start, spot.end);
            }
            fn is_foreign(&self) -> bool {
                false
            }
            fn counts_lines(&self) -> bool {
                true
            }
        }
        let text = "<p\n id='a&amp;b' c=d>\r\nMột\r<!-- \n --><b>câu</b>";
        let mut places = Places(Vec::new(), text);
        scan(text, &mut places);
        let found: Vec<_> = places.0.iter().map(|(line, text)| (*line, text.as_str())).collect();
        let expected = [
            (1, "<p\n id='a&amp;b' c=d>"),
            (0, "a&amp;b"),
            (0, "d"),
            (2, "\r\nMột\r"),
            (5, "<b>"),
            (5, "câu"),
            (5, "</b>"),
        ];
        assert_eq!(found, expected);
    }
}
