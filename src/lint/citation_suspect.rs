//! `citation-suspect`: a document symbol that no issuer uses.

use super::Subject;
use crate::diag::Diagnostic;
use crate::resolve::citation::grammar::Suspicion;

/// Warns at each mention whose symbol cannot be right.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    for found in subject.mentions.values() {
        let (Some(suspicion), Some(span)) = (&found.mention.suspicion, found.span) else {
            continue;
        };
        let symbol = &found.mention.symbol;
        if let Suspicion::OtherYear { date } = suspicion {
            diagnostics.push(Diagnostic::citation_of_other_year(span, symbol, date.year()));
            continue;
        }
        let nearest = match suspicion {
            Suspicion::UnknownType { found, nearest } => {
                nearest.map(|nearest| symbol.replacen(found.as_str(), nearest, 1))
            }
            other => other.suggestion().map(str::to_owned),
        };
        // Blanks and dashes of another kind leave the symbol what it is.
        if nearest.as_deref() == Some(symbol) {
            continue;
        }
        diagnostics.push(Diagnostic::citation_suspect(span, symbol, nearest.as_deref()));
    }
}
