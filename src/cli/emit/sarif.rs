//! Diagnostics as SARIF 2.1.0 (OASIS, with errata 01), for code scanning and editors.
//!
//! One run. Every code is a rule, whether it was found or not, so that a rule's index is its
//! place in the documentation; its help is what `congbo explain` says. Columns are Unicode code
//! points of the composed text, as everywhere in congbo. Files are named from the top of the
//! repository. Nothing of the machine is in it: no folder, no time.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::{Placed, Setting, explanation, in_order, sentence, severity};
use crate::diag::{Code, Diagnostic, Related};
use crate::locale::Locale;
use crate::source::{Position, Sources, Span};

/// Where the schema of the format is published.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What stands for the top of the repository, a name that consumers know.
const TOP: &str = "%SRCROOT%";
/// The name of the fingerprint. What goes into it changes only with its version.
const FINGERPRINT: &str = "congboFinding/v1";
/// What stands for itself in a path.
const PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    language: &'static str,
    column_kind: &'static str,
    original_uri_base_ids: BTreeMap<&'static str, Base>,
    results: Vec<Finding<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    properties: Option<Left<'a>>,
}

/// What `--since` left out.
#[derive(Serialize)]
struct Left<'a> {
    since: &'a str,
    unchanged: usize,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    language: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    full_description: Text,
    help: Help,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
struct Help {
    text: String,
    markdown: String,
}

#[derive(Serialize)]
struct Configuration {
    level: &'static str,
}

#[derive(Serialize)]
struct Base {
    description: Text,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Finding<'a> {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<OtherLocation>,
    partial_fingerprints: BTreeMap<&'a str, String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct OtherLocation {
    id: usize,
    message: Text,
    physical_location: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

/// The log as JSON, ended by a newline.
///
/// # Errors
/// When it cannot be written, which a bug alone can bring about.
pub fn sarif(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    setting: &Setting,
) -> serde_json::Result<String> {
    let language = locale.language().name();
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool { driver: driver(locale) },
            language,
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: [(TOP, base(locale))].into(),
            results: Writer { sources, locale, setting }.results(diagnostics),
            properties: setting
                .since
                .as_ref()
                .map(|since| Left { since: &since.revision, unchanged: since.unchanged }),
        }],
    };
    serde_json::to_string_pretty(&log).map(|text| text + "\n")
}

fn driver(locale: &Locale) -> Driver {
    Driver {
        name: "congbo",
        semantic_version: env!("CARGO_PKG_VERSION"),
        language: locale.language().name(),
        rules: Code::ALL.iter().map(|&code| rule(code, locale)).collect(),
    }
}

fn base(locale: &Locale) -> Base {
    Base { description: plain(&locale.text("sarif-top")) }
}

/// A code with all there is to say about it.
fn rule(code: Code, locale: &Locale) -> Rule {
    let text = locale.text(&format!("explain-{}", code.name()));
    Rule {
        id: code.name(),
        short_description: plain(&locale.text(&format!("summary-{}", code.name()))),
        full_description: plain(&explanation::first_paragraph(&text)),
        help: Help { markdown: explanation::markdown(&text), text },
        default_configuration: Configuration { level: severity(code.severity()) },
    }
}

/// What is needed to write a result.
struct Writer<'a> {
    sources: &'a Sources,
    locale: &'a Locale,
    setting: &'a Setting,
}

impl<'a> Writer<'a> {
    fn results(&self, diagnostics: &'a [Diagnostic]) -> Vec<Finding<'a>> {
        let mut seen = BTreeMap::new();
        let placed = in_order(diagnostics, self.sources);
        placed.iter().map(|each| self.result(each, &mut seen)).collect()
    }

    fn result(&self, placed: &Placed<'a>, seen: &mut BTreeMap<String, usize>) -> Finding<'a> {
        let diagnostic = placed.diagnostic;
        let others = diagnostic.related.iter().enumerate();
        Finding {
            rule_id: diagnostic.code.name(),
            rule_index: Code::ALL.iter().position(|&code| code == diagnostic.code).unwrap_or(0),
            level: severity(diagnostic.severity),
            message: plain(&sentence(diagnostic, self.locale)),
            locations: [Location { physical_location: self.location(diagnostic.span) }],
            related_locations: others
                .map(|(id, other)| self.other(id, diagnostic, other))
                .collect(),
            partial_fingerprints: [(FINGERPRINT, self.fingerprint(placed, seen))].into(),
        }
    }

    fn other(&self, id: usize, diagnostic: &Diagnostic, related: &Related) -> OtherLocation {
        OtherLocation {
            id,
            message: plain(&self.locale.related(diagnostic, related)),
            physical_location: self.location(related.span),
        }
    }

    fn location(&self, span: Span) -> PhysicalLocation {
        let path = self.setting.path(&self.sources.file(span.file).path);
        let uri = utf8_percent_encode(&path, PATH).to_string();
        PhysicalLocation {
            artifact_location: ArtifactLocation { uri, uri_base_id: TOP },
            region: region(self.sources.positions_on_disk(span)),
        }
    }

    /// What tells a finding from others and stays when lines move: its code, its file, the text
    /// of the place, and which of several like it in the file it is.
    fn fingerprint(&self, placed: &Placed<'_>, seen: &mut BTreeMap<String, usize>) -> String {
        let place = [placed.diagnostic.code.name(), placed.file, &self.text_of(placed)].join("\0");
        let count = seen.entry(place.clone()).or_default();
        *count += 1;
        let digest = Sha256::digest(format!("{place}\0{count}"));
        let start = digest.iter().take(16).fold(0, |all, &byte| all << 8 | u128::from(byte));
        format!("{start:032x}")
    }

    /// The marked text, or the line of a place without any, with single blanks.
    fn text_of(&self, placed: &Placed<'_>) -> String {
        let marked = self.sources.slice(placed.diagnostic.span);
        let line = || {
            let text = self.sources.text(placed.diagnostic.span.file);
            text.lines().nth(placed.start.line - 1).unwrap_or_default()
        };
        let text = if marked.trim().is_empty() { line() } else { marked };
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn region((start, end): (Position, Position)) -> Region {
    Region {
        start_line: start.line,
        start_column: start.column,
        end_line: end.line,
        end_column: end.column,
    }
}

/// A text without what a viewer would read as a placeholder, `{0}`, or as a link to another
/// place, `[…](0)`. Other braces and brackets stand as they are: few viewers undo the doubling
/// that the standard asks for, and none takes them for more than text.
fn plain(text: &str) -> Text {
    let mut written = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(sign) = rest.chars().next() {
        let after = &rest[sign.len_utf8()..];
        match sign {
            '{' if is_index(after, '}') => written.push_str("{{"),
            '}' if ends_index(&written) => written.push_str("}}"),
            ']' if after.strip_prefix('(').is_some_and(|after| is_index(after, ')')) => {
                written.push_str("\\]");
            }
            sign => written.push(sign),
        }
        rest = after;
    }
    Text { text: written }
}

/// Whether a number and then `end` follow.
fn is_index(text: &str, end: char) -> bool {
    let rest = text.trim_start_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(end)
}

/// Whether a doubled brace and a number were written last.
fn ends_index(written: &str) -> bool {
    let rest = written.trim_end_matches(|sign: char| sign.is_ascii_digit());
    rest.len() < written.len() && rest.ends_with("{{")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::emit::tests::{find, mixed, sources};
    use crate::locale::Language;
    use serde_json::Value;

    fn english(diagnostics: &[Diagnostic], sources: &Sources, folder: &str) -> Value {
        let setting = Setting { folder: folder.to_owned(), ..Setting::default() };
        let text = sarif(diagnostics, sources, Locale::of(Language::ENGLISH), &setting);
        serde_json::from_str(&text.unwrap_or_default()).unwrap_or_default()
    }

    /// The fingerprints of broken links at every place where `x` stands.
    fn fingerprints(text: &str) -> Vec<String> {
        let (sources, ids) = sources(&[("content/a.md", text)]);
        let count = text.matches('x').count();
        let at = |nth| Diagnostic::link_broken(find(&sources, ids[0], "x", nth), "y");
        let log = english(&(0..count).map(at).collect::<Vec<_>>(), &sources, "");
        let results = log["runs"][0]["results"].as_array().cloned().unwrap_or_default();
        results.iter().map(|each| each["partialFingerprints"][FINGERPRINT].to_string()).collect()
    }

    #[test]
    fn a_rule_has_the_words_of_explain() {
        let rule = serde_json::to_value(rule(Code::HeadingSkipped, Locale::of(Language::ENGLISH)));
        let expected = serde_json::json!({
            "id": "heading-skipped",
            "shortDescription": { "text": "a heading that skips a level" },
            "fullDescription": {
                "text": "A heading is more than one level deeper than the one before, for example \
                         “####” after “##”. The outline and the numbers would lack a level, and \
                         people who use a screen reader would think that a part is missing."
            },
            "help": {
                "text": Locale::of(Language::ENGLISH).text("explain-heading-skipped"),
                "markdown": "A heading is more than one level deeper than the one before, for \
                             example\n“\\#\\#\\#\\#” after “\\#\\#”. The outline and the numbers \
                             would lack a level, and people\nwho use a screen reader would think \
                             that a part is missing.\n\nThe mistake:\n\n```\n## Results\n#### \
                             Revenue\n```\n\nHow to mend it: use the next level, or add the \
                             heading between\n\n```\n## Results\n### Revenue\n```\n"
            },
            "defaultConfiguration": { "level": "warning" }
        });
        assert_eq!(rule.ok(), Some(expected));
    }

    #[test]
    fn a_result_has_its_places_and_its_rule() {
        let (sources, diagnostics) = mixed();
        let log = english(&diagnostics[..1], &sources, "trang báo cáo/");
        let result = &log["runs"][0]["results"][0];
        let uri = "trang%20b%C3%A1o%20c%C3%A1o/content/a/footnotes.yaml";
        let place = |line: u32| {
            serde_json::json!({
                "artifactLocation": { "uri": uri, "uriBaseId": "%SRCROOT%" },
                "region": {
                    "startLine": line, "startColumn": 1, "endLine": line, "endColumn": 2
                }
            })
        };
        assert_eq!(result["locations"][0]["physicalLocation"], place(2));
        assert_eq!(
            result["relatedLocations"][0],
            serde_json::json!({
                "id": 0,
                "message": { "text": "its first text is here" },
                "physicalLocation": place(1)
            })
        );
        let index = result["ruleIndex"].as_u64().and_then(|index| usize::try_from(index).ok());
        let rule = &log["runs"][0]["tool"]["driver"]["rules"][index.unwrap_or(99)];
        assert_eq!(rule["id"], result["ruleId"]);
    }

    #[test]
    fn a_fingerprint_stays_when_lines_move_and_blanks_change() {
        let before = fingerprints("a [x] b\n\n[x]\n");
        assert_eq!(before, fingerprints("Một đoạn mới.\n\n\na  [x] b\n[x]\n"));
        assert_eq!(before.len(), 2);
        assert_ne!(before[0], before[1]);
    }

    #[test]
    fn a_fingerprint_is_of_code_file_and_text() {
        let (sources, ids) = sources(&[("a.md", "x y"), ("b.md", "x")]);
        let at = |file: usize, needle| find(&sources, ids[file], needle, 0);
        let diagnostics = [
            Diagnostic::link_broken(at(0, "x"), ""),
            Diagnostic::asset_missing(at(0, "x"), ""),
            Diagnostic::link_broken(at(0, "y"), ""),
            Diagnostic::link_broken(at(1, "x"), ""),
        ];
        // Each alone, so that it is not by their order that they differ.
        let prints = diagnostics.map(|each| {
            let log = english(&[each], &sources, "");
            log["runs"][0]["results"][0]["partialFingerprints"].to_string()
        });
        let prints: std::collections::BTreeSet<_> = prints.into_iter().collect();
        assert_eq!(prints.len(), 4);
    }

    #[test]
    fn a_place_without_text_is_told_by_its_line() {
        let (sources, ids) = sources(&[("a.yaml", "a\n\nb\n")]);
        let at = |offset| Diagnostic::field_missing(Span::new(ids[0], offset..offset), "title");
        let setting = Setting::default();
        let writer =
            Writer { sources: &sources, locale: Locale::of(Language::ENGLISH), setting: &setting };
        let diagnostics = [at(0), at(2), at(3), at(90)];
        let placed = in_order(&diagnostics, &sources);
        let texts: Vec<_> = placed.iter().map(|each| writer.text_of(each)).collect();
        assert_eq!(texts, ["a", "", "b", ""]);
    }

    #[test]
    fn no_text_is_a_placeholder_or_leads_to_a_place() {
        for (text, expected) in [
            ("{0} {12} {x} {#a}", "{{0}} {{12}} {x} {#a}"),
            ("[a](1) [a](b.md) [^1]", "[a\\](1) [a](b.md) [^1]"),
            ("{ 0} } {} 0}", "{ 0} } {} 0}"),
        ] {
            assert_eq!(plain(text).text, expected);
        }
    }
}
