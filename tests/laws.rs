//! What holds whatever an author writes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::fmt::Write as _;

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

/// A block of a report; what it refers to is defined by [`report`].
fn block() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Ủy ban nhân dân"),
        Just("tỉnh"),
        Just("Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ"),
        Just("năm 2023[^a]"),
        Just("đạt 8,05%[^b][^c]"),
        Just("**mạnh[^a]**"),
        Just("`[^a]`"),
        Just("\\[^a]"),
        Just("[liên kết[^b]](https://khac.example/)"),
        Just("[](#fn-a)"),
        Just("<small>nhỏ[^c]</small>"),
        Just("!"),
        Just("a_b_c"),
    ];
    let line = prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "));
    let lines = prop::collection::vec(line.clone(), 1..4);
    prop_oneof![
        4 => lines.clone().prop_map(|lines| lines.join("\n")),
        2 => line.clone().prop_map(|line| format!("# {line}")),
        2 => line.clone().prop_map(|line| format!("## {line}")),
        1 => lines.clone().prop_map(|lines| format!("- {}", lines.join("\n- "))),
        1 => lines.clone().prop_map(|lines| format!("> {}", lines.join("\n> "))),
        1 => line.clone().prop_map(|line| {
            format!("| A | B |\n|---|---|\n| {} | x |", line.replace('|', "/"))
        }),
        1 => line.prop_map(|line| format!("```\n{line}\n```")),
        1 => Just("---".to_owned()),
        1 => Just("<div>\n<p>Khối</p>\n</div>".to_owned()),
    ]
}

fn blocks() -> impl Strategy<Value = Vec<String>> {
    let defined = "Trước hết[^a] có[^b] và[^c].\n\n[^a]: A, xem[^d].\n[^b]: B.\n\n    Đoạn \
                   hai.\n[^c]: C.\n[^d]: D.";
    prop::collection::vec(block(), 1..12).prop_map(move |mut blocks| {
        blocks.insert(0, defined.to_owned());
        blocks
    })
}

/// A site with one report in the files given.
fn site(files: &[String]) -> Site {
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    for (index, text) in files.iter().enumerate() {
        site.write(&format!("content/r/{index:02}.md"), text);
    }
    site
}

/// Blocks that the parser would join (two lists, two quotes) are parted by a paragraph first.
fn parted(blocks: Vec<String>) -> Vec<String> {
    let mut parted: Vec<String> = Vec::new();
    for block in blocks {
        let joins = |sign: &str| {
            block.starts_with(sign) && parted.last().is_some_and(|last| last.starts_with(sign))
        };
        if joins("- ") || joins("> ") {
            parted.push("Giữa.".to_owned());
        }
        parted.push(block);
    }
    parted
}

#[test]
fn any_cut_of_the_text_into_files_gives_the_same_bytes() {
    let cuts = prop::collection::vec(any::<bool>(), 16);
    check(60, &(blocks(), cuts), |(blocks, cuts)| {
        let blocks = parted(blocks);
        let whole = site(&[blocks.join("\n\n")]);
        let mut files = vec![String::new()];
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 && cuts[index % cuts.len()] {
                files.push(String::new());
            }
            let last = files.last_mut().expect("a file");
            let _ = write!(last, "{block}\n\n");
        }
        let files: Vec<_> = files.iter().map(|text| text.trim_end().to_owned()).collect();
        let cut = site(&files);
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
        let outcome = site(&[blocks.join("\n\n")]).build();
        prop_assert!(outcome.published, "{:#?}", places(&outcome));
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

#[test]
fn any_text_is_published_or_said_to_be_wrong() {
    check(300, &(hostile(), hostile(), hostile()), |(text, directive, page)| {
        let site = site(&[text]);
        site.write("content/r/directives/01.md", directive);
        site.write("content/trang.md", page);
        publishes_or_says_why(&site)
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
fn nesting_has_no_end_and_no_harm() {
    for piece in ["> ", "- ", "[", "![", "*", "<b>", "<div>\n", "[^a]: ", "`", "((", "# "] {
        let site = site(&[piece.repeat(10_000)]);
        let result = publishes_or_says_why(&site);
        assert!(result.is_ok(), "{piece}: {result:?}");
    }
}
