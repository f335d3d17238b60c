//! `tone-mixed`: two habits of setting the tone mark in one report, `hoà` and `hòa`.
//!
//! Only syllables that end in `oa`, `oe` and `uy` can be written both ways; `quý` cannot, and
//! closed syllables (`hoàn`) cannot. Each word in the rarer habit is told once. A name is written
//! as its bearer writes it, and counts for neither.

use std::collections::BTreeMap;

use super::Subject;
use super::prose::words;
use crate::diag::Diagnostic;
use crate::source::Span;

/// The vowels with their tones, in the order of the table of `toned`.
const FIRST: [(char, &str); 2] = [('o', "òóỏõọ"), ('u', "ùúủũụ")];
const SECOND: [(char, &str); 3] = [('a', "àáảãạ"), ('e', "èéẻẽẹ"), ('y', "ỳýỷỹỵ")];

/// Where the mark stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Habit {
    /// `hòa`: on the first vowel.
    First,
    /// `hoà`: on the second.
    Second,
}

/// Warns at the words in the rarer habit.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let mut found: [BTreeMap<String, (usize, Span)>; 2] = [BTreeMap::new(), BTreeMap::new()];
    for prose in &subject.prose {
        for (at, word) in words(&prose.text, char::is_alphabetic) {
            let Some(habit) = habit(word).filter(|_| !is_name(word)) else { continue };
            let Some(span) = prose.span(at..at + word.len()) else { continue };
            let entry = found[habit as usize].entry(word.to_lowercase()).or_insert((0, span));
            entry.0 += 1;
        }
    }
    let count =
        |habit: Habit| found[habit as usize].values().map(|(count, _)| count).sum::<usize>();
    let (first, second) = (count(Habit::First), count(Habit::Second));
    let (rare, common) =
        if first < second { (Habit::First, Habit::Second) } else { (Habit::Second, Habit::First) };
    let Some((example, (_, place))) = found[common as usize].iter().min_by_key(|(_, at)| at.1)
    else {
        return;
    };
    for (word, (_, span)) in &found[rare as usize] {
        let wanted = turned(word, common);
        diagnostics.push(Diagnostic::tone_mixed(
            *span,
            word,
            &wanted,
            first.max(second),
            example,
            *place,
        ));
    }
}

/// Whether a word may be a name, or part of one: it begins with a capital. "Ủy", which names of
/// bodies have, is a word like others.
fn is_name(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && !matches!(&*word.to_lowercase(), "ủy" | "uỷ")
}

/// How a word has its tone mark, if it can be set in two ways.
fn habit(word: &str) -> Option<Habit> {
    let small = |char: char| char.to_lowercase().next();
    let mut letters = word.chars().rev().filter_map(small);
    let (last, before) = (letters.next()?, letters.next()?);
    let other = |char: char, vowels: [char; 3]| char.is_ascii() && !vowels.contains(&char);
    if other(last, ['a', 'e', 'y']) || other(before, ['o', 'u', 'u']) || letters.next() == Some('q')
    {
        return None;
    }
    let pair = |first: char, second: char| matches!((first, second), ('o', 'a' | 'e') | ('u', 'y'));
    let bare = |table: &[(char, &str)], char: char| {
        table.iter().find(|(_, toned)| toned.contains(char)).map(|(bare, _)| *bare)
    };
    match (bare(&FIRST, before), bare(&SECOND, last)) {
        (Some(first), None) if pair(first, last) => Some(Habit::First),
        (None, Some(second)) if pair(before, second) => Some(Habit::Second),
        _ => None,
    }
}

/// A word in the other habit.
fn turned(word: &str, habit: Habit) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let Some(last) = letters.len().checked_sub(1) else { return String::new() };
    let (from, to, tables): (usize, usize, [&[(char, &str)]; 2]) = match habit {
        Habit::First => (last, last - 1, [&SECOND, &FIRST]),
        Habit::Second => (last - 1, last, [&FIRST, &SECOND]),
    };
    let toned = tables[0].iter().find_map(|(bare, toned)| {
        toned.chars().position(|char| char == letters[from]).map(|tone| (*bare, tone))
    });
    if let Some((bare, tone)) = toned
        && let Some((_, marks)) = tables[1].iter().find(|(plain, _)| *plain == letters[to])
        && let Some(mark) = marks.chars().nth(tone)
    {
        (letters[from], letters[to]) = (bare, mark);
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_open_syllables_have_two_habits() {
        for word in ["hòa", "HÓA", "ủy", "thủy", "khỏe"] {
            assert_eq!(habit(word), Some(Habit::First), "{word}");
        }
        for word in ["hoà", "uỷ", "khoẻ"] {
            assert_eq!(habit(word), Some(Habit::Second), "{word}");
        }
        for word in ["quý", "văn", "hoàn", "toán", "loại", "chùa", "tòan", "mùa", "hóay"]
        {
            assert_eq!(habit(word), None, "{word}");
        }
        assert_eq!(turned("hoá", Habit::First), "hóa");
        assert_eq!(turned("thủy", Habit::Second), "thuỷ");
    }
}
