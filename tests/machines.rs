//! What programs make of a site: entries for reference managers are read by another reader, the
//! metadata of every page is parsed and leads to what there is, and a page stays light.

#![expect(clippy::expect_used, reason = "a site that cannot be built has failed")]

mod support;

use std::collections::BTreeMap;
use std::io::Write as _;

use biblatex::{Bibliography, ChunksExt as _, DateValue, EntryType, PermissiveType};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::Value;
use support::Site;

const BASE: &str = "https://congbo.example/";

fn sample() -> BTreeMap<String, String> {
    let site = Site::sample();
    assert!(site.build().published);
    let texts = site.published().into_iter();
    texts.filter_map(|(path, bytes)| Some((path, String::from_utf8(bytes).ok()?))).collect()
}

// Citations.

/// A report whose fields have every sign that TeX reads as its own.
fn odd() -> Site {
    Site::of([
        ("content/site.yaml", "title: Trang thử\nbase_url: https://vi-du.example/\n"),
        (
            "content/năm 2023/báo cáo/report.yaml",
            "title: 'Đạt 50 % & {hơn} 2^3 #1 ~ $5 a_b \\c, “lời”'\nnumber: 15\nsymbol: BC_2-UBND\n\
             issuer: {name: 'Ủy ban nhân dân xã A & } B'}\nplace: 'Ví {Dụ'\ndate: 2023-12-05\n\
             status: final\n",
        ),
        ("content/năm 2023/báo cáo/01.md", "# Một\n\nMột đoạn.\n"),
    ])
}

#[test]
fn another_reader_of_biblatex_reads_what_was_written() {
    let site = odd();
    assert!(site.build().published);
    let text = site.page("năm 2023/báo cáo/trich-dan.bib");
    let read = Bibliography::parse(&text).expect("BibLaTeX");
    let entry = read.iter().next().expect("an entry");
    assert_eq!((read.len(), &entry.entry_type), (1, &EntryType::Report));
    assert!(entry.verify().is_ok(), "no field is missing or cannot be read");
    assert_eq!(entry.key, "năm_2023:báo_cáo");
    let title = entry.title().expect("a title").format_verbatim();
    assert_eq!(title, "Đạt 50 % & {hơn} 2^3 #1 ~ $5 a_b \\c, “lời”");
    assert_eq!(entry.number().expect("a number").format_verbatim(), "15/BC_2-UBND");
    assert_eq!(entry.author().expect("an author")[0].name, "Ủy ban nhân dân xã A & } B");
    assert_eq!(entry.location().expect("a place").format_verbatim(), "Ví {Dụ");
    // To readers in the manner of BibTeX, a brace is one behind a backslash as well.
    let depth = text.chars().try_fold(0u32, |depth, sign| match sign {
        '{' => Some(depth + 1),
        '}' => depth.checked_sub(1),
        _ => Some(depth),
    });
    assert_eq!((depth, text.lines().count()), (Some(0), 11), "{text}");
    let PermissiveType::Typed(date) = entry.date().expect("a date") else { unreachable!("{text}") };
    let DateValue::At(date) = date.value else { unreachable!("{text}") };
    assert_eq!((date.year, date.month, date.day), (2023, Some(11), Some(4)));
    let url = "https://vi-du.example/n%C4%83m%202023/b%C3%A1o%20c%C3%A1o/";
    assert_eq!(entry.url().expect("an address"), url);
}

#[test]
fn no_two_reports_have_one_key() {
    let paths = ["a/b", "a-b", "a b", "a.b", "a_b", "a/b/c", "a/b-c"];
    let site = Site::of([("content/site.yaml", "title: Trang thử\n")]);
    for path in paths {
        site.write(&format!("content/{path}/report.yaml"), "title: Báo cáo\n");
        site.write(&format!("content/{path}/01.md"), "Một đoạn.\n");
    }
    assert!(site.build().published);
    let mut keys = BTreeMap::new();
    for path in paths {
        let read = Bibliography::parse(&site.page(&format!("{path}/trich-dan.bib"))).expect("one");
        let key = read.iter().next().expect("an entry").key.clone();
        let items: Value =
            serde_json::from_str(&site.page(&format!("{path}/trich-dan.json"))).expect("JSON");
        assert_eq!(items[0]["id"], key.as_str());
        assert_eq!(keys.insert(key, path), None, "{path}");
    }
}

#[test]
fn every_report_of_the_sample_has_entries_that_are_read() {
    let files = sample();
    let entries: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".bib")).collect();
    assert_eq!(entries.len(), 2);
    for (path, text) in entries {
        let read = Bibliography::parse(text).expect("BibLaTeX");
        assert!(read.iter().next().expect("an entry").verify().is_ok(), "{path}");
        let json = files.get(&path.replace(".bib", ".json")).expect("the same as CSL-JSON");
        let items: Value = serde_json::from_str(json).expect("JSON");
        assert_eq!(items[0]["type"], "report");
        assert_eq!(items[0]["author"][0]["literal"], items[0]["publisher"]);
        let parts = items[0]["issued"]["date-parts"][0].as_array().expect("a date");
        assert!(!parts.is_empty() && parts.iter().all(Value::is_u64), "{json}");
    }
}

// Metadata.

/// The data in the head of a page.
fn data(page: &str) -> Option<Value> {
    let (_, rest) = page.split_once("<script type=\"application/ld+json\">")?;
    let (text, _) = rest.split_once("</script>").expect("an end");
    Some(serde_json::from_str(text).expect("JSON"))
}

/// Every address in a value.
fn addresses(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) if text.starts_with(BASE) => found.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| addresses(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| addresses(value, found)),
        _ => {}
    }
}

#[test]
fn the_data_of_every_page_is_json_that_leads_to_pages() {
    let files = sample();
    let mut told = 0;
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html")) {
        let Some(data) = data(page) else { continue };
        told += 1;
        let mut found = Vec::new();
        addresses(&data, &mut found);
        assert!(!found.is_empty(), "{path}");
        for address in found.iter().filter(|address| !address.contains('{')) {
            let inner = address[BASE.len()..].split('#').next().unwrap_or_default();
            assert!(files.contains_key(&format!("{inner}index.html")), "{path}: {address}");
        }
    }
    let reports = files.keys().filter(|path| path.ends_with("report.json")).count();
    assert!(told > reports * 5, "{told}");
}

#[test]
fn a_report_says_what_it_is_and_nothing_that_is_not_known() {
    let files = sample();
    let draft = &files["bao-cao/2024/phong-chong-thien-tai-xa-vi-du/index.html"];
    let draft = data(draft).expect("data");
    let report = &draft["@graph"][0];
    assert_eq!(report["@type"], "Report");
    assert_eq!(report["creativeWorkStatus"], "Draft");
    assert_eq!(report["author"]["parentOrganization"]["name"], "Ủy ban nhân dân huyện Minh Họa");
    assert_eq!(report.get("reportNumber"), None);
    let crumbs = draft["@graph"][1]["itemListElement"].as_array().expect("a way here");
    assert_eq!(crumbs.last().expect("itself")["item"], report["url"]);
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/r/report.yaml", "title: '</script><b>'\n"),
        ("content/r/01.md", "Một đoạn.\n"),
    ]);
    assert!(site.build().published);
    let page = site.page("r/index.html");
    let data = data(&page).expect("data");
    assert_eq!(data["@graph"].as_array().map(Vec::len), Some(1), "no way without addresses");
    let fields = data["@graph"][0].as_object().expect("a report");
    for unknown in ["url", "author", "datePublished", "reportNumber", "publisher", "hasPart"] {
        assert!(!fields.contains_key(unknown), "{unknown}");
    }
    for unknown in ["og:url", "DCTERMS.creator", "DCTERMS.date", "DCTERMS.identifier"] {
        assert!(!page.contains(unknown), "{unknown}");
    }
    assert_eq!(fields["name"], "</script><b>");
}

/// The citation of an edition says that it is one; the text it is based on is none.
#[test]
fn a_readers_edition_is_based_on_the_text_that_was_signed() {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        (
            "content/r/report.yaml",
            "title: Kết quả\nnumber: 15\nsymbol: BC-UBND\ndate: 2023-12-05\nstatus: reader\n",
        ),
        ("content/r/01.md", "Một đoạn.\n"),
    ]);
    assert!(site.build().published);
    let data = data(&site.page("r/index.html")).expect("data");
    let report = &data["@graph"][0];
    let signed = "Báo cáo số 15/BC-UBND ngày 05 tháng 12 năm 2023 về kết quả";
    assert_eq!(report["alternateName"], format!("{signed} (bản dành cho người đọc)"));
    assert_eq!(report["isBasedOn"]["name"], signed);
}

// Light.

fn compressed(bytes: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes.as_bytes()).expect("to compress");
    encoder.finish().expect("to compress").len()
}

/// The page and what it asks for before anything is clicked: less than 30 KB, and no more than it
/// was made to be.
#[test]
fn a_section_page_with_all_it_needs_is_light() {
    let files = sample();
    let mut pages = 0;
    for (path, page) in &files {
        if !page.contains("<body class=\"kind-section\">") {
            continue;
        }
        pages += 1;
        let mut total = compressed(page);
        for (name, text) in &files {
            let hashed = name.rsplit('.').nth(1).is_some_and(|digest| digest.len() == 8);
            if hashed && page.contains(&format!("/{name}\"")) {
                total += compressed(text);
            }
        }
        assert!(total > compressed(page), "{path}: no style sheet");
        assert!(total <= 28_500, "{path}: {total}");
    }
    assert!(pages > 5, "{pages}");
}
