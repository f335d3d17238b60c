//! `superscript-left`: a raised digit behind a word, as it is left of a footnote when text is copied
//! from a PDF.

use super::Subject;
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
    }
}

/// Whether raised digits belong to a unit or a number: m², km³, 10⁶.
fn is_exponent(before: &str, raised: &str) -> bool {
    let word = before.rsplit(|char: char| !char.is_alphabetic()).next().unwrap_or_default();
    let short = matches!(word, "m" | "km" | "cm" | "mm" | "dm" | "hm" | "dam");
    before.ends_with(|char: char| char.is_ascii_digit())
        || short && matches!(raised, "²" | "³")
        || word.len() == 1
}

fn digit(raised: char) -> Option<char> {
    let value = DIGITS.chars().position(|char| char == raised)?;
    char::from_digit(u32::try_from(value).ok()?, 10)
}
