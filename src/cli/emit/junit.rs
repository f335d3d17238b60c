//! Diagnostics as JUnit XML, which most CI systems show as a table of tests.
//!
//! A suite is a report (and one more, `site`, has all that belongs to none), a test is a code,
//! which fails where the report has a finding of that code that makes the check fail; other
//! findings are what the test printed. So the tests are the same from run to run, whatever the
//! content. Valid against the schema that Jenkins published for the format.

use std::collections::BTreeMap;

use super::{Placed, SITE, Setting, in_order, report_of, reports, sentence, severity};
use crate::diag::{Code, Diagnostic, Severity};
use crate::locale::Locale;
use crate::source::Sources;

/// The whole XML document, ended by a newline.
#[must_use]
pub fn junit(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    setting: &Setting,
) -> String {
    let suites = Printer { sources, locale, setting }.suites(&in_order(diagnostics, sources));
    let count = |of: fn(&Suite) -> usize| suites.iter().map(of).sum::<usize>();
    let (tests, failures) = (count(|suite| suite.tests), count(|suite| suite.failures));
    let suites: String = suites.into_iter().map(|suite| suite.text).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"congbo\" \
         tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">\n{suites}</testsuites>\n"
    )
}

/// A suite in XML, and how many tests it has.
struct Suite {
    text: String,
    tests: usize,
    failures: usize,
}

/// What is needed to put findings into words.
struct Printer<'a> {
    sources: &'a Sources,
    locale: &'a Locale,
    setting: &'a Setting,
}

/// The findings of one suite by code, in order.
type ByCode<'a> = BTreeMap<&'static str, Vec<&'a Placed<'a>>>;

impl Printer<'_> {
    /// The site's own suite, then one for each report in the order of their paths.
    fn suites<'a>(&self, placed: &'a [Placed<'a>]) -> Vec<Suite> {
        let reports = reports(self.sources);
        let mut found: BTreeMap<&str, ByCode<'a>> = BTreeMap::new();
        for each in placed {
            let suite = report_of(each.file, &reports);
            let codes = found.entry(suite).or_default();
            codes.entry(each.diagnostic.code.name()).or_default().push(each);
        }
        let names = [SITE].into_iter().chain(reports.iter().copied());
        names.map(|name| self.suite(name, &found.remove(name).unwrap_or_default())).collect()
    }

    fn suite(&self, name: &str, found: &ByCode<'_>) -> Suite {
        let none = Vec::new();
        let cases = Code::ALL.iter().map(|code| {
            let found = found.get(code.name()).unwrap_or(&none);
            self.case(name, code.name(), found)
        });
        let (cases, failed): (Vec<_>, Vec<_>) = cases.unzip();
        let (tests, failures) = (cases.len(), failed.iter().filter(|&&failed| failed).count());
        let text = format!(
            "  <testsuite name=\"{}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\" \
             skipped=\"0\">\n{}{}  </testsuite>\n",
            attribute(name),
            cases.concat(),
            self.note(name)
        );
        Suite { text, tests, failures }
    }

    /// One test, and whether it failed.
    fn case(&self, suite: &str, code: &str, found: &[&Placed<'_>]) -> (String, bool) {
        let start = format!(
            "    <testcase classname=\"{}\" name=\"{}\"",
            attribute(suite),
            attribute(code)
        );
        let Some(first) = found.first() else { return (start + "/>\n", false) };
        let fails =
            |each: &&Placed<'_>| self.setting.strict || each.diagnostic.severity == Severity::Error;
        let (failing, printed): (Vec<_>, Vec<_>) = found.iter().copied().partition(fails);
        let mut text = format!("{start} file=\"{}\">\n", attribute(&self.setting.path(first.file)));
        text += &self.failure(&failing);
        text += &element("      ", "system-out", &self.lines(&printed));
        (text + "    </testcase>\n", !failing.is_empty())
    }

    /// One element for all of them: readers take no second one.
    fn failure(&self, failing: &[&Placed<'_>]) -> String {
        let Some(first) = failing.first() else { return String::new() };
        let message = self.locale.message(&first.diagnostic.message);
        format!(
            "      <failure type=\"{}\" message=\"{}\">{}</failure>\n",
            severity(first.diagnostic.severity),
            attribute(&message),
            content(&self.lines(failing))
        )
    }

    /// Each finding in a paragraph: where, what, what to do, and other places.
    fn lines(&self, found: &[&Placed<'_>]) -> String {
        found.iter().map(|each| self.finding(each)).collect::<Vec<_>>().join("\n")
    }

    fn finding(&self, placed: &Placed<'_>) -> String {
        let Placed { diagnostic, file, start, .. } = placed;
        let mut text = self.place(file, start.line, start.column);
        text += &sentence(diagnostic, self.locale);
        text.push('\n');
        for related in &diagnostic.related {
            let (start, _) = self.sources.positions(related.span);
            let file = &self.sources.file(related.span.file).path;
            text += &self.place(file, start.line, start.column);
            text += &self.locale.related(diagnostic, related);
            text.push('\n');
        }
        text
    }

    fn place(&self, file: &str, line: usize, column: usize) -> String {
        format!("{}:{line}:{column}: ", self.setting.path(file))
    }

    /// What is not shown, in the suite of the site.
    fn note(&self, suite: &str) -> String {
        let notice = self.setting.elsewhere(self.locale).filter(|_| suite == SITE);
        element("    ", "system-out", &notice.unwrap_or_default())
    }
}

/// An element with a text on a line of its own; nothing where there is no text.
fn element(indent: &str, name: &str, text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{indent}<{name}>{}</{name}>\n", content(text))
}

/// A text between tags.
fn content(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    text.chars().filter(|&sign| is_allowed(sign)).collect()
}

/// A text between double quotes; a parser would make blanks of what is no sign in it.
fn attribute(text: &str) -> String {
    content(text).replace('"', "&quot;").replace('\n', "&#10;").replace('\t', "&#9;")
}

/// What a document of XML 1.0 may hold, without control characters but line ends and tabs.
fn is_allowed(sign: char) -> bool {
    matches!(sign, '\n' | '\t') || !(sign.is_control() || matches!(sign, '\u{FFFE}' | '\u{FFFF}'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::emit::tests::{find, mixed, sources};
    use crate::locale::Language;

    fn english(diagnostics: &[Diagnostic], sources: &Sources, setting: &Setting) -> String {
        junit(diagnostics, sources, Locale::of(Language::ENGLISH), setting)
    }

    /// The lines of the document that are no passed test.
    fn failed(text: &str) -> String {
        let passed = |line: &&str| !line.ends_with("/>\n");
        text.split_inclusive('\n').filter(passed).collect()
    }

    /// A report with the findings of [`mixed`].
    fn report() -> (Sources, Vec<Diagnostic>) {
        let (mut sources, diagnostics) = mixed();
        let (path, text) = ("content/a/report.yaml".to_owned(), String::new());
        sources.add(crate::source::SourceFile { path, text });
        (sources, diagnostics)
    }

    #[test]
    fn a_report_is_a_suite_and_a_code_a_test() {
        let (sources, diagnostics) = report();
        let text = english(&diagnostics, &sources, &Setting::default());
        let codes = Code::ALL.len();
        let all = 2 * codes;
        assert_eq!(text.matches("<testcase ").count(), all);
        assert_eq!(
            failed(&text),
            format!(
                r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="congbo" tests="{all}" failures="2" errors="0">
  <testsuite name="site" tests="{codes}" failures="0" errors="0" skipped="0">
  </testsuite>
  <testsuite name="content/a" tests="{codes}" failures="2" errors="0" skipped="0">
    <testcase classname="content/a" name="footnote-undefined" file="content/a/01.md">
      <failure type="error" message="the report has no text for the footnote “[^1]”">content/a/01.md:3:12: the report has no text for the footnote “[^1]”
hint: write its text as a line “[^1]: text of the footnote” in any file of the report, or in footnotes.yaml
</failure>
    </testcase>
    <testcase classname="content/a" name="footnote-duplicate" file="content/a/footnotes.yaml">
      <failure type="error" message="the footnote “[^2]” is given a second text">content/a/footnotes.yaml:2:1: the footnote “[^2]” is given a second text
hint: keep one text and delete the other, or change the id of one of the two footnotes
content/a/footnotes.yaml:1:1: its first text is here
</failure>
    </testcase>
    <testcase classname="content/a" name="heading-skipped" file="content/a/01.md">
      <system-out>content/a/01.md:5:1: this heading is of level 3, and the next level is 2
hint: begin the heading&apos;s line with “##”, or add the heading between that is missing
</system-out>
    </testcase>
  </testsuite>
</testsuites>
"#
            )
            .replace("&apos;", "'")
        );
    }

    #[test]
    fn a_warning_fails_its_test_where_warnings_fail() {
        let (sources, diagnostics) = report();
        let setting = Setting { strict: true, ..Setting::default() };
        let text = english(&diagnostics, &sources, &setting);
        assert!(text.contains(r#"failures="3""#), "{text}");
        assert!(text.contains(r#"<failure type="warning""#), "{text}");
        assert!(!text.contains("<system-out>"), "{text}");
    }

    #[test]
    fn findings_of_one_code_fail_one_test_together() {
        let (sources, ids) = sources(&[("content/r/report.yaml", ""), ("content/r/1.md", "x x")]);
        let at = |nth| Diagnostic::link_broken(find(&sources, ids[1], "x", nth), "y");
        let text = english(&[at(0), at(1)], &sources, &Setting::default());
        assert_eq!(text.matches("<failure ").count(), 1, "{text}");
        assert!(text.contains("1.md:1:1: ") && text.contains("1.md:1:3: "), "{text}");
    }

    #[test]
    fn a_file_belongs_to_the_innermost_report() {
        let reports = ["content/a", "content/a/b", "content/ab"];
        for (file, expected) in [
            ("content/a/01.md", "content/a"),
            ("content/a/b/c/01.md", "content/a/b"),
            ("content/abc.md", SITE),
            ("templates/base.html", SITE),
        ] {
            assert_eq!(report_of(file, &reports), expected, "{file}");
        }
    }

    #[test]
    fn what_an_author_types_stays_text() {
        assert_eq!(content("a < b & ]]> \"c\""), "a &lt; b &amp; ]]&gt; \"c\"");
        assert_eq!(attribute("a\n\"b\"\t<"), "a&#10;&quot;b&quot;&#9;&lt;");
        let forbidden = "a\u{0}\u{8}\u{1b}\u{85}\u{FFFE}\u{FFFF}\rb\u{10FFFF}";
        assert_eq!(content(forbidden), "ab\u{10FFFF}");
    }
}
