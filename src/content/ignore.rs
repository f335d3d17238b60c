//! Comments by which an author silences a code at one place, with a reason.
//!
//! `<!-- congbo: ignore CODE: reason -->` in Markdown, `# congbo: ignore CODE: reason` in YAML.
//! Takes the text of a comment; says which code it silences, or what is wrong with it. To which
//! lines it applies is decided where the findings are.

use crate::diag::{Code, Diagnostic, Ignore};
use crate::source::{FileId, Span};

/// What a comment silences; nothing if it is none of congbo's.
pub fn read(comment: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<Ignore> {
    let order = comment.trim().strip_prefix("congbo")?.trim_start().strip_prefix(':')?.trim();
    let Some((code, reason)) = order.strip_prefix("ignore ").map(split) else {
        diagnostics.push(Diagnostic::ignore_invalid(span, "ignore-invalid"));
        return None;
    };
    let Some(known) = Code::from_name(code) else {
        let near = nearest(code);
        diagnostics.push(Diagnostic::ignore_unknown(span, code, near));
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
    Some(Ignore { code: known, span })
}

/// Reads the comments of a piece of HTML; `place` gives the span of a range of it.
pub fn in_html(
    html: &str,
    place: impl Fn(std::ops::Range<usize>) -> Option<Span>,
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

/// Reads the comments of a YAML file.
pub fn in_yaml(text: &str, file: FileId, diagnostics: &mut Vec<Diagnostic>) -> Vec<Ignore> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let comment = line.trim();
        let start = at + line.len() - line.trim_start().len();
        if let Some(inner) = comment.strip_prefix('#') {
            let span = Span::new(file, start..start + comment.len());
            found.extend(read(inner, span, diagnostics));
        }
        at += line.len();
    }
    found
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
