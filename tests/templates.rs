//! A site replaces any single template or static file by name; everything else stays built in.
//! What is said of a template with an error stands in `tests/cli/templates.txt`.

#![expect(clippy::expect_used, reason = "a site that cannot be built has failed")]

mod support;

use std::collections::BTreeMap;

use congbo::model::addresses::SEARCH_INDEX;
use congbo::render::theme::{STATIC, TEMPLATES};
use support::{Site, places};

/// A site with every kind of page.
fn site() -> Site {
    Site::of([
        ("content/site.yaml", "title: Trang thử\nbase_url: https://vi-du.example/\n"),
        ("content/gioi-thieu.md", "# Giới thiệu\n"),
        ("content/abbreviations.yaml", "CCHC: cải cách hành chính\n"),
        (
            "content/r/report.yaml",
            "title: Báo cáo thử\nissuer:\n  name: UBND XÃ THỬ\nnumber: 1\nsymbol: BC-UBND\n\
             date: 2024-01-05\nplace: Xã Thử\nstatus: final\n\
             signature:\n  position: CHỦ TỊCH\n  name: Nguyễn Văn A\n\
             indicators:\n  - label: Nghị quyết\n    value: 01/NQ-CP\n    stated_in: muc-mot-p1\n",
        ),
        (
            "content/r/01.md",
            "## Mục một\n\nMột câu[^1], theo Nghị quyết số 01/NQ-CP ngày 06/01/2023 của Chính \
             phủ.\n\n### Mục hai\n\nMột câu[^1].\n\n[](directives/)\n\n[^1]: Lời.\n\n```chart\n\
             data: thu.csv\ntype: bar\ntitle: Thu\n```\n",
        ),
        ("content/r/thu.csv", "Năm,Thu\n2023,18\n2024,19\n"),
        ("content/r/directives/01.md", "---\nsummary: Một việc\nlead: Sở A\n---\nMột việc.\n"),
        (
            "content/r/directives/02.md",
            "---\nlead: Sở B\nsupport: Sở A\ndeadline: 2024-03-31\n---\nHai việc.\n",
        ),
    ])
}

#[track_caller]
fn published(site: &Site) -> BTreeMap<String, String> {
    let outcome = site.build();
    assert!(outcome.published, "{:?}", places(&outcome));
    // The index is no text, and made of none of these files.
    let files = site.published().into_iter();
    let files = files.filter(|(path, _)| !path.starts_with(SEARCH_INDEX));
    files.map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8"))).collect()
}

/// The built-in template with a mark at the end of what it gives.
fn marked(name: &str, text: &str) -> (String, &'static str) {
    let mark = if name == "robots.txt" { "# own" } else { "<!--own-->" };
    let at = if text.contains("{% extends") { text.rfind("{% endblock") } else { None };
    let (before, after) = text.split_at(at.unwrap_or(text.len()));
    (format!("{before}{mark}{after}"), mark)
}

#[test]
fn each_template_alone_is_replaced_by_the_sites_own() {
    let built_in = published(&site());
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    for (name, text) in TEMPLATES {
        // Components give nothing by themselves.
        if *name == "_components.html" {
            continue;
        }
        let (own, mark) = marked(name, text);
        let site = site();
        site.write(&format!("templates/{name}"), own);
        let replaced = published(&site);
        let marks = replaced.values().filter(|text| text.contains(mark)).count();
        assert!(marks > 0, "{name} is on no page");
        assert!(built_in.keys().eq(replaced.keys()), "{name}");
        for (path, text) in &replaced {
            let unmarked = bare(&text.replace(mark, ""));
            assert_eq!(unmarked, bare(&built_in[path]), "{name} in {path}");
        }
    }
}

#[test]
fn a_component_is_replaced_for_every_template_that_uses_it() {
    let text = TEMPLATES.iter().find(|(name, _)| *name == "_components.html").expect("it").1;
    let site = site();
    let own = text.replace("class=\"number{%", "class=\"own number{%");
    assert_ne!(own, text);
    site.write("templates/_components.html", own);
    published(&site);
    assert!(site.page("r/muc-mot/index.html").contains("class=\"own number\""));
}

#[test]
fn a_template_of_the_site_extends_and_includes_built_in_ones_and_its_own() {
    let site = site();
    site.write(
        "templates/not-found.html",
        "\u{feff}{% extends \"base.html\" %}\r\n{% block main %}<h1>Lạc đường</h1>\
         {% include \"parts/help.html\" %}{% include \"_breadcrumbs.html\" %}{% endblock main %}",
    );
    site.write("templates/parts/help.html", "<p class=\"help\">{{ site.title }}</p>");
    published(&site);
    let page = site.page("404.html");
    assert!(page.contains("<h1>Lạc đường</h1><p class=\"help\">Trang thử</p>"), "{page}");
    assert!(page.contains("Content-Security-Policy"), "{page}");
}

#[test]
fn a_template_that_no_page_asks_for_is_no_page() {
    let before = published(&site());
    let site = site();
    site.write("templates/own.html", "<p>own</p>");
    assert_eq!(published(&site), before);
}

#[test]
fn each_static_file_is_replaced_by_the_sites_own_and_others_are_added() {
    let built_in = published(&site());
    for (name, _) in STATIC {
        let site = site();
        site.write(&format!("static/{name}"), "own");
        site.write("static/images/quốc huy.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
        let files = published(&site);
        assert_eq!(files[*name], "own");
        assert!(files["images/quốc huy.svg"].starts_with("<svg"));
        for (other, _) in STATIC.iter().filter(|(other, _)| other != name) {
            assert_eq!(files[*other], built_in[*other]);
        }
    }
}

/// The name under which a static file is published for pages.
#[track_caller]
fn hashed(files: &BTreeMap<String, String>, name: &str) -> String {
    let (stem, end) = name.rsplit_once('.').expect("a name with an end");
    let digest = |path: &str| {
        let digits = path.strip_prefix(stem)?.strip_prefix('.')?.strip_suffix(end)?;
        let digits = digits.strip_suffix('.')?;
        (digits.len() == 8 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())).then_some(())
    };
    let found: Vec<_> = files.keys().filter(|path| digest(path).is_some()).collect();
    assert_eq!(found.len(), 1, "{name}: {found:?}");
    found[0].clone()
}

#[test]
fn pages_ask_for_static_files_under_names_that_change_with_their_content() {
    let built_in = published(&site());
    for (name, _) in STATIC {
        let before = hashed(&built_in, name);
        assert_eq!(built_in[&before], built_in[*name], "the plain name is there as well");
        let site = site();
        site.write(&format!("static/{name}"), "own");
        let after = published(&site);
        assert_ne!(hashed(&after, name), before);
        assert_eq!(after[&hashed(&after, name)], "own");
        site.write(&format!("static/{name}"), "other");
        assert_ne!(hashed(&published(&site), name), hashed(&after, name));
    }
    let sheet = hashed(&built_in, "congbo.css");
    for (page, from) in [("index.html", ""), ("r/muc-mot/index.html", "../../"), ("404.html", "/")]
    {
        let link = format!("<link rel=\"stylesheet\" href=\"{from}{sheet}\">");
        assert!(built_in[page].contains(&link), "{page}");
    }
}

/// Who copies a file of congbo's to change it later has not changed it yet.
#[test]
fn congbos_own_files_are_published_without_comments_and_a_sites_as_they_are() {
    let site = site();
    let plain = published(&site);
    for (name, text) in STATIC {
        site.write(&format!("static/{name}"), *text);
    }
    assert_eq!(published(&site), plain);
    assert!(!plain["congbo.css"].contains("/*") && !plain["congbo.js"].contains("\n  "));
    let own = "/* ours */\n\np {\n  color: red;\n}\n";
    site.write("static/congbo.css", own);
    site.write("static/co-quan.css", own);
    let files = published(&site);
    assert_eq!([&files[&hashed(&files, "congbo.css")], &files["co-quan.css"]], [own, own]);
}

#[test]
fn a_template_asks_for_any_static_file_by_its_name() {
    let site = site();
    site.write("static/hình/quốc huy.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write(
        "templates/_header.html",
        "<header><img src=\"{{ asset(name=\"hình/quốc huy.svg\") }}\" alt=\"\">\
         <img src=\"{{ asset(name=\"icon.svg\") }}\" alt=\"\"></header>",
    );
    let files = published(&site);
    let icon = hashed(&files, "icon.svg");
    for (page, from) in [("index.html", ""), ("r/muc-mot/index.html", "../../"), ("404.html", "/")]
    {
        let own = format!("<img src=\"{from}h%C3%ACnh/qu%E1%BB%91c%20huy.svg\"");
        assert!(files[page].contains(&own), "{page}");
        assert!(files[page].contains(&format!("<img src=\"{from}{icon}\"")), "{page}");
    }
}

/// Templates from before there were digests, and style sheets with parts of their own.
#[test]
fn what_names_a_static_file_by_itself_keeps_working() {
    let site = site();
    site.write("static/congbo.css", "@import \"own.css\"; p { background: url(icon.svg) }");
    site.write("static/own.css", "p { background: url(images/a.svg) }");
    site.write("static/images/a.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    site.write(
        "templates/_header.html",
        "<header><link rel=\"stylesheet\" href=\"{{ site.home }}congbo.css\"><a href=\"{{ site.search }}\">Tìm</a></header>",
    );
    let files = published(&site);
    assert!(files.contains_key("own.css") && files.contains_key("images/a.svg"));
    let audited = std::process::Command::new(env!("CARGO_BIN_EXE_congbo"))
        .args(["check", "--strict", "--site"])
        .arg(site.path("public"))
        .output()
        .expect("congbo to run");
    assert!(audited.status.success(), "{}", String::from_utf8_lossy(&audited.stdout));
}

#[test]
fn a_text_of_the_site_is_escaped_in_a_template_of_its_own() {
    let site = site();
    site.write("content/site.yaml", "title: '<b>A & B</b>'\n");
    site.write(
        "templates/not-found.html",
        "{% extends \"base.html\" %}{% block main %}<h1>{{ site.title }}</h1>{% endblock main %}",
    );
    published(&site);
    assert!(site.page("404.html").contains("<h1>&lt;b&gt;A &amp; B&lt;/b&gt;</h1>"));
}

#[test]
fn a_page_that_a_template_breaks_is_not_published() {
    for (broken, name) in [
        ("<script>x()</script>", "a script"),
        ("<p onclick=\"x()\">a</p>", "a handler"),
        ("<p style=\"color: red\">a</p>", "a style"),
        ("<img src=\"https://vi-du.example/x.png\" alt=\"\">", "another host"),
        ("<a href=\"nowhere/\">a</a>", "a link to nothing"),
        ("<p id=\"_main\">a</p>", "an id that stands twice"),
        ("<div>", "an element that is not closed"),
    ] {
        let site = site();
        site.write("templates/_footer.html", format!("<footer>{broken}</footer>"));
        let outcome = site.build();
        assert!(!outcome.published && site.published().is_empty(), "{name}");
        let places = places(&outcome);
        assert!(places.iter().all(|place| place.ends_with("proof-failed")), "{name}: {places:?}");
    }
}

/// The README's way to another look.
#[test]
fn one_template_and_one_style_sheet_are_a_look_of_ones_own() {
    let site = site();
    site.write(
        "templates/_head.html",
        "<link rel=\"stylesheet\" href=\"{{ site.home }}co-quan.css\">\n",
    );
    site.write("static/co-quan.css", ":root { --link: #0b5345; }\n");
    for (path, html) in published(&site).iter().filter(|(path, _)| path.ends_with(".html")) {
        let own = html.find("co-quan.css\">").expect(path);
        assert!(
            html.find("/congbo.").or(html.find("\"congbo.")).is_some_and(|built_in| built_in < own),
            "{path}"
        );
    }
}

/// What nothing reads would change nothing, and nobody would know why.
#[test]
fn files_and_folders_with_nearly_the_name_of_one_that_is_read_are_told() {
    let site = site();
    site.write("templates/sections.html", "<p>own</p>");
    site.write("templates/Head.htm", "<p>own</p>");
    site.write("Static/own.css", "p { color: red }");
    let expected = [
        "Static/:1:1 file-misnamed",
        "templates/Head.htm:1:1 file-misnamed",
        "templates/sections.html:1:1 file-misnamed",
    ];
    let mut found = places(&site.check());
    found.sort();
    assert_eq!(found, expected);
}

#[test]
fn a_template_of_any_name_may_be_part_of_another() {
    let site = site();
    site.write("templates/sections.html", "<p>own</p>");
    site.write("templates/other.html", "<p>own</p>");
    site.write("templates/_footer.html", "<footer>{% include \"sections.html\" %}</footer>");
    site.write("static/own.css", "p { color: red }");
    assert_eq!(places(&site.check()), [""; 0]);
}
