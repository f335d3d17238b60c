//! Diagnostics for people: the place in the source, underlined, with what to do.
//!
//! Word gives paragraphs of thousands of characters on one line, so what is shown of a line is
//! the window around the place that fits the terminal; annotate-snippets cuts it out as long as
//! what is marked fits too. A mark is therefore never longer than the window or its first line,
//! and other places share a snippet with the main one only where both fit into one window.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level, Message, Origin, Renderer, Snippet,
    normalize_untrusted_str,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::{Placed, SITE, Tally, in_order, report_of, reports};
use crate::diag::{Code, Diagnostic, Severity};
use crate::locale::Locale;
use crate::source::{Sources, Span};

/// The narrowest terminal that is laid out for.
const MIN_WIDTH: usize = 40;
/// What a window needs besides its marks: the signs for what was cut off, on both sides.
const MARGIN: usize = 14;
/// How far apart lines of one snippet may be.
const NEAR: usize = 6;
/// Columns that a tab takes.
const TAB: usize = 4;

/// The diagnostics with their source lines, at most `width` columns wide where that is in our
/// hands, and a line that counts them. `color` puts in the terminal's colour codes.
#[must_use]
pub fn human(
    diagnostics: &[Diagnostic],
    sources: &Sources,
    locale: &Locale,
    color: bool,
    width: usize,
) -> String {
    let width = width.max(MIN_WIDTH);
    let renderer = if color { Renderer::styled() } else { Renderer::plain() }.term_width(width);
    let placed = in_order(diagnostics, sources);
    let reports = reports(sources);
    let mut groups: BTreeMap<&str, Vec<&Placed<'_>>> = BTreeMap::new();
    for each in &placed {
        // What belongs to no report comes first.
        let report = Some(report_of(each.file, &reports)).filter(|report| *report != SITE);
        groups.entry(report.unwrap_or_default()).or_default().push(each);
    }
    let mut text = String::new();
    for (report, found) in &groups {
        if groups.len() > 1 {
            text += &heading(report, found, locale, color);
        }
        for (each, alike) in once(found, sources) {
            text += &trimmed(&renderer.render(&[group(each, sources, locale, width)]));
            text += &repeats(&alike, locale);
            text += "\n\n";
        }
    }
    text + &closing(&placed, Tally::of(diagnostics), locale)
}

/// What is the same on more pages than this is shown once.
const ALIKE: usize = 3;

/// The diagnostics, each with those that say the same of the same words on other pages: what a
/// template has wrong is wrong on every page that is made of it. Places in texts of authors have to
/// be mended one by one and are never taken together.
fn once<'p, 'd>(
    found: &[&'p Placed<'d>],
    sources: &Sources,
) -> Vec<(&'p Placed<'d>, Vec<&'p Placed<'d>>)> {
    let key = |each: &Placed<'d>| {
        let Diagnostic { code, message, hint, span, .. } = each.diagnostic;
        let page = Path::new(each.file).extension().is_some_and(|name| name == "html");
        let words = sources.slice(*span);
        page.then_some((code.name(), message, hint, words))
    };
    let mut alike: BTreeMap<_, Vec<&Placed<'_>>> = BTreeMap::new();
    for each in found {
        if let Some(key) = key(each) {
            alike.entry(key).or_default().push(each);
        }
    }
    let shown = found.iter().filter_map(|&each| match key(each).and_then(|key| alike.get(&key)) {
        Some(all) if all.len() > ALIKE => {
            std::ptr::eq(all[0], each).then(|| (each, all[1..].to_vec()))
        }
        _ => Some((each, Vec::new())),
    });
    shown.collect()
}

/// How many more places there are, and the first of them.
fn repeats(alike: &[&Placed<'_>], locale: &Locale) -> String {
    if alike.is_empty() {
        return String::new();
    }
    let place = |each: &&Placed<'_>| {
        format!("{}:{}:{}", shown(each.file), each.start.line, each.start.column)
    };
    let places = alike.iter().take(ALIKE).map(place).collect::<Vec<_>>().join(", ");
    let arguments = [("count", alike.len().into()), ("places", places.into())];
    format!("\n  {}", locale.format("repeated", &arguments))
}

/// The line above what was found in one report, where it was found in several.
fn heading(report: &str, found: &[&Placed<'_>], locale: &Locale, color: bool) -> String {
    let errors = found.iter().filter(|each| each.diagnostic.severity == Severity::Error).count();
    let tally = Tally { errors, warnings: found.len() - errors };
    let name = if report.is_empty() { locale.text("group-site") } else { shown(report) };
    let (on, off) = if color { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    format!("{on}== {name}: {}{off}\n\n", counted(tally, locale))
}

/// A path without what could write to the terminal.
fn shown(path: &str) -> String {
    normalize_untrusted_str(path)
}

/// The last lines: how to learn more, and the counts.
fn closing(placed: &[Placed<'_>], tally: Tally, locale: &Locale) -> String {
    let mut text = String::new();
    if let Some(code) = most_severe(placed) {
        text += &locale.format("explain-how", &[("code", code.name().into())]);
        text += "\n";
    }
    text + &counted(tally, locale) + "\n"
}

/// The code of the first error, or of the first diagnostic where all are warnings.
fn most_severe(placed: &[Placed<'_>]) -> Option<Code> {
    let error = placed.iter().find(|each| each.diagnostic.severity == Severity::Error);
    error.or(placed.first()).map(|each| each.diagnostic.code)
}

/// "2 errors, 1 warning"; what there is none of is left out.
fn counted(tally: Tally, locale: &Locale) -> String {
    let counts = [("count-errors", tally.errors), ("count-warnings", tally.warnings)];
    let parts: Vec<_> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(key, count)| locale.format(key, &[("count", count.into())]))
        .collect();
    if parts.is_empty() { locale.text("count-none") } else { parts.join(", ") }
}

/// One diagnostic in the renderer's terms.
fn group<'a>(
    placed: &Placed<'a>,
    sources: &'a Sources,
    locale: &Locale,
    width: usize,
) -> Group<'a> {
    let diagnostic = placed.diagnostic;
    let gutter = gutter(diagnostic, sources);
    let room = width.saturating_sub(gutter + MARGIN);
    let (main, others) = marks(diagnostic, sources, locale, room);
    let title = level(diagnostic.severity, locale)
        .primary_title(locale.message(&diagnostic.message))
        .id(diagnostic.code.name());
    let hint = locale.hint(diagnostic).map(|hint| advice(&hint, locale, width - gutter));
    title.elements(snippets(main, others, sources, room)).elements(hint.map(Element::Message))
}

fn level(severity: Severity, locale: &Locale) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(locale.text("level-error")),
        Severity::Warning => Level::WARNING.with_name(locale.text("level-warning")),
    }
}

/// The hint, broken into lines of `width` columns together with its name.
fn advice(hint: &str, locale: &Locale, width: usize) -> Message<'static> {
    let name = locale.text("level-hint");
    let room = width.saturating_sub(name.width() + 2);
    let lines = wrapped(&normalize_untrusted_str(hint), room);
    Level::HELP.with_name(name).message(lines)
}

/// Columns that the line numbers and the rule beside them take.
fn gutter(diagnostic: &Diagnostic, sources: &Sources) -> usize {
    let spans = diagnostic.related.iter().map(|related| related.span);
    let lines = spans.chain([diagnostic.span]).map(|span| sources.positions(span).0.line);
    lines.max().unwrap_or(1).to_string().len() + 3
}

/// A place as it is shown: never more than one line, never wider than the window.
struct Mark {
    span: Span,
    line: usize,
    columns: Range<usize>,
    label: Option<String>,
}

/// The marks of a diagnostic: its own, and those of its other places.
fn marks(
    diagnostic: &Diagnostic,
    sources: &Sources,
    locale: &Locale,
    room: usize,
) -> (Mark, Vec<Mark>) {
    let main = mark(diagnostic.span, None, sources, room);
    let others = diagnostic.related.iter().map(|related| {
        let label = locale.related(diagnostic, related);
        mark(related.span, Some(label), sources, room)
    });
    (main, others.collect())
}

fn mark(span: Span, label: Option<String>, sources: &Sources, room: usize) -> Mark {
    let text = sources.text(span.file);
    let start = text.floor_char_boundary(span.start as usize);
    let end = text.floor_char_boundary(span.end as usize).max(start);
    let line_start = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let left = columns(&text[line_start..start]);
    let room = room.saturating_sub(label.as_ref().map_or(0, |label| label.width() + 1)).max(1);
    let shown = first_columns(&text[start..end], room);
    Mark {
        span: Span::new(span.file, start..start + shown.len()),
        line: sources.positions(span).0.line,
        columns: left..left + columns(shown).max(1),
        label,
    }
}

/// What stands of `text` on its first line, in at most `room` columns.
fn first_columns(text: &str, room: usize) -> &str {
    let line = text.split('\n').next().unwrap_or_default();
    let mut taken = 0;
    let end = line.char_indices().find(|(_, sign)| {
        taken += sign_columns(*sign);
        taken > room
    });
    &line[..end.map_or(line.len(), |(at, _)| at)]
}

fn columns(text: &str) -> usize {
    text.chars().map(sign_columns).sum()
}

fn sign_columns(sign: char) -> usize {
    if sign == '\t' { TAB } else { sign.width().unwrap_or(1) }
}

/// The main mark's snippet with those others that fit into it, then one snippet for each that
/// does not.
fn snippets(main: Mark, others: Vec<Mark>, sources: &Sources, room: usize) -> Vec<Element<'_>> {
    let mut together = vec![main];
    let mut apart = Vec::new();
    for other in others {
        let place = if fits(&together, &other, room) { &mut together } else { &mut apart };
        place.push(other);
    }
    let first = snippet(together, AnnotationKind::Primary, sources);
    let rest = apart.into_iter().map(|mark| snippet(vec![mark], AnnotationKind::Context, sources));
    std::iter::once(first).chain(rest).collect()
}

/// Whether `other` can be shown in one window with `marks`.
fn fits(marks: &[Mark], other: &Mark, room: usize) -> bool {
    let all = || marks.iter().chain([other]);
    let same_file = marks.iter().all(|mark| mark.span.file == other.span.file);
    let near = marks.iter().all(|mark| mark.line.abs_diff(other.line) <= NEAR);
    let left = all().map(|mark| mark.columns.start).min().unwrap_or(0);
    let right = all().map(right_end).max().unwrap_or(0);
    same_file && near && right - left <= room
}

/// The column after a mark and its label.
fn right_end(mark: &Mark) -> usize {
    mark.columns.end + mark.label.as_ref().map_or(0, |label| label.width() + 1)
}

/// A snippet of whole lines; the first of `marks`, which lie in one file, is of the kind
/// `first`, the rest are context.
fn snippet(marks: Vec<Mark>, first: AnnotationKind, sources: &Sources) -> Element<'_> {
    let Some(file) = marks.first().map(|mark| sources.file(mark.span.file)) else {
        return Element::Padding(annotate_snippets::Padding);
    };
    let line_start = marks.iter().map(|mark| mark.line).min().unwrap_or(1);
    // Of a page that was made there are no words to show.
    if !file.text.is_empty() && file.text.chars().all(|sign| sign == '\n') {
        return Element::Origin(Origin::path(shown(&file.path)).line(line_start).char_column(1));
    }
    let lines = lines_around(&marks, &file.text);
    let mut kind = first;
    let mut snippet =
        Snippet::source(&file.text[lines.clone()]).path(shown(&file.path)).line_start(line_start);
    for mark in marks {
        snippet = snippet.annotation(annotation(mark, kind, lines.start));
        kind = AnnotationKind::Context;
    }
    Element::Cause(snippet)
}

fn annotation<'a>(mark: Mark, kind: AnnotationKind, offset: usize) -> Annotation<'a> {
    let range = mark.span.start as usize - offset..mark.span.end as usize - offset;
    kind.span(range).label(mark.label)
}

/// The bytes of all lines from the first mark's to the last's.
fn lines_around(marks: &[Mark], text: &str) -> Range<usize> {
    let start = marks.iter().map(|mark| mark.span.start as usize).min().unwrap_or(0);
    let end = marks.iter().map(|mark| mark.span.end as usize).max().unwrap_or(0);
    let first = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    let last = text[end..].find('\n').map_or(text.len(), |newline| end + newline);
    first..last
}

/// Breaks a text at blanks into lines of at most `room` columns; a longer word stands alone.
fn wrapped(text: &str, room: usize) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.is_empty() => line.push_str(word),
            Some(line) if line.width() + 1 + word.width() <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines.join("\n")
}

/// Without the blanks that the renderer leaves at the ends of lines.
fn trimmed(text: &str) -> String {
    text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::emit::tests::{find, mixed, sources};
    use crate::locale::Language;

    /// Compares the whole output, without colours, in Vietnamese.
    fn check(diagnostics: &[Diagnostic], sources: &Sources, width: usize, expected: &str) {
        let text = human(diagnostics, sources, Locale::of(Language::VIETNAMESE), false, width);
        assert_eq!(text, expected.trim_start_matches('\n'), "\n{text}");
    }

    /// A paragraph as Word makes them, with a place in the middle of it.
    fn paragraph() -> String {
        let sentence = "Ủy ban nhân dân tỉnh đã ban hành quyết định. ";
        format!("{}Xem[^3]. {}", sentence.repeat(30), sentence.repeat(30))
    }

    #[test]
    fn a_file_s_name_writes_nothing_to_the_terminal() {
        let (sources, ids) = sources(&[("e\u{1b}[31m.html", "x\n")]);
        let found = [Diagnostic::link_broken(find(&sources, ids[0], "x", 0), "x")];
        let text = human(&found, &sources, Locale::of(Language::VIETNAMESE), false, 80);
        assert!(text.contains("e␛[31m.html:1:1"), "{text}");
    }

    #[test]
    fn every_severity_in_both_languages() {
        let (sources, diagnostics) = mixed();
        check(
            &diagnostics,
            &sources,
            80,
            "
lỗi[footnote-undefined]: không tìm thấy nội dung của chú thích “[^1]” trong báo cáo
 --> content/a/01.md:3:12
  |
3 | Đã ban hành[^1] và[^2].
  |            ^^^^
  |
  = gợi ý: ghi nội dung bằng dòng “[^1]: nội dung chú thích” trong một tệp của
           báo cáo, hoặc ghi trong footnotes.yaml

cảnh báo[heading-skipped]: đề mục này ở cấp 3 trong khi cấp tiếp theo phải là 2
 --> content/a/01.md:5:1
  |
5 | ### Sâu
  | ^^^^^^^
  |
  = gợi ý: bắt đầu dòng đề mục bằng “##”, hoặc thêm đề mục cấp trên còn thiếu

lỗi[footnote-duplicate]: chú thích “[^2]” được ghi nội dung lần thứ hai
 --> content/a/footnotes.yaml:2:1
  |
1 | 2: một
  | - nội dung đã được ghi lần đầu ở đây
2 | 2: hai
  | ^
  |
  = gợi ý: giữ một nội dung và xóa nội dung kia, hoặc đổi mã của một trong hai
           chú thích

giải thích chi tiết: congbo explain footnote-undefined
2 lỗi, 1 cảnh báo
",
        );
        let english = human(&diagnostics[..1], &sources, Locale::of(Language::ENGLISH), false, 80);
        assert_eq!(
            english,
            "
error[footnote-duplicate]: the footnote “[^2]” is given a second text
 --> content/a/footnotes.yaml:2:1
  |
1 | 2: một
  | - its first text is here
2 | 2: hai
  | ^
  |
  = hint: keep one text and delete the other, or change the id of one of the two
          footnotes

for an explanation: congbo explain footnote-duplicate
1 error
"
            .trim_start()
        );
    }

    #[test]
    fn a_long_line_is_cut_to_the_terminal_around_the_place() {
        let (sources, ids) = sources(&[("content/a/01.md", &paragraph())]);
        let undefined = Diagnostic::footnote_undefined(find(&sources, ids[0], "[^3]", 0), "3");
        check(
            &[undefined],
            &sources,
            70,
            "
lỗi[footnote-undefined]: không tìm thấy nội dung của chú thích “[^3]” trong báo cáo
 --> content/a/01.md:1:1354
  |
1 | ... đã ban hành quyết định. Xem[^3]. Ủy ban nhân dân tỉnh đã ba...
  |                                ^^^^

giải thích chi tiết: congbo explain footnote-undefined
1 lỗi
",
        );
    }

    #[test]
    fn a_mark_wider_than_the_terminal_ends_with_it() {
        let (sources, ids) = sources(&[("content/a/01.md", &format!("{}\nHai", paragraph()))]);
        let end = sources.text(ids[0]).len();
        let unused = Diagnostic::footnote_unused(Span::new(ids[0], 0..end), "3");
        check(&[unused], &sources, 60, "
lỗi[footnote-unused]: không có chỗ nào dẫn đến chú thích “[^3]” nên nội dung này sẽ không hiện trên trang nào
 --> content/a/01.md:1:1
  |
1 | Ủy ban nhân dân tỉnh đã ban hành quyết định. Ủy ban n...
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
  = gợi ý: đặt “[^3]” vào chỗ cần chú thích, hoặc xóa nội
           dung này nếu không dùng nữa

giải thích chi tiết: congbo explain footnote-unused
1 lỗi
");
    }

    #[test]
    fn places_of_one_line_that_are_far_apart_have_a_snippet_each() {
        let (sources, ids) = sources(&[("content/a/01.md", &paragraph())]);
        let first = find(&sources, ids[0], "ban hành", 0);
        let last = find(&sources, ids[0], "ban hành", 50);
        let duplicate = Diagnostic::anchor_duplicate(last, "x", first);
        check(
            &[duplicate],
            &sources,
            70,
            "
lỗi[anchor-duplicate]: mã “x” đã được dùng cho chỗ khác
 --> content/a/01.md:1:2284
  |
1 | .... Ủy ban nhân dân tỉnh đã ban hành quyết định. Ủy ban nhân d...
  |                              ^^^^^^^^
  |
 ::: content/a/01.md:1:25
  |
1 | Ủy ban nhân dân tỉnh đã ban hành quyết định. Ủy ban nhân dân tỉ...
  |                         -------- đã dùng lần đầu ở đây
  |
  = gợi ý: đổi một trong hai mã; mã của đề mục ghi ở cuối dòng đề mục,
           ví dụ “{#ma-khac}”

giải thích chi tiết: congbo explain anchor-duplicate
1 lỗi
",
        );
    }

    #[test]
    fn places_in_other_files_and_lines_have_a_snippet_each() {
        let lines = "\n".repeat(20);
        let text = format!("Một[^a]\n{lines}Hai[^b]\n");
        let (sources, ids) = sources(&[("content/a.md", &text), ("content/b.md", "[^c]: [^a]\n")]);
        let at = |file: usize, needle| find(&sources, ids[file], needle, 0);
        let spans = [at(0, "[^b]"), at(1, "[^c]")];
        let cycle = Diagnostic::footnote_cycle(at(0, "[^a]"), &["a", "b", "c"], &spans);
        check(
            &[cycle],
            &sources,
            100,
            "
lỗi[footnote-cycle]: các chú thích [^a], [^b], [^c] chỉ dẫn đến nhau, không có chỗ nào khác dẫn đến
  --> content/a.md:1:4
   |
 1 | Một[^a]
   |    ^^^^
   |
  ::: content/a.md:22:4
   |
22 | Hai[^b]
   |    ---- chú thích này cũng nằm trong vòng dẫn đó
   |
  ::: content/b.md:1:1
   |
 1 | [^c]: [^a]
   | ---- chú thích này cũng nằm trong vòng dẫn đó
   |
   = gợi ý: dẫn đến một trong các chú thích này từ văn bản, hoặc xóa chúng nếu không dùng nữa

giải thích chi tiết: congbo explain footnote-cycle
1 lỗi
",
        );
    }

    #[test]
    fn tabs_marks_and_wide_signs_keep_the_underline_in_place() {
        let text = "\tDa\u{323}ng a\u{301}\u{302} 漢字[^x] y";
        let (sources, ids) = sources(&[("a.md", text)]);
        let undefined = Diagnostic::footnote_undefined(find(&sources, ids[0], "[^x]", 0), "x");
        check(
            &[undefined],
            &sources,
            80,
            &format!(
                "
lỗi[footnote-undefined]: không tìm thấy nội dung của chú thích “[^x]” trong báo cáo
 --> a.md:1:14
  |
1 |     Da\u{323}ng a\u{301}\u{302} 漢字[^x] y
  |     {}^^^^

giải thích chi tiết: congbo explain footnote-undefined
1 lỗi
",
                " ".repeat(4 + 1 + 1 + 1 + 4)
            ),
        );
    }

    #[test]
    fn an_empty_file_a_line_s_end_and_a_span_outside_are_shown_somewhere() {
        let (sources, ids) = sources(&[("a.md", ""), ("b.md", "é\n")]);
        let spans = [
            Span::file_start(ids[0]),
            Span::new(ids[0], 7..9),
            Span::new(ids[1], 1..1),
            Span::new(ids[1], 2..3),
            Span::new(ids[1], 3..3),
            Span::new(ids[1], 2..90),
        ];
        let diagnostics =
            spans.map(|span| Diagnostic::encoding_invalid(span, crate::source::Form::Bytes));
        let text = human(&diagnostics, &sources, Locale::of(Language::ENGLISH), true, 1);
        assert_eq!(text.matches("encoding-invalid").count(), 7, "{text}");
    }

    #[test]
    fn an_author_s_control_characters_do_not_reach_the_terminal() {
        let (sources, ids) = sources(&[("a.md", "x\u{1b}[31mx\n")]);
        let span = find(&sources, ids[0], "x", 1);
        let broken = Diagnostic::image_alt_missing(span, "\u{1b}[2J.png");
        let text = human(&[broken], &sources, Locale::of(Language::ENGLISH), false, 80);
        assert!(!text.contains('\u{1b}'), "{text:?}");
    }

    #[test]
    fn colours_are_put_in_only_when_asked_for() {
        let (sources, diagnostics) = mixed();
        let text = |color| human(&diagnostics, &sources, Locale::of(Language::ENGLISH), color, 80);
        assert!(text(true).contains("\u{1b}[") && !text(false).contains('\u{1b}'));
    }

    #[test]
    fn nothing_to_say_is_said() {
        check(&[], &Sources::default(), 80, "không có lỗi hay cảnh báo nào\n");
    }
}
