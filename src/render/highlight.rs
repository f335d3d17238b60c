//! Code blocks with their syntax marked by classes, so that pages need no inline style.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::href::escape;

/// Read only when a site has code in a language that it knows.
static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

const STYLE: ClassStyle = ClassStyle::SpacedPrefixed { prefix: "hl-" };

/// The HTML of a code block, which the keyboard can scroll; code in no known language is left as
/// it is.
#[must_use]
pub fn code_block(language: &str, code: &str) -> String {
    if language.is_empty() {
        return format!("<pre tabindex=\"0\"><code>{}</code></pre>\n", escape(code));
    }
    let marked = highlight(language, code).unwrap_or_else(|| escape(code).into_owned());
    let language = escape(language);
    format!("<pre tabindex=\"0\"><code class=\"language-{language}\">{marked}</code></pre>\n")
}

fn highlight(language: &str, code: &str) -> Option<String> {
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, STYLE);
    for line in LinesWithEndings::from(code) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_languages_are_marked_and_others_left() {
        assert!(code_block("yaml", "a: 1\n").contains("class=\"hl-"));
        assert_eq!(code_block("", "<b>"), "<pre tabindex=\"0\"><code>&lt;b&gt;</code></pre>\n");
        let unknown = code_block("klingon", "<");
        assert!(unknown.contains("<code class=\"language-klingon\">&lt;</code>"), "{unknown}");
    }
}
