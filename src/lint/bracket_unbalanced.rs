//! `bracket-unbalanced`: a bracket that is opened and never closed, or closed and never opened.
//!
//! The brackets of an enumeration, `a)` and `1)`, are none. What is opened in one paragraph may be
//! closed in a later one of the same section or note.

use super::Subject;
use super::pairs::{Mark, unpaired};
use crate::diag::Diagnostic;

/// Warns at each round bracket without its counterpart; square ones are Markdown's.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let found = unpaired(&subject.prose, |text, at, char| match char {
        '(' => Some(Mark::Open),
        ')' if is_enumerator(&text[..at]) => Some(Mark::MayClose),
        ')' => Some(Mark::Close),
        _ => None,
    });
    for (span, mark) in found {
        let open = mark == Mark::Open;
        diagnostics.push(Diagnostic::bracket_unbalanced(span, if open { '(' } else { ')' }, open));
    }
}

/// Whether the text before a closing bracket ends with nothing but a letter or a number that stands
/// for itself: `a)`, `12)`.
fn is_enumerator(before: &str) -> bool {
    let label = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let count = label.chars().count();
    let number = label.chars().all(|char| char.is_ascii_digit()) && count <= 2;
    let letter = count == 1 && label.chars().all(char::is_alphabetic);
    // What was meant as a footnote is told by itself.
    label.contains("[^") || count > 0 && (number || letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_enumerator_stands_for_itself() {
        for text in ["a", "gồm: b", "1", "hai 12", "đ"] {
            assert!(is_enumerator(text), "{text}");
        }
        for text in ["", "(a", "xã", "hai (2", "2023"] {
            assert!(!is_enumerator(text), "{text}");
        }
    }
}
