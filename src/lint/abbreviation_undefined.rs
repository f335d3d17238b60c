//! `abbreviation-undefined`: an abbreviation that neither the report nor `abbreviations.yaml`
//! explains.
//!
//! Only for a site that keeps that list: an office that does not has not promised it, and "UBND" is
//! explained in hardly any report. Roman numbers, headings in capitals, symbols of documents, names
//! of companies, units and what everybody knows are none.

use std::collections::BTreeSet;

use super::Subject;
use super::prose::words;
use crate::diag::Diagnostic;
use crate::resolve::number::roman;

/// What nobody needs explained, or what is no abbreviation: units and currencies, names of bodies
/// that have no other, techniques, titles before names.
const KNOWN: &[&str] = &[
    "USD", "EUR", "VND", "VNĐ", "JPY", "MW", "GW", "KV", "KVA", "KW", "KWH", "HA", "HP", "ASEAN",
    "APEC", "EU", "WTO", "WHO", "UNESCO", "UNICEF", "UNDP", "TNHH", "MTV", "HIV", "AIDS", "ADN",
    "DNA", "ISO", "IEC", "TCVN", "QCVN", "QR", "IP", "ID", "ATM", "SIM", "SMS", "LAN", "WAN",
    "GPS", "USB", "LED", "PVC", "TV", "CD", "DVD", "PC", "OK", "PDF", "CSV", "XML", "ZIP", "STT",
    "TP", "TX", "TT", "HCM", "GS", "PGS", "TS", "BS", "DS", "KS", "CKI", "CKII", "NSND", "NSƯT",
    "NGND", "NGƯT",
];

/// What stands before the number of a road: "ĐT.551", "QL 1A".
const ROADS: &[&str] = &["ĐT", "QL", "TL", "ĐH", "HL", "ĐX", "ĐTNĐ"];

/// Names of cities that are only known behind "TP".
const CITIES: &[&str] = &["HN", "HP", "ĐN", "CT", "BMT", "BR"];

/// Vowels with a tone: they stand in words, never in abbreviations.
const TONED: &str = "ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ";

/// What stands before the name of a company or body, or before a code.
const NAMED: &[&str] = &[
    "công ty",
    "cổ phần",
    "tập đoàn",
    "ngân hàng",
    "tổ chức",
    "hãng",
    "thương hiệu",
    "nhãn hiệu",
    "phần mềm",
    "ứng dụng",
    "mã",
    "mẫu",
    "giống",
];

/// Warns at the first place of each.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    if subject.abbreviations.is_empty() || !subject.document.is_report() {
        return;
    }
    let listed =
        subject.abbreviations.iter().flat_map(|entry| words(&entry.short, char::is_alphanumeric));
    let mut known: BTreeSet<&str> = listed.map(|(_, word)| word).collect();
    known.extend(subject.prose.iter().flat_map(|prose| explained(&prose.text)));
    for prose in &subject.prose {
        for (at, word) in abbreviations(&prose.text) {
            if known.contains(word) || prose.is_cited(at) || is_joined(&prose.text, at, word) {
                continue;
            }
            if is_shouted(&prose.text) {
                break;
            }
            if let Some(span) = prose.span(at..at + word.len()) {
                diagnostics.push(Diagnostic::abbreviation_undefined(span, word));
                known.insert(word);
            }
        }
    }
}

fn abbreviations(text: &str) -> impl Iterator<Item = (usize, &str)> {
    // Where no two capitals stand side by side, words need not be looked at.
    let pair = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
    let has_any = text.contains('Đ') || text.as_bytes().windows(2).any(pair);
    words(if has_any { text } else { "" }, char::is_alphanumeric)
        .filter(|(_, word)| is_abbreviation(word))
}

/// Two to eight letters, all of them capitals without a tone.
fn is_abbreviation(word: &str) -> bool {
    let capital = |char: char| char.is_uppercase() && !TONED.contains(char);
    word.chars().all(capital)
        && (2..=8).contains(&word.chars().count())
        && !KNOWN.contains(&word)
        && !is_number(word)
}

/// A Roman number, perhaps with the letter of a part: `XVIII`, `IIA`.
fn is_number(word: &str) -> bool {
    let bare = word.strip_suffix(['A', 'B', 'C', 'D']).filter(|rest| rest.starts_with('I'));
    let is_roman = |word: &str| {
        word.chars().all(|char| "IVXLC".contains(char))
            && (1..=100).any(|number| roman(number) == word)
    };
    is_roman(word) || bare.is_some_and(is_roman)
}

/// Whether a word is part of something longer: a symbol, an address, a name.
fn is_joined(text: &str, at: usize, word: &str) -> bool {
    let joins =
        |char: char| matches!(char, '/' | '-' | '–' | '_' | '@' | '&') || char == '\u{FFFC}';
    let (before, after) = (&text[..at], &text[at + word.len()..]);
    before.ends_with(joins)
        || after.starts_with(joins)
        // A symbol that was broken behind its hyphen: `TTr-BNG- NV`.
        || before.strip_suffix("- ").is_some_and(|rest| rest.ends_with(char::is_alphanumeric))
        || is_unit(before)
        || ROADS.contains(&word) && is_numbered(after)
        || CITIES.contains(&word) && is_city(before)
        || is_second_name(before, after)
        || is_beside_capitals(before, after)
        || is_name(before)
}

/// Whether a number stands before: what follows is mostly its unit.
fn is_unit(before: &str) -> bool {
    before.strip_suffix(' ').is_some_and(|rest| rest.ends_with(|char: char| char.is_ascii_digit()))
}

/// Whether a number follows, behind a full stop or a blank.
fn is_numbered(after: &str) -> bool {
    after.trim_start_matches(['.', ' ']).starts_with(|char: char| char.is_ascii_digit())
}

/// Whether the word before says that this is a city.
fn is_city(before: &str) -> bool {
    let word = before.trim_end_matches(['.', ' ']);
    word.len() < before.len() && ["TP", "Tp"].iter().any(|city| word.ends_with(city))
}

/// Whether an abbreviation is another name of what stands before it: "Khu công nghiệp … - VSIP,".
fn is_second_name(before: &str, after: &str) -> bool {
    (before.ends_with(" - ") || before.ends_with(" – "))
        && (after.trim_start().is_empty() || after.starts_with([',', ';', '.', ')']))
}

fn is_beside_capitals(before: &str, after: &str) -> bool {
    let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
    let ends_word = |char: char| !char.is_alphanumeric();
    let word_before = before.strip_suffix(' ').and_then(|text| text.rsplit(ends_word).next());
    let word_after = after.strip_prefix(' ').and_then(|text| text.split(ends_word).next());
    word_before.is_some_and(capitals) || word_after.is_some_and(capitals)
}

/// Whether what stands before a word says that a name has begun: "Công ty", "Tập đoàn Alpha".
fn is_name(before: &str) -> bool {
    let mut rest = before.trim_end();
    while !is_introduction(rest) {
        match rest.rsplit_once(' ') {
            Some((head, word)) if is_capitalised(word) => rest = head,
            _ => return false,
        }
    }
    true
}

fn is_capitalised(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.chars().all(char::is_alphanumeric)
}

fn is_introduction(text: &str) -> bool {
    let last: Vec<&str> = text.rsplitn(3, ' ').take(2).collect();
    let phrase = last.iter().rev().copied().collect::<Vec<_>>().join(" ").to_lowercase();
    NAMED.iter().any(|named| {
        phrase.strip_suffix(named).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    })
}

/// A stretch in capitals says nothing of single words: it has no others, or fewer than words in
/// capitals that a tone shows to be no abbreviations.
fn is_shouted(text: &str) -> bool {
    let is_small = |word: &str| word.contains(char::is_lowercase);
    let is_written_out = |word: &str| !is_small(word) && word.contains(|char| TONED.contains(char));
    let count = |is: &dyn Fn(&str) -> bool| {
        words(text, char::is_alphabetic).filter(|(_, word)| is(word)).count()
    };
    let small = count(&is_small);
    small == 0 || count(&is_written_out) > small
}

/// Abbreviations that a text explains.
fn explained(text: &str) -> impl Iterator<Item = &str> {
    abbreviations(text).map(|(at, word)| (&text[..at], word, &text[at + word.len()..])).filter_map(
        |(before, word, after)| {
            let explained = is_bracketed(before, after)
                || is_expanded(before, word, after)
                || is_named_in_brackets(before, after)
                || is_introduced(before);
            explained.then_some(word)
        },
    )
}

/// In brackets behind its words: "(PCI)".
fn is_bracketed(before: &str, after: &str) -> bool {
    before.trim_end().ends_with('(') && after.trim_start().starts_with([')', ';', ','])
}

/// Before a bracket with its words, or at a beginning, before a hyphen or colon with them: "ODA
/// (…)", "(LGSP - …", "KSVC: …".
fn is_expanded(before: &str, word: &str, after: &str) -> bool {
    let after = after.trim_start();
    let is_expansion = |text: &str| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let initials: String = words.iter().filter_map(|word| word.chars().next()).collect();
        let plain = !text.contains(|char: char| char.is_ascii_digit() || ",;".contains(char));
        plain && (words.len() > 2 || initials.to_uppercase() == word)
    };
    let bracket = after.strip_prefix('(').and_then(|inner| inner.split(')').next());
    let begins = before.trim_end().is_empty() || before.ends_with('(');
    let behind = after.strip_prefix(['-', '–', ':']).filter(|_| begins);
    let phrase = behind.and_then(|inner| inner.split([')', '.', ',', ';']).next());
    bracket.is_some_and(is_expansion) || phrase.is_some_and(is_expansion)
}

/// With a word or two of its name in brackets: "(Công ước MLC)", "(PAR Index)".
fn is_named_in_brackets(before: &str, after: &str) -> bool {
    let Some((_, head)) = before.rsplit_once('(').filter(|(_, head)| !head.contains(')')) else {
        return false;
    };
    let Some((tail, _)) = after.split_once(')') else { return false };
    let count = head.split_whitespace().count() + tail.split_whitespace().count();
    let one = !head.contains(',') && !tail.contains([',', '(']);
    let begins = head.starts_with(char::is_uppercase)
        || head.is_empty() && tail.trim_start().starts_with(char::is_uppercase);
    one && begins && (1..=3).contains(&count)
}

/// Behind "gọi tắt là", "viết tắt là", "gọi là", and whatever stands between in the same clause.
fn is_introduced(before: &str) -> bool {
    let words = ["tắt là", "gọi là", "gọi chung là", "tắt:"];
    let last = words.iter().filter_map(|words| Some(before.rfind(words)? + words.len())).max();
    last.is_some_and(|end| {
        let between = &before[end..];
        !between.contains([')', ';', '.']) && between.split_whitespace().count() <= 6
    })
}
