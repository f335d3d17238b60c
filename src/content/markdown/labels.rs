//! Labels of notes, before a document is given to the parser.
//!
//! Takes a document; gives the empty definitions that stand in front of it, and the places that the
//! parser says are references, masked for its second reading.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag};

use super::options;

/// Where a document refers to notes: first byte -> the byte after the last, and the label.
#[derive(Debug, Default)]
pub(super) struct Marked(BTreeMap<usize, (usize, String)>);

impl Marked {
    /// The references of a document, as the parser has them.
    pub(super) fn of(document: &str) -> Self {
        let events = Parser::new_ext(document, options()).into_offset_iter();
        let references = events.filter_map(|(event, range)| match event {
            Event::FootnoteReference(label) => {
                Some((range.start, (range.end, label.into_string())))
            }
            _ => None,
        });
        let mut marked = Self(references.collect());
        while marked.drop_lost(document) {}
        marked
    }

    /// Drops what is no text once links around references are links; whether there was any.
    fn drop_lost(&mut self, document: &str) -> bool {
        let masked = self.mask(document);
        let mut kept = BTreeMap::new();
        for (event, range) in Parser::new_ext(&masked, options()).into_offset_iter() {
            if let Event::Text(_) = event {
                kept.extend(self.within(&range));
            }
        }
        let lost = kept.len() < self.0.len();
        self.0 = kept;
        lost
    }

    /// The references in a range.
    pub(super) fn within(&self, range: &Range<usize>) -> Vec<(usize, (usize, String))> {
        let inside = self.0.range(range.clone());
        inside.map(|(&start, found)| (start, found.clone())).collect()
    }

    /// The document with punctuation that means nothing in the place of each reference, as many
    /// bytes of it.
    pub(super) fn mask(&self, document: &str) -> String {
        let mut masked = String::with_capacity(document.len());
        let mut from = 0;
        for (&start, &(end, _)) in &self.0 {
            masked.push_str(&document[from..start]);
            let length = end - start;
            masked.push_str(if length % 2 == 1 { "‖" } else { "" });
            masked.extend(std::iter::repeat_n('§', (length - length % 2 * 3) / 2));
            from = end;
        }
        masked.push_str(&document[from..]);
        masked
    }
}

/// An empty definition for every label that occurs in the text, closed off by a comment so that
/// they touch nothing of what follows.
pub(super) fn empty_definitions(text: &str) -> String {
    let mut definitions = String::new();
    for label in labels(text) {
        let definition = format!("[^{label}]: .\n\n");
        if defines_note(&definition) {
            definitions.push_str(&definition);
        }
    }
    if !definitions.is_empty() {
        definitions.push_str("<!-- -->\n\n");
    }
    definitions
}

/// What stands between `[^` and the next bracket of a line; in a table a `\|` stands for `|`.
pub(super) fn labels(text: &str) -> BTreeSet<Cow<'_, str>> {
    let mut labels = BTreeSet::new();
    for (at, _) in text.match_indices("[^") {
        let rest = &text[at + 2..];
        let Some(end) = label_end(rest) else { continue };
        let label = &rest[..end];
        labels.insert(Cow::Borrowed(label));
        if label.contains("\\|") {
            labels.insert(Cow::Owned(label.replace("\\|", "|")));
        }
    }
    labels
}

/// Where the label at the start of a text ends: at a bracket that is not escaped, or with the line.
fn label_end(text: &str) -> Option<usize> {
    let mut escaped = false;
    for (at, char) in text.char_indices() {
        match char {
            '[' | ']' if !escaped => return Some(at),
            '\n' => return Some(at),
            _ => escaped = char == '\\' && !escaped,
        }
    }
    None
}

/// Whether the parser takes a line for the definition of a note, and not for anything else, such
/// as `[^]: .` for the definition of a link.
fn defines_note(definition: &str) -> bool {
    let first = Parser::new_ext(definition, options()).next();
    matches!(first, Some(Event::Start(Tag::FootnoteDefinition(_))))
}
