//! Diagnostics as workflow commands of GitHub Actions, which show them at the lines of a pull
//! request.
//!
//! The runner takes a command from its line: `::error file=…,line=…::message`. What would end
//! the line, a value or the list of values is written as its runner decodes it. Columns are left
//! out where the place has several lines, since it refuses them there.

use std::fmt::Write as _;

use super::{Placed, Setting, in_order, sentence, severity};
use crate::diag::Diagnostic;
use crate::locale::Locale;
use crate::source::Sources;

/// One command a diagnostic, and one for what is not shown; nothing where there is nothing.
#[must_use]
pub fn github(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    setting: &Setting,
) -> String {
    let placed = in_order(diagnostics, sources);
    let mut text: String =
        placed.iter().map(|each| command(each, sources, locale, setting) + "\n").collect();
    if let Some(notice) = setting.elsewhere(locale) {
        let _ = writeln!(text, "::notice::{}", data(&notice));
    }
    text
}

/// `::error file=…,line=…,endLine=…,col=…,endColumn=…,title=…::…`
fn command(placed: &Placed<'_>, sources: &Sources, locale: &Locale, setting: &Setting) -> String {
    let Placed { diagnostic, file, .. } = placed;
    let (start, end) = sources.positions_on_disk(diagnostic.span);
    let name = severity(diagnostic.severity);
    let path = property(&setting.path(file));
    let mut text = format!("::{name} file={path},line={},endLine={}", start.line, end.line);
    if start.line == end.line {
        let _ = write!(text, ",col={},endColumn={}", start.column, end.column);
    }
    let title = property(diagnostic.code.name());
    text + &format!(",title={title}::{}", data(&sentence(diagnostic, locale)))
}

/// A text as it stands after the last `::`.
fn data(text: &str) -> String {
    let shown = |&sign: &char| matches!(sign, '\n' | '\r') || !sign.is_control();
    let text: String = text.chars().filter(shown).collect();
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as it stands between `=` and the next comma.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::emit::tests::{find, mixed, sources};
    use crate::locale::Language;
    use crate::source::Span;

    fn english(diagnostics: &[Diagnostic], sources: &Sources, setting: &Setting) -> String {
        github(diagnostics, sources, Locale::of(Language::ENGLISH), setting)
    }

    #[test]
    fn a_diagnostic_is_one_line_with_its_hint() {
        let (sources, diagnostics) = mixed();
        let setting = Setting { folder: "trang/".to_owned(), ..Setting::default() };
        let text = english(&diagnostics[1..], &sources, &setting);
        assert_eq!(
            text,
            "::error file=trang/content/a/01.md,line=3,endLine=3,col=12,endColumn=16,\
             title=footnote-undefined::the report has no text for the footnote “[^1]”\
             %0Ahint: write its text as a line “[^1]: text of the footnote” in any file of the \
             report, or in footnotes.yaml\n\
             ::warning file=trang/content/a/01.md,line=5,endLine=5,col=1,endColumn=8,\
             title=heading-skipped::this heading is of level 3, and the next level is 2\
             %0Ahint: begin the heading's line with “##”, or add the heading between that is \
             missing\n"
        );
    }

    #[test]
    fn signs_that_mean_something_to_the_runner_are_written_otherwise() {
        assert_eq!(data("100%: a, b\r\nc\u{1b}[0m"), "100%25: a, b%0D%0Ac[0m");
        assert_eq!(property("a:b,c%d\ne"), "a%3Ab%2Cc%25d%0Ae");
    }

    #[test]
    fn a_name_of_a_file_cannot_add_values_or_commands() {
        let (sources, ids) = sources(&[("content/a,line=9::b\n::error::c.md", "x")]);
        let broken = Diagnostic::link_broken(find(&sources, ids[0], "x", 0), "y\n::error::z");
        let text = english(&[broken], &sources, &Setting::default());
        let path = "file=content/a%2Cline=9%3A%3Ab%0A%3A%3Aerror%3A%3Ac.md,line=1,";
        assert!(text.contains(path), "{text}");
        assert_eq!(text.lines().count(), 1, "{text}");
    }

    #[test]
    fn a_place_of_several_lines_has_no_columns() {
        let (sources, ids) = sources(&[("a.md", "một\nhai\n")]);
        let unused = Diagnostic::footnote_unused(Span::new(ids[0], 0..9), "1");
        let text = english(&[unused], &sources, &Setting::default());
        assert!(text.starts_with("::error file=a.md,line=1,endLine=2,title="), "{text}");
    }
}
