use super::*;

/// Everything about one mention but its place in the text, in one line.
fn told(text: &str, mention: &Mention) -> String {
    let date = mention
        .date
        .map(|date| format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()));
    let parts = [
        Some(text[mention.range.clone()].to_owned()),
        mention.kind.map(str::to_owned),
        date,
        mention.issuer.clone(),
        Some(format!("{:?}", mention.family)),
    ];
    parts.into_iter().map(|part| part.unwrap_or("-".to_owned())).collect::<Vec<_>>().join(" | ")
}

fn check(cases: &[(&str, &[&str])]) {
    for (text, expected) in cases {
        let found: Vec<String> = mentions(text).iter().map(|mention| told(text, mention)).collect();
        assert_eq!(found, *expected, "in {text:?}");
    }
}

/// The symbols in normal form.
fn symbols(text: &str) -> Vec<String> {
    mentions(text).into_iter().map(|mention| mention.symbol).collect()
}

#[test]
fn each_family_is_told_with_kind_date_and_issuer() {
    check(&[
        (
            "Căn cứ Nghị quyết số 7/NQ-CP ngày 05/02/2024 của Chính phủ về nhà ở.",
            &["Nghị quyết số 7/NQ-CP | Nghị quyết | 2024-02-05 | Chính phủ | Administrative"],
        ),
        (
            "theo Quyết định số 31/2021/QĐ-UBND ngày 9/8/2021 của UBND tỉnh và quy chế riêng",
            &["Quyết định số 31/2021/QĐ-UBND | Quyết định | 2021-08-09 | UBND tỉnh | State"],
        ),
        (
            "(kèm theo Công văn số 88/SXD-QH, ngày 01 tháng 02 năm 2022 của Sở Xây dựng)",
            &["Công văn số 88/SXD-QH | Công văn | 2022-02-01 | Sở Xây dựng | OfficialLetter"],
        ),
        (
            "Quy định 9-QĐi/TW ngày 01-10-1997 của Bộ Chính trị",
            &["Quy định 9-QĐi/TW | Quy định | 1997-10-01 | Bộ Chính trị | Party"],
        ),
        (
            "Nghị quyết 12/2022/UBTVQH15",
            &["Nghị quyết 12/2022/UBTVQH15 | Nghị quyết | - | - | Law"],
        ),
        (
            "khoản 1 Điều 2 Thông tư số 3/2020/TT-BYT",
            &["Thông tư số 3/2020/TT-BYT | Thông tư | - | - | State"],
        ),
        (
            "Nghị định số 8/2020/NĐCP; hợp đồng số 5/2023/HĐ-XD",
            &[
                "Nghị định số 8/2020/NĐCP | Nghị định | - | - | State",
                "hợp đồng số 5/2023/HĐ-XD | Hợp đồng | - | - | Administrative",
            ],
        ),
        (
            "theo kế hoạch của UBND xã số 3/QĐ-UBND, quyết định của UBND xã 4/QĐ-UBND",
            &[
                "3/QĐ-UBND | - | - | - | Administrative",
                "quyết định của UBND xã 4/QĐ-UBND | Quyết định | - | UBND xã | Administrative",
            ],
        ),
        ("còn 27/2024/NĐ-CP thì", &["27/2024/NĐ-CP | - | - | - | State"]),
    ]);
}

#[test]
fn a_law_is_linked_with_its_name() {
    check(&[
        (
            "theo Luật Đê điều số 79/2006/QH11",
            &["Luật Đê điều số 79/2006/QH11 | Luật | - | - | Law"],
        ),
        (
            "sửa đổi Bộ luật Lao động, Luật Thanh niên 57/2020/QH14.",
            &["Luật Thanh niên 57/2020/QH14 | Luật | - | - | Law"],
        ),
        (
            "Luật sửa đổi Luật Đê điều và Luật Đấu giá số 1/2026/QH15",
            &["Luật sửa đổi Luật Đê điều và Luật Đấu giá số 1/2026/QH15 | Luật | - | - | Law"],
        ),
        (
            "Bộ luật Dân sự số 91/2015/QH13",
            &["Bộ luật Dân sự số 91/2015/QH13 | Bộ luật | - | - | Law"],
        ),
        (
            "Luật Đất đai; Nghị quyết của Quốc hội số 4/2022/QH15",
            &["Nghị quyết của Quốc hội số 4/2022/QH15 | Nghị quyết | - | Quốc hội | Law"],
        ),
    ]);
}

#[test]
fn a_list_hands_its_kind_down_and_links_the_symbols_alone() {
    check(&[
        (
            "Các Văn bản số: 3/UBND-TH ngày 02/3/2020 về đê; 4/UBND-NL2 về kè; Công điện số 5/CĐ-UBND; 6/UBND-GT.",
            &[
                "3/UBND-TH | Văn bản | 2020-03-02 | - | OfficialLetter",
                "4/UBND-NL2 | Văn bản | - | - | OfficialLetter",
                "Công điện số 5/CĐ-UBND | Công điện | - | - | Administrative",
                "6/UBND-GT | Văn bản | - | - | OfficialLetter",
            ],
        ),
        (
            "các Quyết định số 12/QĐ-UBND, 13/QĐ-UBND và số 14/QĐ-UBND ngày 4/5/2021 của UBND xã",
            &[
                "12/QĐ-UBND | Quyết định | - | - | Administrative",
                "13/QĐ-UBND | Quyết định | - | - | Administrative",
                "14/QĐ-UBND | Quyết định | 2021-05-04 | UBND xã | Administrative",
            ],
        ),
        (
            "Chỉ thị số 1/CT-TTg, 2/CT-TTg, 3/KH-UBND",
            &[
                "Chỉ thị số 1/CT-TTg | Chỉ thị | - | - | Administrative",
                "2/CT-TTg | Chỉ thị | - | - | Administrative",
                "3/KH-UBND | - | - | - | Administrative",
            ],
        ),
        (
            "02 Văn bản số 1/ABC-XYZ (v.v. như trên); 2/ABC-XYZ. Sau đó, 3/ABC-XYZ; 4/QĐ-TTg",
            &[
                "1/ABC-XYZ | Văn bản | - | - | OfficialLetter",
                "2/ABC-XYZ | Văn bản | - | - | OfficialLetter",
                "4/QĐ-TTg | - | - | - | Administrative",
            ],
        ),
    ]);
}

#[test]
fn the_kind_is_the_one_that_the_code_belongs_to() {
    for (text, kind) in [
        ("đã thông báo Kết luận số 7-KL/TU", "Kết luận"),
        ("theo Thông báo kết luận số 7/TB-VPCP", "Thông báo"),
        ("theo Báo cáo thẩm tra số 45/BC-HĐND", "Báo cáo"),
        ("Chương trình hành động số 8-CTr/TU", "Chương trình"),
        ("Công điện khẩn số 8/CĐ-TTg", "Công điện"),
        ("KẾ HOẠCH SỐ 8/KH-UBND", "Kế hoạch"),
        ("NQ số 8-NQ/TW", "Nghị quyết"),
        ("CV 8/SCT-CN", "Công văn"),
        ("thực hiện Đề án số 6/QĐ-TTg", "Đề án"),
    ] {
        assert_eq!(mentions(text)[0].kind, Some(kind), "in {text:?}");
        assert!(mentions(text)[0].suspicion.is_none(), "in {text:?}");
    }
}

#[test]
fn spellings_met_in_real_texts_are_read() {
    for (text, symbol) in [
        ("Nghị quyết số 5/2020/NQ- HĐND tỉnh", "5/2020/NQ-HĐND"),
        ("Thông tư số 01 /2018/TT-VPCP", "01/2018/TT-VPCP"),
        ("Quyết định số111/2008/QĐ-TTg", "111/2008/QĐ-TTg"),
        ("Nghị quyết số 01/NQ–CP", "01/NQ-CP"),
        ("Nghị quyết 66.13/2026/NQ-CP", "66.13/2026/NQ-CP"),
        ("Nghị quyết số 19-2016/NQ-CP", "19-2016/NQ-CP"),
        ("Nghị quyết 30a/2008/NQ-CP", "30a/2008/NQ-CP"),
        ("Văn bản số 1051/VPUBND.KTN", "1051/VPUBND.KTN"),
        ("Văn bản số 10194/VPCP_KGVX", "10194/VPCP-KGVX"),
        ("Công văn 20519/CHQ-GSQL", "20519/CHQ-GSQL"),
        ("Thông tư số 89-TC/TCT", "89-TC/TCT"),
        ("Nghị định số 27/CP", "27/CP"),
        ("Quyết định 115-TTg", "115-TTg"),
        ("Quyết định số 195/1999/QĐ của", "195/1999/QĐ"),
        ("Nghị định số 8/2020/NĐCP", "8/2020/NĐCP"),
        ("Công văn số 112/STNMT", "112/STNMT"),
        ("Quyết định số: 12/QyĐ-ĐHHT", "12/QyĐ-ĐHHT"),
        ("Kế hoạch 9-KH/TĐTN-BPT", "9-KH/TĐTN-BPT"),
        ("Văn bản số 4/BGD&ĐT-GDTrH", "4/BGD&ĐT-GDTrH"),
        ("Hợp đồng số 05/2023/HĐ-XD", "05/2023/HĐ-XD"),
        ("Thông tư liên tịch số 1/2020/TTLT-BTC-BNV", "1/2020/TTLT-BTC-BNV"),
        ("theo văn bản 12/UBND - Hà Tĩnh", "12/UBND"),
        ("ban hành Quyết định 1/QĐ-UBND.Trong đó", "1/QĐ-UBND"),
        ("Sắc lệnh số 73/SL", "73/SL"),
        ("-12/QĐ-TTg", "12/QĐ-TTg"),
        ("Văn bản:12/UBND-TH", "12/UBND-TH"),
        ("ở nhà ông Ngô 12/QĐ-TTg", "12/QĐ-TTg"),
        ("Đã ban hành. Số: 12/QĐ-TTg", "12/QĐ-TTg"),
        ("\u{fffc}12/QĐ-TTg\u{fffc}", "12/QĐ-TTg"),
    ] {
        assert_eq!(symbols(text), [symbol], "in {text:?}");
    }
}

#[test]
fn what_only_looks_like_a_symbol_is_no_mention() {
    for text in [
        "đạt 12/15 chỉ tiêu, 13/13 huyện, 3.500 trẻ, 50/7 km/h, 24/7 và/hoặc hạt/quả",
        "giai đoạn 2021-2025, ngày 24/6/2022, quý III/2023, tháng 9/2024",
        "COVID-19, Covid-19/SARS-CoV-2, Omicron BA.5/XBB-1",
        "giấy A4/80-GSM, xe 38A-123.45, tuyến 12/QL-8A, Quốc lộ 8C, ĐT.551/ĐT-553",
        "TCVN 6909:2001, ISO/IEC 40500, QCVN 01:2021/BXD, QCVN 01-MT:2015/BTNMT-QC",
        "lô CN-1/KCN, lô số 12/CT-UBND, căn hộ số 5/CT-A, mẫu số 01/TB-ĐĐKD, gói thầu số 2/XL-TV",
        "Số tài khoản 1234/KBNN; tài khoản số 9527/KBNN-HT; MST 3000/ABC-D",
        "tại https://x.vn/12/QĐ-UBND, /tep/12/QĐ-UBND, ?so=12/QĐ-UBND, 12/QD-UBND.pdf, a_1/QĐ-TTg",
        "tọa độ 18°20'N/105°54'E, điện thoại 0239.3855/CT-UBND",
        "Số: 15/BC-UBND",
        "UBND TỈNH X Số: 15/BC-UBND",
        "Số: /BC-UBND",
        "Nghị định 27-2016, Đề án 06/CP, Dự án số 2/XL-TV, kế hoạch 12/ABC, Quyết định số 12/2023",
        "năm 2023 - UBND tỉnh; Kế hoạch 2024 - UBND huyện; 27/CP; 115-TTg; 12/QĐ-UBNDtỉnh",
        "1234567/QĐ-UBND, 12/13/QĐ-UBND, 1,5/QĐ-UBND, x12/QĐ-UBND",
        "bàn 5/VP-A, khu B-1/QĐ-UBND, theo văn bản 12/KCN, mục 1.2.3/QĐ-UBND",
        "tỷ lệ 3/TT-TP, 12/ABC-XYZ, tổ 5/KP-UBND, 4/BIG-C",
    ] {
        assert_eq!(symbols(text), [""; 0], "in {text:?}");
    }
}

#[test]
fn only_what_is_certainly_wrong_is_suspect() {
    let unknown =
        |found: &str, nearest| Suspicion::UnknownType { found: found.to_owned(), nearest };
    let issuer = |suggestion: &str| Suspicion::UnknownIssuer { suggestion: suggestion.to_owned() };
    let signed = Date::new(2028, 4, 23).expect("a day");
    let marks = |normal: &str| Suspicion::Punctuation { normal: normal.to_owned() };
    for (text, expected) in [
        ("Công điện số 1/CE-TTg", unknown("CE", Some("CĐ"))),
        ("số 1/CE-TTg", unknown("CE", None)),
        ("Quyết định số 1/QB-UBND", unknown("QB", Some("QĐ"))),
        ("Công điện 541/CD-TTg", unknown("CD", Some("CĐ"))),
        ("Quy định 66-QD/TW", unknown("QD", Some("QĐ"))),
        (
            "Nghị quyết số 9/NQ-TW",
            Suspicion::StateFormForParty { suggestion: "9-NQ/TW".to_owned() },
        ),
        (
            "Hướng dẫn 9/HD-VPTW",
            Suspicion::StateFormForParty { suggestion: "9-HD/VPTW".to_owned() },
        ),
        (
            "Kế hoạch số 2-KH/UBND ngày 3/4/2023",
            Suspicion::PartyFormForState { suggestion: "2/KH-UBND".to_owned() },
        ),
        ("Nghị quyết 72-NQ-TW", marks("72-NQ/TW")),
        ("Nghị quyết số 9/NQ- HĐND", marks("9/NQ-HĐND")),
        ("Nghị quyết số 9/NQ–CP", marks("9/NQ-CP")),
        ("Nghị định số 8/2020/NĐCP", marks("8/2020/NĐ-CP")),
        ("Quyết định số 8/QĐ/TTg", marks("8/QĐ-TTg")),
        ("Quyết định số 8/2021/QĐ/TTg ngày 27/3/2021", marks("8/2021/QĐ-TTg")),
        ("số 8/NQ-HDND", issuer("8/NQ-HĐND")),
        ("Kế hoạch số 8/KH-UBNĐ", issuer("8/KH-UBND")),
        ("8/QĐ-UNBD", issuer("8/QĐ-UBND")),
        ("Nghị định 8/2018/NĐ-CP ngày 23/4/2028", Suspicion::OtherYear { date: signed }),
    ] {
        let found = mentions(text);
        assert_eq!(found[0].suspicion, Some(expected), "in {text:?}");
    }
    for text in [
        "Văn bản số 1/UBND-TH1, 2/UBND-NL5, 3/VPCP-KTTH, 4/BNV-VP, 5/BGTVT-KHĐT, 6/TTg-KGVX",
        "Công điện 1/CĐ-BKHĐT, Chương trình 1/CTr-UBND, Tờ trình 1/TTR-UBND, Quyết định 1/QĐ-TTG",
        "1-KL/TW, 2-CV/TU, 3-HD/BTCTW, 4-QĐi/TW, Quy định số 5-QyĐ/HU, Kết luận 6-KL/ĐUK",
        "1/NQ-HĐND, 1/2020/TTLT-BTC-BNV, Văn bản 5/VP-UBND, Công văn 7/TH-UBND, Kế hoạch 7/KT-UBND, Báo cáo 8/BPC-HĐND",
        "Kế hoạch số 2-KH/UBND ngày 3/4/1995, Chỉ thị 5-CT/UBND, Báo cáo 8/BV-SYT, Công văn 9/CTY-CP",
        "Quyết định 8/QĐ/UB ngày 5/3/1998, Quyết định 8/QĐ/TTg ngày 5/3/1994, 8/KH-UBDT, Kế hoạch số 8/KH-UBNN",
        "Sắc lệnh số 73/SL, Giấy phép số 1/GP-BTNMT, Quyết định số 1/QĐ-ĐHQG, Công điện 3/CĐ-BCĐ-BNNMT",
    ] {
        let found = mentions(text);
        assert_eq!(found.len(), text.matches(", ").count() + 1, "in {text:?}: {found:?}");
        let suspect: Vec<_> = found.iter().filter(|mention| mention.suspicion.is_some()).collect();
        assert!(suspect.is_empty(), "{suspect:?}");
    }
}

#[test]
fn letters_and_hyphens_of_other_kinds_are_read_as_what_is_meant() {
    for text in [
        "Nghị định số 61/2018/NÐ-CP ngày 23/4/2018",
        "Nghị định số 61/2018/NĐ‑CP ngày 23/4/2018",
        "Nghị định 61/2018/NĐ–CPngày 23/4/2018",
    ] {
        let found = mentions(text);
        assert_eq!(found.len(), 1, "in {text:?}");
        assert_eq!(
            (&*found[0].symbol, found[0].date.is_some()),
            ("61/2018/NĐ-CP", true),
            "{text:?}"
        );
        assert!(text[found[0].symbol_range.clone()].starts_with("61/2018/N"), "in {text:?}");
    }
}

#[test]
fn an_issuer_ends_before_the_title_and_the_next_name() {
    for (after, issuer) in [
        ("của Thủ tướng Chính phủ về đê", Some("Thủ tướng Chính phủ")),
        ("của Ban Chấp hành Đảng bộ tỉnh và Nghị quyết khác", Some("Ban Chấp hành Đảng bộ tỉnh")),
        ("của Bộ Kế hoạch và Đầu tư, Bộ Y tế", Some("Bộ Kế hoạch và Đầu tư")),
        ("của Sở Văn hóa, Thể thao và Du lịch quy định", Some("Sở Văn hóa, Thể thao và Du lịch")),
        ("của Bộ giao thông vận tải", Some("Bộ giao thông vận tải")),
        ("của UBND tỉnh Hà Tĩnh quy định", Some("UBND tỉnh Hà Tĩnh")),
        ("của UBND tỉnh xây dựng nông thôn mới", Some("UBND tỉnh")),
        ("của UBND tỉnh Quy định chính sách", Some("UBND tỉnh")),
        ("của BTV Tỉnh ủy.", Some("BTV Tỉnh ủy")),
        ("của Ủy ban  nhân dân quận 7 về", Some("Ủy ban nhân dân quận 7")),
        ("của HĐND TP. Hồ Chí Minh khóa X", Some("HĐND TP. Hồ Chí Minh")),
        ("của Bộ Công Thương yêu cầu", Some("Bộ Công Thương")),
        ("của Bộ trưởng Bộ Nội vụ bãi bỏ", Some("Bộ trưởng Bộ Nội vụ")),
        ("của Trường Đại học Hà Tĩnh về", Some("Trường Đại học Hà Tĩnh")),
        ("của UBND tỉnh Hà Tĩnh thống nhất", Some("UBND tỉnh Hà Tĩnh")),
        ("của Ngân hàng TPBank", Some("Ngân hàng")),
        ("CỦA SỞ XÂY DỰNG VỀ NHÀ Ở", Some("SỞ XÂY DỰNG")),
        ("của Ban Thường trực Ủy ban MTTQ tỉnh.", Some("Ban Thường trực Ủy ban MTTQ tỉnh")),
        ("của tỉnh về", None),
        ("của Nghị định khác", None),
        ("về Chính phủ", None),
    ] {
        let text = format!("Quyết định số 1/QĐ-TTg {after}");
        assert_eq!(mentions(&text)[0].issuer.as_deref(), issuer, "in {text:?}");
    }
}

#[test]
fn a_date_is_a_day_of_the_calendar_said_after_the_symbol() {
    for (after, date) in [
        (" ngày 29/02/2024", Some((2024, 2, 29))),
        (" ngày 29/02/2023", None),
        (" ngày 29/02/1900", None),
        (" ngày 31/4/2023", None),
        (" ngày 05 tháng 01 năm 2020 về", Some((2020, 1, 5))),
        (" (ngày 5.1.2020)", Some((2020, 1, 5))),
        (", ban hành ngày 5-1-2020", Some((2020, 1, 5))),
        (" (05/01/2020)", Some((2020, 1, 5))),
        (" (05/01/2020 - 31/12/2020)", None),
        (" của Chính phủ ngày 5/1/2020", Some((2020, 1, 5))),
        (" NGÀY 5/1/2020", Some((2020, 1, 5))),
        (" ngày 5/1/20201", None),
        (" ngày 5/1", None),
        (" sửa đổi ngày 5/1/2020", None),
    ] {
        let text = format!("Quyết định số 1/QĐ-TTg{after}");
        let found = mentions(&text)[0].date.map(|date| (date.year(), date.month(), date.day()));
        assert_eq!(found, date, "in {text:?}");
    }
}

#[test]
fn the_key_unites_spellings_but_not_documents() {
    assert_eq!(fold_symbol("01 /2020/Qđ–ttg"), fold_symbol("1/2020/QĐ-TTg"));
    assert_eq!(fold_symbol("0/x"), "0/X");
    assert_ne!(fold_symbol("3/HĐ-UBND"), fold_symbol("3/HD-UBND"));
    assert_ne!(fold_symbol("10/NQ-CP"), fold_symbol("1/NQ-CP"));
}

/// Pieces of symbols, words around them and what may break them.
const FRAGMENTS: &[&str] = &[
    "12",
    "2023",
    "/",
    "-",
    "–",
    ".",
    ",",
    ":",
    ";",
    " ",
    "\u{a0}",
    "(",
    "QĐ",
    "UBND",
    "NQ",
    "TW",
    "CE",
    "TTg",
    "QH15",
    "ế",
    "Đ",
    "đ",
    "số",
    "Số:",
    "các ",
    "Quyết định ",
    "Luật ",
    "Văn bản",
    " ngày ",
    "5/1/2020",
    " của ",
    "Bộ",
    " tỉnh",
    " và ",
    "\u{fffc}",
    "e\u{301}",
    "İ",
    "ß",
    "𝔸",
    "\n",
    "¹",
    "&",
    "_",
    "0",
];

#[test]
fn any_text_is_read_without_panic_and_by_whole_characters() {
    let mut state = 20_230_106_u64;
    let mut draw = |below: usize| {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for _ in 0..20_000 {
        let text: String = (0..draw(24)).map(|_| FRAGMENTS[draw(FRAGMENTS.len())]).collect();
        let mut floor = 0;
        for mention in mentions(&text) {
            assert!(text.get(mention.range.clone()).is_some(), "in {text:?}");
            assert!(text.get(mention.symbol_range.clone()).is_some(), "in {text:?}");
            assert!(floor <= mention.range.start && mention.range.end == mention.symbol_range.end);
            assert!(mention.range.start <= mention.symbol_range.start, "in {text:?}");
            assert_eq!(mention.symbol.split_whitespace().count(), 1, "in {text:?}");
            floor = mention.range.end;
        }
    }
}
