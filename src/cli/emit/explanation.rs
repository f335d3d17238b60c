//! An explanation, prose with indented examples, in the forms that other programs show.

/// The first paragraph on one line.
pub(super) fn first_paragraph(text: &str) -> String {
    let lines = text.lines().take_while(|line| !line.trim().is_empty());
    lines.map(str::trim).collect::<Vec<_>>().join(" ")
}

/// The explanation as Markdown: examples are fenced, and no sign of the prose is markup.
pub(super) fn markdown(text: &str) -> String {
    let blocks: Vec<_> = blocks(text).iter().map(Block::markdown).collect();
    blocks.join("\n\n") + "\n"
}

/// Lines that belong together.
enum Block<'t> {
    Prose(Vec<&'t str>),
    Example(Vec<&'t str>),
}

impl Block<'_> {
    fn markdown(&self) -> String {
        match self {
            Self::Prose(lines) => {
                lines.iter().map(|line| escaped(line)).collect::<Vec<_>>().join("\n")
            }
            Self::Example(lines) => {
                let fence = fence(lines);
                format!("{fence}\n{}\n{fence}", lines.join("\n"))
            }
        }
    }
}

/// Paragraphs and examples; a blank line between two indented ones is part of the example.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut gap = 0;
    for line in text.lines() {
        if line.trim().is_empty() {
            gap += 1;
            continue;
        }
        match (line.strip_prefix("    "), blocks.last_mut()) {
            (Some(code), Some(Block::Example(lines))) => {
                lines.extend(std::iter::repeat_n("", gap));
                lines.push(code);
            }
            (Some(code), _) => blocks.push(Block::Example(vec![code])),
            (None, Some(Block::Prose(lines))) if gap == 0 => lines.push(line),
            (None, _) => blocks.push(Block::Prose(vec![line])),
        }
        gap = 0;
    }
    blocks
}

/// Longer than any run of the sign within.
fn fence(lines: &[&str]) -> String {
    let longest = lines.iter().map(|line| line.len() - line.trim_start_matches('`').len()).max();
    "`".repeat(longest.unwrap_or(0).max(2) + 1)
}

/// A line in which Markdown finds no markup.
fn escaped(line: &str) -> String {
    let mut text = String::with_capacity(line.len());
    for sign in line.chars() {
        if "\\`*_[]<>&#|~".contains(sign) {
            text.push('\\');
        }
        text.push(sign);
    }
    if text.starts_with(['-', '+']) { format!("\\{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_are_fenced_and_prose_is_no_markup() {
        let text = "Một đoạn [^3]\ncó *hai* dòng.\n\nVí dụ:\n    [^3]: a\n\n    b\nhoặc\n- c";
        let expected = "Một đoạn \\[^3\\]\ncó \\*hai\\* dòng.\n\nVí dụ:\n\n\
                        ```\n[^3]: a\n\nb\n```\n\nhoặc\n\\- c\n";
        assert_eq!(markdown(text), expected);
    }

    #[test]
    fn a_fence_is_longer_than_those_within() {
        assert_eq!(markdown("a\n    ````\n    b\n    ````"), "a\n\n`````\n````\nb\n````\n`````\n");
    }

    #[test]
    fn a_long_explanation_is_told_by_its_first_paragraph() {
        assert_eq!(first_paragraph("Một\nhai.\n\nBa."), "Một hai.");
    }
}
