//! Footnotes over many pages: sites that are put together by the test.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::fmt::Write as _;

use support::Site;

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
        assert_eq!(html.matches("href=\"#fn-a\"").count(), 3);
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
