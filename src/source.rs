//! Source files, spans and positions: everything that a message can point at.
//!
//! Takes the bytes of a file and gives its text in the one form that all later phases see:
//! UTF-8, NFC, lines ended by `\n`, no byte-order mark. Spans are byte ranges of that text;
//! lines and columns count from 1, and a column is one character of it, so that a composed
//! letter is one column however the file on disk spells it. Never touches the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The folders of a site root that a site is made from.
pub const FOLDERS: [&str; 3] = ["content", "static", "templates"];

/// A file in a [`Sources`]; files are numbered in the order in which they were added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(u32);

/// A range of bytes of one source file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// The span of `range` in `file`.
    #[must_use]
    pub fn new(file: FileId, range: Range<usize>) -> Self {
        Self { file, start: offset(range.start), end: offset(range.end) }
    }

    /// The very beginning of a file, for what concerns the file as a whole.
    #[must_use]
    pub const fn file_start(file: FileId) -> Self {
        Self { file, start: 0, end: 0 }
    }
}

/// A byte offset as it is kept in spans. Files of 4 GiB and more end their spans at the limit.
fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// A place for people: both numbers count from 1, columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One file as all phases see it.
#[derive(Debug)]
pub struct SourceFile {
    /// Path relative to the site root, with `/` between its parts.
    pub path: String,
    /// The normalised text.
    pub text: String,
}

/// Why the bytes of a file are no text: the offset of the first byte that is not UTF-8, and
/// the text with replacement characters, for showing the place.
#[derive(Debug)]
pub struct NotUtf8 {
    /// Where in `text` the first replacement character stands.
    pub at: usize,
    /// The text as far as it can be read.
    pub text: String,
    /// What they seem to be instead.
    pub form: Form,
}

/// What bytes that are no UTF-8 text seem to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Text in another encoding, or anything.
    Bytes,
    /// UTF-16, the "Unicode" of older office programs.
    Utf16,
    /// A document of an office program, whatever its name.
    Office,
}

/// How the files of office programs begin: those packed as ZIP, and the older ones.
const OFFICE: [&[u8]; 2] = [b"PK\x03\x04", b"\xD0\xCF\x11\xE0"];

/// Brings the bytes of a file into the form that all phases work on.
///
/// # Errors
/// [`NotUtf8`] when the bytes are no UTF-8 text.
pub fn decode(bytes: &[u8]) -> Result<String, NotUtf8> {
    if OFFICE.iter().any(|start| bytes.starts_with(start)) {
        return Err(NotUtf8 { at: 0, text: String::new(), form: Form::Office });
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(normalise(text)),
        Err(error) => {
            if let Some(text) = utf16(bytes) {
                return Err(NotUtf8 { at: 0, text: normalise(&text), form: Form::Utf16 });
            }
            let before = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let at = normalise(&String::from_utf8_lossy(before)).len();
            let text = normalise(&String::from_utf8_lossy(bytes));
            Err(NotUtf8 { at: at.min(text.len()), text, form: Form::Bytes })
        }
    }
}

/// The text of a file with its characters as they are on disk, where [`decode`] composes some of
/// them or takes them away.
#[must_use]
pub fn spelling(bytes: &[u8]) -> Option<String> {
    let text = lines(std::str::from_utf8(bytes).ok()?);
    (!is_nfc(&text) || text.contains(is_forbidden)).then_some(text)
}

/// What a file with the byte-order mark of UTF-16 says.
fn utf16(bytes: &[u8]) -> Option<String> {
    let unit: fn([u8; 2]) -> u16 = match bytes {
        [0xFF, 0xFE, ..] => u16::from_le_bytes,
        [0xFE, 0xFF, ..] => u16::from_be_bytes,
        _ => return None,
    };
    let units = bytes.chunks_exact(2).map(|pair| unit([pair[0], pair[1]]));
    Some(
        char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
    )
}

/// [`lines`] in NFC, without the control characters that no page may hold.
fn normalise(text: &str) -> String {
    let mut text = lines(text);
    text.retain(|sign| !is_forbidden(sign));
    if is_nfc(&text) { text } else { text.nfc().collect() }
}

/// No byte-order mark, `\n` for every kind of line end, those of word processors (U+000B, U+000C)
/// too.
fn lines(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_owned()
    };
    if lines.contains(['\u{B}', '\u{C}']) { lines.replace(['\u{B}', '\u{C}'], "\n") } else { lines }
}

/// Whether no page, feed or file for machines may hold a character: XML has no way to write it.
#[must_use]
pub fn is_forbidden(sign: char) -> bool {
    let control = sign.is_ascii_control() && !matches!(sign, '\n' | '\t');
    control || matches!(sign, '\u{FFFE}' | '\u{FFFF}')
}

/// All files that were read, and those that are only named.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
    /// The texts with their letters as they are on disk, of files in which these are not composed.
    spellings: BTreeMap<FileId, String>,
    /// Files that are no text as they are.
    unreadable: BTreeSet<FileId>,
}

impl Sources {
    /// Adds a file and names it.
    pub fn add(&mut self, file: SourceFile) -> FileId {
        let id = FileId(offset(self.files.len()));
        self.files.push(file);
        id
    }

    /// The beginning of a file whose text is not read, or of one that is.
    pub fn unread(&mut self, path: &str) -> Span {
        let file = match self.files.iter().position(|file| file.path == path) {
            Some(at) => FileId(offset(at)),
            None => self.add(SourceFile { path: path.to_owned(), text: String::new() }),
        };
        Span::file_start(file)
    }

    /// Remembers the [`spelling`] of a file.
    pub fn spelt(&mut self, id: FileId, spelling: Option<String>) {
        self.spellings.extend(spelling.map(|text| (id, text)));
    }

    /// Remembers that a file is [`NotUtf8`]: what it says is known in part at most.
    pub fn unreadable(&mut self, id: FileId) {
        self.unreadable.insert(id);
    }

    /// Whether a file is text as it is.
    #[must_use]
    pub fn is_readable(&self, id: FileId) -> bool {
        !self.unreadable.contains(&id)
    }

    /// The file of an id that this store gave.
    #[must_use]
    pub fn file(&self, id: FileId) -> &SourceFile {
        &self.files[id.0 as usize]
    }

    /// Every file, in the order of the ids.
    pub fn files(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// The text of a file.
    #[must_use]
    pub fn text(&self, id: FileId) -> &str {
        &self.file(id).text
    }

    /// The text of a file with its letters as they are on disk.
    #[must_use]
    pub fn text_on_disk(&self, id: FileId) -> &str {
        self.spellings.get(&id).map_or(self.text(id), String::as_str)
    }

    /// The span of a range of [`Self::text_on_disk`].
    #[must_use]
    pub fn span_on_disk(&self, id: FileId, range: Range<usize>) -> Span {
        let Some(text) = self.spellings.get(&id) else { return Span::new(id, range) };
        let composed = |at: usize| normalise(&text[..text.floor_char_boundary(at)]).len();
        Span::new(id, composed(range.start)..composed(range.end))
    }

    /// The text under a span; empty where the span does not fit the file.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text(span.file).get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// Line and column of the first and of the last place of a span; the last is the position
    /// after its last character.
    #[must_use]
    pub fn positions(&self, span: Span) -> (Position, Position) {
        let text = self.text(span.file);
        let start = text.floor_char_boundary(span.start as usize);
        let end = text.floor_char_boundary(span.end as usize).max(start);
        let first = Position { line: 1, column: 1 }.behind(&text[..start]);
        (first, first.behind(&text[start..end]))
    }

    /// [`Self::positions`] in the file as it is on disk, for programs that read it again: a letter
    /// that is not composed there has as many columns as characters.
    #[must_use]
    pub fn positions_on_disk(&self, span: Span) -> (Position, Position) {
        let (start, end) = self.positions(span);
        let Some(text) = self.spellings.get(&span.file) else { return (start, end) };
        let on_disk = |place: Position| {
            let line = text.split('\n').nth(place.line - 1).unwrap_or_default();
            Position { column: column_on_disk(line, place.column), ..place }
        };
        (on_disk(start), on_disk(end))
    }
}

/// The column of a line that is column `composed` of the same line in NFC.
fn column_on_disk(line: &str, composed: usize) -> usize {
    let mut taken = 0;
    let mut letters = line.char_indices().peekable();
    let mut from = 0;
    while let Some((_, _)) = letters.next() {
        while letters.next_if(|(_, sign)| is_combining_mark(*sign)).is_some() {}
        let to = letters.peek().map_or(line.len(), |(at, _)| *at);
        let width = line[from..to].nfc().filter(|sign| !is_forbidden(*sign)).count();
        if taken + width >= composed {
            break;
        }
        taken += width;
        from = to;
    }
    let rest = line[from..].chars().count().min(composed - taken - 1);
    line[..from].chars().count() + rest + 1
}

impl Position {
    /// The place behind a text that begins here.
    fn behind(self, text: &str) -> Self {
        let lines = text.bytes().filter(|&byte| byte == b'\n').count();
        match text.rfind('\n') {
            Some(newline) => {
                let column = text[newline + 1..].chars().count() + 1;
                Self { line: self.line + lines, column }
            }
            None => Self { column: self.column + text.chars().count(), ..self },
        }
    }
}

/// A text put together from stretches of source files (the files of a report one after the
/// other, or a YAML scalar without its quotes and indentation), with the way back to them.
#[derive(Debug, Default, Clone)]
pub struct Composite {
    text: String,
    pieces: Vec<Stretch>,
}

/// From `at` in the composite on, its text is that of `file` from `offset` on.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    at: usize,
    file: FileId,
    offset: usize,
}

impl Composite {
    /// An empty composite.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Appends text that stands in `file` at `offset`.
    pub fn push(&mut self, text: &str, file: FileId, offset: usize) {
        if !text.is_empty() {
            self.pieces.push(Stretch { at: self.text.len(), file, offset });
            self.text.push_str(text);
        }
    }

    /// Appends text that stands in no file; a span in it points at the end of what came before.
    pub fn push_glue(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// The place in a source file of an offset of the composite.
    fn origin(&self, at: usize) -> Option<(FileId, usize)> {
        let index = self.pieces.partition_point(|piece| piece.at <= at).checked_sub(1)?;
        let piece = self.pieces.get(index)?;
        Some((piece.file, piece.offset + (at - piece.at)))
    }

    /// The offset in the composite where a span of one of its files begins.
    #[must_use]
    pub fn offset_of(&self, span: Span) -> Option<usize> {
        let start = span.start as usize;
        let index = self
            .pieces
            .iter()
            .rposition(|piece| piece.file == span.file && piece.offset <= start)?;
        let piece = self.pieces.get(index)?;
        Some(piece.at + (start - piece.offset)).filter(|&at| at <= self.text.len())
    }

    /// The span in a source file of a range of the composite. A range that runs over several
    /// files or stretches is given from its start to the end of the last stretch in that file.
    #[must_use]
    pub fn span(&self, range: Range<usize>) -> Option<Span> {
        let (file, start) = self.origin(range.start)?;
        let last = range.end.saturating_sub(1).max(range.start);
        let end = match self.origin(last) {
            Some((end_file, end)) if end_file == file && end >= start => {
                if range.is_empty() {
                    end
                } else {
                    end + 1
                }
            }
            _ => start,
        };
        Some(Span::new(file, start..end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(text: &str) -> (Sources, FileId) {
        let mut sources = Sources::default();
        let id = sources.add(SourceFile { path: "a.md".into(), text: text.into() });
        (sources, id)
    }

    #[test]
    fn a_composed_letter_is_one_column_in_either_normal_form() {
        for form in ["đề án".to_owned(), "đề án".nfd().collect::<String>()] {
            let (sources, id) = sources(&decode(form.as_bytes()).unwrap_or_default());
            let at = sources.text(id).find('n').unwrap_or_default();
            let (start, _) = sources.positions(Span::new(id, at..at + 1));
            assert_eq!(start, Position { line: 1, column: 5 });
        }
    }

    #[test]
    fn on_disk_a_letter_has_as_many_columns_as_characters() {
        let text = "# Đề\n\nĐã nói: đề án.. xong, một";
        for (bytes, columns) in
            [(text.to_owned(), (14, 16)), (text.nfd().collect::<String>(), (19, 21))]
        {
            let (mut sources, id) = sources(&decode(bytes.as_bytes()).unwrap_or_default());
            sources.spelt(id, spelling(bytes.as_bytes()));
            let at = sources.text(id).find("..").unwrap_or_default();
            let (start, end) = sources.positions_on_disk(Span::new(id, at..at + 2));
            assert_eq!((start.line, start.column, end.column), (3, columns.0, columns.1));
            let line = bytes.lines().nth(2).unwrap_or_default();
            assert_eq!(line.chars().skip(columns.0 - 1).take(2).collect::<String>(), "..");
            let end = sources.text(id).len();
            let (last, _) = sources.positions_on_disk(Span::new(id, end..end));
            assert_eq!(last.column, line.chars().count() + 1);
        }
    }

    #[test]
    fn every_kind_of_line_end_becomes_a_newline_and_the_mark_goes() {
        assert_eq!(decode("\u{FEFF}a\r\nb\rc\n".as_bytes()).ok().as_deref(), Some("a\nb\nc\n"));
    }

    #[test]
    fn bytes_that_are_no_text_are_located() {
        let error = decode(b"ab\n\xff").err();
        assert_eq!(error.map(|error| error.at), Some(3));
    }

    #[test]
    fn a_composite_leads_back_to_each_file() {
        let (mut sources, first) = sources("one\n");
        let second = sources.add(SourceFile { path: "b.md".into(), text: "two\n".into() });
        let mut composite = Composite::new();
        composite.push("one\n", first, 0);
        composite.push_glue("\n");
        composite.push("two\n", second, 0);
        let at = composite.text().find("two").unwrap_or_default();
        assert_eq!(composite.span(at..at + 3), Some(Span::new(second, 0..3)));
        assert_eq!(composite.span(0..3), Some(Span::new(first, 0..3)));
    }
}
