//! `heading-skipped`: a heading more than one level deeper than the one before.

use super::Subject;
use crate::diag::Diagnostic;

/// Warns at each such heading. The first heading may have any level that none goes above.
pub(crate) fn check(subject: &Subject, diagnostics: &mut Vec<Diagnostic>) {
    let sections = &subject.document.sections;
    let Some(highest) = sections.values().map(|section| section.level).min() else { return };
    let mut previous = highest - 1;
    for section in sections.values() {
        if section.level > previous + 1 {
            let (level, expected) = (usize::from(section.level), usize::from(previous) + 1);
            diagnostics.push(Diagnostic::heading_skipped(section.span, level, expected));
        }
        previous = section.level;
    }
}
