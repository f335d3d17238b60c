//! What holds whatever an author writes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::fmt::Write as _;
use std::sync::atomic::{AtomicU32, Ordering};

use congbo::diag::{Code, Severity};
use proptest::prelude::*;
use proptest::test_runner::{Config, FileFailurePersistence, RngAlgorithm, TestRng, TestRunner};
use support::{Site, places};

const SITE: &str = "title: Trang thử\nbase_url: https://vi-du.example/\n";
const REPORT: &str = "title: Báo cáo\nnumber: 1\nsymbol: BC-UBND\ndate: 2024-01-05\n";

/// Runs a property over the same cases in every run.
fn check<S: Strategy>(
    cases: u32,
    strategy: &S,
    test: impl Fn(S::Value) -> Result<(), TestCaseError>,
) {
    let config = Config {
        cases,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..Config::default()
    };
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let result = TestRunner::new_with_rng(config, rng).run(strategy, test);
    if let Err(error) = result {
        panic!("{error}");
    }
}

/// What stands around the drawn blocks: everything that they refer to.
const HEAD: &str = "# Phần một {#phan-mot}\n\n## Mục {#muc}\n\nTrước hết[^a] có[^b] và[^c].";
const TABLE: &str = "Bảng: Số liệu[^c] {#bang}\n\n| A | B |\n|---|--:|\n| 1 | 2 |";
const NOTES: &str = "[^a]: A, xem[^d] và [](#muc).\n[^b]: B.\n\n    Đoạn hai, [](#fn-a).\n\
                     [^c]: C.\n[^d]: D, xem[^a].\n\n[nhãn]: https://khac.example/ \"Nhãn\"";
const DIRECTIVES: [(&str, &str); 2] = [
    ("content/r/directives/01-a.md", "---\nsummary: A\n---\nLàm[^b] theo [](#muc).\n"),
    ("content/r/directives/02-b.md", "---\nid: viec-b\nsummary: B\n---\nMột.\n\n[](#nv-1)[^e].\n"),
];

/// Words and what else stands in a line.
fn word() -> impl Strategy<Value = &'static str> {
    prop_oneof![
        4 => prop::sample::select(vec![
            "Ủy ban nhân dân", "tỉnh", "số 5 và đ)", "a_b_c", "!", "R&D <5", "“nháy”", "Footnote 1",
            "Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ", "đ", "fn-a", "fnref-a-2",
        ]),
        3 => prop::sample::select(vec![
            "năm 2023[^a]", "đạt 8,05%[^b][^c]", "**mạnh[^a]**", "*nghiêng[^A]*", "~~bỏ[^D]~~",
            "`[^a]`", "\\[^a]", "[liên kết[^b]](https://khac.example/)", "<small>nhỏ[^c]</small>",
            "![ảnh[^c]](hinh.svg)", "[![ảnh](/r/hinh.svg)](#muc)",
        ]),
        3 => prop::sample::select(vec![
            "[](#fn-a)", "[xem](#fn-d)", "[](#phan-mot)", "[](#muc)", "[**bảng**](#bang)", "[](#nv-1)",
            "[](#viec-b)", "[](#muc-p1)", "[](#viec-b-p2)", "[](/s#muc-s)", "[báo cáo](/s)",
            "[trang](/trang)", "[đầu](/trang#dau)", "[tệp](hinh.svg)", "[nhãn]", "[chữ][nhãn]",
            "<https://khac.example/?a=1&b=2>", "<a@khac.example>", "[thư](mailto:a@khac.example)",
        ]),
    ]
}

/// A block of a report; what it refers to is defined by [`surrounded`].
fn block() -> impl Strategy<Value = String> {
    let line = || prop::collection::vec(word(), 1..6).prop_map(|words| words.join(" "));
    let lines = || prop::collection::vec(line(), 1..4);
    let cell = || line().prop_map(|line| line.replace('|', "/"));
    prop_oneof![
        4 => lines().prop_map(|lines| lines.join("\n")),
        3 => ("#{1,5}", line()).prop_map(|(signs, line)| format!("{signs} {line}")),
        1 => line().prop_map(|line| format!("## {line} {{.unnumbered}}")),
        1 => lines().prop_map(|lines| format!("- {}", lines.join("\n- "))),
        1 => lines().prop_map(|lines| format!("1. {}", lines.join("\n\n   "))),
        1 => lines().prop_map(|lines| format!("> {}", lines.join("\n>\n> - "))),
        1 => (cell(), cell()).prop_map(|(head, line)| {
            format!("| {head} | B |\n|:-:|---|\n| {line} | x |")
        }),
        1 => (line(), cell()).prop_map(|(caption, line)| {
            format!("Bảng: {caption}\n\n| A |\n|---|\n| {line} |")
        }),
        1 => line().prop_map(|line| format!("Từ\n: {line}")),
        1 => line().prop_map(|line| format!("```rust\n{line}\n```")),
        1 => Just("---".to_owned()),
        1 => Just("<div>\n<p>Khối</p>\n</div>".to_owned()),
        1 => Just("<details><summary>Thêm</summary><p lang=en>More</p></details>".to_owned()),
    ]
}

/// The text of a report, block by block. Blocks that the parser would join (two lists, two
/// quotes) are parted by a paragraph first.
fn blocks() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(block(), 1..14).prop_map(|blocks| {
        let mut text: Vec<String> = [HEAD, TABLE].map(str::to_owned).into();
        for block in blocks {
            let joins = |sign: &str| {
                block.starts_with(sign) && text.last().is_some_and(|last| last.starts_with(sign))
            };
            if ["- ", "1. ", "> ", "Từ\n"].into_iter().any(joins) {
                text.push("Giữa.".to_owned());
            }
            text.push(block);
        }
        text.extend(["# Nhiệm vụ", "[](directives/)", NOTES].map(str::to_owned));
        text
    })
}

/// A site with one report in the files given.
fn site(files: &[String]) -> Site {
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    for (index, text) in files.iter().enumerate() {
        // Numbers in names compare as numbers.
        site.write(&format!("content/r/{index}.md"), text);
    }
    site
}

/// A site in which everything is defined that drawn blocks refer to.
fn surrounded(files: &[String]) -> Site {
    let site = site(files);
    for (path, text) in DIRECTIVES {
        site.write(path, text);
    }
    site.write("content/r/footnotes.yaml", "e: E, xem[^a]\n");
    site.write("content/r/hinh.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write("content/s/report.yaml", REPORT);
    site.write("content/s/1.md", "# Mục S {#muc-s}\n\nXem [](/r#bang)[^a].\n\n[^a]: S.\n");
    site.write("content/trang.md", "# Đầu\n\nXem [](/r#fn-a)[^a].\n\n[^a]: T.\n");
    site
}

#[test]
fn any_cut_of_the_text_into_files_gives_the_same_bytes() {
    let cuts = prop::collection::vec(any::<bool>(), 20);
    check(60, &(blocks(), cuts), |(blocks, cuts)| {
        let whole = surrounded(&[blocks.join("\n\n")]);
        let mut files = vec![String::new()];
        for (block, cut) in blocks.iter().zip(cuts.iter().cycle()) {
            if *cut {
                files.push(String::new());
            }
            let last = files.last_mut().expect("a file");
            let _ = write!(last, "{block}\n\n");
        }
        let files: Vec<_> = files.iter().map(|text| text.trim_end().to_owned()).collect();
        let cut = surrounded(&files);
        let (first, second) = (whole.build(), cut.build());
        prop_assert!(first.published, "{:#?}", places(&first));
        prop_assert!(second.published, "{:#?}", places(&second));
        prop_assert!(whole.published() == cut.published());
        Ok(())
    });
}

/// The proof of the build follows every link of every page.
#[test]
fn every_link_that_is_made_is_defined() {
    check(80, &blocks(), |blocks| {
        let outcome = surrounded(&[blocks.join("\n\n")]).build();
        prop_assert!(outcome.published, "{:#?}\n{:?}", places(&outcome), outcome.diagnostics);
        Ok(())
    });
}

/// Signs that mean something to Markdown, to YAML, or to HTML.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "[^", "]", "[", "(", ")", "]:", "![", "[^a]", "[^a]: ", "[^a]:", "\n", "\n\n", "    ",
            "\t", "# ", "## ", "> ", "- ", "1. ", "| ", "|---|\n", "```", "`", "*", "**", "_",
            "~~", "<", ">", "</", "<div>", "</div>", "<b>", "</b>", "<!--", "-->", "&lt;", "&",
            "\\", "{#a}", "{n=1}", "{.unnumbered}", "[](directives/)", "(#a)", "[x](#fn-a)",
            "Bảng: x {#t}\n\n", ": ", "\r\n", "\u{FEFF}", "\u{301}", "\u{0}", "\u{202E}", "---\n",
            "số 01/NQ-CP ngày", "==\n", "<script>", "<a href=\"javascript:x\">", "][", "|", "$",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
        1 => Just("ă đ ơ".to_owned()),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// It is published, or there is at least one error; and the fault is never congbo's.
fn publishes_or_says_why(site: &Site) -> Result<(), TestCaseError> {
    let outcome = site.build();
    let ours = outcome.diagnostics.iter().any(|each| each.code == Code::ProofFailed);
    prop_assert!(!ours, "{:#?}\n{:?}", places(&outcome), outcome.diagnostics);
    let errors = outcome.diagnostics.iter().any(|each| each.severity == Severity::Error);
    prop_assert!(outcome.published != errors);
    Ok(())
}

/// Pieces of markup in any order, of which none is wrong by itself.
fn markup() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => prop::sample::select(vec![
            "chữ", " ", " ", "\n", "\n", "\n\n", "\n\n", "    ", "  ", "\t", "[^a]", "[^a][^b]",
        ]),
        4 => prop::sample::select(vec![
            "# ", "## ", "### ", "> ", "- ", "+ ", "1. ", "7) ", "| ", "|", "|---|---|\n", ": ",
            "```", "~~~", "`", "``", "*", "**", "_", "~~", "---\n", "===\n", "  \n", "\\\n",
            "{#x1}", "{.unnumbered}", "Bảng: ", "Table: ",
        ]),
        3 => prop::sample::select(vec![
            "<div>", "</div>", "<div>\n\n", "\n</div>\n\n", "<b>", "</b>", "<p>", "</p>", "<ul><li>",
            "</li></ul>", "<table><tr><td>", "</td></tr></table>", "<br>", "<hr>", "<pre>", "</pre>",
            "<details open><summary>", "</summary>", "</details>", "<q title='[^a]'>", "</q>",
            "<!--", "-->", "<?", "?>", "<![CDATA[", "]]>", "<ruby>a<rt>", "<col>", "<dt>", "<span>",
        ]),
        2 => prop::sample::select(vec![
            "[](#fn-a)", "[](#muc)", "[x](#muc)", "![x](hinh.svg)", "![](hinh.svg \"[^a]\")", "![[^a]](hinh.svg)",
            "[x[^a]](/r)", "[", "]", "(", ")", "<https://a.example/[^a]>", "[![x](hinh.svg)](/r)", "&amp;", "&#0;", "\\", "|",
        ]),
    ];
    prop::collection::vec(piece, 0..30).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_markup_is_published_or_said_to_be_wrong() {
    let published = AtomicU32::new(0);
    let cases = 300;
    check(cases, &(markup(), markup(), markup()), |(text, directive, note)| {
        let head = "# Mục {#muc}\n\nMột[^a][^b].\n\n[](directives/)";
        let site = site(&[format!("{head}\n\n{text}")]);
        site.write("content/r/directives/01.md", directive);
        let note = note.replace('\n', "\n  ");
        site.write("content/r/footnotes.yaml", format!("b: B\na: |2\n  A {note}\n"));
        site.write("content/r/hinh.svg", "");
        site.write("content/r/directives/hinh.svg", "");
        publishes_or_says_why(&site)?;
        published.fetch_add(u32::from(site.path("public").exists()), Ordering::Relaxed);
        Ok(())
    });
    let published = published.into_inner();
    assert!(published > cases / 3, "only {published} of {cases} reach the proof");
}

#[test]
fn any_text_is_published_or_said_to_be_wrong() {
    check(300, &(hostile(), hostile(), hostile()), |(text, directive, page)| {
        let site = site(&[text]);
        site.write("content/r/directives/01.md", directive);
        site.write("content/trang.md", page);
        publishes_or_says_why(&site)
    });
}

/// Pieces of official prose in any order, with the blanks and signs that office programs leave.
fn prose() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            " ", " ", "\u{A0}", "\u{2003}", "\u{85}", "\n", "\n\n", "a", "xã", "Ủy", "hoà", "hòa", "quý",
            "văn hoá", "HĐND", "Đ", "IIA", "CCHC", "UBND", "nhân dân", "Nghị quyết", "công ty",
        ]),
        3 => prop::sample::select(vec![
            ".", ",", ";", ":", "..", "...", "....", ".....", "…", "/", "./.", "(", ")", "“", "”", "‟",
            "\"", "«", "»", "a)", "b.2.1)", "-", "–", "?", "_", "\u{301}", "\u{323}", "\u{31B}", "ń",
            "²", "¹²", "©", "¸", "áº¿", "ùø", "[^a]", "`x`", "**", "*",
        ]),
        2 => prop::sample::select(vec![
            "ngày", "tháng", "năm", "số", "số:", "/QĐ-UBND", "12/8/2023", "05-12-2023", "31/02/2024",
            "ngày 05 tháng 1 năm 2024", "số 01/NQ-CP", "gọi tắt là", "v.v", "xxx", "7", "2023",
        ]),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

#[test]
fn any_prose_is_judged_at_places_of_its_files() {
    check(300, &(prose(), prose(), prose()), |(text, note, title)| {
        let site = site(&[format!("# Mục\n\nMột[^a].\n\n{text}\n{text}")]);
        site.write("content/abbreviations.yaml", "CCHC: cải cách hành chính\n");
        site.write(
            "content/r/footnotes.yaml",
            format!("a: |2\n  A {}\n", note.replace('\n', "\n  ")),
        );
        site.write("content/r/report.yaml", format!("{REPORT}occasion: {title:?}\n"));
        let outcome = site.check();
        for found in &outcome.diagnostics {
            let (file, span) = (outcome.sources.text(found.span.file), found.span);
            let marked = file.get(span.start as usize..span.end as usize);
            prop_assert!(marked.is_some(), "{:?} in {file:?}", found.span);
        }
        Ok(())
    });
}

#[test]
fn any_yaml_is_read_or_said_to_be_wrong() {
    check(200, &(hostile(), hostile(), "[a-z]{1,9}"), |(yaml, value, key)| {
        let site = site(&["Một.\n".to_owned()]);
        site.write("content/r/footnotes.yaml", &yaml);
        site.write("content/documents.yaml", format!("- symbol: {value:?}\n  {key}: {value}\n"));
        site.write("content/r/report.yaml", format!("title: {value}\n{key}: {yaml}\n"));
        publishes_or_says_why(&site)
    });
}

#[test]
fn any_bytes_are_a_text_or_said_to_be_none() {
    check(60, &prop::collection::vec(any::<u8>(), 0..200), |bytes| {
        let site = site(&[]);
        site.write("content/r/01.md", &bytes);
        site.write("content/r/footnotes.yaml", &bytes);
        publishes_or_says_why(&site)
    });
}

#[test]
fn any_characters_are_a_text_or_said_to_be_none() {
    let text = || prop::collection::vec(any::<char>(), 0..120).prop_map(String::from_iter);
    check(60, &(text(), text()), |(text, yaml)| {
        let site = site(&[text]);
        site.write("content/r/footnotes.yaml", &yaml);
        publishes_or_says_why(&site)
    });
}

#[test]
fn nesting_of_markup_has_no_end_and_does_no_harm() {
    let pieces = [
        "> ",
        "- ",
        "1. ",
        "> - ",
        "- > ",
        "[",
        "![",
        "![[",
        "[[^a]",
        "[a](",
        "](#a)",
        "*",
        "**a _b ",
        "`",
        "`` ` ",
        "((",
        "# ",
        "~~",
        "<b>",
        "<b><i>",
        "<span title='",
        "<!-- ",
        "<div>\n",
        "<details>\n\n",
        "<ul><li>",
        "<table><tr><td>",
        "[^a]: ",
        "[^a]: - ",
        "Từ\n: ",
        "| ",
        "\\",
        "&",
    ];
    for piece in pieces {
        // Ten thousand deep, however many a piece opens.
        let opened = piece.matches(['<', '[', '(']).count().max(1);
        let site = site(&[piece.repeat(10_000 / opened)]);
        let result = publishes_or_says_why(&site);
        assert!(result.is_ok(), "{piece}: {result:?}");
    }
}

#[test]
fn nesting_of_yaml_has_no_end_and_does_no_harm() {
    let pieces = ["[", "{a: ", "- ", "? ", "a:\n ", "!!a ", "&a ", "'", "- - {"];
    for piece in pieces {
        let site = site(&["Một.\n".to_owned()]);
        site.write("content/r/footnotes.yaml", piece.repeat(10_000));
        let result = publishes_or_says_why(&site);
        assert!(result.is_ok(), "{piece}: {result:?}");
    }
}

/// Lists within lists, each indented further, and every one closed.
#[test]
fn nesting_by_indentation_does_no_harm() {
    let items = (0..400).fold(String::new(), |text, depth| text + &"  ".repeat(depth) + "- a\n");
    let notes = (0..2_000).fold("Một[^0].\n\n".to_owned(), |text, note| {
        text + &format!("[^{note}]: Xem[^{}].\n\n", note + 1)
    });
    for text in [items, notes + "[^2000]: Hết.\n"] {
        let outcome = site(&[text]).build();
        assert!(outcome.published, "{:#?}", places(&outcome));
    }
}
