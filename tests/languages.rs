//! A site in a language that congbo does not speak: one file among the templates.

#![expect(clippy::expect_used, reason = "a site that cannot be built has failed")]

mod support;

use regex::Regex;
use support::{Site, places, repository};

/// The texts of pages as congbo has them in English.
fn english() -> String {
    let path = repository().join("src/locale/en.ftl");
    let text = std::fs::read_to_string(path).expect("a locale");
    let entry = Regex::new(r"(?m)^site-.*(\n[ }].*)*").expect("a pattern");
    let entries: Vec<&str> = entry.find_iter(&text).map(|found| found.as_str()).collect();
    assert!(entries.len() > 80, "{}", entries.len());
    entries.join("\n") + "\n"
}

fn site() -> Site {
    Site::of([
        ("content/site.yaml", "title: ລາຍງານ\nlanguage: lo\n"),
        ("content/r/report.yaml", "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n"),
        ("content/r/01.md", "# Một\n\nMột câu[^1].\n\n[^1]: Lời.\n"),
        ("content/lo-r/report.yaml", "title: ລາຍງານ\nlanguage: lo\nnumber: 1\ndate: 2024-01-05\n"),
        ("content/lo-r/01.md", "# Một\n\nA[^1].\n\n[^1]: B.\n"),
        ("content/lo.md", "---\nlanguage: lo\n---\n# ຄໍານໍາ\n\nA[^1].\n\n[^1]: B.\n"),
    ])
}

#[test]
fn a_further_language_is_one_file() {
    let site = site();
    assert_eq!(
        places(&site.check()),
        [
            "content/lo-r/report.yaml:2:11 field-invalid",
            "content/lo.md:2:11 field-invalid",
            "content/site.yaml:2:11 field-invalid",
        ]
    );
    let texts = english()
        .replace("site-footnotes = Footnotes", "site-footnotes = ໝາຍເຫດ")
        .replace("site-cite-note = footnote", "site-cite-note = ໝາຍເຫດ")
        .replace("site-part = Part {", "site-part = ພາກ {")
        .replace("    [1] One\n", "")
        .replace("site-territory = en_US", "site-territory = lo_LA");
    site.write("templates/lo.ftl", texts);
    let outcome = site.build();
    assert!(outcome.published, "{:?}", places(&outcome));
    let section = site.page("r/mot/index.html");
    assert!(section.contains("<html lang=\"lo\">"));
    assert!(section.contains("<h2 id=\"_notes\" lang=\"lo\">ໝາຍເຫດ</h2>"), "{section}");
    // What stands in the report is Vietnamese, as it was signed.
    assert!(section.contains("aria-label=\"chú thích 1\""), "{section}");
    let edition = site.page("lo-r/mot/index.html");
    assert!(edition.contains("<span class=\"number part\">ພາກ 1</span>"), "{edition}");
    assert!(edition.contains("aria-label=\"ໝາຍເຫດ 1\""), "{edition}");
    assert!(edition.contains("<article>"), "{edition}");
    let entry = site.page("lo-r/trich-dan.bib");
    assert!(entry.contains("type = {Report}") && !entry.contains("langid"), "{entry}");
    let page = site.page("lo/index.html");
    assert!(page.contains("aria-label=\"ໝາຍເຫດ 1\""), "{page}");
    assert!(page.contains("<meta property=\"og:locale\" content=\"lo_LA\">"), "{page}");
}

#[test]
fn what_a_further_language_lacks_is_told_by_name() {
    let site = site();
    let lacking: String = english().replace("site-outline =", "site-outlines =");
    site.write("templates/lo.ftl", lacking);
    let outcome = site.build();
    assert!(!outcome.published);
    let found = places(&outcome);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(found.contains(&"templates/lo.ftl:1:1 texts-invalid".to_owned()), "{found:?}");
    let missing = outcome.diagnostics.iter().find(|each| each.message.key.ends_with("missing"));
    let arguments = format!("{:?}", missing.expect("one that names what is missing").message.args);
    assert!(arguments.contains("\"site-outline\""), "{arguments}");
}

/// The words of the command line stay those that congbo speaks.
#[test]
fn messages_are_in_a_language_that_congbo_speaks() {
    let site = site();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_congbo"))
        .args(["check", "--root"])
        .arg(site.root())
        .output()
        .expect("congbo to run");
    let told = String::from_utf8_lossy(&output.stdout);
    assert!(told.contains("lỗi[field-invalid]"), "{told}");
}
