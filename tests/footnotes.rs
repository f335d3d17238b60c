//! Footnotes over many pages: sites that are put together by the test.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::collections::BTreeSet;
use std::fmt::Write as _;

use congbo::diag::Severity;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use support::{Site, places};

const REPORT: &str = "title: Báo cáo\nnumber: 1\nsymbol: BC-UBND\ndate: 2024-01-05\n";

#[test]
fn a_note_with_thirty_references_on_ten_pages_has_a_way_back_to_each() {
    let mut text = String::new();
    for page in 1..=10 {
        let _ = write!(text, "# Mục {page}\n\nMột[^a], hai[^a], ba[^a].\n\n");
    }
    text += "[^a]: Ghi chú.\n";
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/r/report.yaml", REPORT),
        ("content/r/01.md", &text),
    ]);
    let outcome = site.build();
    assert!(outcome.published, "{:?}", outcome.diagnostics);
    assert_eq!((outcome.summary.footnotes, outcome.summary.references), (1, 30));
    for page in 1..=10 {
        let html = site.page(&format!("r/muc-{page}/index.html"));
        assert_eq!(html.matches("href=\"#fn-a\" role=\"doc-noteref\"").count(), 3);
        assert_eq!(html.matches("<li id=\"fn-a\" value=\"1\">").count(), 1);
        for anchor in ["fnref-a", "fnref-a-2", "fnref-a-3"] {
            assert_eq!(html.matches(&format!("id=\"{anchor}\"")).count(), 1);
            assert_eq!(html.matches(&format!("href=\"#{anchor}\"")).count(), 1);
        }
    }
    let all = site.page("r/chu-thich/index.html");
    assert_eq!(all.matches("role=\"doc-backlink\"").count(), 30);
    for page in 1..=10 {
        assert_eq!(all.matches(&format!("href=\"../muc-{page}/#fnref-a-3\"")).count(), 1);
    }
    let whole = site.page("r/toan-van/index.html");
    assert_eq!(whole.matches("id=\"fnref-a-30\"").count(), 1);
    let data: serde_json::Value = serde_json::from_str(&site.page("r/report.json")).expect("JSON");
    let references = data["footnotes"][0]["references"].as_array().expect("references");
    assert_eq!(references.len(), 30);
    assert_eq!(references[29], "r/muc-10/#fnref-a-3");
}

/// `fnref-a-2` is the second reference to `a` and the first one to `a-2`.
#[test]
fn ids_that_look_like_counted_references_meet_no_other_anchor() {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/r/report.yaml", REPORT),
        ("content/r/01.md", "Một[^a] hai[^a] ba[^a-2].\n\n[^a]: A.\n[^a-2]: B.\n"),
    ]);
    assert!(site.build().published);
    let html = site.page("r/index.html");
    for anchor in ["fnref-a", "fnref-a--2", "fnref-a-2"] {
        assert_eq!(html.matches(&format!("id=\"{anchor}\"")).count(), 1, "{anchor}");
    }
}

#[test]
fn a_file_may_end_in_a_definition_without_a_line_end() {
    for (definition, found) in [
        ("[^a]: A.", &[][..]),
        ("[^a]: A.\r", &[]),
        ("- [^a]: A.", &[]),
        ("[^a]:", &["content/r/01.md:3:1 footnote-empty"]),
        ("[^a]: ", &["content/r/01.md:3:1 footnote-empty"]),
        (
            "[^a]",
            &["content/r/01.md:1:4 footnote-undefined", "content/r/01.md:3:1 footnote-undefined"],
        ),
    ] {
        let site = Site::of([
            ("content/site.yaml", "title: Trang thử\n"),
            ("content/r/report.yaml", REPORT),
            ("content/r/01.md", &format!("Một[^a].\n\n{definition}")),
            ("content/r/02.md", "Đoạn sau."),
        ]);
        let outcome = site.build();
        assert_eq!(places(&outcome), found, "{definition:?}");
        if outcome.published {
            assert!(site.page("r/index.html").contains("<p id=\"p2\">Đoạn sau."));
        }
    }
}

/// What an author's keyboard can make of Markdown; nothing here escapes or hides a reference.
fn scrap() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        8 => prop::sample::select(vec!["từ", " ", "câu dài", "[^a]", "[^b]", "[^A]"]),
        6 => prop::sample::select(vec!["\n", "\n\n", "\n> ", "\n- ", "\n1. ", "\n    ", "\n\n    "]),
        4 => prop::sample::select(vec!["*", "**", "_", "~~", "|", "!", ":", ".", "\n# ", "<b>"]),
        4 => prop::sample::select(vec![
            "\n| A | B |\n|---|---|\n|", "| x[^a]", "\n===\n", "\t", "\nBảng: ", "![", "<https://khac.example/>",
            "</b>", "{#x}", "\n\n[x]: https://khac.example/\n", "[x]", "\n<div>\n", "\n</div>\n", "&amp;", "***", "\n~~~\n", "\n## ",
        ]),
        3 => prop::sample::select(vec!["[", "]", "(", ")", "(https://khac.example/)", "[x](#p1)"]),
        2 => prop::sample::select(vec!["`", "``", "\n```\n", "\n| A | B |\n|---|---|\n", "\n: "]),
        1 => prop::sample::select(vec!["[^", "^", "[^ a]", "\n[^a] ", "\n---\n"]),
    ]
}

/// What stands before each text: the notes that it refers to, and references to all notes.
const HEAD: &str = "---\ntitle: Trang\n---\nĐầu[^a][^b][^d].\n\n[^a]: A.\n\n[^b]: B.\n\nThân.\n\n";

/// Text around the definition of a note.
fn text() -> impl Strategy<Value = String> {
    let scraps = || prop::collection::vec(scrap(), 0..12).prop_map(|scraps| scraps.concat());
    let text = (scraps(), scraps());
    let text = text.prop_map(|(before, after)| format!("{before}\n[^d]: D{after}\n"));
    text.prop_filter("what stands behind a fence is the name of a language", |text| {
        text.lines().all(|line| !line.contains("```") || line == "```")
    })
}

/// A page's HTML without what stands in code, and what does.
fn split_code(html: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    for part in html.split("<code") {
        match part.split_once("</code>") {
            Some((code, rest)) => {
                inside += code;
                outside += rest;
            }
            None => outside += part,
        }
    }
    (outside, inside)
}

/// Whatever is written, every `[^` is a reference, a definition, code or an error.
#[test]
fn no_sign_of_a_footnote_is_lost_or_published() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut draw = || text().new_tree(&mut runner).expect("a text").current();
    let texts: Vec<String> = (0..400).map(|_| draw()).collect();
    let site = Site::of([("content/site.yaml", "title: Trang thử\nnavigation: [/trang]\n")]);
    let page = |index: usize| format!("content/trang/{index}.md");
    for (index, text) in texts.iter().enumerate() {
        site.write(&page(index), format!("{HEAD}{text}"));
    }
    let outcome = site.check();
    let errors = outcome.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    let faulty: BTreeSet<_> =
        errors.map(|error| &outcome.sources.file(error.span.file).path).collect();
    for path in &faulty {
        site.remove(path);
    }
    let outcome = site.build();
    assert!(outcome.published, "{:?}", outcome.diagnostics);
    let all = texts.iter().enumerate();
    let sound: Vec<_> = all.filter(|(index, _)| !faulty.contains(&page(*index))).collect();
    assert!(sound.len() > 200, "{} of 400 texts have no errors", sound.len());
    for (index, text) in sound {
        let html = site.page(&format!("trang/{index}/index.html"));
        let (outside, code) = split_code(&html);
        assert!(!outside.contains("[^"), "published: {text:?}");
        let references = html.matches("doc-noteref").count() - 3;
        let found = references + 1 + code.matches("[^").count();
        assert_eq!(found, text.matches("[^").count(), "lost: {text:?}");
    }
}
