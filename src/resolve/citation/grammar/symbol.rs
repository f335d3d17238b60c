//! A candidate taken apart and judged: is it a symbol of a document, of which family, and can it
//! be right? Sees the symbol and the kind said for it, never the sentence.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{CaptureMatches, Captures, Regex};

use super::codes::{
    Kind, among, is_agency, is_clear_type, is_legal, is_letter, is_like_party_organ,
    is_party_organ, is_party_type, is_slip, is_state_issuer, is_type, is_unit, is_unsure,
    issuer_meant, nearest_type, type_of,
};
use super::phrase::{pattern, phrase_at_end};
use super::{Date, Family, Suspicion};

/// The year since which a state symbol has its slash before the type: Thông tư liên tịch
/// 55/2005/TTLT-BNV-VPCP.
const STATE_FORM_SINCE: u16 = 2005;

const CODE: &str = "[A-ZĐƯ][A-Za-zĐđƯư&]{0,15}[0-9]{0,4}";

/// A number, perhaps a year, and codes, of which only the first two may stand apart.
static CANDIDATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(&format!(
        r"(?x)
        (?<number> [0-9]{{1,6}} (?:\.[0-9]{{1,3}})? [A-Za-zĐđ]? ) \s{{0,2}}
        (?: (?<yearmark> [/–-] ) \s{{0,2}} (?<year> (?:19|20)[0-9]{{2}} ) \s{{0,2}} )?
        (?<mark> [/–—-] ) \s{{0,2}}
        (?<codes> {CODE} (?: \s{{0,2}} [/–—-] \s{{0,2}} {CODE} )? (?: [/–—_.-] {CODE} )* )"
    ))
});

static CODES: LazyLock<Regex> = LazyLock::new(|| pattern(CODE));

/// The text with the Đ and the hyphens that are meant by letters and signs that look like them, each
/// as long as what it stands for, so that places in one are places in the other.
pub(super) fn with_letters_meant(text: &str) -> Cow<'_, str> {
    let meant = |letter| match letter {
        'Ð' | 'Ɖ' => 'Đ',
        'ð' => 'đ',
        '‐' | '‑' | '−' => '–',
        other => other,
    };
    let strange = |letter| meant(letter) != letter;
    if text.contains(strange) { text.chars().map(meant).collect() } else { Cow::Borrowed(text) }
}

/// Whatever has the shape of a symbol.
pub(super) fn candidates(text: &str) -> CaptureMatches<'static, '_> {
    CANDIDATE.captures_iter(text)
}

/// A candidate taken apart.
pub(super) struct Symbol<'t> {
    pub(super) range: Range<usize>,
    pub(super) written: &'t str,
    pub(super) year: Option<u16>,
    number: &'t str,
    /// The year stands behind a slash, as legal documents have it.
    legal: bool,
    /// The codes follow a slash (the state's form), not a dash (the Party's).
    slash: bool,
    codes: Vec<Code<'t>>,
}

struct Code<'t> {
    text: &'t str,
    end: usize,
    /// What stands between this code and the one before.
    joint: &'t str,
}

impl<'t> Symbol<'t> {
    /// The symbol, unless the candidate is a piece of a word, a path, a longer number.
    pub(super) fn read(text: &'t str, candidate: &Captures<'t>) -> Option<Self> {
        let number = candidate.name("number")?;
        let mark = candidate.name("mark")?;
        let codes = clean_codes(text, candidate.name("codes")?.range())?;
        let range = number.start()..codes.last()?.end;
        begins_clean(&text[..range.start]).then(|| Self {
            written: &text[range.clone()],
            range,
            year: candidate.name("year").and_then(|year| year.as_str().parse().ok()),
            number: number.as_str(),
            legal: candidate.name("yearmark").is_some_and(|mark| mark.as_str() == "/"),
            slash: mark.as_str() == "/",
            codes,
        })
    }

    pub(super) fn first(&self) -> &'t str {
        self.codes.first().map_or("", |code| code.text)
    }

    fn second(&self) -> Option<&'t str> {
        self.codes.get(1).map(|code| code.text)
    }

    /// The second code follows a slash: "48-KL/TW".
    fn slash_inside(&self) -> bool {
        self.codes.get(1).is_some_and(|code| code.joint.trim() == "/")
    }

    pub(super) fn is_law(&self) -> bool {
        let assembly = self.first().trim_end_matches(|last: char| last.is_ascii_digit());
        self.legal && assembly != self.first() && among("QH UBTVQH", assembly)
    }

    /// A document whatever stands before: its codes are known ones in their places.
    pub(super) fn is_certain(&self) -> bool {
        let first = self.first();
        let Some(second) = self.second() else { return self.is_law() };
        let typed = type_of(first).is_some();
        if self.slash {
            let letter = !typed && is_agency(first) && letters(first) > 2;
            let issuer = is_agency(second) || is_party_organ(second);
            let administrative = typed && (issuer || issuer_meant(second).is_some());
            let clear = is_clear_type(first) && letters(second) > 1;
            letter || administrative || clear || among("TTg", second)
        } else {
            let party = is_party_type(first) && is_like_party_organ(second);
            self.slash_inside() && (party || typed && is_state_issuer(second))
        }
    }

    /// A document if `kind` stands before it, with the word "số" if `numbered`.
    pub(super) fn fits(&self, kind: &Kind, numbered: bool) -> bool {
        let first = self.first();
        let own = among(kind.codes, first);
        let known = own || type_of(first).is_some() || is_agency(first);
        match self.second() {
            _ if self.is_law() => true,
            Some(_) if is_unsure(kind) => known || self.is_certain(),
            Some(_) => known || letters(first) > 1 && (self.slash || self.slash_inside()),
            None if is_unsure(kind) => own,
            None if self.slash => {
                let letter = is_letter(kind) && letters(first) > 1;
                known || numbered && letter || self.run_together(kind).is_some()
            }
            None => known && !self.written.contains(char::is_whitespace),
        }
    }

    /// A document if it stands in a list of `kind`.
    pub(super) fn fits_list(&self, kind: &Kind) -> bool {
        (self.second().is_some() || is_agency(self.first())) && self.is_of(kind)
    }

    /// Whether the symbol can belong to `kind`, as far as its codes tell.
    pub(super) fn is_of(&self, kind: &Kind) -> bool {
        let untyped = type_of(self.first()).is_none() && self.slash && !self.is_law();
        match kind.name {
            "Văn bản" => true,
            "Công văn" if untyped => true,
            "Bộ luật" | "Luật" | "Pháp lệnh" | "Nghị quyết" if self.is_law() => true,
            _ => among(kind.codes, self.first()),
        }
    }

    pub(super) fn family(&self, kind: Option<&Kind>) -> Family {
        let typed = type_of(self.first()).is_some();
        let of_type = typed || self.second().is_some_and(|second| among("TTg", second));
        let letter =
            kind.is_none_or(is_letter) || is_agency(self.first()) && self.second().is_some();
        if self.is_law() {
            Family::Law
        } else if self.is_of_party() {
            Family::Party
        } else if self.slash && !of_type && letter {
            Family::OfficialLetter
        } else if self.legal && is_legal(self.first(), kind) {
            Family::State
        } else {
            Family::Administrative
        }
    }

    fn is_of_party(&self) -> bool {
        let typed = is_party_type(self.first());
        match self.second() {
            Some(second) if self.slash => typed && is_party_organ(second),
            Some(second) => is_like_party_organ(second) || typed && !is_agency(second),
            None => typed && !self.slash && !is_agency(self.first()),
        }
    }

    /// Why the symbol cannot be right, the weightiest reason first.
    pub(super) fn suspicion(&self, kind: Option<&Kind>, date: Option<Date>) -> Option<Suspicion> {
        self.wrong_form(date)
            .or_else(|| self.unknown_type(kind))
            .or_else(|| self.unknown_issuer())
            .or_else(|| self.other_year(date))
            .or_else(|| self.bad_marks(kind))
    }

    /// Legal documents have the year in which they were signed.
    fn other_year(&self, date: Option<Date>) -> Option<Suspicion> {
        let (year, date) = (self.year?, date?);
        (self.legal && year != date.year()).then_some(Suspicion::OtherYear { date })
    }

    /// Certain only where all letters of a known issuer are there, in another order or with a Đ
    /// for a D.
    fn unknown_issuer(&self) -> Option<Suspicion> {
        let [first, second] = &self.codes[..] else { return None };
        let meant = issuer_meant(second.text).filter(|_| self.slash && is_type(first.text))?;
        let plain = plain(self.written);
        let head = plain.strip_suffix(second.text)?;
        Some(Suspicion::UnknownIssuer { suggestion: format!("{head}{meant}") })
    }

    fn wrong_form(&self, date: Option<Date>) -> Option<Suspicion> {
        let [first, second] = &self.codes[..] else { return None };
        let (number, first, second) = (self.number, first.text, second.text);
        let party_form = format!("{number}-{first}/{second}");
        let recent = date.is_some_and(|date| date.year() >= STATE_FORM_SINCE);
        let old = date.is_some_and(|date| date.year() < STATE_FORM_SINCE);
        let of_party = is_party_type(first) && is_party_organ(second) && self.year.is_none();
        let of_state = is_type(first) && is_state_issuer(second) && recent;
        match (self.slash, self.slash_inside()) {
            (true, false) if of_party => {
                Some(Suspicion::StateFormForParty { suggestion: party_form })
            }
            (true, true) | (false, false) if of_party => {
                Some(Suspicion::Punctuation { normal: party_form })
            }
            (true, true) if is_type(first) && is_state_issuer(second) && !old => {
                let head = plain(self.written);
                let head = head.strip_suffix(second)?.strip_suffix('/')?;
                Some(Suspicion::Punctuation { normal: format!("{head}-{second}") })
            }
            (false, true) if of_state => Some(Suspicion::PartyFormForState {
                suggestion: format!("{number}/{first}-{second}"),
            }),
            _ => None,
        }
    }

    /// Certain only where a Đ was lost, before the Prime Minister, who has no drafting units, and
    /// for one wrong letter in the code that `kind` asks for.
    fn unknown_type(&self, kind: Option<&Kind>) -> Option<Suspicion> {
        let (first, second) = (self.first(), self.second()?);
        if is_type(first) || is_agency(first) || is_unit(first) {
            return None;
        }
        let lost = type_of(first).filter(|_| is_agency(second) || is_party_organ(second));
        let slip = kind.is_some_and(|kind| kind.codes.split(' ').any(|code| is_slip(code, first)));
        let certain = self.slash && (among("TTg", second) || slip && is_state_issuer(second));
        let nearest = lost.or_else(|| nearest_type(first, kind));
        (lost.is_some() || certain)
            .then(|| Suspicion::UnknownType { found: first.to_owned(), nearest })
    }

    fn bad_marks(&self, kind: Option<&Kind>) -> Option<Suspicion> {
        let plain = plain(self.written);
        let joined = kind.and_then(|kind| self.run_together(kind));
        let normal = joined.or_else(|| (plain != self.written).then_some(plain))?;
        Some(Suspicion::Punctuation { normal })
    }

    /// The symbol with its hyphen, if it was left out between the code of `kind` and the issuer:
    /// "30/2020/NĐCP".
    fn run_together(&self, kind: &Kind) -> Option<String> {
        let [code] = &self.codes[..] else { return None };
        let mut own = kind.codes.split(' ').filter(|own| !own.is_empty());
        let issuer = own.find_map(|own| code.text.strip_prefix(own)).filter(|_| self.slash)?;
        let plain = plain(self.written);
        let head = plain.strip_suffix(issuer).filter(|_| is_state_issuer(issuer))?;
        Some(format!("{head}-{issuer}"))
    }
}

/// The codes in `range`, without those at the end that are words of the sentence; none if what is
/// left is no code or runs on into a word, a path, a file name.
fn clean_codes(text: &str, range: Range<usize>) -> Option<Vec<Code<'_>>> {
    let mut codes: Vec<Code> = Vec::new();
    let mut at = range.start;
    for found in CODES.find_iter(&text[range.clone()]) {
        let start = range.start + found.start();
        let (code, end) = without_day(&text[start..], found.as_str().len(), start);
        codes.push(Code { text: code, end, joint: &text[at..start] });
        at = end;
    }
    let is_code = |code: &Code| ends_clean(&text[code.end..]) && looks_like_code(code.text);
    while let [_, .., last] = &codes[..] {
        let apart = last.joint == "." || last.joint.contains(char::is_whitespace);
        if !apart || is_code(last) {
            break;
        }
        codes.pop();
    }
    let clean = is_code(codes.last()?) && codes.iter().all(|code| looks_like_code(code.text));
    clean.then_some(codes)
}

/// The code of so many bytes that a text at `start` begins with, and its end, without the beginning of a
/// word "ngày" that follows at once: "30/2020/NĐ-CPngày 05/3/2020".
fn without_day(text: &str, length: usize, start: usize) -> (&str, usize) {
    let code = &text[..length];
    let bare = code.strip_suffix("ng").filter(|_| text[length..].starts_with("ày "));
    let code = bare.unwrap_or(code);
    (code, start + code.len())
}

/// No digit, letter, mark of a path, a decimal or a range stands right before; the word "số" may.
fn begins_clean(before: &str) -> bool {
    let mut back = before.chars().rev();
    let (last, earlier) = (back.next(), back.next());
    let after_word = earlier.is_some_and(char::is_lowercase);
    match last {
        None => true,
        Some(':' | '.') => {
            after_word || phrase_at_end(before.trim_end_matches(':'), "số").is_some()
        }
        Some(',') => !earlier.is_some_and(char::is_numeric),
        Some('-' | '–' | '—') => earlier.is_none(),
        Some('/' | '\\' | '_' | '@' | '#' | '%' | '&' | '=' | '+' | '~' | '\'') => false,
        Some(last) => !last.is_alphanumeric() || phrase_at_end(before, "số").is_some(),
    }
}

fn ends_clean(after: &str) -> bool {
    let mut ahead = after.chars();
    let (next, later) = (ahead.next(), ahead.next());
    match next {
        None => true,
        Some('/') => later.is_none_or(char::is_whitespace),
        Some('-' | '–') => !later.is_some_and(char::is_alphanumeric),
        Some('.') => !later.is_some_and(|later| later.is_lowercase() || later.is_numeric()),
        Some('_' | '@' | '%' | '=' | '\\') => false,
        Some('n') => after.starts_with("ngày "),
        Some(next) => !next.is_alphanumeric(),
    }
}

/// "QĐ" or "TH1", but not "Trong".
fn looks_like_code(code: &str) -> bool {
    let word = letters(code) > 2 && code.chars().skip(1).all(char::is_lowercase);
    !word || is_type(code) || is_agency(code)
}

fn letters(code: &str) -> usize {
    code.chars().filter(|letter| letter.is_alphabetic()).count()
}

/// A symbol without blanks and with plain hyphens.
pub(super) fn plain(written: &str) -> String {
    let is_blank = |letter: char| letter.is_whitespace() || matches!(letter, '\u{ad}' | '\u{200b}');
    let hyphen = |letter| if matches!(letter, '‐'..='―' | '−' | '_') { '-' } else { letter };
    written.chars().filter(|&letter| !is_blank(letter)).map(hyphen).collect()
}
