//! `blank-missing`: a sign that the next word follows without a blank, or that stands without one
//! behind the word before.
//!
//! Names of files, addresses, formulas and options of programs are written so with good reason: a
//! sign counts only between words of small letters, and a hyphen only where a blank on its other
//! side shows that it is a dash.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::Subject;
use super::prose::word_at;
use crate::diag::Diagnostic;
use crate::source::Span;

/// What is told of a place.
type Tell = fn(Span, &str) -> Diagnostic;

/// Warns in the text, and in the signature (`TM.ỦY BAN`).
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        for (range, tell) in places(&prose.text) {
            if let Some(span) = prose.span(range.clone()) {
                diagnostics.push(tell(span, &prose.text[range]));
            }
        }
    }
    let signature = subject.document.meta().and_then(|meta| meta.signature.as_ref());
    for (text, span) in signature.into_iter().flat_map(|signature| &signature.abbreviated) {
        let stop = text.find('.').filter(|&at| at <= "TUQ".len());
        if stop.is_some_and(|at| text[at + 1..].starts_with(char::is_alphabetic)) {
            diagnostics.push(Diagnostic::blank_missing(*span, "."));
        }
    }
}

/// The signs of a text beside which a blank is missing, and the words that follow a symbol at once.
fn places(text: &str) -> impl Iterator<Item = (Range<usize>, Tell)> + '_ {
    let signs = text.match_indices(['.', ',', ';', ':', '-', '–', '(']);
    let signs = signs.filter_map(|(at, sign)| {
        let tell = judged(text, at, sign)?;
        Some((at..at + sign.len(), tell))
    });
    signs.chain(run_on_days(text).map(|day| (day, Diagnostic::blank_missing_before as Tell)))
}

/// The words "ngày" that follow a symbol at once: "30/2020/NĐ-CPngày 05/3/2020".
fn run_on_days(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    static DAY: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new(r"[A-ZĐ0-9](?<day>ngày) [0-9]").ok());
    let found = DAY.iter().flat_map(|day| day.captures_iter(text));
    found.filter_map(|found| Some(found.name("day")?.range()))
}

/// What is to be told of a sign, if anything.
fn judged(text: &str, at: usize, sign: &str) -> Option<Tell> {
    let (before, after) = (&text[..at], &text[at + sign.len()..]);
    let runs_on = match sign {
        "(" => return opens_at_word(before, after).then_some(Diagnostic::blank_missing_before),
        "-" | "–" => is_half_dash(before, after),
        ":" => is_run_on_colon(before, after) && !is_address(text, at),
        _ if is_misplaced(sign, before, after) => return Some(Diagnostic::blank_misplaced),
        _ => runs_on(sign, before, after),
    };
    runs_on.then_some(Diagnostic::blank_missing)
}

/// Whether a sign ends a word of small letters and a word begins right behind it.
fn runs_on(sign: &str, before: &str, after: &str) -> bool {
    ends_small(before) && begins_word(sign, after)
}

/// Whether a sign stands behind a blank and right before a word: "văn bản ,trong".
fn is_misplaced(sign: &str, before: &str, after: &str) -> bool {
    let word = before.trim_end();
    let framework = after.starts_with("Net");
    word.len() < before.len() && ends_small(word) && begins_word(sign, after) && !framework
}

/// Whether a word begins that a sign may stand before; a full stop ends a sentence.
fn begins_word(sign: &str, after: &str) -> bool {
    let mut after = after.chars();
    let (first, second) = (after.next().unwrap_or(' '), after.next().unwrap_or(' '));
    let begins = if sign == "." { first.is_uppercase() } else { first.is_alphabetic() };
    begins && second.is_lowercase()
}

/// Whether a bracket opens right behind a word, and words follow in it: "văn bản(trong đó".
fn opens_at_word(before: &str, after: &str) -> bool {
    let inner = after.trim_start();
    let in_words = begins_word(",", inner) && inner.split(')').next().is_some_and(is_spelt);
    ends_small(before) && is_spelt(word_before(before)) && in_words
}

/// Whether a dash has a blank before it and none behind, between words: "kinh tế -xã hội".
fn is_half_dash(before: &str, after: &str) -> bool {
    let word = before.strip_suffix(' ').unwrap_or_default();
    ends_small(word)
        && begins_word(",", after)
        && (is_spelt(word_before(word)) || after.split(' ').next().is_some_and(is_spelt))
}

/// Whether a colon stands between a word and a number, or a word that begins anew.
fn is_run_on_colon(before: &str, after: &str) -> bool {
    let number = after.starts_with(|char: char| char.is_ascii_digit());
    ends_small(before) && (number || begins_word(".", after))
}

/// Whether the word around a sign is an address or a name of programs rather than of a sentence.
fn is_address(text: &str, at: usize) -> bool {
    let word = &text[word_at(text, at)];
    let name = word.split(':').next().unwrap_or_default();
    word.contains(['/', '@', '=', '_'])
        || name.contains('.')
        || matches!(name, "doi" | "isbn" | "localhost")
}

/// Whether a text has letters that only Vietnamese has: it is no formula, name or option.
fn is_spelt(text: &str) -> bool {
    text.chars().any(|char| char.is_alphabetic() && !char.is_ascii())
}

fn word_before(text: &str) -> &str {
    text.rsplit(' ').next().unwrap_or_default()
}

/// Whether two small letters end a text.
fn ends_small(text: &str) -> bool {
    let mut letters = text.chars().rev();
    let mut small = || letters.next().is_some_and(char::is_lowercase);
    small() && small()
}

#[cfg(test)]
mod tests {
    use super::places;

    #[test]
    fn signs_between_words() {
        for text in [
            "kết quả tốt.Trong đó",
            "đã ban hành văn bản ,trong đó",
            "kết quả tốt ;và",
            "kết quả tốt .Năm 2024",
            "văn bản( trong đó )",
            "văn bản(trong đó có)",
            "Tỷ lệ:98%",
            "Kính gửi:Ủy ban nhân dân",
            "kinh tế -xã hội",
            "Nghị định 61/2018/NĐ-CPngày 23/4/2018",
        ] {
            assert_eq!(places(text).count(), 1, "{text}");
        }
        for text in [
            "lúc 8:30, tỷ lệ 1:500, http://vi-du.example:8080, localhost:8080, doi:10.1000/1",
            "kinh tế-xã hội, kinh tế - xã hội, âm -5, lệnh ls -la, từ 5 -10",
            "hàm f(x), sin(x), xã(s), CO(NH2), (trong đó có), văn bản (số 5)",
            "TP.Hà Tĩnh, 18.500, phần mềm .Net, v.v.Trang",
            "hằng ngày 5 lượt, cả ngày",
        ] {
            assert_eq!(places(text).count(), 0, "{text}");
        }
    }
}
