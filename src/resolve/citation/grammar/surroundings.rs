//! What the text says around a symbol: before it the kind, after it the date and the issuer, and
//! across the sentence the list that it stands in.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::Date;
use super::codes::{KINDS, Kind};
use super::issuer::issuer_length;
use super::phrase::{
    any_phrase_at_end, last_characters, pattern, phrase_at_end, phrase_at_start, single_blanks,
};
use super::symbol::Symbol;

/// What may stand between a kind and its number.
const MODIFIERS: &str = "hành động|liên tịch|liên ngành|phối hợp|khẩn|hỏa tốc|hoả tốc|chuyên đề";

/// Words before a kind that make it the head of a list. The 2 of "Điều 2 Thông tư số …" does not;
/// numbers of documents are written "02".
const PLURALS: &str = "các|những|hai|ba|bốn|sáu|bảy|tám|chín|mười|02|03|04|05|06|07|08|09";

/// Words after which a number is no document's.
const OTHER_THINGS: &str = "TCVN|QCVN|TCXDVN|TCXD|TCCS|ISO|IEC|tài khoản|TK|lô|thửa|ô|biển|mã|máy|\
    hóa đơn|hoá đơn|gói thầu|mẫu|biểu|phụ lục|bảng|căn hộ|nhà|phòng|km|đường|quốc lộ";

/// How far back the title of a law and the issuer of a document are looked for, in characters.
const TITLE_REACH: usize = 200;
const ISSUER_REACH: usize = 80;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?xi) ^ [\s,(]{0,3} (?: (?: được \s+ )? (?: ban \s+ hành | ký ) \s+ )? (?<word> ngày \s+ )?
        (?<day> [0-9]{1,2} )
        (?: \s? [/.–-] \s? (?<month> [0-9]{1,2} ) \s? [/.–-] \s?
          | \s+ tháng \s+ (?<spelt> [0-9]{1,2} ),? \s+ năm \s+ )
        (?<year> (?:19|20) [0-9]{2} )",
    )
});

static ISSUED_BY: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^[\s,)]{0,3}của\s+"));

/// What stands before a symbol.
#[derive(Default)]
pub(super) struct Before {
    pub(super) kind: Option<&'static Kind>,
    /// Where the mention begins, if there is a kind.
    pub(super) start: Option<usize>,
    /// "Quốc hội" in "Nghị quyết của Quốc hội số 43/2022/QH15".
    pub(super) issuer: Option<String>,
    /// The word "số" stands there.
    pub(super) numbered: bool,
    /// The kind is said of several documents.
    pub(super) plural: bool,
    /// The number is that of something else.
    pub(super) denied: bool,
}

impl Before {
    pub(super) fn read(text: &str, symbol: &Symbol) -> Self {
        let text = text.trim_end().trim_end_matches(':').trim_end();
        let number_word = phrase_at_end(text, "số");
        let numbered = number_word.is_some();
        let rest = text[..number_word.unwrap_or(text.len())].trim_end();
        let named = adjacent_kind(rest, symbol)
            .or_else(|| issued_kind(rest, symbol))
            .or_else(|| titled_law(rest, symbol));
        match named {
            Some((kind, start, issuer)) => {
                let plural = any_phrase_at_end(&rest[..start], PLURALS);
                Self {
                    kind: Some(kind),
                    start: Some(start),
                    issuer,
                    numbered,
                    plural,
                    denied: false,
                }
            }
            None => {
                Self { numbered, denied: any_phrase_at_end(rest, OTHER_THINGS), ..Self::default() }
            }
        }
    }
}

/// A kind, where it begins, and its issuer if that follows.
type NamedKind = (&'static Kind, usize, Option<String>);

fn adjacent_kind(text: &str, symbol: &Symbol) -> Option<NamedKind> {
    kind_at_end(text, symbol).map(|(kind, start)| (kind, start, None))
}

/// The kind that `text` ends with: rather one that has the symbol's code than a longer one, since
/// "thông báo Kết luận số 7-KL/TU" announces a conclusion.
fn kind_at_end(text: &str, symbol: &Symbol) -> Option<(&'static Kind, usize)> {
    let modifier = MODIFIERS.split('|').find_map(|phrase| phrase_at_end(text, phrase));
    let head = modifier.map_or(text, |start| &text[..start]);
    let said = || KINDS.iter().filter_map(|kind| Some((kind, phrase_at_end(head, kind.said)?)));
    let abbreviated =
        || KINDS.iter().filter_map(|kind| Some((kind, abbreviation_at_end(head, kind)?)));
    said().chain(abbreviated()).find(|(kind, _)| symbol.is_of(kind)).or_else(|| said().next())
}

/// "NQ" in "NQ số 26-NQ/TW".
fn abbreviation_at_end(text: &str, kind: &Kind) -> Option<usize> {
    let code =
        kind.codes.split(' ').next().filter(|code| text.ends_with(code) && !code.is_empty())?;
    phrase_at_end(text, code)
}

/// "Nghị quyết của Quốc hội số …".
fn issued_kind(text: &str, symbol: &Symbol) -> Option<NamedKind> {
    let near = last_characters(text, ISSUER_REACH);
    let (at, of) = near.rmatch_indices(" của ").next()?;
    let issuer = &near[at + of.len()..];
    let (kind, start) = kind_at_end(&near[..at], symbol)?;
    let start = text.len() - near.len() + start;
    let whole = issuer_length(issuer) == issuer.len() && symbol.is_of(kind);
    whole.then(|| (kind, start, Some(single_blanks(issuer))))
}

/// "Luật Đất đai số …"; of an amending law the whole name.
fn titled_law(text: &str, symbol: &Symbol) -> Option<NamedKind> {
    if !symbol.is_law() {
        return None;
    }
    let near = last_characters(text, TITLE_REACH);
    let in_title =
        |letter: char| letter.is_alphanumeric() || matches!(letter, ' ' | ',' | '-' | '–');
    let near = near.rsplit(|letter| !in_title(letter)).next()?;
    let last = |name: &str| near.rmatch_indices(name).map(|(at, _)| at).next();
    let amending = last("Luật sửa đổi").or(last("Luật Sửa đổi"));
    let law = amending.or(last("Luật ").max(last("Bộ luật ")).max(last("Pháp lệnh ")))?;
    let start = phrase_at_end(&near[..law], "Bộ").unwrap_or(law);
    let kind = KINDS.iter().find(|kind| phrase_at_start(&near[start..], kind.said).is_some())?;
    Some((kind, text.len() - near.len() + start, None))
}

/// What stands after a symbol.
#[derive(Default)]
pub(super) struct After {
    pub(super) date: Option<Date>,
    pub(super) issuer: Option<String>,
    /// How much of the text that is.
    pub(super) length: usize,
}

impl After {
    pub(super) fn read(text: &str) -> Self {
        let mut after = Self::default();
        after.read_date(text);
        after.read_issuer(text);
        if after.date.is_none() {
            after.read_date(text);
        }
        after
    }

    fn read_date(&mut self, text: &str) {
        let text = &text[self.length..];
        let Some(found) = DATE.captures(text) else { return };
        let length = found.get(0).map_or(0, |whole| whole.end());
        if ends_date(&text[length..], found.name("word").is_some()) {
            self.date = calendar_day(&found);
            self.length += length;
        }
    }

    fn read_issuer(&mut self, text: &str) {
        let text = &text[self.length..];
        let Some(lead) = ISSUED_BY.find(text) else { return };
        let length = issuer_length(&text[lead.end()..]);
        if length > 0 {
            self.issuer = Some(single_blanks(&text[lead.end()..lead.end() + length]));
            self.length += lead.end() + length;
        }
    }
}

fn calendar_day(found: &Captures) -> Option<Date> {
    let number = |group| found.name(group).and_then(|digits| digits.as_str().parse::<u16>().ok());
    let small = |group| number(group).and_then(|number| u8::try_from(number).ok());
    Date::new(number("year")?, small("month").or(small("spelt"))?, small("day")?)
}

/// A date ends with its year; one without the word "ngày" must also end the phrase, for it may
/// begin a period ("01/01/2025 - 31/12/2025").
fn ends_date(after: &str, with_word: bool) -> bool {
    let rest = after.trim_start();
    let closed =
        rest.is_empty() || rest.starts_with([')', ',', ';', '.', ':']) || ISSUED_BY.is_match(after);
    !after.starts_with(|next: char| next.is_alphanumeric() || next == '/') && (with_word || closed)
}

/// The kinds that symbols without one may take over.
#[derive(Default)]
pub(super) struct Lists {
    /// Of the list that is open in this sentence ("các Văn bản số: …; …").
    open: Option<&'static Kind>,
    /// Of the mention before.
    last: Option<&'static Kind>,
}

impl Lists {
    /// Goes over `text`: the end of a sentence ends the lists.
    pub(super) fn pass(&mut self, text: &str) {
        if ends_sentence(text) {
            *self = Self::default();
        }
    }

    /// The kind that `symbol` has from its list, `before` being all since the mention before.
    pub(super) fn kind_of(&self, before: &str, symbol: &Symbol) -> Option<&'static Kind> {
        let gap = before.trim_end();
        let gap = phrase_at_end(gap, "số").map_or(gap, |start| gap[..start].trim_end());
        let after_comma = gap.trim_start_matches([',', ';', ' ']);
        let adjacent = after_comma.is_empty() || after_comma.trim() == "và";
        let item = gap.ends_with([',', ';', ':', '(', '-']) || phrase_at_end(gap, "và").is_some();
        let last = self.last.filter(|_| adjacent);
        let open = self.open.filter(|_| adjacent || item);
        last.into_iter().chain(open).find(|kind| symbol.fits_list(kind))
    }

    pub(super) fn add(&mut self, kind: Option<&'static Kind>, plural: bool) {
        if plural {
            self.open = kind;
        }
        self.last = kind;
    }
}

fn ends_sentence(text: &str) -> bool {
    text.match_indices(['.', '!', '?']).any(|(at, stop)| {
        let rest = &text[at + stop.len()..];
        let next = rest.trim_start();
        next.len() < rest.len() && !next.starts_with(char::is_lowercase)
    })
}
