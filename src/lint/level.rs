//! What a site and its authors make of the findings: raised, lowered, silenced.
//!
//! Takes all diagnostics of the content; gives those that remain, as severe as the site has it. A
//! comment that silences nothing is told, since it hides what may come.

use crate::diag::{Diagnostic, Ignore, Level, Levels, Severity};
use crate::source::Span;

/// Applies levels and comments.
#[must_use]
pub fn apply(diagnostics: Vec<Diagnostic>, levels: &Levels, ignores: &[Ignore]) -> Vec<Diagnostic> {
    let mut used = vec![false; ignores.len()];
    let mut complete = true;
    let mut kept: Vec<Diagnostic> = diagnostics
        .into_iter()
        .filter(|diagnostic| {
            let silences = |ignore: &Ignore| {
                ignore.code == diagnostic.code
                    && ignore.scope.is_some_and(|scope| holds(scope, diagnostic.span))
            };
            let silenced = ignores.iter().position(silences);
            if let Some(index) = silenced {
                used[index] = true;
            }
            // Where something is wrong in itself, not all that comes after it has been looked for.
            complete &= silenced.is_some() || diagnostic.severity == Severity::Warning;
            silenced.is_none()
        })
        .filter_map(|diagnostic| levelled(diagnostic, levels))
        .collect();
    let idle = ignores.iter().zip(&used).filter(|(_, used)| complete && !**used);
    let idle = idle.map(|(ignore, _)| Diagnostic::ignore_unused(ignore.span, ignore.code));
    kept.extend(idle.filter_map(|diagnostic| levelled(diagnostic, levels)));
    kept
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
