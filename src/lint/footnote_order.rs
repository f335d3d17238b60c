//! `footnote-order`: numeric ids that do not follow the reading order.

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::table::Id;

/// Warns at the first reference to a note whose numeric id is lower than that of a note before.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let document = subject.document;
    let mut highest = None;
    for (id, note) in document.notes.iter() {
        let (Ok(numeric), Some(&first)) = (note.id.parse::<u64>(), note.references.first()) else {
            continue;
        };
        let span = document.references[first].span;
        match highest {
            Some((before, earlier, name)) if numeric < before => {
                let number = id.index() + 1;
                diagnostics.push(Diagnostic::footnote_order(span, &note.id, number, name, earlier));
            }
            _ => highest = Some((numeric, span, note.id.as_str())),
        }
    }
}
