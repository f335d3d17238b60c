//! What a site and its authors make of the findings: raised, lowered, silenced.
//!
//! Takes all diagnostics of the content; gives those that remain, as severe as the site has it. A
//! comment that silences nothing is told, since it hides what may come.

use crate::diag::{Code, Diagnostic, Ignore, Level, Levels, Severity};
use crate::source::Span;

/// Applies levels and comments.
#[must_use]
pub fn apply(diagnostics: Vec<Diagnostic>, levels: &Levels, ignores: &[Ignore]) -> Vec<Diagnostic> {
    let mut used = vec![false; ignores.len()];
    let silenced = |diagnostic: &Diagnostic, used: &mut Vec<bool>, by: Silences| {
        let index = (0..ignores.len()).find(|&index| by(&ignores[index], diagnostic, used[index]));
        if let Some(index) = index {
            used[index] = true;
        }
        index.is_some()
    };
    let mut kept = diagnostics;
    kept.retain(|diagnostic| !silenced(diagnostic, &mut used, silences));
    kept.retain(|diagnostic| !silenced(diagnostic, &mut used, silences_missing));
    // Where something is wrong in itself, not all that comes after it has been looked for.
    let complete = kept.iter().all(|diagnostic| diagnostic.severity == Severity::Warning);
    let mut kept: Vec<Diagnostic> =
        kept.into_iter().filter_map(|diagnostic| levelled(diagnostic, levels)).collect();
    let idle = ignores.iter().zip(&used).filter(|(_, used)| complete && !**used);
    let idle = idle.map(|(ignore, _)| Diagnostic::ignore_unused(ignore.span, ignore.code));
    kept.extend(idle.filter_map(|diagnostic| levelled(diagnostic, levels)));
    kept
}

/// Whether a comment silences a finding; the last says whether it silences one already.
type Silences = fn(&Ignore, &Diagnostic, bool) -> bool;

fn silences(ignore: &Ignore, diagnostic: &Diagnostic, _: bool) -> bool {
    // A table of figures takes no comment: one at its chart is about it as well.
    let mut places = std::iter::once(diagnostic.span).chain(diagnostic.in_charts());
    ignore.code == diagnostic.code
        && ignore.scope.is_some_and(|scope| places.any(|place| holds(scope, place)))
}

/// A field that is not there has no place of its own: a comment anywhere in its file is about it,
/// unless it is about another.
fn silences_missing(ignore: &Ignore, diagnostic: &Diagnostic, used: bool) -> bool {
    !used
        && ignore.code == Code::MetadataMissing
        && diagnostic.code == Code::MetadataMissing
        && ignore.span.file == diagnostic.span.file
}

/// A diagnostic as severe as the site has it. What is an error only since the report is final can
/// be silenced at its place, with a reason, and not for a whole site.
fn levelled(mut diagnostic: Diagnostic, levels: &Levels) -> Option<Diagnostic> {
    let final_error =
        diagnostic.severity == Severity::Error && diagnostic.code.severity() == Severity::Warning;
    match levels.get(&diagnostic.code) {
        Some(Level::Error) => diagnostic.severity = Severity::Error,
        Some(Level::Warning) if !final_error => diagnostic.severity = Severity::Warning,
        Some(Level::Ignore) if !final_error => return None,
        _ => {}
    }
    Some(diagnostic)
}

fn holds(scope: Span, place: Span) -> bool {
    scope.file == place.file && (scope.start..scope.end.max(scope.start + 1)).contains(&place.start)
}
