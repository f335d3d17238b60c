//! congbo's own style sheets and scripts, as browsers get them.
//!
//! Takes the text of one as it is written for people; gives it without comments, indents and empty
//! lines. Goes by lines alone, which is enough because ours are written so that it is: a comment
//! begins its line and ends one, and no string goes over several. Never for a site's own files,
//! which are published as their author wrote them, since nobody knows how that is.

/// A style sheet or script of congbo's own as it is published. A notice (`/*! … */`) stays.
pub(super) fn light(text: &str) -> String {
    let mut light = String::with_capacity(text.len());
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        in_comment |= line.starts_with("/*") && !line.starts_with("/*!");
        if !in_comment && !line.is_empty() && !line.starts_with("//") {
            light.push_str(line);
            light.push('\n');
        }
        in_comment &= !line.ends_with("*/");
    }
    light
}

#[cfg(test)]
mod tests {
    use super::light;
    use crate::render::theme::STATIC;

    #[test]
    fn comments_indents_and_empty_lines_go() {
        let css =
            "/*! MIT */\n/* a\n   b */\n\n@media print {\n  /* c */\n  a { b: \"/*  */\" }\n}\n";
        assert_eq!(light(css), "/*! MIT */\n@media print {\na { b: \"/*  */\" }\n}\n");
        let js = "// a\n{\n  /** b\n      c */\n  d = `// ${e}  f`; /[/*] \\/\\//;\n}\n";
        assert_eq!(light(js), "{\nd = `// ${e}  f`; /[/*] \\/\\//;\n}\n");
    }

    #[test]
    fn the_files_of_congbo_are_written_so_that_lines_are_enough() {
        for (name, text) in STATIC {
            for line in light(text).lines() {
                let whole = line.matches('`').count() % 2 == 0;
                assert!(whole, "{name}: a string over several lines: {line}");
                let comment = line.contains("/*") || line.contains("*/") || line.contains(" // ");
                assert!(!comment, "{name}: a comment behind something else: {line}");
                assert!(!line.ends_with('\\'), "{name}: a line that goes on: {line}");
            }
        }
    }
}
