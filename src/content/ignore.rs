//! Comments by which an author silences a code at one place, with a reason.
//!
//! `<!-- congbo: ignore CODE: reason -->` in Markdown, `# congbo: ignore CODE: reason` in YAML.
//! Takes the text of a comment; says which code it silences, or what is wrong with it. The block of
//! Markdown that a comment is about is known to the parser; the entry of YAML is found here.

use std::ops::Range;

use crate::diag::{Code, Diagnostic, Ignore};
use crate::source::{FileId, Span};

/// What a comment silences, with no place yet; nothing if it is none of congbo's.
pub fn read(comment: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<Ignore> {
    let rest = rest(comment).filter(|_| is_meant(comment))?;
    let order = rest.strip_prefix(':').map(str::trim);
    let Some((code, reason)) =
        order.and_then(|order| order.strip_prefix("ignore ")).map(|order| split(order.trim()))
    else {
        diagnostics.push(Diagnostic::ignore_invalid(span, "ignore-invalid"));
        return None;
    };
    let Some(known) = Code::from_name(code) else {
        diagnostics.push(Diagnostic::ignore_unknown(span, code, nearest(code)));
        return None;
    };
    if !known.yields() {
        diagnostics.push(Diagnostic::code_fixed(span, known));
        return None;
    }
    if reason.is_empty() {
        diagnostics.push(Diagnostic::ignore_invalid(span, "ignore-invalid-reason"));
        return None;
    }
    Some(Ignore { code: known, span, scope: None })
}

/// Whether a comment is for congbo: it names it, and a colon or an order follows.
#[must_use]
pub fn is_meant(comment: &str) -> bool {
    rest(comment).is_some_and(|rest| rest.starts_with(':') || rest.starts_with("ignore "))
}

/// What stands in a comment behind congbo's name.
fn rest(comment: &str) -> Option<&str> {
    let comment = comment.trim();
    let name = comment.get(..6).filter(|name| name.eq_ignore_ascii_case("congbo"))?;
    Some(comment[name.len()..].trim_start())
}

/// Reads the comments of a piece of HTML; `place` gives the span of a range of it.
pub fn in_html(
    html: &str,
    place: impl Fn(Range<usize>) -> Option<Span>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Ignore> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find("<!--").map(|start| at + start) {
        let end = html[start..].find("-->").map_or(html.len(), |end| start + end + 3);
        let inner = html[start..end].trim_start_matches("<!--").trim_end_matches("-->");
        found.extend(place(start..end).and_then(|span| read(inner, span, diagnostics)));
        at = end;
    }
    found
}

/// Reads the comments of YAML that stands in `file` at `offset`. A comment is about the entry that
/// it ends a line of or stands above: that line, and those below it that are indented more.
pub fn in_yaml(
    text: &str,
    file: FileId,
    offset: usize,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Ignore> {
    let mut found = Vec::new();
    for (line, in_text) in marked_lines(text) {
        if in_text {
            diagnostics.extend(comment_in_text(&text[line.clone()], file, offset + line.start));
            continue;
        }
        let content = text[line.clone()].trim_end();
        let alone = content.trim_start().starts_with('#');
        let Some(sign) = content.find('#').filter(|_| alone).or_else(|| content.rfind(" #")) else {
            continue;
        };
        let inner = content[sign..].trim_start().trim_start_matches('#');
        let start = offset + line.start + content.len() - inner.len() - 1;
        let span = Span::new(file, start..offset + line.start + content.len());
        let Some(ignore) = read(inner, span, diagnostics) else { continue };
        let entry = entry(text, if alone { line.end } else { line.start });
        let scope = Span::new(file, offset + entry.start..offset + entry.end);
        found.push(Ignore { scope: Some(scope), ..ignore });
    }
    found
}

/// A comment for congbo on a line of a block of text, which would be published with it.
fn comment_in_text(line: &str, file: FileId, offset: usize) -> Option<Diagnostic> {
    let content = line.trim();
    let inner = content.strip_prefix('#').map(|rest| rest.trim_start_matches('#'));
    let start = offset + indentation(line);
    let span = Span::new(file, start..start + content.len());
    inner
        .filter(|inner| is_meant(inner))
        .map(|_| Diagnostic::ignore_invalid(span, "ignore-invalid-text"))
}

/// The lines of YAML that are no part of a block of text.
pub fn entries(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    marked_lines(text).filter(|(_, in_text)| !in_text).map(|(line, _)| line)
}

/// The lines of YAML that are not empty, and whether they are part of a block of text.
fn marked_lines(text: &str) -> impl Iterator<Item = (Range<usize>, bool)> + '_ {
    let mut scalar: Option<usize> = None;
    lines(text).filter(|line| !text[line.clone()].trim_end().is_empty()).map(move |line| {
        let content = text[line.clone()].trim_end();
        let depth = indentation(content);
        let in_text = scalar.is_some_and(|outer| depth > outer);
        if !in_text {
            scalar = opens_scalar(content).then_some(depth);
        }
        (line, in_text)
    })
}

/// The first entry from a line on, comments above it apart.
fn entry(text: &str, from: usize) -> Range<usize> {
    let lines: Vec<Range<usize>> = lines(text).filter(|line| line.start >= from).collect();
    let line = |at: &Range<usize>| text[at.clone()].trim_end();
    let is_entry = |at: &&Range<usize>| {
        let line = line(at);
        !line.is_empty() && !line.trim_start().starts_with('#')
    };
    let mut rest = lines.iter().skip_while(|at| !is_entry(at));
    let Some(first) = rest.next() else { return text.len()..text.len() };
    let depth = indentation(line(first));
    let after = rest.find(|at| !line(at).is_empty() && indentation(line(at)) <= depth);
    first.start..after.map_or(text.len(), |after| after.start)
}

/// Whether a line of YAML begins a block of text, in which nothing is a comment.
fn opens_scalar(line: &str) -> bool {
    let last = line.split_whitespace().next_back().unwrap_or_default();
    matches!(last.trim_end_matches(['-', '+']), "|" | ">")
}

fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    text.split_inclusive('\n').map(move |line| {
        at += line.len();
        at - line.len()..at
    })
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// Code and reason.
fn split(order: &str) -> (&str, &str) {
    let end = order.find(|char: char| char == ':' || char.is_whitespace()).unwrap_or(order.len());
    (&order[..end], order[end..].trim_start_matches([':', ' ']).trim())
}

/// The code that a name is a slip of.
#[must_use]
pub fn nearest(name: &str) -> Option<&'static str> {
    let names = Code::ALL.iter().map(|code| code.name());
    let scored = names.map(|code| (strsim::damerau_levenshtein(name, code), code));
    scored.min().filter(|(distance, code)| *distance <= code.len() / 3).map(|(_, code)| code)
}
