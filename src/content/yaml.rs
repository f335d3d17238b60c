//! YAML as a tree of nodes with their places, and a reader of fields that reports all it finds.
//!
//! Takes a file, or the front matter of one; gives [`Node`]s whose scalars are what the author
//! wrote (`05` and `yes` are texts, not a number and a truth), duplicate keys included, and for
//! a scalar the way back from each of its characters to the file. Never guesses at types, never
//! stops at the first wrong field, and never runs away: nesting and aliases have limits.
//! Tags and merge keys are not for authors: a tag is an error, `<<` a key like any other.

use std::collections::BTreeMap;

use serde_yaml::granit_parser::{self, ErrorKind, Event, Parser, ScalarStyle, ScanError, StrInput};

use super::ignore;
use crate::diag::{Arg, Diagnostic, Message};
use crate::source::{Composite, FileId, Span, is_forbidden};

/// A value and where it stands. An alias stands where it is used; what is inside it, where it
/// was defined.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Where; of a block scalar the content, of an empty value the end of its key.
    pub span: Span,
    /// What.
    pub value: Value,
}

impl Node {
    /// Every text in it, and where it stands.
    #[must_use]
    pub fn texts(&self) -> Vec<(String, Span)> {
        match &self.value {
            Value::Null => Vec::new(),
            Value::Scalar(text) => vec![(text.clone(), self.span)],
            Value::Sequence(items) => items.iter().flat_map(Self::texts).collect(),
            Value::Mapping(entries) => entries.iter().flat_map(|(_, node)| node.texts()).collect(),
        }
    }
}

/// What a node is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A text, without its quotes and escapes.
    Scalar(String),
    /// A list.
    Sequence(Vec<Node>),
    /// Keys with their values in the order of the file; a key may stand twice.
    Mapping(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Its text.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// How deep lists and mappings may stand in one another.
const DEPTH: usize = 64;

/// How many bytes the aliases of a file may copy.
const COPIES: usize = 16 << 20;

/// Reads `text`, which stands in `file` from byte `offset` on. An empty text is [`Value::Null`].
///
/// # Errors
/// `yaml-invalid` at the place that the parser names.
pub fn parse(text: &str, file: FileId, offset: usize) -> Result<Node, Diagnostic> {
    if let Some((line, cause)) = slip(text) {
        let span = Span::new(file, offset + line.start..offset + line.end);
        return Err(Diagnostic::yaml_slip(span, cause));
    }
    let options = granit_parser::options! {
        emit_comments: false,
        flow_nesting_limit: DEPTH,
        block_nesting_limit: DEPTH,
    };
    let events = Parser::new_from_str_with_options(text, options);
    Builder { events, text, file, offset, anchors: BTreeMap::new(), copies: COPIES }.document()
}

/// A line that YAML reads as something else than its author, or tells of at another place: text
/// behind `|` that is not indented, an item without the blank behind its dash, `[^id]:` as a key.
fn slip(text: &str) -> Option<(Place, &'static str)> {
    let mut above = "";
    for line in ignore::entries(text) {
        let content = text[line.clone()].trim_end();
        let own = content.trim_start();
        let place = line.start + content.len() - own.len()..line.start + content.len();
        if own.starts_with('#') {
            continue;
        }
        if opens_text(above) && !is_marker(own) && !begins_key(own) {
            return Some((place, "yaml-cause-unindented"));
        }
        let item = above.ends_with(':') || above.trim_start().starts_with("- ");
        if item && own.strip_prefix('-').is_some_and(|rest| rest.starts_with(char::is_alphabetic)) {
            return Some((place, "yaml-cause-dash"));
        }
        if own.starts_with("[^") && own.contains("]:") {
            return Some((place, "yaml-cause-note-key"));
        }
        above = content;
    }
    None
}

/// Whether a line of a mapping ends with the sign of a block of text.
fn opens_text(line: &str) -> bool {
    let key = line.trim_end_matches(['|', '>', '-', '+']);
    let opens = line[key.len()..].starts_with(['|', '>']);
    opens && key.ends_with(": ") && !line.trim_start().starts_with('-')
}

fn is_marker(line: &str) -> bool {
    line == "---" || line == "..."
}

/// Whether a line begins with a key, which is one word.
fn begins_key(line: &str) -> bool {
    let word = line.split(char::is_whitespace).next().unwrap_or_default();
    word.ends_with(':') || line.starts_with(['"', '\''])
}

/// A place in the text that is read.
type Place = std::ops::Range<usize>;

struct Builder<'t> {
    events: Parser<'t, StrInput<'t>>,
    text: &'t str,
    file: FileId,
    offset: usize,
    anchors: BTreeMap<usize, Node>,
    copies: usize,
}

impl<'t> Builder<'t> {
    fn document(mut self) -> Result<Node, Diagnostic> {
        let mut root = None;
        loop {
            match self.next()? {
                (Event::StreamStart | Event::DocumentEnd, _) => {}
                (Event::DocumentStart(..), place) if root.is_some() => {
                    return Err(self.invalid(place.start, Arg::Term("yaml-cause-documents")));
                }
                (Event::DocumentStart(..), _) => {
                    let (event, place) = self.next()?;
                    root = Some(self.node(event, place)?);
                }
                _ => break,
            }
        }
        Ok(root.unwrap_or(Node { span: self.span(0..0), value: Value::Null }))
    }

    fn next(&mut self) -> Result<(Event<'t>, Place), Diagnostic> {
        match self.events.next() {
            Some(Ok((event, span))) => Ok((event, span.byte_range().unwrap_or_default())),
            Some(Err(error)) => Err(self.refused(&error)),
            None => Ok((Event::StreamEnd, self.text.len()..self.text.len())),
        }
    }

    fn node(&mut self, event: Event<'t>, place: Place) -> Result<Node, Diagnostic> {
        let (anchor, tag) = match &event {
            Event::Scalar(_, _, anchor, tag)
            | Event::SequenceStart(_, anchor, tag)
            | Event::MappingStart(_, anchor, tag) => (*anchor, tag.is_some()),
            _ => (0, false),
        };
        if tag {
            return Err(self.invalid(place.start, Arg::Term("yaml-cause-special")));
        }
        if matches!(&event, Event::Scalar(text, ..) if text.contains(is_forbidden)) {
            return Err(self.invalid(place.start, Arg::Term("yaml-cause-control")));
        }
        let node = match event {
            Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, place),
            Event::SequenceStart(..) => self.sequence(place)?,
            Event::MappingStart(..) => self.mapping(place)?,
            Event::Alias(anchor) => self.alias(anchor, place)?,
            _ => Node { span: self.span(place), value: Value::Null },
        };
        if anchor != 0 {
            self.charge(weight(&node), &node)?;
            self.anchors.insert(anchor, node.clone());
        }
        Ok(node)
    }

    fn scalar(&self, text: String, style: ScalarStyle, place: Place) -> Node {
        // What else Unicode calls a blank, such as a no-break space, is text for YAML.
        let source = self.text.get(place.clone()).unwrap_or_default().trim_end_matches(is_blank);
        let null =
            style == ScalarStyle::Plain && matches!(source, "" | "~" | "null" | "Null" | "NULL");
        let value = if null { Value::Null } else { Value::Scalar(text) };
        Node { span: self.span(place.start..place.start + source.len()), value }
    }

    fn sequence(&mut self, start: Place) -> Result<Node, Diagnostic> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let span = self.around(start, end, items.last());
                    return Ok(Node { span, value: Value::Sequence(items) });
                }
                (event, place) => items.push(self.node(event, place)?),
            }
        }
    }

    fn mapping(&mut self, start: Place) -> Result<Node, Diagnostic> {
        let mut entries = Vec::new();
        loop {
            match self.next()? {
                (Event::MappingEnd, end) => {
                    let span = self.around(start, end, entries.last().map(|(_, node)| node));
                    return Ok(Node { span, value: Value::Mapping(entries) });
                }
                (event, place) => {
                    let key = self.key(event, place)?;
                    let (event, place) = self.next()?;
                    entries.push((key, self.node(event, place)?));
                }
            }
        }
    }

    fn key(&mut self, event: Event<'t>, place: Place) -> Result<Key, Diagnostic> {
        let node = self.node(event, place.clone())?;
        let text = match node.value {
            Value::Scalar(text) => text,
            Value::Null if !place.is_empty() => self.text.get(place).unwrap_or_default().to_owned(),
            _ => return Err(self.invalid(place.start, Arg::Term("yaml-cause-key"))),
        };
        Ok(Key { text, span: node.span })
    }

    /// A copy of what an alias stands for; one inside what it names stands for nothing yet.
    fn alias(&mut self, anchor: usize, place: Place) -> Result<Node, Diagnostic> {
        let mut node = Node { span: self.span(place), value: Value::Null };
        self.charge(self.anchors.get(&anchor).map_or(usize::MAX, weight), &node)?;
        if let Some(named) = self.anchors.get(&anchor) {
            node.value = named.value.clone();
        }
        Ok(node)
    }

    /// Takes what a copy at `node` costs from what is left, so that aliases of aliases of aliases
    /// come to an end.
    fn charge(&mut self, bytes: usize, node: &Node) -> Result<(), Diagnostic> {
        let Some(left) = self.copies.checked_sub(bytes) else {
            let at = node.span.start as usize - self.offset;
            return Err(self.invalid(at, Arg::Term("yaml-cause-limit")));
        };
        self.copies = left;
        Ok(())
    }

    /// From a collection's start to its bracket, or to the end of its last child.
    fn around(&self, start: Place, end: Place, last: Option<&Node>) -> Span {
        let span = self.span(start.start..end.end.max(start.end));
        let child = last.map_or(span.start, |node| node.span.end);
        Span { end: if end.is_empty() { child.max(span.start) } else { span.end }, ..span }
    }

    fn span(&self, place: Place) -> Span {
        Span::new(self.file, place.start + self.offset..place.end + self.offset)
    }

    /// `yaml-invalid` for a cause that is a text of the locale.
    fn invalid(&self, at: usize, cause: Arg) -> Diagnostic {
        let mut diagnostic = Diagnostic::yaml_invalid(self.span(at..at), "");
        diagnostic.message.args = vec![("cause", cause)];
        diagnostic
    }

    /// The blank that does not break, as word processors write it, behind the key of the line at
    /// `at` or of that above.
    fn wide_blank(&self, at: usize) -> Option<usize> {
        let end = self.text[at..].find('\n').map_or(self.text.len(), |length| at + length);
        let mut lines = self.text[..end].rsplit('\n').take(2);
        lines.find_map(|line| {
            let start = line.as_ptr() as usize - self.text.as_ptr() as usize;
            Some(start + is_wide_key(line)?)
        })
    }

    fn refused(&self, error: &ScanError) -> Diagnostic {
        let marker = error.marker();
        let counted = || self.text.char_indices().nth(marker.index()).map(|(at, _)| at);
        let at = marker.byte_offset().or_else(counted).unwrap_or(self.text.len());
        let line = self.text.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        match cause(error.kind(), line) {
            Some(term @ "yaml-cause-tab") => {
                let begin = at - line.len();
                let tab = self.text.get(begin..).and_then(|rest| rest.find('\t'));
                self.invalid(tab.map_or(at, |tab| begin + tab), Arg::Term(term))
            }
            Some(term) => match self.wide_blank(at).filter(|_| term == "yaml-cause-line") {
                Some(blank) => self.invalid(blank, Arg::Term("yaml-cause-blank")),
                None => self.invalid(at, Arg::Term(term)),
            },
            None => self.invalid(at, Arg::Text(error.info())),
        }
    }
}

/// A blank that is none for YAML stands where one separates a key from its value.
fn is_wide_key(line: &str) -> Option<usize> {
    let at = line.find(":\u{A0}")?;
    let key = line[..at].trim_start();
    let is_key = key.chars().all(|sign| sign.is_ascii_lowercase() || matches!(sign, '_' | '-'));
    (is_key && !key.is_empty()).then_some(at + 1)
}

/// What authors did where the parser found what it says, `line` standing before it on the line.
fn cause(kind: &ErrorKind, line: &str) -> Option<&'static str> {
    use ErrorKind as E;
    Some(match kind {
        E::MappingValueNotAllowed if line.contains(": ") => "yaml-cause-colon",
        E::ExpectedBlockMappingKey if !line.trim().is_empty() => "yaml-cause-special",
        E::MappingValueNotAllowed
        | E::ExpectedBlockMappingKey
        | E::ExpectedBlockSequenceEntry
        | E::SimpleKeyExpected
        | E::MappingKeyNotAllowed
        | E::InvalidBlockScalarIndent
        | E::InvalidIndentation => "yaml-cause-line",
        E::TabNotAllowed
        | E::TabInBlockIndentation
        | E::TabInIndentation
        | E::TabInPlainScalar
        | E::TabAtBlockScalarStart => "yaml-cause-tab",
        E::UnclosedQuotedScalar => "yaml-cause-quote-open",
        E::InvalidTrailingSingleQuotedScalar | E::InvalidTrailingDoubleQuotedScalar => {
            "yaml-cause-quote-inside"
        }
        E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape => "yaml-cause-escape",
        E::UnclosedFlowCollection { .. }
        | E::MismatchedFlowCollectionEnd { .. }
        | E::ExpectedFlowMappingSeparator
        | E::ExpectedFlowSequenceSeparator
        | E::InvalidColonPlacement => "yaml-cause-bracket",
        E::UnknownAnchor
        | E::MissingAnchorOrAliasName
        | E::UnexpectedCharacter { character: '@' | '`' | '%' }
        | E::UnexpectedEofBlockMapping
        | E::MisplacedFlowCollectionEnd
        | E::BlockSequenceEntryNotAllowed
        | E::InvalidBlockScalarHeader
        | E::MissingTagUri
        | E::InvalidTagTerminator => "yaml-cause-special",
        E::RecursionLimitExceeded => "yaml-cause-limit",
        _ => return None,
    })
}

/// About how many bytes a copy of `node` takes.
fn weight(node: &Node) -> usize {
    size_of::<Node>()
        + match &node.value {
            Value::Null => 0,
            Value::Scalar(text) => text.len(),
            Value::Sequence(items) => items.iter().map(weight).sum(),
            Value::Mapping(entries) => entries
                .iter()
                .map(|(key, node)| size_of::<Key>() + key.text.len() + weight(node))
                .sum(),
        }
}

/// The text of a scalar with the way back from each character to `source`, the text of the
/// whole file. An escape leads to its start, and so does all of an alias. Of anything but a
/// scalar, an empty text.
#[must_use]
pub fn scalar_text(node: &Node, source: &str) -> Composite {
    let mut composite = Composite::new();
    let Value::Scalar(value) = &node.value else { return composite };
    let start = node.span.start as usize;
    let slice = source.get(start..node.span.end as usize).unwrap_or_default();
    let quote = slice.chars().next().filter(|&first| first == '"' || first == '\'');
    let places = align(value, slice, quote)
        .or_else(|| align(value, slice, None))
        .unwrap_or_else(|| vec![0; value.chars().count()]);
    let letters: Vec<_> = value.char_indices().zip(places).collect();
    for stretch in letters.chunk_by(|((a, _), from), ((b, _), to)| b - a == to.wrapping_sub(*from))
    {
        let text: String = stretch.iter().map(|((_, letter), _)| letter).collect();
        composite.push(&text, node.span.file, start + stretch[0].1);
    }
    composite
}

/// Where in `source` each character of `value` comes from; nothing where `source` does not read
/// as `value` in the style of its quote (plain and block scalars have none).
fn align(value: &str, source: &str, quote: Option<char>) -> Option<Vec<usize>> {
    let (mut places, mut rest) = (Vec::new(), value);
    let mut at = usize::from(quote.is_some());
    while let Some(next) = rest.chars().next() {
        let here = source.get(at..)?;
        if quote == Some('"') && here.starts_with('\\') {
            if !here.starts_with("\\\n") {
                places.push(at);
                rest = &rest[next.len_utf8()..];
            }
            at += escape(here);
        } else if here.starts_with(next) && !is_blank(next) {
            places.push(at);
            at += next.len_utf8() * if quote == Some('\'') && next == '\'' { 2 } else { 1 };
            rest = &rest[next.len_utf8()..];
        } else {
            let raw = blanks(here);
            let shown = if quote == Some('"') { folded(raw) } else { blanks(rest).len() };
            let shown = rest.get(..shown).filter(|shown| blanks(shown) == *shown)?;
            if raw.is_empty() && shown.is_empty() {
                return None;
            }
            places.extend(blank_places(raw.len(), shown).map(|place| at + place));
            at += raw.len();
            rest = &rest[shown.len()..];
        }
    }
    Some(places)
}

const fn is_blank(letter: char) -> bool {
    matches!(letter, ' ' | '\t' | '\n')
}

/// The blanks and line ends that `text` begins with.
fn blanks(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(is_blank).len()]
}

/// How many bytes are left of blanks between two words of a quoted text: one for a line end,
/// one a line for empty lines (YAML 1.2.2, section 6.5).
fn folded(raw: &str) -> usize {
    match raw.matches('\n').count() {
        0 => raw.len(),
        1 => 1,
        lines => lines - 1,
    }
}

/// Where each byte of `shown` stands in `raw` bytes of blanks: what follows the last line end is
/// what the author indented beyond the block, so it is counted from the end.
fn blank_places(raw: usize, shown: &str) -> impl Iterator<Item = usize> {
    let count = shown.len();
    let head = shown.rfind('\n').map_or(count, |newline| newline + 1);
    (0..count).map(move |at| if at < head { at.min(raw) } else { (raw + at).saturating_sub(count) })
}

/// How many bytes the escape takes that `text` begins with (YAML 1.2.2, section 5.7); two of
/// them for a letter beyond U+FFFF, and with a line end the indentation of the next line.
fn escape(text: &str) -> usize {
    let unit = text.get(2..6).and_then(|digits| u16::from_str_radix(digits, 16).ok());
    match text.as_bytes().get(1) {
        Some(b'x') => 4,
        Some(b'u') if matches!(unit, Some(0xD800..0xDC00)) => 12,
        Some(b'u') => 6,
        Some(b'U') => 10,
        Some(b'\n') => text.len() - text[2..].trim_start_matches([' ', '\t']).len(),
        _ => 2,
    }
}

/// The fields of a mapping, read by name. What nobody asked for is unknown.
#[derive(Debug)]
pub struct Fields<'a> {
    entries: &'a [(Key, Node)],
    start: Span,
    known: Vec<&'a str>,
    diagnostics: &'a mut Vec<Diagnostic>,
}

impl<'a> Fields<'a> {
    /// Lets `fill` ask for the fields of `node` and then reports those that it did not ask for
    /// and those that stand twice, of which the first counts. An empty node has no fields. Of
    /// one that is no mapping nothing else is reported; `name` is what it is called then.
    pub fn read<T>(
        node: &'a Node,
        name: &str,
        diagnostics: &'a mut Vec<Diagnostic>,
        fill: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> T {
        let start = Span { end: node.span.start, ..node.span };
        let (entries, heard): (&[_], _) = match &node.value {
            Value::Mapping(entries) => (entries, true),
            Value::Null => (&[], true),
            _ => (&[], false),
        };
        if !heard {
            diagnostics.push(Diagnostic::field_invalid(node.span, name, "expected-mapping"));
        }
        let mut unheard = Vec::new();
        let diagnostics = if heard { diagnostics } else { &mut unheard };
        Fields { entries, start, known: Vec::new(), diagnostics }.fill(fill)
    }

    fn fill<T>(mut self, fill: impl FnOnce(&mut Fields<'_>) -> T) -> T {
        let filled = fill(&mut self);
        let mut seen = BTreeMap::new();
        for (key, _) in self.entries {
            let text = key.text.as_str();
            if let Some(&first) = seen.get(text) {
                self.diagnostics.push(Diagnostic::field_repeated(key.span, text, first));
            } else if !self.known.contains(&text) {
                let (known, nearest) = (&self.known, nearest(text, &self.known));
                self.diagnostics.push(Diagnostic::field_unknown(key.span, text, nearest, known));
            }
            seen.entry(text).or_insert(key.span);
        }
        filled
    }

    fn entry(&self, key: &str) -> Option<&'a (Key, Node)> {
        self.entries.iter().find(|(found, _)| found.text == key)
    }

    /// The value of `key`, unless it is empty.
    pub fn value(&mut self, key: &'static str) -> Option<&'a Node> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entry(key).map(|(_, node)| node).filter(|node| match &node.value {
            Value::Null => false,
            Value::Scalar(text) => !text.trim().is_empty(),
            _ => true,
        })
    }

    /// Where the value of `key` stands.
    #[must_use]
    pub fn span(&self, key: &str) -> Option<Span> {
        self.entry(key).map(|(_, node)| node.span)
    }

    /// Where the mapping begins, for what concerns a field that is not there.
    #[must_use]
    pub const fn start(&self) -> Span {
        self.start
    }

    /// Reports that the value at `span` is not what `key` takes; `expected` names a text.
    pub fn invalid(&mut self, span: Span, key: &str, expected: &'static str) {
        self.diagnostics.push(Diagnostic::field_invalid(span, key, expected));
    }

    /// The text of `key` in one line.
    pub fn text(&mut self, key: &'static str) -> Option<String> {
        let node = self.value(key)?;
        self.line(key, node)
    }

    /// The text of `key`, reported where there is none.
    pub fn required(&mut self, key: &'static str) -> Option<String> {
        if self.value(key).is_none() {
            let span = self.entry(key).map_or(self.start, |(key, _)| key.span);
            self.diagnostics.push(Diagnostic::field_missing(span, key));
        }
        self.text(key)
    }

    /// What `parse` makes of the text of `key`.
    pub fn parsed<T>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        self.parsed_or(key, expected, parse, |_| None)
    }

    /// [`Self::parsed`], with what to do about a text of which nothing can be made.
    pub fn parsed_or<T>(
        &mut self,
        key: &'static str,
        expected: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        slip: impl Fn(&str) -> Option<Message>,
    ) -> Option<T> {
        let node = self.value(key)?;
        let text = self.line(key, node)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            let meant = [iso_date(&text), Some(format!("https://{text}")), Some(word(&text))];
            let meant = meant.into_iter().flatten().find(|meant| parse(meant).is_some());
            let hint = meant.map(|it| Message::new("field-invalid-written-hint").with("value", it));
            let found = Diagnostic::field_invalid(node.span, key, expected);
            self.diagnostics.push(found.maybe_hint(hint.or_else(|| slip(&text))));
        }
        parsed
    }

    /// What the word at `key` stands for.
    pub fn one_of<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
        expected: &'static str,
    ) -> Option<T> {
        self.parsed(key, expected, |text| meaning(text, words))
    }

    /// What the words of the list at `key` stand for; nothing if one of them means nothing.
    pub fn all_of<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&str, T)],
        expected: &'static str,
    ) -> Option<Vec<T>> {
        let mut meanings = Some(Vec::new());
        for (word, span) in self.list(key)? {
            match (meaning(&word, words), &mut meanings) {
                (Some(meaning), Some(meanings)) => meanings.push(meaning),
                (Some(_), None) => {}
                (None, _) => {
                    meanings = None;
                    let listed = is_listed(&word, words).then(|| format!("[{word}]"));
                    let meant =
                        || Some(self::word(&word)).filter(|it| meaning(it, words).is_some());
                    let hint = listed.or_else(meant).map(|written| {
                        Message::new("field-invalid-written-hint").with("value", written)
                    });
                    let told = Diagnostic::field_invalid(span, key, expected);
                    self.diagnostics.push(told.maybe_hint(hint));
                }
            }
        }
        meanings
    }

    /// The texts of the list at `key`; a single text is a list of one.
    pub fn list(&mut self, key: &'static str) -> Option<Vec<(String, Span)>> {
        let node = self.value(key)?;
        let items = match &node.value {
            Value::Sequence(items) => items.as_slice(),
            Value::Mapping(_) => {
                self.invalid(node.span, key, "expected-list");
                return None;
            }
            _ => std::slice::from_ref(node),
        };
        Some(items.iter().filter_map(|item| Some((self.line(key, item)?, item.span))).collect())
    }

    /// What `fill` makes of the mapping at `key`.
    pub fn mapping<T>(
        &mut self,
        key: &'static str,
        fill: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        let node = self.value(key)?;
        Some(Fields::read(node, key, self.diagnostics, fill))
    }

    /// [`Self::mapping`] of something that has a `name`, which is all that some authors write.
    pub fn named<T>(
        &mut self,
        key: &'static str,
        fill: impl FnOnce(&mut Fields<'_>) -> T,
    ) -> Option<T> {
        if let Some(Node { value: Value::Scalar(name), span }) = self.value(key) {
            let told = Diagnostic::field_invalid(*span, key, "expected-mapping");
            let lines = format!("name: {}", name.trim());
            let hint = Message::new("field-invalid-lines-hint").with("lines", lines);
            self.diagnostics.push(told.hint(hint));
            return None;
        }
        self.mapping(key, fill)
    }

    /// The text of `key`, which does not stand in the marks of quotation of a word processor.
    pub fn unquoted(&mut self, key: &'static str) -> Option<String> {
        let (text, span) = self.text(key).zip(self.span(key))?;
        let marks = ['“', '”', '„', '‟'];
        let inner = text.strip_prefix(marks).and_then(|rest| rest.strip_suffix(marks));
        let Some(inner) = inner.filter(|it| !it.contains(marks)) else { return Some(text) };
        let written =
            Message::new("field-invalid-written-hint").with("value", format!("\"{inner}\""));
        self.diagnostics
            .push(Diagnostic::field_invalid(span, key, "expected-straight").hint(written));
        None
    }

    /// What `fill` makes of each mapping of the list at `key`.
    pub fn mappings<T>(
        &mut self,
        key: &'static str,
        fill: impl Fn(&mut Fields<'_>) -> T,
    ) -> Vec<T> {
        let Some(node) = self.value(key) else { return Vec::new() };
        let Value::Sequence(items) = &node.value else {
            self.invalid(node.span, key, "expected-mappings");
            return Vec::new();
        };
        items.iter().map(|item| Fields::read(item, key, self.diagnostics, &fill)).collect()
    }

    /// Reports something about the fields.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Every key and its text, each with its place, for a mapping whose keys are the author's.
    pub fn all_spanned(&mut self) -> Vec<(&'a str, Span, String, Span)> {
        let entries = self.entries;
        self.known.extend(entries.iter().map(|(key, _)| key.text.as_str()));
        entries
            .iter()
            .filter_map(|(key, node)| {
                let text = self.line(&key.text, node)?;
                Some((key.text.as_str(), key.span, text, node.span))
            })
            .collect()
    }

    /// Every key with its text, for a mapping whose keys are the author's.
    pub fn all(&mut self) -> Vec<(&'a str, String)> {
        self.all_spanned().into_iter().map(|(key, _, text, _)| (key, text)).collect()
    }

    /// A scalar as a line: blanks and line ends are one blank each.
    fn line(&mut self, key: &str, node: &Node) -> Option<String> {
        let Value::Scalar(text) = &node.value else {
            let told = Diagnostic::field_invalid(node.span, key, "expected-text");
            self.diagnostics.push(told.maybe_hint(unquoted(node)));
            return None;
        };
        if has_reference(text) {
            self.diagnostics.push(Diagnostic::footnote_in_field(node.span, key));
        }
        Some(text.split(is_blank).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" "))
    }
}

/// Whether a text is several words that mean something, with commas between them.
fn is_listed<T: Copy>(text: &str, words: &[(&str, T)]) -> bool {
    text.contains(',') && text.split(',').all(|word| meaning(word.trim(), words).is_some())
}

/// What to do about a text with a colon that was taken for a key and its value.
fn unquoted(node: &Node) -> Option<Message> {
    let Value::Mapping(entries) = &node.value else { return None };
    let [(key, Node { value: Value::Scalar(value), .. })] = entries.as_slice() else { return None };
    let text = format!("{}: {}", key.text, value.trim());
    let text = format!("\"{}\"", text.trim_matches(['“', '”', '„', '‟']));
    Some(Message::new("field-invalid-written-hint").with("value", text))
}

/// A text as words of fields are written: "In progress" is "in-progress".
fn word(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-")
}

/// A date in the form of the decree, "05/12/2023" or "ngày 05 tháng 12 năm 2023", or one that lacks
/// its zeros, "2026-1-5", as ISO has it.
fn iso_date(text: &str) -> Option<String> {
    let mut numbers =
        text.split(|char: char| !char.is_ascii_digit()).filter(|word| !word.is_empty());
    let (first, month, last) = (numbers.next()?, numbers.next()?, numbers.next()?);
    let (day, year) = if first.len() == 4 { (last, first) } else { (first, last) };
    let one = numbers.next().is_none() && day.len() <= 2 && month.len() <= 2 && year.len() == 4;
    one.then(|| format!("{year}-{month:0>2}-{day:0>2}"))
}

/// Whether plain text has what would be a reference to a footnote in Markdown.
fn has_reference(text: &str) -> bool {
    text.split("[^").skip(1).any(|rest| {
        let id = rest.split([']', '[', '\n']).next().unwrap_or_default();
        !id.is_empty() && rest[id.len()..].starts_with(']')
    })
}

fn meaning<T: Copy>(text: &str, words: &[(&str, T)]) -> Option<T> {
    words.iter().find(|(word, _)| *word == text).map(|&(_, meaning)| meaning)
}

/// The known key that `text` is a slip of: a third of its letters may be wrong, but at least one.
fn nearest<'k>(text: &str, known: &[&'k str]) -> Option<&'k str> {
    let text = text.to_lowercase();
    let close = |key: &&'k str| {
        let distance = strsim::damerau_levenshtein(&text, key);
        (distance <= (key.chars().count() / 3).max(1)).then_some((distance, *key))
    };
    known.iter().filter_map(close).min_by_key(|&(distance, _)| distance).map(|(_, key)| key)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::source::{SourceFile, Sources};

    fn file(text: &str) -> (Sources, FileId) {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile { path: "a.yaml".into(), text: text.into() });
        (sources, id)
    }

    /// Every scalar and null of a tree, keys apart.
    fn leaves(node: &Node) -> Vec<&Node> {
        match &node.value {
            Value::Sequence(items) => items.iter().flat_map(leaves).collect(),
            Value::Mapping(entries) => entries.iter().flat_map(|(_, node)| leaves(node)).collect(),
            _ => vec![node],
        }
    }

    /// The leaves of `text` with the place of each: `line:column value`.
    fn read(text: &str) -> Vec<String> {
        let (sources, id) = file(text);
        let show = |node: &&Node| {
            let at = sources.positions(node.span).0;
            match &node.value {
                Value::Scalar(text) => format!("{}:{} {text}", at.line, at.column),
                _ => format!("{}:{} null", at.line, at.column),
            }
        };
        parse(text, id, 0).map_or_else(
            |diagnostic| {
                let at = sources.positions(diagnostic.span).0;
                vec![format!("{}:{} {:?}", at.line, at.column, diagnostic.message.args[0].1)]
            },
            |node| leaves(&node).iter().map(show).collect(),
        )
    }

    #[test]
    fn scalars_are_what_the_author_wrote() {
        for (text, leaves) in [
            (
                "a: 05\nb: 1.10\nc: yes\nd: 1_000\ne: 2023-12\n",
                "1:4 05, 2:4 1.10, 3:4 yes, 4:4 1_000, 5:4 2023-12",
            ),
            (
                "a:\nb: ~\nc: null\nd: \"~\"\ne: 'null'\n",
                "1:2 null, 2:4 null, 3:4 null, 4:4 ~, 5:4 null",
            ),
            ("# đầu\n1: x\n1: y # sau\n<<: z\n", "2:4 x, 3:4 y, 4:5 z"),
            ("- đề án\n- [đ, 'b''c', \"\\u00e1\"]\n", "1:3 đề án, 2:4 đ, 2:7 b'c, 2:15 á"),
            ("a: &x một\nb: *x\nc: &m {d: e}\nf: *m\n", "1:7 một, 2:4 một, 3:11 e, 3:11 e"),
            ("a: |\n  ~\nb: >-\n\n  x\n", "2:3 ~\n, 5:3 \nx"),
            ("--- {a: b}\n...\n", "1:9 b"),
            ("# không có gì\n", "1:1 null"),
            ("", "1:1 null"),
        ] {
            assert_eq!(read(text).join(", "), leaves, "{text}");
        }
    }

    #[test]
    fn what_is_no_yaml_is_said_where_it_stands() {
        for (text, at, cause) in [
            ("a: 1\ntitle: Báo cáo: kết quả\n", "2:15", "colon"),
            ("a: [^1]: x\n", "1:8", "colon"),
            ("a:1\nb: 2\n", "2:2", "line"),
            ("a: 1\n  b: 2\n", "2:4", "line"),
            ("a:\n    x: 1\n  y: 2\n", "3:3", "line"),
            ("- a\nb: 1\n", "2:1", "line"),
            ("a: 1\nđề án\n", "2:1", "line"),
            ("x:\n\ty: 1\n", "2:1", "tab"),
            ("x:\n  - a\n\t- b\n", "3:1", "tab"),
            ("a: \"đ\nb: 1\n", "1:4", "quote-open"),
            ("a: \"Kế hoạch \"5 năm\"\"\n", "1:15", "quote-inside"),
            ("a: \"C:\\qua\"\n", "1:4", "escape"),
            ("a: [x, y\n", "1:4", "bracket"),
            ("a: [1\nb: 2\n", "2:2", "bracket"),
            ("a: [b](c)\n", "1:7", "special"),
            ("a: **đậm** chữ\n", "1:4", "special"),
            ("a: !Chú ý\n", "1:4", "special"),
            ("a: ! x\n", "1:6", "special"),
            ("a: @x\n", "1:4", "special"),
            ("a: {{x}}\n", "1:5", "key"),
            ("a: 1\n---\nb: 2\n", "2:1", "documents"),
            ("a: &a [*a]\n", "1:8", "limit"),
        ] {
            assert_eq!(read(text), [format!("{at} Term(\"yaml-cause-{cause}\")")], "{text}");
        }
        assert_eq!(read("a: \u{1}\n"), ["1:4 Text(\"unexpected character: `\\\\u{1}'\")"]);
    }

    #[test]
    fn bombs_end_as_a_diagnostic() {
        let line = |i: usize| format!("a{i}: &a{i} [*a{0}, *a{0}]", i - 1);
        let lines = (1..99).map(line).collect::<Vec<_>>().join("\n");
        let scalars = "- *x\n".repeat(1000);
        for bomb in [
            "[".repeat(100_000),
            "- ".repeat(100_000),
            (0..3000).map(|depth| " ".repeat(depth) + "a:\n").collect(),
            format!("a0: &a0 x\n{lines}"),
            format!("- &x {}\n{scalars}", "chữ ".repeat(10_000)),
            format!("- &x {}\n- {}*x{}", "chữ ".repeat(100_000), "&y [".repeat(60), "]".repeat(60)),
        ] {
            assert!(read(&bomb)[0].ends_with("Term(\"yaml-cause-limit\")"), "{bomb:.60}");
        }
        assert_eq!(read(&format!("- &x {}\n{scalars}", "chữ ".repeat(1000))).len(), 1001);
    }

    #[test]
    fn front_matter_stands_where_it_stands_in_the_file() {
        let (sources, id) = file("---\nđ: [x]\n---\n");
        let node =
            parse("đ: [x]\n", id, 4).unwrap_or_else(|diagnostic| unreachable!("{diagnostic:?}"));
        let Value::Mapping(entries) = &node.value else { unreachable!("{node:?}") };
        let slices =
            [node.span, entries[0].0.span, entries[0].1.span].map(|span| sources.slice(span));
        assert_eq!(slices, ["đ: [x]", "đ", "[x]"]);
        assert_eq!(parse("a: *x", id, 4).map_err(|diagnostic| diagnostic.span.start), Err(7));
    }

    /// The text of the file under each character of the last scalar of `text`.
    fn under(text: &str) -> (String, Vec<(char, String)>) {
        let (sources, id) = file(text);
        let node =
            parse(text, id, 0).unwrap_or_else(|diagnostic| unreachable!("{text}: {diagnostic:?}"));
        let composite =
            leaves(&node).last().map(|leaf| scalar_text(leaf, text)).unwrap_or_default();
        let value = composite.text().to_owned();
        let slice = |(at, letter): (usize, char)| {
            let span = composite.span(at..at + letter.len_utf8());
            (letter, span.map(|span| sources.slice(span).to_owned()).unwrap_or_default())
        };
        let letters = value.char_indices().map(slice).collect();
        (value, letters)
    }

    #[test]
    fn escapes_lead_to_their_start_and_the_rest_to_itself() {
        for (text, value) in [
            ("'ông ''A'' và'", "ông 'A' và"),
            ("\"d\\n\\u00e1 e\\x41 \\ud83d\\ude00 z\"", "d\ná eA 😀 z"),
            ("\"một \\\n   hai\n\n  ba\\\"\\\\bốn\"", "một hai\nba\"\\bốn"),
            ("|\n  \"ông ''A\"", "\"ông ''A\"\n"),
            ("|\n  'a'\n", "'a'\n"),
        ] {
            let (decoded, letters) = under(text);
            assert_eq!(decoded, value, "{text}");
            for (letter, slice) in letters.into_iter().filter(|(letter, _)| !is_blank(*letter)) {
                let escape = text.starts_with('"') && slice.starts_with('\\');
                assert!(slice == letter.to_string() || escape, "{text}: {letter} is {slice}");
            }
        }
    }

    #[test]
    fn all_of_an_alias_leads_to_where_it_is_used() {
        let text = "- &a một hai\n- *a";
        let (_, id) = file(text);
        let composite =
            parse(text, id, 0).map(|node| scalar_text(leaves(&node)[1], text)).unwrap_or_default();
        assert_eq!(composite.text(), "một hai");
        for (at, _) in composite.text().char_indices() {
            assert_eq!(composite.span(at..at + 1).map(|span| span.start as usize), text.find('*'));
        }
    }

    /// Lines of words in one of the styles, with the words' letters.
    fn styled() -> impl Strategy<Value = (String, String)> {
        let words = prop::collection::vec("[abđếộ]{1,4}", 1..4).prop_map(|words| words.join("  "));
        let lines = prop::collection::vec((0usize..3, words, 0usize..3), 1..5);
        (lines, 0usize..5).prop_map(|(lines, style)| {
            let (open, close) =
                [(" ", ""), (" '", "'"), (" \"", "\""), (" |\n  ", "\n"), (" >+\n  ", "\n")][style];
            let mut text = String::new();
            for (index, (indent, words, empty)) in lines.iter().enumerate() {
                let indent = if index == 0 { 0 } else { indent + 2 };
                text.extend([&" ".repeat(indent), words, "\n", &"\n".repeat(*empty)]);
            }
            let text = if style > 2 { text.replace('a', "\"").replace('b', "'") } else { text };
            let letters = text.split_whitespace().collect();
            (format!("x: 1\nk:{open}{}{close}", text.trim_end()), letters)
        })
    }

    proptest! {
        #[test]
        fn every_letter_of_every_style_leads_to_itself((text, letters) in styled()) {
            let (value, found) = under(&text);
            prop_assert_eq!(value.split_whitespace().collect::<String>(), letters);
            for (letter, slice) in found.into_iter().filter(|(letter, _)| !is_blank(*letter)) {
                prop_assert_eq!(letter.to_string(), slice);
            }
        }

        #[test]
        fn nothing_panics_and_every_span_fits(text in "[-ab:,?~#đ0uxd8|>&*!%\\[\\]{}\"'\\\\ \n\t]{0,60}") {
            let (_, id) = file(&text);
            match parse(&text, id, 0) {
                Ok(node) => for leaf in leaves(&node) {
                    prop_assert!(text.get(leaf.span.start as usize..leaf.span.end as usize).is_some());
                    if let Value::Scalar(value) = &leaf.value {
                        let composite = scalar_text(leaf, &text);
                        prop_assert_eq!(composite.text(), value);
                    }
                }
                Err(diagnostic) => prop_assert!(text.is_char_boundary(diagnostic.span.start as usize)),
            }
        }
    }
}
