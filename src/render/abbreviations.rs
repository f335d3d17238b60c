//! Abbreviations: which words of a text are one, and where on the site it is explained.
//!
//! Made once of `abbreviations.yaml`; asked for each stretch of text of each page. Finds whole words
//! only: what is joined to more letters by a sign (`BC-UBND`, `CCHC-X`, `HĐND/UBND`) is part of a
//! symbol or a name. Never changes a text, and knows nothing of HTML.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::model::addresses::untaken;
use crate::model::meta::Abbreviation;

/// An abbreviation with its place on the site's page of all.
#[derive(Debug, Clone)]
pub struct Entry {
    /// "CCHC".
    pub short: String,
    /// "cải cách hành chính".
    pub long: String,
    /// The anchor of its entry.
    pub id: String,
}

/// The abbreviations of a site.
#[derive(Debug, Default)]
pub struct Abbreviations {
    entries: Vec<Entry>,
    /// By the first word of the abbreviation, the longest of them first.
    by_word: BTreeMap<String, Vec<usize>>,
    /// What they begin with: most words are told from them by that alone.
    initials: Vec<char>,
}

/// A use of an abbreviation in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Which abbreviation.
    pub entry: usize,
    /// Where.
    pub range: Range<usize>,
    /// Whether the text itself says there what it stands for.
    pub explained: bool,
}

impl Abbreviations {
    /// The abbreviations, in the order of their file.
    #[must_use]
    pub fn new(written: &[Abbreviation]) -> Self {
        let mut taken = BTreeSet::new();
        let entry = |written: &Abbreviation| Entry {
            short: written.short.clone(),
            long: written.long.clone(),
            id: id(&written.short, &mut taken),
        };
        let entries: Vec<Entry> = written.iter().map(entry).collect();
        let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (index, entry) in entries.iter().enumerate() {
            by_word.entry(first_word(&entry.short).to_owned()).or_default().push(index);
        }
        for found in by_word.values_mut() {
            found.sort_by_key(|&index| Reverse(entries[index].short.len()));
        }
        let initials: BTreeSet<char> =
            by_word.keys().filter_map(|word| word.chars().next()).collect();
        Self { entries, by_word, initials: initials.into_iter().collect() }
    }

    /// All of them, in the order of their file.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Every use in a text, in order; `before` is the sign right before the text.
    #[must_use]
    pub fn uses(&self, text: &str, before: Option<char>) -> Vec<Use> {
        let mut uses: Vec<Use> = Vec::new();
        if self.entries.is_empty() {
            return uses;
        }
        let mut last = before;
        let mut end = 0;
        for (at, char) in text.char_indices() {
            let begins = || !last.is_some_and(joins) && at >= end;
            if self.initials.contains(&char)
                && begins()
                && let Some(entry) = self.at(&text[at..])
            {
                end = at + self.entries[entry].short.len();
                let explained = is_explained(text, at..end, &self.entries[entry].long);
                uses.push(Use { entry, range: at..end, explained });
            }
            last = Some(char);
        }
        uses
    }

    /// The longest abbreviation that a text begins with as a whole word.
    fn at(&self, text: &str) -> Option<usize> {
        let found = self.by_word.get(first_word(text))?;
        found.iter().copied().find(|&index| {
            text.strip_prefix(self.entries[index].short.as_str()).is_some_and(is_end_of_word)
        })
    }
}

/// The letters and digits that a text begins with.
fn first_word(text: &str) -> &str {
    let end = text.find(|char: char| !char.is_alphanumeric());
    &text[..end.unwrap_or(text.len())]
}

/// Signs that make one word of what stands on both sides.
fn joins(char: char) -> bool {
    char.is_alphanumeric() || matches!(char, '-' | '–' | '/' | '_' | '&' | '@' | '.' | '\u{2011}')
}

/// Whether a word has ended before `rest`: a full stop ends it, unless letters follow at once.
fn is_end_of_word(rest: &str) -> bool {
    let mut chars = rest.chars();
    match chars.next() {
        Some('.') => !chars.next().is_some_and(char::is_alphanumeric),
        Some(char) => !joins(char),
        None => true,
    }
}

/// Whether the text explains the use itself: "cải cách hành chính (CCHC)", "CCHC (cải cách hành
/// chính)", "gọi tắt là CCHC".
fn is_explained(text: &str, range: Range<usize>, long: &str) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let opened = before.trim_end().strip_suffix(['(', '“', '"']).unwrap_or_default();
    let behind = same(opened.trim_end().chars().rev(), long.chars().rev());
    let named = before.trim_end_matches([' ', '“', '"']).ends_with("tắt là");
    let bracket = after.trim_start().strip_prefix('(').unwrap_or_default().trim_start();
    behind || named || same(bracket.chars(), long.chars())
}

/// Whether a text begins with the words, in capitals or not.
fn same(text: impl Iterator<Item = char>, words: impl Iterator<Item = char>) -> bool {
    let mut text = text.flat_map(char::to_lowercase);
    let mut words = words.flat_map(char::to_lowercase);
    words.all(|char| text.next() == Some(char))
}

/// The anchor of an abbreviation: itself, since it is short and nothing else is called so.
fn id(short: &str, taken: &mut BTreeSet<String>) -> String {
    untaken(&short.split_whitespace().collect::<Vec<_>>().join("-"), taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn abbreviations() -> Abbreviations {
        let of =
            |(short, long): (&str, &str)| Abbreviation { short: short.into(), long: long.into() };
        Abbreviations::new(
            &[
                ("CCHC", "cải cách hành chính"),
                ("UBND", "Ủy ban nhân dân"),
                ("PAR INDEX", "chỉ số cải cách hành chính"),
                ("PAR", "cải cách"),
                ("COVID-19", "bệnh do vi-rút corona"),
                ("ĐTC", "đầu tư công"),
            ]
            .map(of),
        )
    }

    /// The uses in `text`, with `=` before those that it explains.
    fn found(text: &str, before: Option<char>) -> Vec<String> {
        let uses = abbreviations().uses(text, before).into_iter();
        uses.map(|found| {
            let mark = if found.explained { "=" } else { "" };
            format!("{mark}{}", &text[found.range])
        })
        .collect()
    }

    #[test]
    fn whole_words_are_found_and_nothing_else() {
        for (text, expected) in [
            ("Công tác CCHC của UBND tỉnh", &["CCHC", "UBND"][..]),
            ("CCHC.", &["CCHC"]),
            ("“CCHC”, (UBND)", &["CCHC", "UBND"]),
            ("ĐTC, ĐTCX", &["ĐTC"]),
            ("PAR INDEX và PAR", &["PAR INDEX", "PAR"]),
            ("dịch COVID-19;", &["COVID-19"]),
            ("CCHC-X, X-CCHC, 15/BC-UBND, UBND/VP, UBND.VP, UBND1, aCCHC, cchc", &[]),
            ("ubnd@vi-du.example, UBND@vi-du", &[]),
        ] {
            assert_eq!(found(text, None), expected, "{text}");
        }
        assert_eq!(found("UBND tỉnh", Some('-')), [""; 0]);
        assert_eq!(found("UBND tỉnh", Some('(')), ["UBND"]);
    }

    #[test]
    fn what_the_text_explains_itself_is_told_apart() {
        for (text, expected) in [
            ("Cải cách hành chính (CCHC) là CCHC", &["=CCHC", "CCHC"][..]),
            ("CCHC (cải cách hành chính)", &["=CCHC"]),
            ("Ủy ban nhân dân (gọi tắt là UBND)", &["=UBND"]),
            ("Ủy ban nhân dân (sau đây viết tắt là “UBND”)", &["=UBND"]),
            ("tỉnh (CCHC)", &["CCHC"]),
        ] {
            assert_eq!(found(text, None), expected, "{text}");
        }
    }

    #[test]
    fn each_has_an_anchor_of_its_own() {
        let of = |short: &str| Abbreviation { short: short.into(), long: "x".into() };
        let abbreviations = Abbreviations::new(&[of("A B"), of("A-B"), of("ĐTC")]);
        let ids: Vec<_> = abbreviations.entries().iter().map(|entry| entry.id.as_str()).collect();
        assert_eq!(ids, ["A-B", "A-B-2", "ĐTC"]);
    }
}
