//! What a report is as data: `report.json` and the tables, whole.

#![expect(clippy::expect_used, reason = "data that cannot be read has failed")]

mod support;

use serde_json::{Value, json};
use support::{Site, places};

const REPORT: &str = "title: Báo cáo thử\nnumber: 5\nsymbol: BC-UBND\nissuer:\n  name: UBND XÃ\n\
                      \n  parent: UBND HUYỆN\nplace: Xã Thử\ndate: 2024-01-05\n\
                      occasion: Trình kỳ họp\nstatus: final\nsignature:\n  position: CHỦ TỊCH\n  \
                      name: Nguyễn Văn Thử\nrecipients: [Như trên, 'Lưu: VT']\n";

const TEXT: &str = "\
Mở đầu[^b].

# Kết quả

Theo Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ[^a][^b].

| Năm | Thu |
|---|---|
| 2023 | 18 |

[](directives/)

Đoạn \"cuối\", *có nhấn*; xem [](#nv-1).

[^a]: Ghi chú **một**, xem thêm[^c].

[^b]: Ghi chú hai.

[^c]: Ghi chú ba.
";

const DIRECTIVE: &str = "\
---
id: viec-mot
summary: Việc \"một\", hai
lead: [Sở Tài chính, Sở Nội vụ]
support: [Cục Thuế]
deadline: 2024-03-31
topics: [thu, chi]
state: open
---
Thực hiện[^c].

Báo cáo.
";

fn site() -> Site {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        (
            "content/documents.yaml",
            "- symbol: 01/NQ-CP\n  date: 2023-01-06\n  title: Về nhiệm vụ\n  url: https://vi-du.example/\n",
        ),
        ("content/bao-cao/r/report.yaml", REPORT),
        ("content/bao-cao/r/01.md", &TEXT.replace("#nv-1", "#viec-mot")),
        ("content/bao-cao/r/directives/01-mot.md", DIRECTIVE),
    ]);
    let outcome = site.build();
    assert_eq!(places(&outcome), [""; 0]);
    site
}

fn report() -> Value {
    serde_json::from_str(&site().page("bao-cao/r/report.json")).expect("JSON")
}

#[test]
fn the_head_is_what_report_yaml_says() {
    assert_eq!(
        report()["report"],
        json!({
            "path": "bao-cao/r",
            "url": "bao-cao/r/",
            "title": "Báo cáo thử",
            "type": "Báo cáo",
            "language": "vi",
            "number": "5",
            "symbol": "BC-UBND",
            "issuer": { "name": "UBND XÃ", "parent": "UBND HUYỆN" },
            "place": "Xã Thử",
            "date": "2024-01-05",
            "occasion": "Trình kỳ họp",
            "status": "final",
            "signature": {
                "authority": null, "acting": null, "position": "CHỦ TỊCH", "name": "Nguyễn Văn Thử"
            },
            "recipients": ["Như trên", "Lưu: VT"],
        })
    );
}

#[test]
fn sections_have_number_title_and_address() {
    let sections = &report()["sections"];
    assert_eq!(sections.as_array().map(Vec::len), Some(1));
    let section = &sections[0];
    for (field, expected) in [
        ("id", json!("ket-qua")),
        ("level", json!(1)),
        ("label", json!("Phần thứ nhất")),
        ("title", json!("Kết quả")),
        ("parent", json!(null)),
        ("url", json!("bao-cao/r/ket-qua/#ket-qua")),
    ] {
        assert_eq!(section[field], expected, "{field}");
    }
}

#[test]
fn paragraphs_stand_in_reading_order_without_those_of_directives_and_notes() {
    assert_eq!(
        report()["paragraphs"],
        json!([
            {
                "id": "p1", "section": null, "text": "Mở đầu[1].", "url": "bao-cao/r/#p1"
            },
            {
                "id": "ket-qua-p1",
                "section": "ket-qua",
                "text": "Theo Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính phủ[2][1].",
                "url": "bao-cao/r/ket-qua/#ket-qua-p1",
            },
            {
                "id": "ket-qua-p2",
                "section": "ket-qua",
                "text": "Đoạn \"cuối\", có nhấn; xem nhiệm vụ 1.",
                "url": "bao-cao/r/ket-qua/#ket-qua-p2",
            },
        ])
    );
}

#[test]
fn footnotes_have_every_place_that_refers_to_them() {
    let notes = &report()["footnotes"];
    let fields = |index: usize| {
        let note = &notes[index];
        json!([note["id"], note["number"], note["text"], note["url"], note["references"]])
    };
    let page = "bao-cao/r/ket-qua/";
    assert_eq!(
        fields(0),
        json!([
            "b",
            1,
            "Ghi chú hai.",
            "bao-cao/r/chu-thich/#fn-b",
            ["bao-cao/r/#fnref-b", format!("{page}#fnref-b")],
        ])
    );
    assert_eq!(
        fields(1),
        json!([
            "a",
            2,
            "Ghi chú một, xem thêm[3].",
            "bao-cao/r/chu-thich/#fn-a",
            [format!("{page}#fnref-a")],
        ])
    );
    assert_eq!(
        fields(2),
        json!([
            "c",
            3,
            "Ghi chú ba.",
            "bao-cao/r/chu-thich/#fn-c",
            [format!("{page}#fnref-c"), "bao-cao/r/chu-thich/#fnref-c"],
        ])
    );
    assert!(notes[1]["html"].as_str().is_some_and(|html| html.contains("<strong>một</strong>")));
}

#[test]
fn directives_have_their_front_matter_and_text() {
    assert_eq!(
        report()["directives"],
        json!([{
            "id": "viec-mot",
            "number": 1,
            "label": "Nhiệm vụ 1",
            "list": null,
            "summary": "Việc \"một\", hai",
            "lead": ["Sở Tài chính", "Sở Nội vụ"],
            "support": ["Cục Thuế"],
            "deadline": "2024-03-31",
            "topics": ["thu", "chi"],
            "state": "open",
            "text": "Thực hiện[3]. Báo cáo.",
            "url": "bao-cao/r/ket-qua/#viec-mot",
        }])
    );
}

#[test]
fn documents_have_what_text_and_registry_know() {
    assert_eq!(
        report()["documents"],
        json!([{
            "id": "nghi-quyet-01-nq-cp-2023",
            "symbol": "01/NQ-CP",
            "kind": "Nghị quyết",
            "date": "2023-01-06",
            "issuer": "Chính phủ",
            "title": "Về nhiệm vụ",
            "address": "https://vi-du.example/",
            "url": "bao-cao/r/van-ban/#nghi-quyet-01-nq-cp-2023",
            "mentions": ["bao-cao/r/ket-qua/#vbref-nghi-quyet-01-nq-cp-2023"],
        }])
    );
}

/// Every address in the data leads to an element with that id.
#[test]
fn every_address_in_the_data_is_on_a_page() {
    fn addresses(value: &Value, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str() {
                        Some(url) if name == "url" => found.push(url.to_owned()),
                        _ => addresses(value, found),
                    }
                }
                for list in ["references", "mentions"] {
                    let list = fields.get(list).and_then(Value::as_array);
                    let urls = list.into_iter().flatten().filter_map(Value::as_str);
                    found.extend(urls.map(str::to_owned));
                }
            }
            Value::Array(items) => items.iter().for_each(|item| addresses(item, found)),
            _ => {}
        }
    }
    let site = site();
    let report = serde_json::from_str(&site.page("bao-cao/r/report.json")).expect("JSON");
    let mut found = Vec::new();
    addresses(&report, &mut found);
    assert!(found.len() > 10, "{found:?}");
    for url in found {
        let (page, id) = url.split_once('#').unwrap_or((&url, "_main"));
        let html = site.page(&format!("{page}index.html"));
        assert!(html.contains(&format!("id=\"{id}\"")), "{url}");
    }
}

// Tables.

/// The records of a table; it begins with a byte-order mark and its lines end in CRLF.
fn table(name: &str) -> Vec<Vec<String>> {
    let text = site().page(&format!("bao-cao/r/{name}"));
    let text = text.strip_prefix('\u{FEFF}').expect("a byte-order mark");
    assert!(text.ends_with("\r\n"), "{text:?}");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    let records = reader.records().map(|record| record.expect("a record"));
    records.map(|record| record.iter().map(str::to_owned).collect()).collect()
}

#[test]
fn footnotes_csv_has_a_row_a_note() {
    let rows = table("footnotes.csv");
    assert_eq!(rows[0], ["number", "id", "text", "url", "references"]);
    assert_eq!(
        rows[1],
        [
            "1",
            "b",
            "Ghi chú hai.",
            "bao-cao/r/chu-thich/#fn-b",
            "bao-cao/r/#fnref-b bao-cao/r/ket-qua/#fnref-b",
        ]
    );
    assert_eq!(rows.len(), 4);
}

#[test]
fn directives_csv_quotes_what_has_quotes_and_commas() {
    let rows = table("directives.csv");
    assert_eq!(
        rows[0],
        [
            "number", "id", "list", "summary", "lead", "support", "deadline", "topics", "state",
            "text", "url"
        ]
    );
    assert_eq!(
        rows[1],
        [
            "1",
            "viec-mot",
            "",
            "Việc \"một\", hai",
            "Sở Tài chính; Sở Nội vụ",
            "Cục Thuế",
            "2024-03-31",
            "thu; chi",
            "open",
            "Thực hiện[3]. Báo cáo.",
            "bao-cao/r/ket-qua/#viec-mot",
        ]
    );
}

#[test]
fn documents_csv_has_a_row_a_document() {
    let rows = table("documents.csv");
    assert_eq!(
        rows,
        [
            ["id", "kind", "symbol", "date", "issuer", "title", "address", "url", "mentions"],
            [
                "nghi-quyet-01-nq-cp-2023",
                "Nghị quyết",
                "01/NQ-CP",
                "2023-01-06",
                "Chính phủ",
                "Về nhiệm vụ",
                "https://vi-du.example/",
                "bao-cao/r/van-ban/#nghi-quyet-01-nq-cp-2023",
                "bao-cao/r/ket-qua/#vbref-nghi-quyet-01-nq-cp-2023",
            ],
        ]
    );
}

#[test]
fn a_report_with_nothing_in_it_has_empty_lists_and_tables_with_their_heads() {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/r/report.yaml", "title: Báo cáo thử\nnumber: 1\ndate: 2024-01-05\n"),
        ("content/r/01.md", ""),
    ]);
    assert_eq!(places(&site.build()), [""; 0]);
    let report: Value = serde_json::from_str(&site.page("r/report.json")).expect("JSON");
    for list in ["sections", "paragraphs", "footnotes", "directives", "documents"] {
        assert_eq!(report[list], json!([]), "{list}");
    }
    assert_eq!(site.page("r/footnotes.csv"), "\u{FEFF}number,id,text,url,references\r\n");
}

/// What a spreadsheet program would run, or show as a fault, is text to it.
#[test]
fn no_cell_is_a_formula() {
    let site = Site::of([
        ("content/site.yaml", "title: Trang thử\n"),
        ("content/r/report.yaml", "title: Báo cáo thử\n"),
        (
            "content/r/01.md",
            "Một[^a], hai[^b], ba[^c].\n\n[^a]: =cmd|'/c calc'!A1\n\n[^b]: -1,5\n\n[^c]: \\-1,5% so với 2023\n\n[](directives/)\n",
        ),
        (
            "content/r/directives/1.md",
            "---\nsummary: =HYPERLINK(1)\nlead: [+Sở A]\ntopics: [-1+1, '@b']\n---\nMột.\n",
        ),
    ]);
    assert!(site.build().published);
    let notes = site.page("r/footnotes.csv");
    for cell in ["'=cmd|'/c calc'!A1,", ",\"-1,5\",", ",\"'-1,5% so với 2023\","] {
        assert!(notes.contains(cell), "{cell} in {notes}");
    }
    let directives = site.page("r/directives.csv");
    for cell in [",'=HYPERLINK(1),", ",'+Sở A,", ",'-1+1; @b,"] {
        assert!(directives.contains(cell), "{cell} in {directives}");
    }
    assert!(site.page("r/report.json").contains("\"=HYPERLINK(1)\""));
}
