//! A good report, broken a thousand times in every way that congbo knows, and changed a thousand
//! times in ways that are right.
//!
//! For each code there is at least one way to break the report. Each must be reported with its
//! code, file and line, and with nothing besides; what is right must be silent. All is drawn from a
//! fixed seed.

#![allow(
    clippy::expect_used,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "what a test stands on must be there, and figures are for the reader of its run"
)]

mod support;

use std::collections::BTreeMap;

use congbo::diag::Code;
use support::{Draw, Site, places};
use unicode_normalization::UnicodeNormalization;

const COUNT: usize = 1000;

/// Codes of what no text of a report can have: bytes, and sites that were made by others.
const ELSEWHERE: &[Code] = &[
    Code::EncodingInvalid,
    Code::FootnoteBacklinkBroken,
    Code::FootnoteBacklinkMissing,
    Code::PageOrphaned,
    Code::PageUnread,
];

/// Words of reports, none of which means anything to a rule.
const WORDS: &[&str] = &[
    "tỉnh",
    "huyện",
    "công",
    "tác",
    "điều",
    "hành",
    "phát",
    "triển",
    "kinh",
    "tế",
    "nông",
    "thôn",
    "mới",
    "đầu",
    "tư",
    "vốn",
    "dự",
    "án",
    "đường",
    "trường",
    "học",
    "y",
    "viên",
    "chức",
    "cán",
    "bộ",
    "tập",
    "huấn",
    "kết",
    "quả",
    "đạt",
    "tăng",
    "giảm",
    "kế",
    "hoạch",
    "quý",
    "thu",
    "chi",
];

/// So many words.
fn words(draw: &mut Draw, count: usize) -> String {
    let words: Vec<&str> = (0..count).map(|_| *draw.pick(WORDS)).collect();
    words.join(" ")
}

type Files = BTreeMap<String, String>;

/// A report in which nothing is wrong.
fn good(draw: &mut Draw) -> Files {
    let mut one = format!("# {} {{#mot}}\n\n", words(draw, 4));
    let mut two =
        format!("# {} {{#hai}}\n\n## {} {{#hai-mot}}\n\n", words(draw, 4), words(draw, 3));
    for (text, notes) in [(&mut one, ["a", "b"]), (&mut two, ["c", "d"])] {
        for note in notes {
            let (start, end) = (words(draw, 9), words(draw, 5));
            *text += &format!("Trong {start}[^{note}], {end}.\n\n");
        }
        *text += &format!("| Năm | Thu |\n|---|---|\n| 2023 | {} |\n\n", draw.below(900));
    }
    one += &format!("[^a]: Lời {}.\n\n[^b]: Lời {}.\n", words(draw, 6), words(draw, 6));
    two += "[](directives/)\n";
    let yaml = format!("c: Lời {}.\nd: Lời {}.\n", words(draw, 6), words(draw, 6));
    let directive =
        format!("---\nsummary: {}\nlead: Sở A\n---\n{}.\n", words(draw, 4), words(draw, 9));
    [
        ("content/site.yaml", "title: Trang thử\nbase_url: https://vi-du.example/\n".to_owned()),
        ("content/abbreviations.yaml", "CCHC: cải cách hành chính\n".to_owned()),
        (
            "content/r/report.yaml",
            "title: Báo cáo thử\nnumber: 1\nsymbol: BC-UBND\ndate: 2024-01-05\nnumbering: [roman, decimal]\n"
                .to_owned(),
        ),
        ("content/r/01.md", one),
        ("content/r/02.md", two),
        ("content/r/footnotes.yaml", yaml),
        ("content/r/directives/01.md", directive),
        ("content/r/a.png", "png".to_owned()),
        ("content/r/so.csv", "Năm;Thu\n2022;1.234,5\n2023;18,05\n".to_owned()),
    ]
    .map(|(path, text)| (path.to_owned(), text))
    .into()
}

/// Puts a block between two blocks of the text; the line of its `offset`th line.
fn insert(draw: &mut Draw, files: &mut Files, block: &str, offset: usize) -> String {
    let path = ["content/r/01.md", "content/r/02.md"][draw.below(2)];
    let text = files.get_mut(path).expect("a file");
    let gaps: Vec<usize> = text.match_indices("\n\n").map(|(at, _)| at + 2).collect();
    let at = gaps[draw.below(gaps.len())];
    let line = text[..at].matches('\n').count() + 1 + offset;
    text.insert_str(at, &format!("{block}\n\n"));
    format!("{path}:{line}")
}

/// Puts a line before one of report.yaml.
fn insert_field(draw: &mut Draw, files: &mut Files, field: &str) -> String {
    let text = files.get_mut("content/r/report.yaml").expect("a file");
    let starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let at = starts[draw.below(starts.len())];
    let line = text[..at].matches('\n').count() + 1;
    text.insert_str(at, &format!("{field}\n"));
    format!("content/r/report.yaml:{line}")
}

fn replace(files: &mut Files, path: &str, from: &str, to: &str) -> String {
    let text = files.get_mut(path).expect("a file");
    let line = text[..text.find(from).expect("the text")].matches('\n').count() + 1;
    *text = text.replacen(from, to, 1);
    format!("{path}:{line}")
}

/// Breaks the report in the way that a code is about; where it must be reported.
#[expect(clippy::too_many_lines, reason = "one arm a code")]
fn break_with(code: Code, draw: &mut Draw, files: &mut Files) -> String {
    let (words, more, number) = (words(draw, 6), words(draw, 5), draw.below(90) + 10);
    let mut block = |text: String, offset: usize| insert(draw, files, &text, offset);
    match code {
        Code::FootnoteUndefined => block(format!("{words}[^x{number}] {more}."), 0),
        Code::FootnoteUnused => block(format!("[^x{number}]: {words}."), 0),
        Code::FootnoteDuplicate => {
            let id = ["c", "d"][number % 2];
            files
                .get_mut("content/r/02.md")
                .expect("a file")
                .push_str(&format!("\n[^{id}]: {words}.\n"));
            let line = files["content/r/footnotes.yaml"]
                .lines()
                .position(|line| line.starts_with(id))
                .expect("the note");
            format!("content/r/footnotes.yaml:{}", line + 1)
        }
        Code::FootnoteEmpty => block(format!("{words}[^x{number}].\n\n[^x{number}]:"), 2),
        Code::FootnoteCycle => {
            block(format!("[^x{number}]: {words}[^y].\n\n[^y]: {more}[^x{number}]."), 0)
        }
        Code::ReferenceUnresolved => block(format!("{words} [{more}](#x-{number}-y)."), 0),
        Code::IndicatorUnsupported => {
            let path = "content/r/footnotes.yaml";
            let entry = format!("x: Đạt 1{number}%.\n");
            files.get_mut(path).expect("a file").push_str(&entry);
            files.get_mut("content/r/01.md").expect("a file").push_str("\nXem[^x].\n");
            let report = files.get_mut("content/r/report.yaml").expect("a file");
            let line = report.lines().count() + 3;
            report.push_str(&format!(
                "indicators:\n  - label: {words}\n    value: {number}\n    stated_in: fn-x\n"
            ));
            format!("content/r/report.yaml:{line}")
        }
        Code::ChartDataInvalid => {
            let (cell, line) =
                [(format!("{number} hộ"), 2), ("1;2".to_owned(), 2)][number % 2].clone();
            files.insert("content/r/x.csv".to_owned(), format!("Năm;Số\n2024;{cell}\n"));
            insert(
                draw,
                files,
                &format!("```chart\ndata: x.csv\ntype: bar\ntitle: {words}\n```"),
                0,
            );
            format!("content/r/x.csv:{line}")
        }
        Code::AnchorDuplicate => block(format!("{words}\n\n# {more} {{#mot}}"), 2),
        Code::NumberMismatch => replace(files, "content/r/02.md", "{#hai}", "{#hai n=V}"),
        Code::DirectiveUnplaced => {
            replace(files, "content/r/02.md", "[](directives/)", &words);
            "content/r/directives/01.md:1".to_owned()
        }
        Code::DirectiveMissing => block(format!("[](directives/x{number}/)"), 0),
        Code::LinkBroken => block(format!("{words} [{more}](/x-{number}/y)."), 0),
        Code::AssetMissing => block(format!("{words} [{more}](x-{number}.xlsx)."), 0),
        Code::FieldUnknown => insert_field(draw, files, &format!("ghi_chu_{number}: a")),
        Code::FieldInvalid => replace(files, "content/r/report.yaml", "2024-01-05", "2024-13-05"),
        Code::FieldMissing => {
            replace(files, "content/r/report.yaml", "title: Báo cáo thử\n", "");
            "content/r/report.yaml:1".to_owned()
        }
        Code::YamlInvalid => insert_field(draw, files, &format!("\tx: {number}")),
        Code::FileMisnamed => {
            let text = files.remove("content/r/footnotes.yaml").expect("a file");
            let name = ["footnotes.yml", "Footnotes.yaml", "footnotes.yaml.txt"][number % 3];
            files.insert(format!("content/r/{name}"), text);
            format!("content/r/{name}:1")
        }
        Code::TableCellLost => {
            block(format!("| {words} | A |\n|---|---|\n| a | b | {number} |"), 2)
        }
        Code::IgnoreInvalid => block("<!-- congbo: ignore tone-mixed -->".to_owned(), 0),
        Code::PathUnsafe => block(format!("{words} [{more}](javascript:x{number})."), 0),
        Code::TemplateInvalid => {
            files.insert("templates/report.html".to_owned(), "{% if %}\n".to_owned());
            "templates/report.html:1".to_owned()
        }
        Code::TextsInvalid => {
            let key = ["outlines", "muc-luc", "footnote"][number % 3];
            let text = format!("site-home = {words}\nsite-{key} = {more}\n");
            files.insert("templates/vi.ftl".to_owned(), text);
            "templates/vi.ftl:2".to_owned()
        }
        Code::ProofFailed => {
            let template = "{% extends \"base.html\" %}{% block main %}<a href=\"x/\">x</a>{% endblock main %}";
            files.insert("templates/abbreviations.html".to_owned(), template.to_owned());
            "tu-viet-tat/index.html".to_owned()
        }
        Code::FootnoteOrder => {
            block(format!("{words}[^9], {more}[^8].\n\n[^9]: A.\n\n[^8]: B."), 0)
        }
        Code::MetadataMissing => {
            replace(files, "content/r/report.yaml", "number: 1\n", "");
            "content/r/report.yaml:2".to_owned()
        }
        Code::CitationSuspect => {
            let cited = [
                "Công điện số 5/CE-TTg ngày 05/12/2023",
                "Nghị quyết số 10/NQ-HDND ngày 15/3/2024",
                "Kế hoạch số 12/KH-UNBD ngày 15/3/2024",
                "Quyết định số 468/QĐ/TTg ngày 27/3/2021",
                "Nghị định số 61/2018/NĐ-CP ngày 23/4/2028",
            ][number % 5];
            block(format!("Theo {cited}, {more}."), 0)
        }
        Code::HeadingSkipped => {
            files
                .get_mut("content/r/02.md")
                .expect("a file")
                .push_str(&format!("\n#### {words}\n"));
            format!("content/r/02.md:{}", files["content/r/02.md"].lines().count())
        }
        Code::ImageAltMissing => block(format!("{words} ![](a.png) {more}."), 0),
        Code::MarkupSuspect => match number % 5 {
            0 => block(format!("##K{words}"), 0),
            1 => block(format!("| {words} | {number} |\n| {more} | 1 |"), 0),
            2 => block(format!("{words} [{more}](a b.xlsx)."), 0),
            3 => block(format!("{words}\n- {more}."), 1),
            _ => block(format!("– {words};\n– {more}."), 1),
        },
        Code::PlaceholderLeft => match number % 6 {
            4 => block(format!("{words} đạt ...% {more}."), 0),
            5 => block(format!("{words} Error! Bookmark not defined. {more}."), 0),
            0 => block(format!("{words} ban hành ... thông báo {more}."), 0),
            1 => block(format!("{words}: ngày ... tháng ... năm 2024, {more}."), 0),
            2 => block(format!("{words} theo Quyết định số /QĐ-UBND về {more}."), 0),
            _ => block(format!("Công văn số    /UBND-TH về {more}."), 0),
        },
        Code::TextRepeated => {
            if number.is_multiple_of(4) {
                return block(format!("{words} của\ncủa {more}."), 1);
            }
            let passage = (0..25).map(|at| format!("{words} {at}")).collect::<Vec<_>>().join(" ");
            match number % 3 {
                0 => block(format!("{passage}\n{passage}."), 1),
                1 => block(format!("{passage}; {more}.\nTrong đó\n{passage}; {more}."), 2),
                _ => block(format!("[^x]: {passage}.\n\n    {passage}.\n\n{words}[^x]."), 2),
            }
        }
        Code::BracketUnbalanced => match number % 3 {
            // A bracket may be closed in a later paragraph of the section, but not of a note.
            0 => block(format!("[^x]: {words} ({more}.\n\n{more}[^x]."), 0),
            // The last word is none that could count, as "y)" does.
            1 => block(format!("{words} (a) {more}, b) {words} tỉnh)."), 0),
            _ => block(format!("{words} tỉnh) {more}."), 0),
        },
        Code::QuoteUnbalanced => match number % 3 {
            0 => block(format!("[^x]: {words} “{more}.\n\n{more}[^x]."), 0),
            1 => block(format!("{words} \"{more}\" và {words}\"."), 0),
            _ => block(format!("{words}” {more}."), 0),
        },
        Code::PunctuationDoubled => {
            let signs = ["..", ",,", ";;", ", ,", "; .", ",."][number % 6];
            block(format!("{words}{signs} {more}."), 0)
        }
        Code::BlankMissing => {
            let run_on = [
                "đạt.Trong",
                "đạt,trong",
                "đạt;trong",
                "đạt ,trong",
                "bản(trong đó)",
                "lệ:98%",
                "tế -xã hội",
            ][number % 7];
            block(format!("{words} {run_on} {more}."), 0)
        }
        Code::CombiningMarkLeft => {
            let word = ["x\u{303}\u{323}y", "tiên\u{301}", "e\u{309}\u{302}"][number % 3];
            block(format!("{words} {word} {more}."), 0)
        }
        Code::LegacyEncoding => {
            let text = [
                "nh©n d©n",
                "caùc baïn",
                "Ä‘áº§u tÆ°",
                "c¸c ®¬n vÞ",
                "Ðảng",
                "\u{F0B7}",
                "nh\u{200B}ân",
            ][number % 7];
            block(format!("{words} {text} {more}."), 0)
        }
        Code::SuperscriptLeft => match number % 2 {
            0 => block(format!("{words} {more}.¹²"), 0),
            _ => block(format!("{words} máy¹ {more}."), 0),
        },
        Code::CitationIncomplete => block(format!("Theo Nghị quyết số {number}/NQ-CP, {more}."), 0),
        Code::DateForm => match number % 3 {
            0 => {
                block(format!("05/12/2023, 06/12/2023, 07/12/2023:\n{words} 8/12/2023 {more}."), 1)
            }
            1 => {
                let right = "ngày 10 tháng 3 năm 2024";
                block(format!("{right}, {right}, {right}\nvà ngày 11 tháng 04 năm 2024 {more}."), 1)
            }
            _ => {
                let days =
                    ["Ngày 05 tháng 13 năm 2024", "tháng 13/2024", "quý V/2024", "ngày 31/11"];
                block(format!("{words} {} {more}.", days[number / 3 % 4]), 0)
            }
        },
        Code::AbbreviationUndefined => match number % 3 {
            0 => block(format!("[^x]: {words} DDK.\n\n{more}[^x]."), 0),
            1 => block(format!("{words} DDK (đợt {number}) {more}."), 0),
            _ => block(format!("{words} DDK {more}."), 0),
        },
        Code::ToneMixed => match number % 2 {
            0 => block(format!("{words} thuý, hoà, toà\nvà Ủy ban {more}."), 1),
            _ => block(format!("{words} văn hóa, hòa, tòa\nvà hoà {more}."), 1),
        },
        Code::HtmlRemoved => block(format!("{words} <font>{more}</font>."), 0),
        Code::IgnoreUnused => {
            block(format!("<!-- congbo: ignore citation-suspect: {words} -->\n\n{more}."), 0)
        }
        Code::EncodingInvalid
        | Code::FootnoteBacklinkBroken
        | Code::FootnoteBacklinkMissing
        | Code::PageOrphaned
        | Code::PageUnread => unreachable!("not of the text of a report"),
    }
}

/// Whether a finding is that of `code` at `place`, which is a file and a line or, for a page that
/// was made, the page.
fn is_at(found: &str, code: Code, place: &str) -> bool {
    let (at, name) = found.split_once(' ').expect("a place and a code");
    name == code.name() && at.strip_prefix(place).is_some_and(|rest| rest.starts_with(':'))
}

fn site(files: &Files) -> Site {
    Site::of(files.iter().map(|(path, text)| (path.as_str(), text.as_str())))
}

/// What `judge` says of each seed, on every core.
fn judged(judge: impl Fn(usize) -> Option<String> + Sync) -> Vec<String> {
    let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    std::thread::scope(|scope| {
        let judge = &judge;
        let workers: Vec<_> = (0..threads)
            .map(|first| {
                let seeds = (first..COUNT).step_by(threads);
                scope.spawn(move || seeds.filter_map(judge).collect::<Vec<_>>())
            })
            .collect();
        workers.into_iter().flat_map(|worker| worker.join().expect("a verdict")).collect()
    })
}

#[test]
fn every_way_to_break_a_report_is_reported_at_its_place() {
    let codes: Vec<Code> =
        Code::ALL.iter().copied().filter(|code| !ELSEWHERE.contains(code)).collect();
    let wrong = judged(|seed| {
        let mut draw = Draw(u64::try_from(seed).expect("a seed"));
        let code = codes[seed % codes.len()];
        let mut files = good(&mut draw);
        let place = break_with(code, &mut draw, &mut files);
        let found = places(&site(&files).build());
        let right = matches!(&found[..], [one] if is_at(one, code, &place));
        (!right).then(|| format!("{seed}: {} at {place}, found {found:?}", code.name()))
    });
    println!("{COUNT} mutations over {} codes: {} wrong", codes.len(), wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Paragraphs that look like mistakes and are none.
fn lawful(draw: &mut Draw) -> String {
    let (words, more, number) = (words(draw, 6), words(draw, 5), draw.below(900) + 100);
    let lines = [
        format!("a) {words} (đạt {number}%): 1) {more}, 2) {words}."),
        format!("{words}, {more}... {words}; {more}, v.v."),
        format!("{words} “{more} “{words}””, \"{more}\"."),
        format!("Rộng {number} m², {words} 5 người/km²; tỷ lệ 1/{number}, đạt 12/15 chỉ tiêu."),
        format!("Theo Nghị quyết số {number}/NQ-CP ngày 06/01/2023 của Chính phủ, {words}."),
        format!(
            "Theo Kết luận số 48-KL/TW ngày 30/01/2023, Nghị định số {number}/2020/NĐ-CP, {more}."
        ),
        format!("Công tác CCHC {words}; vốn ODA (viện trợ phát triển chính thức); khóa XVIII."),
        format!("{words} tại TP.Hà Tĩnh, {more} 18.500 tỷ đồng, 102,5%."),
        format!("Từ 12/8/2023 đến 31/3/2024, {words}; ngày 05 tháng 12 năm 2023 {more}."),
        format!("{words}:\n\n- {more};\n- {words}."),
        format!("3. {words}\n4. {more}"),
        format!("`{words} ( “ ... số    /x` {more}."),
        format!("**{words}** và *{more}*."),
        format!("> {words}\n> {more}"),
        format!("<!-- {words} -->\n\n{more}."),
        "```\n    [^x] (( .. số   /\n```".to_owned(),
        format!("Xem [](#mot), [](#hai-mot), [](#nv-1) và [{words}](#fn-a)."),
        format!("{words}\\* {more}, văn hóa, quý, hoàn thành."),
        format!("“b) {words}; b.1) {more}; d10) {words}; iv) {more}”."),
        format!("{words} (gồm a) {more}; b) {words}), {more}."),
        format!("{words}, {more},... và {words} ({more},...); v.v.. {words}."),
        format!("Chủ đề \"{words} 2023\" và ‟{more}”, máy 15\"."),
        format!("{words} (sau đây gọi là Hiệp định EVX) và EVX; nhóm IIA; Công ty VFX {more}."),
        format!("{words} của đồng chí Nguyễn Thị Thuý, văn hóa, {more}."),
        format!("{words} {number} kW·h, {more} 2 W/m²K, x\u{304} = {number}."),
        format!("```chart\ndata: so.csv\ntype: line\ntitle: {words}\n```"),
        format!("“{words} ... {more}”; những ngày tháng năm 1945; {more}."),
    ];
    lines[draw.below(lines.len())].clone()
}

/// The same report in another form.
fn change(draw: &mut Draw, files: &mut Files) {
    let block = lawful(draw);
    insert(draw, files, &block, 0);
    let one = files.get("content/r/01.md").cloned().expect("a file");
    let changed = match draw.below(7) {
        0 => one.replace('\n', "\r\n"),
        1 => format!("\u{feff}{one}"),
        2 => one.nfd().collect(),
        3 => one.replace("\n\n", "\n\n\n"),
        4 => one.replace(".\n", ". \n"),
        5 => {
            let at = one.find("\n\nTrong").expect("a paragraph") + 2;
            files.insert("content/r/01-b.md".to_owned(), one[at..].to_owned());
            one[..at].to_owned()
        }
        _ => one,
    };
    files.insert("content/r/01.md".to_owned(), changed);
}

#[test]
fn what_is_right_is_silent() {
    let wrong = judged(|seed| {
        let mut draw = Draw(u64::try_from(seed).expect("a seed") + 1_000_000);
        let mut files = good(&mut draw);
        change(&mut draw, &mut files);
        let outcome = site(&files).build();
        let found = places(&outcome);
        (!found.is_empty() || !outcome.published).then(|| {
            let lines: Vec<&str> = found
                .iter()
                .filter_map(|at| {
                    let mut parts = at.split(':');
                    let text = files.get(parts.next()?)?;
                    text.lines().nth(parts.next()?.parse::<usize>().ok()? - 1)
                })
                .collect();
            format!("{seed}: {found:?} {lines:?}")
        })
    });
    println!("{COUNT} harmless changes: {} with findings", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
