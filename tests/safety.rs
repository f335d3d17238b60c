//! What an author types, or pastes, never becomes more than text in a reader's browser, and never
//! leads out of the site. Pages are read with a tokenizer of HTML, not with congbo's own eyes.

#![expect(clippy::expect_used, reason = "a site that cannot be made has failed")]

mod support;

use std::cell::RefCell;
use std::collections::BTreeMap;

use congbo::diag::Code;
use congbo::render::theme::STATIC;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use support::{Site, places};

const SITE: &str = "title: Trang thử\nbase_url: https://vi-du.example/\n";
const REPORT: &str = "title: Báo cáo thử\nissuer:\n  name: UBND XÃ THỬ\n\
                      number: 1\nsymbol: BC-UBND\ndate: 2024-01-05\nplace: Xã Thử\n\
                      status: final\n";

/// A start tag: its name, and its attributes with their values as a browser has them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Element {
    name: String,
    attributes: BTreeMap<String, String>,
}

/// What a browser makes of a page: elements and text in order.
#[derive(Debug, Default)]
struct Seen {
    elements: RefCell<Vec<Element>>,
    text: RefCell<String>,
    comments: RefCell<Vec<String>>,
}

impl TokenSink for Seen {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let attributes = tag.attrs.iter();
                self.elements.borrow_mut().push(Element {
                    name: tag.name.to_string(),
                    attributes: attributes
                        .map(|each| (each.name.local.to_string(), each.value.to_string()))
                        .collect(),
                });
            }
            Token::CharacterTokens(text) => self.text.borrow_mut().push_str(&text),
            Token::CommentToken(text) => self.comments.borrow_mut().push(text.to_string()),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn seen(page: &str) -> Seen {
    let input = BufferQueue::default();
    input.push_back(page.into());
    let tokenizer = Tokenizer::new(Seen::default(), TokenizerOpts::default());
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink
}

/// Every page of what is published, by path.
fn pages(site: &Site) -> Vec<(String, String)> {
    let pages = site.published().into_iter().filter(|(path, _)| path.ends_with(".html"));
    pages.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// Publishes the site, whatever the warnings.
#[track_caller]
fn publish(site: &Site) {
    let outcome = site.build();
    assert!(outcome.published, "{:#?}", places(&outcome));
}

#[track_caller]
fn inert(path: &str, page: &str) {
    let seen = seen(page);
    for element in seen.elements.borrow().iter() {
        let Element { name, attributes } = element;
        assert!(!name.contains("canary"), "{path}: {element:?}");
        assert!(!["style", "iframe", "object", "embed"].contains(&&**name), "{path}");
        assert!(name != "script" || is_ours(attributes), "{path}: {element:?}");
        for (attribute, value) in attributes {
            let known = !attribute.contains("canary") && !attribute.starts_with("on");
            assert!(known && attribute != "style" && attribute != "srcdoc", "{path}: {element:?}");
            if ["href", "src", "action", "formaction", "data", "poster", "srcset"]
                .contains(&&**attribute)
            {
                assert!(harmless(value), "{path}: {element:?}");
            }
        }
    }
    assert_eq!(*seen.comments.borrow(), [""; 0], "{path}");
}

/// Whether a script is a file of congbo's own, or data, which no browser runs.
fn is_ours(attributes: &BTreeMap<String, String>) -> bool {
    let Some(file) = attributes.get("src").and_then(|address| address.rsplit('/').next()) else {
        return attributes.get("type").is_some_and(|kind| kind == "application/ld+json");
    };
    let stem = file.split('.').next().unwrap_or_default();
    STATIC.iter().any(|(name, _)| *name == format!("{stem}.js"))
}

/// Whether a browser stays with http, mail and telephone when it follows the address (WHATWG URL:
/// blanks and controls around it and tabs and line ends within it do not count).
fn harmless(address: &str) -> bool {
    let address: String = address
        .trim_matches(|sign: char| sign <= ' ')
        .chars()
        .filter(|sign| !['\t', '\n', '\r'].contains(sign))
        .collect();
    let end = address.find(|sign: char| !(sign.is_ascii_alphanumeric() || "+-.".contains(sign)));
    let scheme = match end {
        Some(end) if address[end..].starts_with(':') => address[..end].to_ascii_lowercase(),
        _ => return true,
    };
    ["http", "https", "mailto", "tel"].contains(&scheme.as_str())
}

// What is typed into fields and text.

/// Markup of every kind, quotes of every kind, and an end for whatever it may stand in.
const HOSTILE: &str = r#"<canary a="1">"'`><svg/onload=canary()></title></textarea></style><!-- ]]> &lt;canary&gt; {{ canary }} {% canary %}"#;

/// As it is written in YAML, between single quotes.
fn yaml() -> String {
    format!("'{}'", HOSTILE.replace('\'', "''"))
}

/// As it is written in a cell of a CSV file.
fn cell() -> String {
    format!("\"{}\"", HOSTILE.replace('"', "\"\""))
}

/// As it is written in Markdown: each sign of ASCII escaped.
fn markdown() -> String {
    let escaped = |sign: char| {
        if sign.is_ascii_punctuation() { format!("\\{sign}") } else { sign.to_string() }
    };
    HOSTILE.chars().map(escaped).collect()
}

/// A site in which everything that takes a text has the hostile one.
fn hostile_site() -> Site {
    let (y, m) = (yaml(), markdown());
    let site = Site::empty();
    site.write(
        "content/site.yaml",
        format!(
            "title: {y}\ndescription: {y}\nbase_url: https://vi-du.example/\n\
             navigation: [page, r, /]\npublisher:\n  name: {y}\n  parent: {y}\n  address: {y}\n  phone: {y}\n"
        ),
    );
    site.write("content/abbreviations.yaml", format!("{y}: {y}\nABC: {y}\n"));
    site.write(
        "content/documents.yaml",
        format!("- symbol: 01/NQ-CP\n  kind: {y}\n  issuer: {y}\n  title: {y}\n"),
    );
    site.write(
        "content/r/report.yaml",
        format!(
            "title: {y}\ntype: {y}\nissuer:\n  name: {y}\n  parent: {y}\nplace: {y}\n\
             number: 1\nsymbol: BC-UBND\ndate: 2024-01-05\noccasion: {y}\nstatus: final\n\
             signature:\n  authority: {y}\n  acting: {y}\n  position: {y}\n  name: {y}\n\
             recipients: [{y}]\nindicators:\n\
             - label: {y}\n  value: {y}\n  unit: {y}\n  change: {y}\n  stated_in: b\n"
        ),
    );
    site.write(
        "content/r/01.md",
        format!(
            "## {m}\n\n{m} **{m}** [{m}](#b) [x](https://vi-du.example \
             \"{m}\")[^{note}]\n\n![{m}](a.png \"{m}\")\n\n``{HOSTILE}``\n\n\
             ~~~{HOSTILE}\n{HOSTILE}\n~~~\n\n### b {{#b}}\n\n\
             Nghị quyết số 01/NQ-CP ngày 06/01/2023 của {m}\n\n\
             | {m} | b |\n|---|---|\n| {m} | d |\n\n\
             ```chart\ndata: a.csv\ntype: bar\ntitle: {y}\nunit: {y}\nsource: {y}\n```\n\n\
             [](directives/)\n\n\
             [^{note}]: {m}\n",
            note = "<canary>\"'",
        ),
    );
    site.write("content/r/a.png", b"\x89PNG");
    let cell = cell();
    site.write("content/r/a.csv", format!("x;{cell}\n{cell};1\nb;2\n"));
    site.write(
        "content/r/directives/01.md",
        format!(
            "---\nsummary: {y}\nlead: {y}\nsupport: [{y}]\ntopics: [{y}]\n\
             deadline: 2024-06-30\n---\n{m}\n"
        ),
    );
    site.write("content/page.md", format!("---\ntitle: {y}\ndescription: {y}\n---\n{m}\n"));
    site
}

#[test]
fn a_hostile_text_is_text_on_every_page() {
    let site = hostile_site();
    publish(&site);
    let mut holding = 0;
    for (path, page) in pages(&site) {
        inert(&path, &page);
        holding += usize::from(seen(&page).text.borrow().contains(HOSTILE));
    }
    assert!(holding >= 10, "only {holding} pages show the text as it was typed");
}

#[test]
fn a_hostile_text_is_text_in_feeds_and_data() {
    let site = hostile_site();
    publish(&site);
    for path in ["atom.xml", "sitemap.xml"] {
        let text = site.page(path);
        assert!(!text.contains("<canary") && !text.contains("<svg"), "{path}: {text}");
        assert!(!text.contains("]]>"), "{path}: {text}");
    }
    let json: serde_json::Value = serde_json::from_str(&site.page("r/report.json")).expect("JSON");
    assert_eq!(json["report"]["title"], HOSTILE);
    for value in ["label", "value", "unit", "change"] {
        assert_eq!(json["indicators"][0][value], HOSTILE, "{value}");
    }
    for value in ["title", "unit", "source"] {
        assert_eq!(json["charts"][0][value], HOSTILE, "{value}");
    }
    let mut table = csv::Reader::from_path(site.path("public/r/directives.csv")).expect("CSV");
    let row = table.records().next().expect("a row").expect("a row");
    assert!(row.iter().any(|cell| cell == HOSTILE), "{row:?}");
}

#[test]
fn a_hostile_text_is_text_in_calendars() {
    let site = hostile_site();
    publish(&site);
    let files = site.published();
    let calendars: Vec<_> = files.iter().filter(|(path, _)| path.ends_with(".ics")).collect();
    assert_eq!(calendars.len(), 3, "the report's, the site's and a department's");
    for (path, bytes) in calendars {
        let text = String::from_utf8_lossy(bytes).replace("\r\n ", "");
        for line in text.split("\r\n").filter(|line| !line.is_empty()) {
            let name = line.split([':', ';']).next().unwrap_or_default();
            let known = name.chars().all(|sign| sign.is_ascii_uppercase() || sign == '-');
            assert!(known, "{path}: {line}");
        }
        let words = text.replace("\\;", ";").replace("\\,", ",").replace("\\\\", "\\");
        for name in ["X-WR-CALNAME", "SUMMARY", "DESCRIPTION"] {
            let line = words.split("\r\n").find(|line| line.starts_with(name));
            assert!(line.is_some_and(|line| line.contains(HOSTILE)), "{path}: {name}: {words}");
        }
    }
}

#[test]
fn a_hostile_text_is_text_where_figures_are_drawn() {
    let site = hostile_site();
    publish(&site);
    let page = site.page("r/toan-van/index.html");
    let drawn = page.matches("<svg").count();
    let all = seen(&page);
    let told = all.text.borrow().matches(HOSTILE).count();
    assert!(drawn >= 2, "{drawn} drawings");
    assert_eq!(all.elements.borrow().iter().filter(|each| each.name == "svg").count(), drawn);
    // Title, unit, source, name of the column and label of the row, in the table and the drawings.
    assert!(told >= 12, "{told} times");
}

#[test]
fn a_hostile_name_of_a_file_is_a_name() {
    let name = "a\"onload=canary '<canary>&amp;#.png";
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    let address = "a%22onload=canary%20%27%3Ccanary%3E&amp;amp;%23.png";
    site.write("content/r/01.md", format!("![a]({address})\n\n[b]({address})\n"));
    site.write(&format!("content/r/{name}"), b"\x89PNG");
    site.write("content/<canary>/'\"&x.md", "# A\n");
    publish(&site);
    for (path, page) in pages(&site) {
        inert(&path, &page);
    }
    assert!(site.published().contains_key(&format!("r/{name}")));
}

#[test]
fn a_hostile_id_is_none() {
    for id in ["a\"b", "a'b", "<canary>", "a&quot;b", "a/b", "..", "a\u{202e}b", "fn-a", "_main"] {
        let yaml = id.replace('\'', "''");
        let directive = format!("---\nid: '{yaml}'\n---\nMột việc.\n");
        let site = Site::of([
            ("content/site.yaml", SITE),
            ("content/r/report.yaml", REPORT),
            ("content/r/01.md", "[](directives/)\n"),
            ("content/r/directives/01.md", &directive),
        ]);
        let outcome = site.build();
        let found = places(&outcome);
        assert!(found.contains(&"content/r/directives/01.md:2:5 field-invalid".to_owned()), "{id}");
        site.write("content/r/directives/01.md", "Một việc.\n");
        site.write("content/r/01.md", format!("[](directives/)\n\n## A {{#{id}}}\n"));
        let outcome = site.build();
        if outcome.published {
            for (path, page) in pages(&site) {
                inert(&path, &page);
            }
        } else {
            assert_eq!(places(&outcome), ["content/r/01.md:3:1 field-invalid"], "{id}");
        }
    }
}

// Addresses.

/// Schemes that lead to code or to the reader's own files, as browsers read them.
const UNSAFE: &[&str] = &[
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "&#x6A;avascript:alert(1)",
    "javascript\\:alert(1)",
    "vbscript:msgbox(1)",
    "VBSCRIPT:msgbox(1)",
    "data:text/html,x",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "DATA:text/html;base64,PHNjcmlwdD4=",
    "file:///etc/passwd",
    "blob:https://vi-du.example/x",
    "view-source:https://vi-du.example/",
    "ftp://vi-du.example/x",
    "about:blank",
    "livescript:x",
    "mocha:x",
    "unknown-scheme:x",
];

/// Browsers leave out what is in these schemes; to congbo, they are names of pages.
const SPLIT: &[&str] = &[
    "java&#9;script:alert(1)",
    "java&#10;script:alert(1)",
    "java&Tab;script:alert(1)",
    "java&NewLine;script:alert(1)",
    "&#1;javascript:alert(1)",
    "&#32;javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "\u{85}javascript:alert(1)",
    "\u{a0}javascript:alert(1)",
];

#[test]
fn an_unsafe_scheme_is_refused_wherever_an_address_stands() {
    for address in UNSAFE {
        for form in [
            format!("[a](<{address}>)"),
            format!("[a][b]\n\n[b]: <{address}>"),
            format!("![a](<{address}>)"),
            format!("[^1]\n\n[^1]: [a](<{address}>)"),
        ] {
            refuses(&form, &[Code::PathUnsafe]);
        }
    }
}

#[test]
fn an_unsafe_scheme_that_only_a_browser_sees_is_refused() {
    for address in SPLIT {
        let nowhere = [Code::PathUnsafe, Code::LinkBroken, Code::AssetMissing];
        refuses(&format!("[a](<{address}>)"), &nowhere);
        refuses(&format!("![a](<{address}>)"), &nowhere);
    }
}

#[test]
fn an_unsafe_scheme_is_refused_in_an_autolink() {
    for address in ["javascript:alert(1)", "DATA:text/html,x", "file:///etc/passwd"] {
        refuses(&format!("<{address}>"), &[Code::PathUnsafe]);
    }
}

/// The text is refused at its line for one of the reasons; nothing is published.
#[track_caller]
fn refuses(text: &str, reasons: &[Code]) {
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    site.write("content/r/01.md", format!("Một câu.\n\n{text}\n"));
    let outcome = site.build();
    let lines = 3..3 + text.lines().count();
    let refused = outcome.diagnostics.iter().any(|each| {
        reasons.contains(&each.code) && lines.contains(&outcome.sources.positions(each.span).0.line)
    });
    assert!(refused, "{text:?}: {:?}", places(&outcome));
    assert!(!outcome.published && site.published().is_empty(), "{text:?}");
}

/// What is no unsafe scheme, whatever it looks like, and why it is refused; none where it is
/// published.
const HARMLESS: &[(&str, Option<Code>)] = &[
    ("javascript%3Aalert(1)", Some(Code::LinkBroken)),
    ("./javascript:alert(1)", Some(Code::LinkBroken)),
    ("#javascript:alert(1)", Some(Code::ReferenceUnresolved)),
    ("?javascript:alert(1)", None),
    ("/javascript:alert(1)", Some(Code::LinkBroken)),
    ("https://vi-du.example/javascript:alert(1)", Some(Code::LinkBroken)),
    ("https://khac.example/javascript:alert(1)", None),
    ("https:javascript:alert(1)", Some(Code::LinkBroken)),
    ("//vi-du.example/x", Some(Code::LinkBroken)),
    ("//khac.example/x", None),
    ("\\\\khac.example/x", Some(Code::LinkBroken)),
    ("mailto:javascript:alert(1)", Some(Code::LinkBroken)),
    ("mailto:a@khac.example?subject=javascript:alert(1)", None),
];

#[test]
fn an_address_that_only_looks_unsafe_is_harmless() {
    for (address, refused) in HARMLESS {
        let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
        site.write("content/r/01.md", format!("[a](<{address}>)\n"));
        let outcome = site.build();
        let codes: Vec<_> = outcome.diagnostics.iter().map(|each| each.code).collect();
        assert_eq!(codes, Vec::from_iter(*refused), "{address}");
        assert_eq!(outcome.published, refused.is_none(), "{address}");
        for (path, page) in pages(&site) {
            inert(&path, &page);
        }
    }
}

#[test]
fn an_unsafe_address_in_yaml_is_no_address() {
    for address in ["javascript:alert(1)", "data:text/html,x", "//vi-du.example", "ftp://x.vn/"] {
        for (file, yaml) in [
            ("content/site.yaml", format!("title: x\nbase_url: '{address}'\n")),
            ("content/site.yaml", format!("title: x\npublisher: {{name: y, url: '{address}'}}\n")),
            ("content/documents.yaml", format!("- symbol: 01/NQ-CP\n  url: '{address}'\n")),
        ] {
            let site = Site::of([("content/site.yaml", SITE)]);
            site.write(file, &yaml);
            let outcome = site.build();
            let codes: Vec<_> = outcome.diagnostics.iter().map(|each| each.code).collect();
            assert_eq!(codes, [Code::FieldInvalid], "{yaml}");
            assert!(!outcome.published, "{yaml}");
        }
    }
}

// Raw HTML.

/// HTML, and the line of it, from 1, on which the author is told that something went; none where
/// nothing has to be told.
const RAW: &[(&str, Option<usize>)] = &[
    ("<script>canary()</script>", Some(1)),
    ("<SCRIPT SRC=//vi-du.example/x.js></SCRIPT>", Some(1)),
    ("<div>\n<script\n>canary()</script\n></div>", Some(2)),
    ("<scr<script>ipt>canary()</scr</script>ipt>", Some(1)),
    ("<img src=x onerror=canary()>", Some(1)),
    ("<img src=https://vi-du.example/x.png>", Some(1)),
    ("<p onclick=\"canary()\">a</p>", Some(1)),
    ("<p ONMOUSEOVER = 'canary()'>a</p>", Some(1)),
    ("<div>\n<p>a</p>\n<p style=\"position:fixed\">b</p>\n</div>", Some(3)),
    ("<style>*{display:none}</style>", Some(1)),
    ("<link rel=stylesheet href=//vi-du.example/x.css>", Some(1)),
    ("<iframe src=\"javascript:canary()\"></iframe>", Some(1)),
    ("<iframe srcdoc=\"<script>canary()</script>\"></iframe>", Some(1)),
    ("<object data=x.swf></object>", Some(1)),
    ("<embed src=x.swf>", Some(1)),
    ("<applet code=x></applet>", Some(1)),
    ("<base href=\"//vi-du.example/\">", Some(1)),
    ("<meta http-equiv=refresh content=\"0;url=//vi-du.example/\">", Some(1)),
    ("<form action=//vi-du.example/><input name=a><button>b</button></form>", Some(1)),
    ("<input autofocus onfocus=canary()>", Some(1)),
    ("<textarea></textarea>", Some(1)),
    ("<svg onload=canary()><script>canary()</script></svg>", Some(1)),
    ("<svg><animate onbegin=canary() attributeName=x></svg>", Some(1)),
    ("<svg><a xlink:href=\"javascript:canary()\"><text>a</text></a></svg>", Some(1)),
    ("<svg></p><style><a title=\"</style><img src=x onerror=canary()>\"></svg>", Some(1)),
    ("<math><mtext><table><mglyph><style><img src=x onerror=canary()></style></math>", Some(1)),
    ("<math href=\"javascript:canary()\">a</math>", Some(1)),
    ("<a href=\"javascript:canary()\">a</a>", Some(1)),
    ("<a href=\"https://vi-du.example/\" target=_blank>a</a>", Some(1)),
    ("<video src=//vi-du.example/x onerror=canary()></video>", Some(1)),
    ("<audio controls></audio>", Some(1)),
    ("<details open ontoggle=canary()><summary>a</summary></details>", Some(1)),
    ("<template><script>canary()</script></template>", Some(1)),
    ("<noscript><p title=\"</noscript><img src=x onerror=canary()>\"></noscript>", Some(1)),
    ("<marquee onstart=canary()>a</marquee>", Some(1)),
    ("<body onload=canary()>", Some(1)),
    ("<html lang=en onclick=canary()>", Some(1)),
    ("<title>a</title>", Some(1)),
    ("<div id=_main>a</div>", Some(1)),
    ("<div class=skip>a</div>", Some(1)),
    ("<canary-element>a</canary-element>", Some(1)),
    ("<p/onclick=canary()>a</p>", Some(1)),
    ("<p a=b\nonclick=canary()>a</p>", Some(1)),
    ("<div>a\n<b>c\n<i onclick=canary()>d</i></b></div>", Some(3)),
    ("a <b onclick=canary()>b</b> c", Some(1)),
    ("a\nb <iframe src=x></iframe> c", Some(2)),
    ("a <img src=x onerror=canary()> b", Some(1)),
    ("<!-- a comment -->", None),
    ("<!-- a --!><script>canary()</script> -->", Some(1)),
    ("<!--><script>canary()</script>-->", Some(1)),
    ("<!---><script>canary()</script>-->", Some(1)),
    ("<![CDATA[<script>canary()</script>]]>", Some(1)),
    ("<?xml version=\"1.0\"?>", None),
    ("<?php <script>canary()</script> ?>", Some(1)),
    ("<!DOCTYPE canary>", None),
];

#[test]
fn raw_html_is_cleaned_and_the_author_is_told_where() {
    let text = |raw: &str| format!("Một câu.\n\n{raw}\n\nHết.\n");
    for (raw, line) in RAW {
        let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
        site.write("content/r/01.md", text(raw));
        let outcome = site.build();
        assert!(outcome.published, "{raw}: {:?}", places(&outcome));
        for (path, page) in pages(&site) {
            inert(&path, &page);
            let ids = page.matches("id=\"_main\"").count();
            assert_eq!((ids, page.matches("class=\"skip\"").count()), (1, 1), "{raw}: {path}");
            for name in ["img", "base", "svg", "math", "video", "a target"] {
                assert!(!page.contains(&format!("<{name}")), "{raw}: {path} has <{name}");
            }
            // The search in the head of each page, and that of its own page, are congbo's.
            let forms = ["form", "input"].map(|name| page.matches(&format!("<{name}")).count());
            assert!(forms == [1, 1] || path == "tim-kiem/index.html", "{raw}: {path}");
            assert_eq!(page.matches("<meta http-equiv").count(), 1, "{raw}: {path}");
            assert_eq!(page.matches("<body").count(), 1, "{raw}: {path}");
        }
        assert!(site.page("r/toan-van/index.html").contains("Hết."), "{raw} swallows the rest");
        let told = outcome.diagnostics.iter().filter(|each| each.code == Code::HtmlRemoved);
        let told: Vec<_> =
            told.map(|each| outcome.sources.positions(each.span).0.line - 2).collect();
        match line {
            Some(line) => assert_eq!(told.first(), Some(line), "{raw}: told {told:?}"),
            None => assert_eq!(told, [0; 0], "{raw}"),
        }
    }
}

#[test]
fn html_on_the_list_stays_and_nobody_is_told() {
    let raw = "<div lang=\"en\" title=\"a &quot;b&quot;\">\n<b>a</b> <sub>2</sub><br>\n\
               <table><tr><td colspan=\"2\">c</td></tr></table></div>";
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    site.write("content/r/01.md", raw);
    let outcome = site.build();
    assert!(outcome.published && outcome.diagnostics.is_empty(), "{:?}", places(&outcome));
    let page = site.page("r/toan-van/index.html");
    for kept in ["<div lang=\"en\" title=\"a &quot;b&quot;\">", "<sub>2</sub>", "colspan=\"2\""] {
        assert!(page.contains(kept), "{kept}");
    }
}

// The pages themselves.

#[test]
fn every_page_has_a_strict_policy_and_asks_no_other_host() {
    let site = hostile_site();
    publish(&site);
    let pages = pages(&site);
    assert!(pages.len() > 10);
    for (path, page) in pages {
        policed(&path, &page);
    }
}

/// The policy stands before anything that it is to govern, and the page keeps to it.
fn policed(path: &str, page: &str) {
    let seen = seen(page);
    let elements = seen.elements.borrow();
    let policies: Vec<_> = elements
        .iter()
        .enumerate()
        .filter(|(_, each)| {
            let names = each.attributes.get("http-equiv");
            names.is_some_and(|name| name.eq_ignore_ascii_case("content-security-policy"))
        })
        .collect();
    assert_eq!(policies.len(), 1, "{path}: {policies:?}");
    let (at, policy) = policies[0];
    let before: Vec<_> = elements[..at].iter().map(|each| each.name.as_str()).collect();
    assert_eq!(before, ["html", "head", "meta"], "{path}");
    let policy = &policy.attributes["content"];
    // The engine of the search is WebAssembly, on its page alone.
    let search = path == "tim-kiem/index.html";
    let policy = &policy.replace(if search { " 'wasm-unsafe-eval'" } else { "" }, "");
    assert!(policy.starts_with("default-src 'none';"), "{path}: {policy}");
    for weak in ["unsafe", "*", "http:", "https:", "data:", "blob:", "nonce", "sha256"] {
        assert!(!policy.contains(weak), "{path}: {policy}");
    }
    for kept in ["base-uri 'none'", "form-action 'self'"] {
        assert!(policy.contains(kept), "{path}: {policy}");
    }
    for element in elements.iter() {
        for name in ["src", "srcset", "poster", "data", "background"] {
            let value = element.attributes.get(name);
            assert!(value.is_none_or(|value| local(value)), "{path}: {element:?}");
        }
        let rel = element.attributes.get("rel").map_or("", String::as_str);
        let fetched =
            element.name == "link" && !["canonical", "alternate", "schema.DCTERMS"].contains(&rel);
        assert!(!fetched || local(&element.attributes["href"]), "{path}: {element:?}");
        assert!(!["preconnect", "dns-prefetch", "prefetch"].contains(&rel), "{path}: {element:?}");
    }
}

fn local(address: &str) -> bool {
    !address.contains("//") && !address.contains(':')
}

#[test]
fn the_stylesheet_asks_no_other_host() {
    let site = hostile_site();
    publish(&site);
    let sheets = site.published().into_iter().filter(|(path, _)| path.ends_with(".css"));
    let sheets: Vec<_> = sheets.collect();
    assert!(!sheets.is_empty());
    for (path, bytes) in sheets {
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(!text.contains("@import") && !text.contains("http"), "{path}");
        assert!(!text.contains("url(//") && !text.contains("url(\"//"), "{path}");
    }
}

// Out of the site.

#[test]
fn a_path_does_not_lead_out_of_the_site() {
    for path in [
        "../../../etc/passwd",
        "../../../../../../../../etc/passwd",
        "/../../etc/passwd",
        "..%2F..%2F..%2Fetc/passwd",
        "%2e%2e/%2e%2e/%2e%2e/etc/passwd",
        "x/../../../../secret.txt",
    ] {
        refuses(&format!("[a]({path})"), &[Code::PathUnsafe]);
        refuses(&format!("![a]({path})"), &[Code::PathUnsafe]);
    }
}

#[test]
fn what_a_path_reaches_inside_the_site_but_outside_the_content_is_not_published() {
    let site = Site::of([("content/site.yaml", SITE), ("content/r/report.yaml", REPORT)]);
    site.write("secret.txt", "secret");
    site.write("templates/own.html", "secret");
    site.write("content/.hidden.txt", "secret");
    for path in ["../../secret.txt", "../../templates/own.html", "../.hidden.txt", "report.yaml"] {
        site.write("content/r/01.md", format!("[a]({path})\n"));
        let outcome = site.build();
        assert!(!outcome.published, "{path}");
        assert!(outcome.diagnostics.iter().any(|each| {
            [Code::PathUnsafe, Code::AssetMissing, Code::LinkBroken].contains(&each.code)
        }));
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_does_not_lead_out_of_the_site() {
    use std::os::unix::fs::symlink;

    let outside = Site::of([("secret.txt", "secret"), ("folder/secret.md", "# secret\n")]);
    for (link, target) in [
        ("content/r/a.txt", "secret.txt"),
        ("content/r/02.md", "folder/secret.md"),
        ("content/r/data", "folder"),
        ("content/r/directives", "folder"),
        ("static/a.txt", "secret.txt"),
        ("static/folder", "folder"),
        ("templates/report.html", "secret.txt"),
    ] {
        let site = Site::of([
            ("content/site.yaml", SITE),
            ("content/r/report.yaml", REPORT),
            ("content/r/01.md", "Một câu.\n"),
            ("static/b.txt", "b"),
            ("templates/_own.html", ""),
        ]);
        symlink(outside.path(target), site.path(link)).expect("a link");
        let outcome = site.build();
        assert_eq!(places(&outcome), [format!("{link}:1:1 path-unsafe")]);
        assert!(!outcome.published && site.published().is_empty());
    }
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_refused_is_not_told_a_second_time() {
    use std::os::unix::fs::symlink;

    let outside = Site::of([("a.png", "a")]);
    let site = Site::of([
        ("content/site.yaml", SITE),
        ("content/r/report.yaml", REPORT),
        ("content/r/01.md", "![Ảnh](a.png)\n"),
    ]);
    symlink(outside.path("a.png"), site.path("content/r/a.png")).expect("a link");
    assert_eq!(places(&site.build()), ["content/r/a.png:1:1 path-unsafe"]);
}

#[cfg(unix)]
#[test]
fn the_content_itself_does_not_lie_out_of_the_site() {
    use std::os::unix::fs::symlink;

    let outside = Site::of([("content/site.yaml", SITE), ("content/a.md", "# A\n")]);
    let site = Site::empty();
    symlink(outside.path("content"), site.path("content")).expect("a link");
    let outcome = site.build();
    assert!(places(&outcome).contains(&"content:1:1 path-unsafe".to_owned()), "{outcome:?}");
    assert!(!outcome.published);
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_within_the_site_is_followed() {
    use std::os::unix::fs::symlink;

    let site = Site::of([
        ("content/site.yaml", SITE),
        ("content/r/report.yaml", REPORT),
        ("content/r/01.md", "[a](a.txt)\n"),
        ("shared/a.txt", "shared"),
    ]);
    symlink("../../shared/a.txt", site.path("content/r/a.txt")).expect("a link");
    publish(&site);
    assert_eq!(site.page("r/a.txt"), "shared");
    assert!(!site.path("public/r/a.txt").is_symlink());
}

#[cfg(unix)]
#[test]
fn links_in_a_circle_and_to_nothing_are_told() {
    use std::os::unix::fs::symlink;

    for target in [".", "nowhere", "loop"] {
        let site = Site::of([("content/site.yaml", SITE), ("content/a.md", "# A\n")]);
        symlink(target, site.path("content/loop")).expect("a link");
        let outcome = site.build();
        assert_eq!(places(&outcome), ["content/loop:1:1 path-unsafe"], "{target}");
    }
}
