//! `blank-missing`: a sign that the next word follows without a blank.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns in the text, and in the signature (`TM.ỦY BAN`).
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        for (at, sign) in prose.text.match_indices(['.', ',', ';']) {
            if runs_on(sign, &prose.text[..at], &prose.text[at + 1..])
                && let Some(span) = prose.span(at..at + 1)
            {
                diagnostics.push(Diagnostic::blank_missing(span, sign));
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

/// Whether a sign ends a word of small letters and a word begins right behind it.
fn runs_on(sign: &str, before: &str, after: &str) -> bool {
    let (mut before, mut after) = (before.chars().rev(), after.chars());
    let mut ends = || before.next().is_some_and(char::is_lowercase);
    let (first, second) = (after.next().unwrap_or(' '), after.next().unwrap_or(' '));
    let begins = if sign == "." { first.is_uppercase() } else { first.is_alphabetic() };
    begins && second.is_lowercase() && ends() && ends()
}
