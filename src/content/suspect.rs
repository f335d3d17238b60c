//! Markup that missed its aim: text that its author seems to have meant as something else.
//!
//! Takes the source of a block that the parser has taken for a paragraph, an indented code block or
//! a list, and says where it looks like a heading, a table, a link or plain text. Only what hardly
//! any text has by chance counts.

use std::ops::Range;

/// What a place looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suspect {
    /// `##Kết quả`: a heading without its blank.
    Heading,
    /// `**II. Kết quả**`: a heading in bold.
    Bold,
    /// Rows of a table without the line under its head.
    Table,
    /// `[text](a b.pdf)`: the address of a link with a blank.
    Link,
    /// A paragraph that was indented as on paper, and is code.
    Indented,
    /// A line right under a table, which is a row of it.
    Row,
    /// `[Nguồn]: https://…`: the address of a link that no link uses, which is on no page.
    Definition,
    /// A line that begins with a dash or a number because it was broken there, and is a list.
    List,
}

impl Suspect {
    /// Name of the text that says it.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Heading => "markup-suspect-heading",
            Self::Bold => "markup-suspect-bold",
            Self::Table => "markup-suspect-table",
            Self::Link => "markup-suspect-link",
            Self::Indented => "markup-suspect-indented",
            Self::List => "markup-suspect-list",
            Self::Row => "markup-suspect-row",
            Self::Definition => "markup-suspect-definition",
        }
    }

    /// Name of the text that says what to do.
    #[must_use]
    pub const fn hint(self) -> &'static str {
        match self {
            Self::Heading => "markup-suspect-heading-hint",
            Self::Bold => "markup-suspect-bold-hint",
            Self::Table => "markup-suspect-table-hint",
            Self::Link => "markup-suspect-link-hint",
            Self::Indented => "markup-suspect-indented-hint",
            Self::List => "markup-suspect-list-hint",
            Self::Row => "markup-suspect-row-hint",
            Self::Definition => "markup-suspect-definition-hint",
        }
    }
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
    rows(source).map(|range| (Suspect::Table, range))
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
    let pair = lines.windows(2).find(|pair| pair.iter().all(|at| is_row(&source[at.clone()])))?;
    Some(pair[0].clone())
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
