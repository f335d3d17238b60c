//! What a site and its authors make of the findings: raised, lowered, silenced.
//!
//! Takes all diagnostics of the content; gives those that remain, as severe as the site has it.
//! A comment silences its code in the block in which it stands or, where it stands alone, in the
//! one that follows it; one that silences nothing is told, since it hides what may come.

use std::ops::Range;

use crate::diag::{Diagnostic, Ignore, Level, Levels, Severity};
use crate::source::{Sources, Span};

/// Applies levels and comments.
#[must_use]
pub fn apply(
    diagnostics: Vec<Diagnostic>,
    levels: &Levels,
    ignores: &[Ignore],
    sources: &Sources,
) -> Vec<Diagnostic> {
    let scopes: Vec<Range<u32>> = ignores.iter().map(|ignore| scope(ignore, sources)).collect();
    let mut used = vec![false; ignores.len()];
    let mut kept = Vec::with_capacity(diagnostics.len());
    for mut diagnostic in diagnostics {
        let at = diagnostic.span;
        let silences = |(ignore, scope): (&Ignore, &Range<u32>)| {
            ignore.code == diagnostic.code
                && ignore.span.file == at.file
                && scope.contains(&at.start)
        };
        if let Some(index) = ignores.iter().zip(&scopes).position(silences) {
            used[index] = true;
            continue;
        }
        match levels.get(&diagnostic.code) {
            Some(Level::Ignore) => continue,
            Some(Level::Warning) => diagnostic.severity = Severity::Warning,
            Some(Level::Error) => diagnostic.severity = Severity::Error,
            None => {}
        }
        kept.push(diagnostic);
    }
    // Where something is an error, not everything that comes after it has been looked for.
    let complete = kept.iter().all(|diagnostic| diagnostic.severity == Severity::Warning);
    let idle = ignores.iter().zip(&used).filter(|(_, used)| complete && !**used);
    kept.extend(idle.map(|(ignore, _)| Diagnostic::ignore_unused(ignore.span, ignore.code)));
    kept
}

/// The bytes of its file to which a comment applies.
fn scope(ignore: &Ignore, sources: &Sources) -> Range<u32> {
    let Span { file, start, end } = ignore.span;
    let text = sources.text(file);
    let (start, end) = (start as usize, end as usize);
    let range = if !sources.file(file).path.ends_with(".yaml") {
        block(text, start, end)
    } else if text[start..].starts_with('#') {
        entry(text, end)
    } else {
        enclosing_entry(text, start)
    };
    let byte = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    byte(range.start)..byte(range.end)
}

/// The block of Markdown, between blank lines, in which a comment stands; the next one if it stands
/// alone on its lines.
fn block(text: &str, start: usize, end: usize) -> Range<usize> {
    let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
    let line_end = text[end..].find('\n').map_or(text.len(), |at| end + at);
    let alone = is_blank(&text[line_start..start]) && is_blank(&text[end..line_end]);
    if alone {
        let after = lines(text, line_end).find(|line| !is_blank(&text[line.clone()]));
        return match after {
            Some(line) => start..end_of_block(text, line.start),
            None => start..text.len(),
        };
    }
    let mut first = line_start;
    while first > 0 {
        let above = text[..first - 1].rfind('\n').map_or(0, |at| at + 1);
        if is_blank(&text[above..first]) {
            break;
        }
        first = above;
    }
    first..end_of_block(text, line_start)
}

fn end_of_block(text: &str, from: usize) -> usize {
    let blank = lines(text, from).find(|line| is_blank(&text[line.clone()]));
    blank.map_or(text.len(), |line| line.start)
}

/// The entry of YAML behind a comment: the next line, and those that are indented more.
fn entry(text: &str, end: usize) -> Range<usize> {
    let next = text[end..].find('\n').map_or(text.len(), |at| end + at + 1);
    let is_comment = |line: &str| line.trim_start().starts_with('#');
    let mut entry = lines(text, next)
        .skip_while(|line| is_blank(&text[line.clone()]) || is_comment(&text[line.clone()]));
    let Some(first) = entry.next() else { return next..text.len() };
    let depth = indentation(&text[first.clone()]);
    let after = entry.find(|line| {
        let line = &text[line.clone()];
        !is_blank(line) && indentation(line) <= depth
    });
    first.start..after.map_or(text.len(), |line| line.start)
}

/// The entry of the file in which a place of YAML stands.
fn enclosing_entry(text: &str, at: usize) -> Range<usize> {
    let is_top = |line: &Range<usize>| {
        let line = &text[line.clone()];
        !is_blank(line) && indentation(line) == 0
    };
    let tops: Vec<_> = lines(text, 0).filter(is_top).collect();
    let next = tops.partition_point(|line| line.start <= at);
    let start = next.checked_sub(1).map_or(0, |index| tops[index].start);
    start..tops.get(next).map_or(text.len(), |line| line.start)
}

fn lines(text: &str, from: usize) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = from;
    text[from..].split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

/// Whether a line has nothing but blanks and the marks of quotations.
fn is_blank(line: &str) -> bool {
    line.chars().all(|char| char.is_whitespace() || char == '>')
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
