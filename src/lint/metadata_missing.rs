//! `metadata-missing`: number or date not filled in; an error once the report is final.

use super::Subject;
use crate::diag::Diagnostic;
use crate::model::meta::{PartialDate, Status};

/// Reports each of the two that is open.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let Some(meta) = subject.document.meta() else { return };
    let spans = &meta.spans;
    let mut report = |field, span| {
        let diagnostic = Diagnostic::metadata_missing(span, field);
        let last = meta.status == Status::Final;
        diagnostics.push(if last { diagnostic.raised() } else { diagnostic });
    };
    if meta.number.is_none() && !meta.misread.number {
        report("number", spans.number.or(spans.symbol).unwrap_or(spans.start));
    }
    if meta.date.and_then(PartialDate::full).is_none() && !meta.misread.date {
        report("date", spans.date.or(spans.place).unwrap_or(spans.start));
    }
}
