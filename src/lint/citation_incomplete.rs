//! `citation-incomplete`: a document that no place of the report says the date of.
//!
//! Numbers begin anew every year, so that number and symbol alone are of many documents; Nghị định
//! 30/2020/NĐ-CP (Phụ lục I, mục II.6.b) asks for the date where a document is first cited. The
//! registry may supply it. Dates beside citations are read in Vietnamese alone, so that no other text
//! is judged.

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::meta::Language;

/// Warns at the first mention of each such document.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let document = subject.document;
    if !document.is_report() || document.language() != Language::VIETNAMESE {
        return;
    }
    for document in document.documents.values().filter(|each| each.date.is_none()) {
        let found = document.mentions.first().map(|&first| &subject.mentions[first]);
        if let Some(found) = found
            && found.mention.year_in_symbol.is_none()
            && found.mention.suspicion.is_none()
            && let Some(span) = found.span
        {
            diagnostics.push(Diagnostic::citation_incomplete(span, &document.symbol));
        }
    }
}
