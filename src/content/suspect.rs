//! Markup that missed its aim: text that its author seems to have meant as something else.
//!
//! Takes the source of a block that the parser has taken for a paragraph, an indented code block or
//! a list, and says where it looks like a heading, a table, a link or plain text. Only what hardly
//! any text has by chance counts.

use std::ops::Range;

use crate::diag::Diagnostic;
use crate::source::{FileId, Span};

macro_rules! suspects {
    ($($(#[$doc:meta])* $name:ident = $key:literal, $hint:literal;)*) => {
        /// What a place looks like.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Suspect { $($(#[$doc])* $name,)* }

        impl Suspect {
            /// Name of the text that says it.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// Name of the text that says what to do.
            #[must_use]
            pub const fn hint(self) -> &'static str {
                match self { $(Self::$name => $hint,)* }
            }

            /// The diagnostic that says so of a place.
            #[must_use]
            pub fn at(self, span: Span) -> Diagnostic {
                Diagnostic::markup_suspect(span, self.key(), self.hint())
            }
        }
    };
}

suspects! {
    /// `##Kết quả`: a heading without its blank.
    Heading = "markup-suspect-heading", "markup-suspect-heading-hint";
    /// `#` and nothing behind it.
    EmptyHeading = "markup-suspect-heading-empty", "markup-suspect-heading-empty-hint";
    /// `# II. Kết quả`: a heading with the number that it is given anyway.
    Number = "markup-suspect-number", "markup-suspect-number-hint";
    /// `title: Biểu đồ 1. Thu chi`: a chart with the number that it is given anyway.
    ChartNumber = "markup-suspect-chart-number", "markup-suspect-chart-number-hint";
    /// `# Kết quả {#ket-qua`: attributes of a heading that are not closed.
    Attributes = "markup-suspect-attributes", "markup-suspect-attributes-hint";
    /// A paragraph that is a heading since a line of `---` or `===` stands under it.
    Underlined = "markup-suspect-underlined", "markup-suspect-underlined-hint";
    /// `**II. Kết quả**`: a heading in bold.
    Bold = "markup-suspect-bold", "markup-suspect-bold-hint";
    /// Rows of a table without the line under its head.
    Table = "markup-suspect-table", "markup-suspect-table-hint";
    /// A line right under a table, which is a row of it.
    Row = "markup-suspect-row", "markup-suspect-row-hint";
    /// Lines that begin like items and run together into one paragraph.
    Items = "markup-suspect-items", "markup-suspect-items-hint";
    /// `-Rà soát`: an item without the blank behind its dash.
    Dash = "markup-suspect-dash", "markup-suspect-dash-hint";
    /// A list whose numbers are not those that will be shown.
    Numbering = "markup-suspect-numbering", "markup-suspect-numbering-hint";
    /// A line that begins with a dash or a number because it was broken there, and is a list.
    List = "markup-suspect-list", "markup-suspect-list-hint";
    /// `5*6*7`: signs that set off words and are gone.
    Emphasis = "markup-suspect-emphasis", "markup-suspect-emphasis-hint";
    /// `**chữ ** và`: stars that set off nothing and are shown.
    Stars = "markup-suspect-stars", "markup-suspect-stars-hint";
    /// `![](a.png){width="6in"}`: attributes that other programs read, and that are shown.
    Braces = "markup-suspect-braces", "markup-suspect-braces-hint";
    /// `[text](a b.pdf)`: the address of a link with a blank.
    Link = "markup-suspect-link", "markup-suspect-link-hint";
    /// `[text] (#id)`, `(text)[#id]`: a link with a blank in its middle, or with its brackets swapped.
    LinkForm = "markup-suspect-link-form", "markup-suspect-link-form-hint";
    /// `\[^1\]`, `^[text]`: a footnote as other programs write it.
    Note = "markup-suspect-note", "markup-suspect-note-hint";
    /// `[Nguồn]: https://…`: the address of a link that no link uses, which is on no page.
    Definition = "markup-suspect-definition", "markup-suspect-definition-hint";
    /// A paragraph that was indented as on paper, and is code.
    Indented = "markup-suspect-indented", "markup-suspect-indented-hint";
    /// `lead: Sở A; Sở B`: names in one line, which are read as one.
    Names = "markup-suspect-names", "markup-suspect-names-hint";
    /// `khóa: chữ #chữ`: the rest of a value of YAML that is taken for a comment.
    Comment = "markup-suspect-comment", "markup-suspect-comment-hint";
}

/// What is suspicious in the source of a paragraph; `sections` where headings make sections.
#[must_use]
pub fn paragraph(source: &str, sections: bool) -> Option<(Suspect, Range<usize>)> {
    if let Some(range) = lines(source).find(|line| is_heading(&source[line.clone()])) {
        return Some((Suspect::Heading, range));
    }
    if sections && is_bold_heading(source) {
        return Some((Suspect::Bold, 0..source.len()));
    }
    let signs = || items(source, has_sign).map(|range| (Suspect::Items, range));
    let dash = || dash(source).map(|range| (Suspect::Dash, range));
    let rows = || rows(source).map(|range| (Suspect::Table, range));
    let labels = || items(source, has_label).map(|range| (Suspect::Items, range));
    signs().or_else(dash).or_else(rows).or_else(labels)
}

/// The attributes of a line that was meant as a heading: its id, empty where it has none.
#[must_use]
pub fn heading_attributes(line: &str) -> Option<&str> {
    let inner = line.strip_suffix('}')?.rsplit_once('{')?.1;
    let mut words = inner.split_whitespace();
    let meant = inner.starts_with(['#', '.']) || inner.starts_with("n=");
    let id = words.find_map(|word| word.strip_prefix('#'));
    meant.then(|| id.unwrap_or_default())
}

/// Whether a line that runs on from `above` was meant as an item of a list: it begins with a dash
/// without its blank or, `within` a list, with another sign of items than Markdown knows.
#[must_use]
pub fn runs_on(above: &str, line: &str, within: bool) -> Option<Suspect> {
    let line = line.trim_start();
    let ends = above.trim_end().ends_with([';', '.', ':']);
    if is_dashed(line) || ends && line.strip_prefix('-').is_some_and(begins_word) {
        return Some(Suspect::Dash);
    }
    (within && ends && has_sign(line)).then_some(Suspect::Items)
}

/// The first line of a paragraph, where it was meant as an item of a list.
fn dash(source: &str) -> Option<Range<usize>> {
    lines(source).next().filter(|first| is_dashed(&source[first.clone()]))
}

/// Whether a line begins with a dash and right behind it a capital or bold letters.
fn is_dashed(line: &str) -> bool {
    let rest = line.strip_prefix(['-', '+']).unwrap_or_default();
    let bold = rest.strip_prefix("**").or_else(|| rest.strip_prefix('[')).unwrap_or_default();
    rest.starts_with(char::is_uppercase) || bold.starts_with(char::is_alphabetic)
}

fn begins_word(text: &str) -> bool {
    text.starts_with(char::is_alphabetic)
}

/// The second of two lines that begin like items of a list and are none.
fn items(source: &str, is_item: fn(&str) -> bool) -> Option<Range<usize>> {
    let lines: Vec<_> = lines(source).collect();
    let pair = lines.windows(2).find(|pair| pair.iter().all(|at| is_item(&source[at.clone()])))?;
    Some(pair[1].clone())
}

/// Whether a line begins with a dash or dot that Markdown does not know, or with the letter that a
/// word processor's dot becomes. Signs that only its fonts have are for `legacy-encoding`.
fn has_sign(line: &str) -> bool {
    let mut chars = line.chars();
    let first = chars.next().unwrap_or(' ');
    let rest = chars.as_str();
    match first {
        '–' | '—' | '•' | '·' | '▪' | '●' => true,
        '-' | '+' => begins_word(rest),
        'o' | '§' | 'ü' | 'Ø' | 'v' | 'q' => rest.starts_with('\t'),
        _ => false,
    }
}

/// Whether a line begins with a letter or number that stands on its own.
fn has_label(line: &str) -> bool {
    let label = line.split([' ', '.', ')']).next().unwrap_or_default();
    let short = label.chars().count() <= 2 && label.chars().all(char::is_alphanumeric);
    let closed = line[label.len()..].starts_with([')', '.']);
    has_sign(line) || short && !label.is_empty() && closed && line.len() > label.len() + 1
}

/// Whether a title begins with the label that it is given ("II", "Phần thứ hai", "Biểu đồ 2"), or
/// with a label of the kind and another number.
#[must_use]
pub fn repeats_number(title: &str, label: &str) -> bool {
    let (title, label) = (title.trim_start().to_lowercase(), label.to_lowercase());
    let Some((kind, number)) = label.rsplit_once(' ') else {
        let rest = title.strip_prefix(&label).unwrap_or_default();
        return !label.is_empty() && [". ", ") "].iter().any(|sign| rest.starts_with(sign));
    };
    let kind = format!("{} ", kind.trim_end_matches(" thứ"));
    let counts = |word: &str| {
        ["thứ", number].contains(&word)
            || !word.is_empty() && word.chars().all(|char| "ivx0123456789".contains(char))
    };
    title
        .strip_prefix(&kind)
        .and_then(|rest| rest.split([' ', ':', '.']).next())
        .is_some_and(counts)
}

/// Whether `*…*` at a place of a text, `inner` between them, are signs and set off nothing:
/// between digits, or in a bracket by themselves.
#[must_use]
pub fn is_no_emphasis(before: &str, inner: &str) -> bool {
    let digit = |char: Option<char>| char.is_some_and(|char| char.is_ascii_digit());
    digit(before.chars().next_back()) && digit(inner.chars().next())
        || before.ends_with('(') && inner.starts_with(')')
}

/// Whether a heading that a line of `---` or `===` makes of a paragraph was hardly meant: it is a
/// sentence, or the line was not drawn for it, being neither as long as its text nor behind an id.
#[must_use]
pub fn is_underlined_text(source: &str) -> bool {
    let lines: Vec<&str> = source.trim_end().lines().collect();
    let Some((rule, text)) = lines.split_last() else { return false };
    let rule = rule.trim_start_matches([' ', '>']).trim_end();
    let text = text.last().map_or("", |line| line.trim());
    let sentence = text.ends_with(['.', ';', ',', ':', '”']);
    let fits = rule.len().abs_diff(text.chars().count()) <= 2 || text.ends_with('}');
    let drawn = rule.chars().all(|char| char == '-') || rule.chars().all(|char| char == '=');
    !rule.is_empty() && drawn && (sentence || !fits)
}

/// The number that an item of a list is written with.
#[must_use]
pub fn item_number(source: &str) -> Option<u64> {
    let digits = source.bytes().take_while(u8::is_ascii_digit).count();
    source[..digits].parse().ok()
}

/// Where the rest of a value of YAML is a comment that was hardly meant as one: ` #` with a letter
/// or number right behind it.
#[must_use]
pub fn comment_in_value(line: &str) -> Option<Range<usize>> {
    let (key, value) = line.split_once(':')?;
    let value = value.trim_start();
    if key.trim_start().starts_with('#') || value.starts_with(['"', '\'', '#', '[', '{']) {
        return None;
    }
    let sign = line.len() - value.len() + value.find(" #")? + 1;
    let rest = &line[sign + 1..];
    let meant =
        rest.to_lowercase().starts_with("congbo") || !rest.starts_with(char::is_alphanumeric);
    (!meant).then_some(sign..line.trim_end().len())
}

/// Where a link is in a stretch of text, which is none because of its blanks.
#[must_use]
pub fn link(text: &str) -> Option<Range<usize>> {
    let middle = text.find("](")?;
    let start = text[..middle].rfind('[')?;
    let address = &text[middle + 2..];
    let end = address.find(')')?;
    let blank = address[..end].trim().contains(char::is_whitespace);
    blank.then_some(start..middle + 2 + end + 1)
}

/// Where a text has what other programs make of it and is shown as it is: a link whose address
/// stands apart or in the wrong brackets, a footnote in another form, attributes behind brackets.
/// `behind` if the text follows a link or an image.
#[must_use]
pub fn foreign(text: &str, behind: bool) -> Option<(Suspect, Range<usize>)> {
    let braces = braces(text, behind).map(|range| (Suspect::Braces, range));
    let note = || inline_note(text).map(|range| (Suspect::Note, range));
    let form = || link_form(text).map(|range| (Suspect::LinkForm, range));
    braces.or_else(note).or_else(form)
}

/// `{width="6in"}` or `{.mark}`, right behind a link, an image or brackets.
fn braces(text: &str, behind: bool) -> Option<Range<usize>> {
    let start = if behind && text.starts_with('{') { 0 } else { text.find("]{")? + 1 };
    let inner = &text[start + 1..];
    let inner = &inner[..inner.find('}')?];
    let named = inner.split_once('=').is_some_and(|(name, _)| {
        !name.is_empty() && name.chars().all(|char| char.is_ascii_alphabetic() || char == '-')
    });
    (named || inner.starts_with(['.', '#', '='])).then(|| start..start + inner.len() + 2)
}

/// `^[text]`.
fn inline_note(text: &str) -> Option<Range<usize>> {
    let start = text.find("^[").filter(|&at| !text[..at].ends_with('['))?;
    let end = text[start..].find(']')?;
    Some(start..start + end + 1)
}

/// `[text] (#id)` or `(text)[#id]`.
fn link_form(text: &str) -> Option<Range<usize>> {
    [("[", "] (", ")"), ("(", ")[", "]")].into_iter().find_map(|(open, middle, close)| {
        let at = text.find(middle)?;
        let start = text[..at].rfind(open)?;
        let address = &text[at + middle.len()..];
        let address = &address[..address.find(close)?];
        let leads = address.starts_with(['#', '/']) || address.contains("://");
        let leads =
            leads || [".md", ".pdf", "directives/"].iter().any(|end| address.ends_with(end));
        let whole = start..at + middle.len() + address.len() + 1;
        (leads && !address.contains(char::is_whitespace)).then_some(whole)
    })
}

/// Where two stars stand in a text that were to set off words: one right before a word, or two
/// pairs of which one touches a word. Marks behind numbers in tables are none.
#[must_use]
pub fn stars(text: &str) -> Option<Range<usize>> {
    let pairs: Vec<usize> = text
        .match_indices("**")
        .map(|(at, _)| at)
        .filter(|&at| !text[..at].ends_with('*') && !text[at + 2..].starts_with('*'))
        .collect();
    let before = |at: usize| text[..at].chars().next_back();
    let after = |at: usize| text[at + 2..].chars().next();
    let letter = |char: Option<char>| char.is_some_and(char::is_alphabetic);
    let opens = |at: usize| {
        let free = before(at).is_none_or(|char| char.is_whitespace() || "(“\"".contains(char));
        free && (letter(after(at)) || after(at).is_some_and(|char| "(“\"".contains(char)))
    };
    let touches = |at: usize| letter(before(at)) || letter(after(at));
    let meant =
        pairs.iter().any(|&at| opens(at)) || pairs.len() > 1 && pairs.iter().any(|&at| touches(at));
    pairs.first().filter(|_| meant).map(|&at| at..at + 2)
}

/// Whether an indented code block is prose: Vietnamese words, or a reference to a footnote. The
/// definition of one is told where it is missed.
#[must_use]
pub fn is_prose(code: &str) -> bool {
    let is_definition = code.starts_with("[^") && code.contains("]:");
    let is_foreign = |char: char| char.is_alphabetic() && !char.is_ascii();
    !is_definition && (code.contains("[^") || code.contains(is_foreign) && code.contains(' '))
}

/// Whether a list is the rest of a broken line: it follows text that does not lead up to a list.
/// `before` is the text before the list, `list` its source.
#[must_use]
pub fn is_broken_line(before: &str, list: &str) -> bool {
    let above = before.strip_suffix('\n').and_then(|text| text.rsplit('\n').next());
    let above = above.unwrap_or_default().trim_end();
    let runs_on = above.ends_with(char::is_alphanumeric) || above.ends_with(',');
    let items: Vec<&str> = list.lines().filter_map(item).collect();
    let lower = items.first().is_some_and(|item| item.starts_with(char::is_lowercase));
    runs_on && (items.len() == 1 || lower)
}

/// Values of YAML, which stands in `file` at `offset`, whose rest is taken for a comment. Blocks of
/// text have none.
#[must_use]
pub fn comments(text: &str, file: FileId, offset: usize) -> Vec<Diagnostic> {
    super::ignore::entries(text)
        .filter_map(|line| {
            let range = comment_in_value(&text[line.clone()])?;
            let at = offset + line.start;
            let span = Span::new(file, at + range.start..at + range.end);
            Some(Suspect::Comment.at(span))
        })
        .collect()
}

/// The lines of a text, without blanks and the marks of quotations before them.
fn lines(source: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut at = 0;
    source.split_inclusive('\n').map(move |line| {
        let start = at + line.len() - line.trim_start_matches([' ', '\t', '>']).len();
        let end = at + line.trim_end().len();
        at += line.len();
        start.min(end)..end
    })
}

fn is_heading(line: &str) -> bool {
    let title = line.trim_start_matches('#');
    let marks = line.len() - title.len();
    let title = title.strip_prefix('\u{a0}').unwrap_or(title);
    let first = title.chars().next().unwrap_or(' ');
    (1..=6).contains(&marks) && (first.is_uppercase() || marks > 1 && first.is_alphabetic())
}

fn is_bold_heading(source: &str) -> bool {
    let inner = source.strip_prefix("**").and_then(|rest| rest.strip_suffix("**"));
    let Some(inner) = inner.filter(|inner| !inner.contains("**") && !inner.contains('\n')) else {
        return false;
    };
    let words = inner.to_lowercase();
    let (label, title) = inner.split_once(' ').unwrap_or((inner, ""));
    let number = label.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = !number.is_empty()
        && (number.chars().all(|char| "IVXLC".contains(char))
            || number.chars().all(|char| char.is_ascii_digit() || char == '.')
            || number.chars().count() == 1 && number.chars().all(char::is_alphabetic));
    words.starts_with("phần thứ ") || is_number && title.contains(char::is_alphabetic)
}

/// Two rows one after the other, with bars at their beginnings or tabs in their middle.
fn rows(source: &str) -> Option<Range<usize>> {
    let is_row =
        |line: &str| line.starts_with('|') && line[1..].contains('|') || line.trim().contains('\t');
    let lines: Vec<_> = lines(source).collect();
    let pair = lines.windows(2).find(|pair| pair.iter().all(|at| is_row(&source[at.clone()])));
    let closed = |at: &&Range<usize>| {
        let line = &source[(*at).clone()];
        line.starts_with('|') && line.ends_with('|') && line.matches('|').count() > 2
    };
    pair.map(|pair| pair[0].clone()).or_else(|| lines.iter().find(closed).cloned())
}

/// The text of an item of a list.
fn item(line: &str) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t', '>']);
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = match digits {
        0 => line.strip_prefix(['-', '*', '+'])?,
        _ => line[digits..].strip_prefix(['.', ')'])?,
    };
    rest.strip_prefix(' ').map(str::trim_start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_heading_without_its_blank_or_in_bold() {
        let of = |source| paragraph(source, true).map(|(suspect, _)| suspect);
        assert_eq!(of("##Kết quả"), Some(Suspect::Heading));
        assert_eq!(of("Chữ.\n> #Kết quả"), Some(Suspect::Heading));
        for bold in ["**II. Kết quả**", "**1.2. Thu**", "**a) Chi**", "**PHẦN THỨ HAI**"] {
            assert_eq!(of(bold), Some(Suspect::Bold), "{bold}");
            assert_eq!(paragraph(bold, false), None);
        }
        for text in ["#1 trong tỉnh", "**Kết quả**", "**II.** Kết quả", "**5.000 hộ** đạt", "C# và"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_signs_and_comments() {
        assert!(
            repeats_number("II. Kết quả", "II") && repeats_number("Phần II: Thu", "Phần thứ hai")
        );
        assert!(!repeats_number("1.500 hộ", "1") && !repeats_number("Kết quả", ""));
        assert!(is_no_emphasis("tích 5", "6") && is_no_emphasis("liệu (", ") … ("));
        assert!(!is_no_emphasis("chữ ", "nghiêng") && !is_no_emphasis("(", "a"));
        assert!(is_underlined_text("Một câu.\n---\n") && is_underlined_text("Kết quả\n==="));
        assert!(!is_underlined_text("Kết quả\n-------") && !is_underlined_text("Thu {#a}\n---"));
        assert_eq!(comment_in_value("a: Tính #trên"), Some(9..15));
        for line in
            ["a: Tính # trên", "a: 'x #y'", "# a: b #c", "a: b#c", "a: b #Congbo: ignore x: y"]
        {
            assert_eq!(comment_in_value(line), None, "{line}");
        }
    }

    #[test]
    fn lines_that_run_together() {
        let of = |source| paragraph(source, true).map(|(suspect, _)| suspect);
        for text in
            ["– thu\n– chi", "-thu\n-chi", "a) thu;\nb) chi", "• thu\n• chi", "1.thu\n2.chi"]
        {
            assert_eq!(of(text), Some(Suspect::Items), "{text}");
        }
        for text in ["Gồm\n– thu", "a) thu", "Ba\nbốn", "Ông A.\nÔng B."] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn lines_of_word_processors() {
        let of = |source| paragraph(source, true).map(|(suspect, _)| suspect);
        for text in ["•\tthu;\n•\tchi", "o\tthu\no\tchi"] {
            assert_eq!(of(text), Some(Suspect::Items), "{text}");
        }
        for text in ["-Thu.", "-**Thu** tăng", "Chữ\tthêm"] {
            let expected = text.starts_with('-').then_some(Suspect::Dash);
            assert_eq!(of(text), expected, "{text}");
        }
        assert_eq!(of("-5 độ"), None);
        assert_eq!(of("1.\tThu\t5\n2.\tChi\t6"), Some(Suspect::Table));
        assert_eq!(runs_on("Một;", "-hai", true), Some(Suspect::Dash));
        assert_eq!(runs_on("Một;", "– hai", true), Some(Suspect::Items));
        assert_eq!(runs_on("kinh tế", "-xã hội", true), None);
        assert_eq!(runs_on("Một;", "– hai", false), None);
    }

    #[test]
    fn what_other_programs_write() {
        let of = |text| foreign(text, true).map(|(suspect, at)| (suspect, &text[at]));
        for (text, suspect, at) in [
            ("{width=\"6in\"} và", Suspect::Braces, "{width=\"6in\"}"),
            ("[chữ]{.mark}", Suspect::Braces, "{.mark}"),
            ("đạt^[Theo Sở] và", Suspect::Note, "^[Theo Sở]"),
            ("xem [mục I] (#ket-qua)", Suspect::LinkForm, "[mục I] (#ket-qua)"),
            ("xem (mục I)[#ket-qua].", Suspect::LinkForm, "(mục I)[#ket-qua]"),
        ] {
            assert_eq!(of(text), Some((suspect, at)), "{text}");
        }
        for text in ["{a, b}", "[a] (theo b)", "(a)[b]", "tập {1}", "a = {x = 1}"] {
            assert_eq!(of(text), None, "{text}");
        }
        for text in ["**đậm ** x", "a ** đậm** x", "**đậm không", "**a:**b"] {
            assert!(stars(text).is_some(), "{text}");
        }
        for text in ["125** hộ", "** Số liệu ước", "mã ****", "2**3"] {
            assert_eq!(stars(text), None, "{text}");
        }
    }

    #[test]
    fn the_attributes_of_a_heading_that_is_none() {
        assert_eq!(heading_attributes("##Hạn chế {#han-che n=III}"), Some("han-che"));
        assert_eq!(heading_attributes("##Hạn chế {n=III}"), Some(""));
        assert_eq!(heading_attributes("##Hạn chế {a}"), None);
    }

    #[test]
    fn rows_without_the_line_under_the_head() {
        assert_eq!(paragraph("| Năm | Thu |\n| 2023 | 5 |", true), Some((Suspect::Table, 0..14)));
        assert_eq!(paragraph("Năm\tThu\n2023\t5", true), Some((Suspect::Table, 0..8)));
        assert_eq!(paragraph("|x| là trị tuyệt đối\ncủa x", true), None);
    }

    #[test]
    fn a_link_whose_address_has_a_blank() {
        assert_eq!(link("Xem [bảng](a b.xlsx) nhé"), Some(4..22));
        assert_eq!(link("Xem [bảng] (a b)"), None);
    }

    #[test]
    fn a_line_that_was_broken_before_a_dash_or_a_number() {
        assert!(is_broken_line("kinh tế\n", "- xã hội của xã\n"));
        assert!(is_broken_line("tăng lên mức\n", "1. Sau đó giảm\n"));
        assert!(is_broken_line("kinh tế\n", "- xã hội\n- văn hóa\n"));
        assert!(!is_broken_line("gồm:\n", "- thu\n"));
        assert!(!is_broken_line("Các khoản\n", "- Thu\n- Chi\n"));
        assert!(!is_broken_line("Đoạn trên\n\n", "- thu\n"));
    }
}
