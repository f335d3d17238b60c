//! Diagnostics for programs: one JSON object, as section 3 of the content contract lays it down.

use serde::Serialize;

use super::{Placed, Since, Tally, in_order, severity};
use crate::audit::External;
use crate::diag::{Diagnostic, Related};
use crate::locale::Locale;
use crate::source::Sources;

/// The object. Its fields are an interface: they are added to, never changed.
#[derive(Serialize)]
struct Document<'a> {
    version: u8,
    diagnostics: Vec<Entry<'a>>,
    summary: Counts,
    #[serde(skip_serializing_if = "Option::is_none")]
    external: Option<Vec<Elsewhere<'a>>>,
}

/// An address on another host.
#[derive(Serialize)]
struct Elsewhere<'a> {
    url: &'a str,
    count: usize,
    file: &'a str,
    line: usize,
}

#[derive(Serialize)]
struct Counts {
    errors: usize,
    warnings: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    unchanged: Option<usize>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static str,
    severity: &'static str,
    message: String,
    file: &'a str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    hint: Option<String>,
    related: Vec<Place<'a>>,
}

#[derive(Serialize)]
struct Place<'a> {
    message: String,
    file: &'a str,
    line: usize,
    column: usize,
}

/// The diagnostics as one JSON object, ended by a newline, with a count of those that `since`
/// left out.
///
/// # Errors
/// When the object cannot be written, which a bug alone can bring about.
pub fn json(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    since: Option<&Since>,
) -> serde_json::Result<String> {
    written(diagnostics, sources, locale, since, None)
}

/// The same of a folder of HTML, with the addresses on other hosts where they were asked for.
///
/// # Errors
/// When the object cannot be written, which a bug alone can bring about.
pub fn json_of_site(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    external: Option<&[External]>,
) -> serde_json::Result<String> {
    let external = external.map(|external| external.iter().map(elsewhere).collect());
    written(diagnostics, sources, locale, None, external)
}

fn elsewhere(external: &External) -> Elsewhere<'_> {
    let External { address, count, file, line } = external;
    Elsewhere { url: address, count: *count, file, line: *line }
}

fn written(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    since: Option<&Since>,
    external: Option<Vec<Elsewhere<'_>>>,
) -> serde_json::Result<String> {
    let Tally { errors, warnings } = Tally::of(diagnostics);
    let entries = in_order(diagnostics, sources);
    let document = Document {
        version: 1,
        diagnostics: entries.iter().map(|placed| entry(placed, sources, locale)).collect(),
        summary: Counts { errors, warnings, unchanged: since.map(|since| since.unchanged) },
        external,
    };
    serde_json::to_string_pretty(&document).map(|text| text + "\n")
}

fn entry<'a>(placed: &Placed<'a>, sources: &'a Sources, locale: &Locale) -> Entry<'a> {
    let diagnostic = placed.diagnostic;
    Entry {
        code: diagnostic.code.name(),
        severity: severity(diagnostic.severity),
        message: locale.message(&diagnostic.message),
        file: placed.file,
        line: placed.start.line,
        column: placed.start.column,
        end_line: placed.end.line,
        end_column: placed.end.column,
        hint: locale.hint(diagnostic),
        related: diagnostic
            .related
            .iter()
            .map(|related| other_place(diagnostic, related, sources, locale))
            .collect(),
    }
}

fn other_place<'a>(
    diagnostic: &Diagnostic,
    related: &Related,
    sources: &'a Sources,
    locale: &Locale,
) -> Place<'a> {
    let (start, _) = sources.positions(related.span);
    Place {
        message: locale.related(diagnostic, related),
        file: &sources.file(related.span.file).path,
        line: start.line,
        column: start.column,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::emit::tests::mixed;
    use crate::locale::Language;

    const MIXED: &str = r#"{
  "version": 1,
  "diagnostics": [
    {
      "code": "footnote-undefined",
      "severity": "error",
      "message": "the report has no text for the footnote “[^1]”",
      "file": "content/a/01.md",
      "line": 3,
      "column": 12,
      "end_line": 3,
      "end_column": 16,
      "hint": "write its text as a line “[^1]: text of the footnote” in any file of the report, or in footnotes.yaml",
      "related": []
    },
    {
      "code": "heading-skipped",
      "severity": "warning",
      "message": "this heading is of level 3, and the next level is 2",
      "file": "content/a/01.md",
      "line": 5,
      "column": 1,
      "end_line": 5,
      "end_column": 8,
      "hint": "begin the heading's line with “##”, or add the heading between that is missing",
      "related": []
    },
    {
      "code": "footnote-duplicate",
      "severity": "error",
      "message": "the footnote “[^2]” is given a second text",
      "file": "content/a/footnotes.yaml",
      "line": 2,
      "column": 1,
      "end_line": 2,
      "end_column": 2,
      "hint": "keep one text and delete the other, or change the id of one of the two footnotes",
      "related": [
        {
          "message": "its first text is here",
          "file": "content/a/footnotes.yaml",
          "line": 1,
          "column": 1
        }
      ]
    }
  ],
  "summary": {
    "errors": 2,
    "warnings": 1
  }
}
"#;

    #[test]
    fn the_object_is_the_contract_s() {
        let (sources, diagnostics) = mixed();
        let text = json(&diagnostics, &sources, Locale::of(Language::ENGLISH), None);
        assert_eq!(text.ok().as_deref(), Some(MIXED));
    }

    #[test]
    fn nothing_to_say_is_an_object_too_and_no_hint_is_null() {
        let (sources, _) = mixed();
        let locale = Locale::of(Language::ENGLISH);
        let empty = json(&[], &sources, locale, None).unwrap_or_default();
        assert!(empty.contains(r#""diagnostics": []"#) && empty.contains(r#""errors": 0"#));
        let (sources, mut diagnostics) = mixed();
        diagnostics.truncate(1);
        diagnostics[0].hint = None;
        let text = json(&diagnostics, &sources, locale, None).unwrap_or_default();
        assert!(text.contains(r#""hint": null"#), "{text}");
    }

    #[test]
    fn what_was_left_out_is_counted() {
        let (sources, _) = mixed();
        let since = Since { revision: "HEAD".to_owned(), unchanged: 0 };
        let text = json(&[], &sources, Locale::of(Language::ENGLISH), Some(&since));
        let text = text.unwrap_or_default();
        assert!(text.contains("\"warnings\": 0,\n    \"unchanged\": 0\n"), "{text}");
    }
}
