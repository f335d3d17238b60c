//! `superscript-left`: a raised digit behind a word, or one in brackets, as it is left of a footnote
//! when text is copied from a PDF or a word processor.

use super::Subject;
use super::prose::Prose;
use crate::diag::Diagnostic;

/// Raised digits, and what they are.
const DIGITS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/// Warns at each one that is no exponent.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let is_raised = |char: char| !char.is_ascii() && DIGITS.contains(char);
    for prose in &subject.prose {
        let mut at = 0;
        while let Some(start) = prose.text[at..].find(is_raised).map(|next| at + next) {
            let rest = &prose.text[start..];
            let length = rest.find(|char| !is_raised(char)).unwrap_or(rest.len());
            at = start + length;
            if !is_exponent(&prose.text[..start], &rest[..length])
                && let Some(span) = prose.span(start..at)
            {
                let number: String = rest[..length].chars().filter_map(digit).collect();
                diagnostics.push(Diagnostic::superscript_left(span, &number));
            }
        }
        raised(prose, diagnostics);
        bracketed(prose, diagnostics);
    }
}

/// The same for digits that HTML raises, but for those that a paragraph begins with, which stand
/// before the text of the note.
fn raised(prose: &Prose, diagnostics: &mut Vec<Diagnostic>) {
    for range in &prose.raised {
        let number = prose.text.get(range.clone()).unwrap_or_default().trim();
        let before = &prose.text[..range.start];
        if is_number(number)
            && !before.trim().is_empty()
            && !is_exponent(before, number)
            && let Some(span) = prose.span(range.clone())
        {
            diagnostics.push(Diagnostic::superscript_left(span, number));
        }
    }
}

/// Numbers in brackets right behind a word. Those behind a blank may belong to a list of sources,
/// those behind a single letter to a formula.
fn bracketed(prose: &Prose, diagnostics: &mut Vec<Diagnostic>) {
    for (start, _) in prose.text.match_indices('[') {
        let (before, inner) = (&prose.text[..start], &prose.text[start + 1..]);
        let number = inner.split(']').next().unwrap_or_default();
        let end = start + number.len() + 2;
        let closed = inner[number.len()..].starts_with(']');
        let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
        let behind = word.chars().count() > 1 && !word.ends_with(['[', ']', '(', '^', '\u{FFFC}']);
        let alone = closed && !prose.text[end..].starts_with(['(', '[']);
        if is_number(number)
            && behind
            && alone
            && let Some(span) = prose.span(start..end)
        {
            diagnostics.push(Diagnostic::bracketed_note(span, number));
        }
    }
}

/// Whether a text is a number that notes have.
fn is_number(text: &str) -> bool {
    (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether raised digits belong to a unit or a number: m², km³, 10⁶.
fn is_exponent(before: &str, raised: &str) -> bool {
    let word = before.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
    let short = matches!(word, "m" | "km" | "cm" | "mm" | "dm" | "hm" | "dam");
    before.ends_with(|char: char| char.is_ascii_digit())
        || short && matches!(raised, "²" | "³" | "2" | "3")
        || word.len() == 1
}

fn digit(raised: char) -> Option<char> {
    let value = DIGITS.chars().position(|char| char == raised)?;
    char::from_digit(u32::try_from(value).ok()?, 10)
}
