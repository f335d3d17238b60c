//! Mentions of legal and administrative documents in running text.
//!
//! Takes the plain text of one paragraph, heading, cell or note (NFC, line breaks as blanks) and
//! gives every document that it names by a symbol, in the order of the text, in linear time. Never
//! looks a document up and never corrects what it read: a [`Suspicion`] stands beside the symbol
//! as written.
//!
//! Anything shaped like `12/QĐ-UBND` or `48-KL/TW` is a candidate. It is a document when its codes
//! are known ones in their places, or when the text says so: by a kind right before it ("Công văn
//! số …"), or by a list that such a kind has opened ("Các Văn bản số: …; …"). What stays in doubt
//! is no mention: a link too few is better than a link on a house number. So are a report's own
//! number ("Số: 15/BC-UBND" opening a text) and the numbers before the last in "số 01, 02/NQ-CP".
//! Forms without a type (`27/CP`, `115-TTg`, `1234/STC`) always need their kind. A contract is a
//! document, as in the decree, but only under the name "Hợp đồng" or with a known agency.

mod codes;
mod issuer;
mod phrase;
mod surroundings;
mod symbol;
#[cfg(test)]
mod tests;

use std::ops::Range;

use regex::Captures;

use crate::model::meta::Date;

use codes::Kind;
use surroundings::{After, Before, Lists};
use symbol::Symbol;

/// One mention of a document in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// What is shown as a link, in bytes of the text: from the kind to the symbol, or the symbol
    /// alone where the kind is not said, or said for a whole list.
    pub range: Range<usize>,
    /// The symbol alone, in bytes of the text.
    pub symbol_range: Range<usize>,
    /// The symbol without blanks and with plain hyphens, otherwise as written: "106/2023/NQ-HĐND".
    pub symbol: String,
    /// The kind of document if the text says it, by its dictionary name: "Nghị quyết".
    pub kind: Option<&'static str>,
    /// The date said after the symbol (or after the issuer), if there is such a day.
    pub date: Option<Date>,
    /// The year within the symbol: 2023 in "106/2023/NQ-HĐND".
    pub year_in_symbol: Option<u16>,
    /// The issuer as written, with single blanks: "Bộ Kế hoạch và Đầu tư".
    pub issuer: Option<String>,
    /// Which system of symbols it follows.
    pub family: Family,
    /// Why the symbol cannot be right, when that is certain.
    pub suspicion: Option<Suspicion>,
}

/// The systems of symbols.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// Of the National Assembly and its Standing Committee: "148/2025/QH15".
    Law,
    /// Other legal documents, with their year: "30/2020/NĐ-CP".
    State,
    /// Administrative documents: "01/NQ-CP", and the old forms "27/CP" and "115-TTg".
    Administrative,
    /// Official letters, by agency and drafting unit: "12/UBND-VX".
    OfficialLetter,
    /// Of the Party: "48-KL/TW".
    Party,
}

/// Why a symbol cannot be right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suspicion {
    /// The year in the symbol is not that of the date: "61/2018/NĐ-CP ngày 23/4/2028".
    OtherYear {
        /// The date said after the symbol.
        date: Date,
    },
    /// No body has this code, which is a well-known one with a slip: `UNBD` in "12/QĐ-UNBD".
    UnknownIssuer {
        /// The symbol with the code that was meant.
        suggestion: String,
    },
    /// No type of document has this code: `CE` in "749/CE-TTg".
    UnknownType {
        /// The code as written.
        found: String,
        /// The code that was probably meant, if only one can be.
        nearest: Option<&'static str>,
    },
    /// A Party document under the state's form: "19/NQ-TW" for "19-NQ/TW".
    StateFormForParty {
        /// The symbol in the Party's form.
        suggestion: String,
    },
    /// A state document since 2005 under the Party's form: "12-KH/UBND" for "12/KH-UBND".
    PartyFormForState {
        /// The symbol in the state's form.
        suggestion: String,
    },
    /// A blank, a long dash or a wrong mark within the symbol, or a hyphen left out.
    Punctuation {
        /// The symbol as it should stand.
        normal: String,
    },
}

impl Suspicion {
    /// What was probably meant: a code for an unknown type, else a whole symbol.
    #[must_use]
    pub fn suggestion(&self) -> Option<&str> {
        match self {
            Self::OtherYear { .. } => None,
            Self::UnknownType { nearest, .. } => *nearest,
            Self::StateFormForParty { suggestion }
            | Self::PartyFormForState { suggestion }
            | Self::UnknownIssuer { suggestion } => Some(suggestion),
            Self::Punctuation { normal } => Some(normal),
        }
    }
}

/// The documents that `text` mentions.
#[must_use]
pub fn mentions(text: &str) -> Vec<Mention> {
    let text = &symbol::with_letters_meant(text);
    let mut reader =
        Reader { text, floor: 0, passed: 0, lists: Lists::default(), mentions: Vec::new() };
    for candidate in symbol::candidates(text) {
        reader.read(&candidate);
    }
    reader.mentions
}

/// The key under which two spellings of a symbol are equal: upper case, no blanks, plain hyphens,
/// no zeros before the number. Đ and D stay apart, for so do "hợp đồng" and "hướng dẫn".
#[must_use]
pub fn fold_symbol(symbol: &str) -> String {
    let plain = symbol::plain(symbol).to_uppercase();
    let number = plain.trim_start_matches('0');
    if number.starts_with(|first: char| first.is_ascii_digit()) { number.to_owned() } else { plain }
}

/// Walks the candidates of a text.
struct Reader<'t> {
    text: &'t str,
    /// Where the mention before has ended, with its date and issuer.
    floor: usize,
    /// How far the text has been searched for the ends of sentences.
    passed: usize,
    lists: Lists,
    mentions: Vec<Mention>,
}

impl<'t> Reader<'t> {
    fn read(&mut self, candidate: &Captures<'t>) {
        let Some(symbol) = Symbol::read(self.text, candidate) else { return };
        let start = symbol.range.start;
        if start < self.floor {
            return;
        }
        self.lists.pass(&self.text[self.passed..start]);
        self.passed = start;
        let text = &self.text[self.floor..start];
        let before = Before::read(text, &symbol);
        let listed = if before.kind.is_none() { self.lists.kind_of(text, &symbol) } else { None };
        let is_document = match (before.kind, listed) {
            (Some(kind), _) => symbol.fits(kind, before.numbered),
            (None, Some(_)) => true,
            (None, None) => symbol.is_certain() && !before.denied && !self.is_own_number(text),
        };
        if is_document {
            self.lists.add(before.kind.or(listed), before.plural);
            self.accept(&symbol, before, listed);
        }
    }

    /// Nothing but "Số:", perhaps below the name of an agency in capitals, stands before.
    fn is_own_number(&self, before: &str) -> bool {
        let opening = before.trim_end();
        let head =
            opening.strip_suffix(':').and_then(|opening| opening.trim_end().strip_suffix("Số"));
        self.floor == 0 && head.is_some_and(|head| !head.contains(char::is_lowercase))
    }

    fn accept(&mut self, symbol: &Symbol, before: Before, listed: Option<&'static Kind>) {
        let after = After::read(&self.text[symbol.range.end..]);
        let kind = before.kind.or(listed);
        let alone = symbol.range.start;
        let start =
            before.start.filter(|_| !before.plural).map_or(alone, |start| self.floor + start);
        self.mentions.push(Mention {
            range: start..symbol.range.end,
            symbol_range: symbol.range.clone(),
            symbol: symbol::plain(symbol.written),
            kind: kind.map(|kind| kind.name),
            date: after.date,
            year_in_symbol: symbol.year,
            issuer: after.issuer.or(before.issuer),
            family: symbol.family(kind),
            suspicion: symbol.suspicion(kind, after.date),
        });
        self.floor = symbol.range.end + after.length;
        self.passed = self.floor;
    }
}
