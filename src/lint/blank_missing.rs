//! `blank-missing`: a sign that the next word follows without a blank.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns in the text, and in the signature (`TM.ỦY BAN`).
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        let chars: Vec<(usize, char)> = prose.text.char_indices().collect();
        for index in 2..chars.len().saturating_sub(1) {
            let (at, sign) = chars[index];
            let around = [chars[index - 2].1, chars[index - 1].1, chars[index + 1].1];
            let next = chars.get(index + 2).map_or(' ', |(_, char)| *char);
            if runs_on(sign, around, next)
                && let Some(span) = prose.span(at..at + 1)
            {
                diagnostics.push(Diagnostic::blank_missing(span, &sign.to_string()));
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
fn runs_on(sign: char, [before, last, first]: [char; 3], next: char) -> bool {
    let word = before.is_lowercase() && last.is_lowercase() && next.is_lowercase();
    match sign {
        '.' => word && first.is_uppercase(),
        ',' | ';' => word && first.is_alphabetic(),
        _ => false,
    }
}
