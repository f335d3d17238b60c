//! The codes as a whole: each has a fixture that raises it and a near miss that does not, in
//! `codes-*.suite` of `tests/suites` and `tests/sites` or, where it takes bytes or links of the disk, in this file.

#![expect(clippy::expect_used, reason = "a fixture that cannot be read has failed")]

mod support;

use congbo::diag::Code;
use support::{Site, files, places, repository};

/// Codes whose fixtures no text can hold.
const HERE: &[Code] = &[Code::EncodingInvalid];

const SITE: &str = "title: Trang thử\n";
const REPORT: &str = "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n";

/// A site with a report of one paragraph.
fn site() -> Site {
    Site::of([
        ("content/site.yaml", SITE),
        ("content/r/report.yaml", REPORT),
        ("content/r/01.md", "Một đoạn.\n"),
    ])
}

/// Every case of the suites of codes: title, and the codes that it expects.
fn cases() -> Vec<(String, Vec<String>)> {
    let mut cases: Vec<(String, Vec<String>)> = Vec::new();
    let folders = ["tests/suites", "tests/sites"].map(|folder| files(&repository().join(folder)));
    for (name, bytes) in folders.into_iter().flatten() {
        if !name.starts_with("codes-") {
            continue;
        }
        for line in String::from_utf8(bytes).expect("a suite").lines() {
            if let Some(title) = line.strip_prefix("=== ") {
                cases.push((title.to_owned(), Vec::new()));
            } else if line.trim_start().starts_with('^')
                && let Some(code) = line.split_whitespace().nth(1)
                && let Some((_, codes)) = cases.last_mut()
            {
                codes.push(code.to_owned());
            }
        }
    }
    cases
}

#[test]
fn every_code_has_a_fixture_that_raises_it() {
    let cases = cases();
    for code in Code::ALL.iter().filter(|code| !HERE.contains(code)).map(|code| code.name()) {
        let title = format!("{code}: ");
        let mut fixtures = cases.iter().filter(|(own, _)| own.starts_with(&title)).peekable();
        assert!(fixtures.peek().is_some(), "{code} has no fixture");
        for (title, codes) in fixtures {
            assert!(codes.iter().any(|found| found == code), "{title}: does not expect it");
        }
    }
}

#[test]
fn every_code_has_a_near_miss_that_does_not_raise_it() {
    let cases = cases();
    for code in Code::ALL.iter().filter(|code| !HERE.contains(code)).map(|code| code.name()) {
        let title = format!("not {code}: ");
        let mut misses = cases.iter().filter(|(own, _)| own.starts_with(&title)).peekable();
        assert!(misses.peek().is_some(), "{code} has no near miss");
        for (title, codes) in misses {
            assert!(codes.iter().all(|found| found != code), "{title}: expects it");
        }
    }
}

#[test]
fn every_case_is_about_a_code() {
    for (title, _) in cases() {
        let (code, _) = title.split_once(": ").expect("a code before a colon");
        let code = code.strip_prefix("not ").unwrap_or(code);
        assert!(Code::from_name(code).is_some(), "{title}");
    }
}

// reference-unresolved.

/// What a hint names is of the kind that was asked for, or the one thing of that name.
#[test]
fn the_hint_of_a_reference_names_what_was_meant() {
    let site = site();
    let report = "indicators:\n- { label: a, value: 5, stated_in: ho-so }\n- { label: b, value: 5, stated_in: nv-1 }\n";
    site.write("content/r/report.yaml", format!("{REPORT}{report}"));
    site.write(
        "content/r/01.md",
        "# Một {#ho-so-mot}\n\n5[^ho-so]. [](#bang-ho-so) [](#fn-ho-so-moi)\n\n[](directives/)\n\n[^ho-so]: Có 5.\n",
    );
    site.write("content/r/directives/01.md", "---\nid: so-hoa\n---\n5.\n");
    let hint = |each: &congbo::diag::Diagnostic| {
        let hint = each.hint.as_ref().map(|hint| (hint.key, format!("{:?}", hint.args)));
        let (key, args) = hint.unwrap_or_default();
        format!("{} {key} {args}", each.message.key)
    };
    let mut found: Vec<String> = site.check().diagnostics.iter().map(hint).collect();
    found.sort();
    let named = |name: &str| format!(r#"[("name", Text("{name}"))]"#);
    let expected = [
        "reference-unresolved  ".to_owned(),
        format!("reference-unresolved reference-unresolved-hint-nearest {}", named("fn-ho-so")),
        format!("reference-unresolved-stated did-you-mean {}", named("fn-ho-so")),
        format!("reference-unresolved-stated did-you-mean {}", named("so-hoa")),
    ];
    assert_eq!(found, expected);
}

// encoding-invalid.

#[test]
fn bytes_that_are_no_utf_8_are_located() {
    let site = site();
    site.write("content/r/02.md", b"D\xf2ng m\xe9t.\n\nThu ng\xa9n s\xb8ch.\n");
    assert_eq!(places(&site.check()), ["content/r/02.md:1:2 encoding-invalid"]);
}

#[test]
fn a_file_in_utf_16_is_told_with_its_own_hint() {
    for little in [true, false] {
        let site = site();
        let units = "\u{FEFF}title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n".encode_utf16();
        let bytes =
            units.flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() });
        site.write("content/r/report.yaml", bytes.collect::<Vec<u8>>());
        let outcome = site.check();
        assert_eq!(places(&outcome), ["content/r/report.yaml:1:1 encoding-invalid"]);
        let hint = outcome.diagnostics[0].hint.as_ref().map(|hint| hint.key);
        assert_eq!(hint, Some("encoding-invalid-hint-utf16"));
    }
}

#[test]
fn a_document_of_an_office_program_is_told_as_one_and_read_by_no_rule() {
    let hints = |outcome: &congbo::pipeline::Outcome| -> Vec<&str> {
        let hints = outcome.diagnostics.iter().filter_map(|each| each.hint.as_ref());
        hints.map(|hint| hint.key).collect()
    };
    for start in [b"PK\x03\x04".as_slice(), b"\xD0\xCF\x11\xE0"] {
        let site = site();
        let document = [start, b"\x14\0\x06\0 XYZ [^1] (\xF2, ,.."].concat();
        site.write(
            "content/r/01.md",
            "Xem [](#hai)[^1].\n\n```chart\ndata: a.xlsx\ntype: bar\ntitle: Thu\n```\n",
        );
        site.write("content/r/02.md", document.clone());
        site.write("content/r/a.xlsx", document);
        let outcome = site.check();
        let expected =
            ["content/r/02.md:1:1 encoding-invalid", "content/r/a.xlsx:1:1 encoding-invalid"];
        assert_eq!(places(&outcome), expected);
        assert_eq!(hints(&outcome), ["encoding-invalid-office-hint"; 2]);
    }
}

#[test]
fn a_file_in_another_encoding_is_read_by_no_rule_of_the_language() {
    let site = site();
    site.write("content/r/02.md", b"XYZ \xb5\xb5 (hai,, ba.. T\xecnh h\xecnh\n".as_slice());
    assert_eq!(places(&site.check()), ["content/r/02.md:1:5 encoding-invalid"]);
}

/// What a file defines is known although one letter of it is not.
#[test]
fn a_bad_byte_hides_nothing_else_of_its_file() {
    let site = site();
    site.write("content/r/01.md", "Một câu[^1].\n");
    site.write("content/r/02.md", b"## M\xf4c hai {#hai}\n\n[^1]: Ghi ch\xfa.\n");
    site.write("content/r/03.md", "Xem [](#hai).\n");
    site.write("content/site.yaml", b"title: Trang th\xff\n");
    let expected =
        ["content/r/02.md:1:5 encoding-invalid", "content/site.yaml:1:16 encoding-invalid"];
    assert_eq!(places(&site.check()), expected);
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_no_mistake() {
    let site = site();
    site.write("content/r/report.yaml", format!("\u{FEFF}{}", REPORT.replace('\n', "\r\n")));
    site.write("content/r/01.md", "\u{FEFF}## Mục\r\n\r\nMột câu[^1].\r\n\r\n[^1]: Ghi chú.\r\n");
    assert_eq!(places(&site.check()), [""; 0]);
}

/// What is not read as text may hold any bytes.
#[test]
fn a_picture_is_not_read() {
    let site = site();
    site.write("content/r/a.png", b"\x89PNG\xff\xfe");
    site.write("content/r/01.md", "![Bản đồ](a.png)\n");
    assert_eq!(places(&site.check()), [""; 0]);
}

// path-unsafe: links of the disk.

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_link_out_of_the_site_root_is_refused() {
        let site = site();
        let outside = tempfile::tempdir().expect("a folder");
        std::fs::write(outside.path().join("bi-mat.md"), "Bí mật.\n").expect("a file");
        symlink(outside.path().join("bi-mat.md"), site.path("content/r/02.md")).expect("a link");
        symlink(outside.path(), site.path("static")).expect("a link");
        let expected = ["content/r/02.md:1:1 path-unsafe", "static:1:1 path-unsafe"];
        assert_eq!(places(&site.check()), expected);
    }

    #[test]
    fn links_in_a_circle_and_to_nothing_are_refused() {
        let site = site();
        symlink("../r", site.path("content/r/vong")).expect("a link");
        symlink("khong-co.md", site.path("content/r/02.md")).expect("a link");
        let expected = ["content/r/02.md:1:1 path-unsafe", "content/r/vong:1:1 path-unsafe"];
        assert_eq!(places(&site.check()), expected);
    }

    #[test]
    fn a_link_within_the_site_root_is_followed() {
        let site = site();
        site.write("content/chung/02.md", "## Mục chung\n");
        symlink("../chung/02.md", site.path("content/r/02.md")).expect("a link");
        let outcome = site.build();
        assert_eq!(places(&outcome), [""; 0]);
        assert!(site.page("r/muc-chung/index.html").contains("Mục chung"));
    }

    #[test]
    fn a_hidden_link_is_none_of_the_sites() {
        let site = site();
        symlink("/etc/hostname", site.path("content/r/.may")).expect("a link");
        assert_eq!(places(&site.check()), [""; 0]);
    }
}

/// A browser would decode them, and so does congbo.
#[test]
fn dots_that_are_encoded_lead_out_as_well() {
    let site = site();
    site.write("content/r/01.md", "Tải [tệp](%2e%2e/%2e%2e/%2e%2e/bi-mat.txt) về.\n");
    assert_eq!(places(&site.check()), ["content/r/01.md:1:5 path-unsafe"]);
}
