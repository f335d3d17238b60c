//! `punctuation-doubled`: two signs where one is meant.
//!
//! Three full stops are an ellipsis, `./.` closes a text, and a stop that belongs to an
//! abbreviation (`v.v.;`) may be followed by another sign.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns at each such place.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for prose in &subject.prose {
        let mut at = 0;
        while let Some(start) = prose.text[at..].find(is_sign).map(|next| at + next) {
            let rest = &prose.text[start..];
            let length = rest.find(|char| !is_sign(char)).unwrap_or(rest.len());
            at = start + length;
            let signs = &rest[..length];
            let path = prose.text[..start].ends_with('/') || rest[length..].starts_with('/');
            if is_doubled(signs)
                && !path
                && let Some(span) = prose.span(start..at)
            {
                diagnostics.push(Diagnostic::punctuation_doubled(span, signs));
            }
        }
    }
}

fn is_sign(char: char) -> bool {
    matches!(char, '.' | ',' | ';' | ':')
}

fn is_doubled(signs: &str) -> bool {
    match signs {
        "" | "." | "," | ";" | ":" | "..." | ".," | ".;" | ".:" | "...," | "...;" | "...:" => false,
        // Longer rows of stops are blanks that are to be filled in.
        _ => !(signs.len() > 4 && signs.bytes().all(|byte| byte == b'.')),
    }
}

#[cfg(test)]
mod tests {
    use super::is_doubled;

    #[test]
    fn what_is_doubled() {
        for signs in ["..", "....", ",,", ";;", ",.", ";,", "...."] {
            assert!(is_doubled(signs), "{signs}");
        }
        for signs in [".", "...", ".;", "...;", "......"] {
            assert!(!is_doubled(signs), "{signs}");
        }
    }
}
